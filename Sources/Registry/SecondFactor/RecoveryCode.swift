/// One of ten codes for the day when the application is lost: 130 bits of chance, shown once, good for one sign-in. Only
/// its digest is kept. It does not print itself.
public struct RecoveryCode: Sendable, CustomStringConvertible, CustomReflectable {
    private let secret: SpelledSecret

    /// A new code. - Parameter random: 17 bytes from a cryptographic source; 130 of their bits count.
    public init(random: [UInt8]) { secret = SpelledSecret(random: random) }

    /// A code as somebody typed it: whatever the case and the grouping, O for 0, I or L for 1.
    public init?(typed: String) {
        guard let secret = SpelledSecret(typed: typed) else { return nil }
        self.secret = secret
    }

    /// To print, once: four by four.
    public var readable: String { secret.readable }

    /// What is stored and looked up.
    var digest: [UInt8] { secret.digest(for: "secours/v1") }

    public var description: String { "RecoveryCode" }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
