/// Where a program is told: an address of the web without a name or password in it, spelled in one way.
public struct SubscriberAddress: Sendable, Hashable, CustomStringConvertible {
    /// Characters that one may have.
    public static let longest = 500

    /// All of it. What follows a `?` may be a secret, so that neither logs nor the history of settings have it.
    public let text: String
    /// The host: a name in lower case, or an address, IPv6 without brackets.
    public let host: String
    public let isSecure: Bool

    /// Nil for what is no such address.
    public init?(_ text: String) {
        guard (1...Self.longest).contains(text.utf8.count), text.utf8.allSatisfy(Self.isPlain),
            let scheme = ["https://", "http://"].first(where: text.hasPrefix)
        else { return nil }
        let rest = text.dropFirst(scheme.count)
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        guard !rest.dropFirst(authority.count).contains(where: { "[]".contains($0) }),
            let host = Self.host(authority.lowercased())
        else { return nil }
        self.text = text
        self.host = host
        isSecure = scheme == "https://"
    }

    /// Without what follows a `?`.
    public var description: String { String(text.prefix { $0 != "?" }) }

    /// Neither blanks nor signs that addresses have to spell otherwise, nor a fragment, which never leaves.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !"\"#<>\\^`{|}".utf8.contains(byte)
    }

    /// The host of `host`, `host:port`, `[::1]:port`; nil for anything else, a user's name among it.
    private static func host(_ authority: String) -> String? {
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            let name = authority[authority.index(after: authority.startIndex)..<end]
            let isAddress = name.contains(":") && name.utf8.allSatisfy { "0123456789abcdef:.".utf8.contains($0) }
            return isAddress && isPort(authority[authority.index(after: end)...]) ? String(name) : nil
        }
        let name = authority.prefix { $0 != ":" }
        guard isPort(authority.dropFirst(name.count)), (1...253).contains(name.utf8.count) else { return nil }
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        return labels.allSatisfy(isLabel) ? String(name) : nil
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
            && label.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0) }
    }

    /// Nothing, or a colon and a port.
    private static func isPort(_ text: Substring) -> Bool {
        guard let first = text.first else { return true }
        let digits = text.dropFirst()
        return first == ":" && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
            && (Int(digits).map { (1...65_535).contains($0) } ?? false)
    }
}
