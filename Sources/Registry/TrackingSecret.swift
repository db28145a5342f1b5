import Crypto

/// What a complainant follows a complaint with: 130 bits of chance, shown once, never sent by mail (S-45).
///
/// The database has its fingerprint only. It is not printable by accident: neither descriptions nor mirrors show it.
public struct TrackingSecret: Sendable, CustomStringConvertible, CustomReflectable {
    /// 26 symbols in their one spelling.
    private let symbols: String

    /// A new secret. - Parameter random: 17 bytes from a cryptographic source; 130 of their bits count.
    public init(random: [UInt8]) {
        precondition(random.count == 17, "A tracking secret takes 17 bytes of chance.")
        symbols = Crockford.encode(random, symbols: 26)
    }

    /// A secret as somebody typed it: whatever the case and the grouping, O for 0, I or L for 1.
    public init?(typed: String) {
        // Nobody groups 26 symbols with more than as many again in between.
        guard typed.utf8.count <= 256, let symbols = Crockford.canonical(typed), symbols.utf8.count == 26 else {
            return nil
        }
        self.symbols = symbols
    }

    /// To show, once: `ABCD-EFGH-…-YZ`, four by four.
    public var readable: String {
        stride(from: 0, to: symbols.count, by: 4)
            .map { symbols.dropFirst($0).prefix(4) }
            .joined(separator: "-")
    }

    /// What is stored and looked up: SHA-256("suivi/v1" ‖ secret). A plain digest is enough for 130 bits (S-46).
    public var fingerprint: [UInt8] { Array(SHA256.hash(data: Array(("suivi/v1" + symbols).utf8))) }

    public var description: String { "TrackingSecret" }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
