/// The identifier of one letter on the whole network, without its angle brackets (RFC 5322 §3.6.4).
///
/// It is made once, in the business transaction, so that a letter delivered twice carries the same one (S-80).
public struct MessageID: Sendable, Hashable, CustomStringConvertible {
    /// `left@right`, ASCII, at most 250 bytes.
    public let text: String

    /// Accepts `text` only where it is two dot-atoms around one `@`; nil otherwise.
    public init?(_ text: String) {
        guard text.utf8.count <= 250 else { return nil }
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy(\.isDotAtom) else { return nil }
        self.text = text
    }

    /// `left@right`, without angle brackets.
    public var description: String { text }
}
