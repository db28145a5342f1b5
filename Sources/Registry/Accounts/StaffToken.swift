import Crypto

/// 256 bits of chance that stand for a session or a link (S-57): given out once, kept only as a digest. It does not
/// print itself.
public struct StaffToken: Sendable, CustomStringConvertible, CustomReflectable {
    private let bytes: [UInt8]

    /// A new token. - Parameter random: 32 bytes from a cryptographic source.
    public init(random: [UInt8]) {
        precondition(random.count == 32, "A token has 256 bits.")
        bytes = random
    }

    /// A token as a cookie or a link carries it; `nil` for anything else.
    public init?(_ text: String) {
        guard text.utf8.count == 64, text == text.lowercased() else { return nil }
        let digits = text.utf8.compactMap { Character(.init($0)).hexDigitValue }
        guard digits.count == 64 else { return nil }
        bytes = stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    /// What the cookie or the link carries: 64 hexadecimal digits.
    public var text: String { hexadecimal(bytes) }

    /// What is kept, and what forms are bound to: its SHA-256.
    public var digest: [UInt8] { Array(SHA256.hash(data: bytes)) }

    public var description: String { "StaffToken" }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
