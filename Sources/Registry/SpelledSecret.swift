import Crypto

/// 130 bits of chance as people read and type them: 26 symbols, four by four. Shown once, and kept as a digest only.
///
/// It is not printable by accident: neither descriptions nor mirrors show it.
struct SpelledSecret: Sendable, CustomStringConvertible, CustomReflectable {
    /// In their one spelling.
    private let symbols: String

    private static let length = 26

    /// A new one. - Parameter random: 17 bytes from a cryptographic source; 130 of their bits count.
    init(random: [UInt8]) {
        precondition(random.count == 17, "A secret to be spelled takes 17 bytes of chance.")
        symbols = Crockford.encode(random, symbols: Self.length)
    }

    /// One as somebody typed it: whatever the case and the grouping, O for 0, I or L for 1.
    init?(typed: String) {
        // Nobody groups 26 symbols with more than as many again in between.
        guard typed.utf8.count <= 256, let symbols = Crockford.canonical(typed), symbols.utf8.count == Self.length
        else {
            return nil
        }
        self.symbols = symbols
    }

    /// To show, once: `ABCD-EFGH-…-YZ`.
    var readable: String { symbols.grouped(by: "-") }

    /// SHA-256(purpose ‖ symbols). A plain digest is enough for 130 bits (S-46).
    func digest(for purpose: String) -> [UInt8] { Array(SHA256.hash(data: Array((purpose + symbols).utf8))) }

    var description: String { "SpelledSecret" }

    var customMirror: Mirror { Mirror(self, children: []) }
}
