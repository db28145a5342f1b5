/// What a complainant follows a complaint with: 130 bits of chance, shown once, never sent by mail (S-45).
///
/// The database has its fingerprint only. It is not printable by accident: neither descriptions nor mirrors show it.
public struct TrackingSecret: Sendable, CustomStringConvertible, CustomReflectable {
    private let secret: SpelledSecret

    /// A new secret. - Parameter random: 17 bytes from a cryptographic source; 130 of their bits count.
    public init(random: [UInt8]) { secret = SpelledSecret(random: random) }

    /// A secret as somebody typed it: whatever the case and the grouping, O for 0, I or L for 1.
    public init?(typed: String) {
        guard let secret = SpelledSecret(typed: typed) else { return nil }
        self.secret = secret
    }

    /// To show, once: `ABCD-EFGH-…-YZ`, four by four.
    public var readable: String { secret.readable }

    /// What is stored and looked up: SHA-256("suivi/v1" ‖ secret) (S-46).
    public var fingerprint: [UInt8] { secret.digest(for: "suivi/v1") }

    public var description: String { "TrackingSecret" }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
