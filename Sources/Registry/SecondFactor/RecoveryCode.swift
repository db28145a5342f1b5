import Crypto

/// One of ten codes for the day when the application is lost: 130 bits of chance, shown once, good for one sign-in. Only
/// its digest is kept. It does not print itself.
public struct RecoveryCode: Sendable, CustomStringConvertible, CustomReflectable {
    /// 26 symbols in their one spelling.
    private let symbols: String

    /// A new code. - Parameter random: 17 bytes from a cryptographic source; 130 of their bits count.
    public init(random: [UInt8]) {
        precondition(random.count == 17, "A recovery code takes 17 bytes of chance.")
        symbols = Crockford.encode(random, symbols: 26)
    }

    /// A code as somebody typed it: whatever the case and the grouping, O for 0, I or L for 1.
    public init?(typed: String) {
        guard typed.utf8.count <= 256, let symbols = Crockford.canonical(typed), symbols.utf8.count == 26 else {
            return nil
        }
        self.symbols = symbols
    }

    /// To print, once: four by four.
    public var readable: String { symbols.grouped(by: "-") }

    /// What is stored and looked up. A plain digest is enough for 130 bits.
    var digest: [UInt8] { Array(SHA256.hash(data: Array(("secours/v1" + symbols).utf8))) }

    public var description: String { "RecoveryCode" }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
