/// An e-mail address that is safe to put in an SMTP command and in a header: `local@domain`, ASCII, at most 254 bytes.
///
/// It is stricter than RFC 5321 on purpose (S-27). Left out: quoted local parts, address literals, domains without a
/// dot, comments, and internationalised addresses (RFC 6531), which most relays in front of us do not offer to carry.
/// An internationalised domain is accepted in its ASCII form (`xn--…`). Surrounding spaces are the form's to remove.
///
/// The length is looked at first, so a hostile megabyte costs no more than a short mistake (S-30).
public struct EmailAddress: Sendable, Hashable, CustomStringConvertible {
    /// The whole address, as it was given.
    public let text: String

    /// Accepts `text` only where it is one safe address; nil otherwise.
    public init?(_ text: String) {
        guard text.utf8.count <= 254 else { return nil }
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, Self.isLocalPart(parts[0]), Self.isDomain(parts[1]) else { return nil }
        self.text = text
    }

    /// What stands before the `@`.
    public var localPart: Substring { text.prefix { $0 != "@" } }

    /// What stands after the `@`.
    public var domain: Substring { text.drop { $0 != "@" }.dropFirst() }

    /// The whole address, as it was given.
    public var description: String { text }

    /// RFC 5321 §4.1.2 `Dot-string`, 64 bytes at most (§4.5.3.1.1).
    private static func isLocalPart(_ bytes: Substring.UTF8View) -> Bool {
        bytes.count <= 64 && bytes.isDotAtom
    }

    /// RFC 1123 §2.1 host name of two labels or more; the last is never all digits, or it would be an IP address.
    private static func isDomain(_ bytes: Substring.UTF8View) -> Bool {
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last else { return false }
        return labels.allSatisfy(isLabel) && !last.allSatisfy(\.isDigit)
    }

    private static func isLabel(_ bytes: Substring.UTF8View) -> Bool {
        (1...63).contains(bytes.count)
            && bytes.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
            && bytes.first != UInt8(ascii: "-")
            && bytes.last != UInt8(ascii: "-")
    }
}
