public import Complaints

/// Somebody signed in, somewhere.
public struct StaffSession: Sendable, Hashable {
    /// Minutes without a request after which a session is over (S-56).
    public static let idleMinutes = 30
    /// Hours after which a session is over in any case.
    public static let totalHours = 12

    /// What to end it by. No credential: the token is not derived from it.
    public let id: String
    /// Who.
    public let account: Account
    /// Since when.
    public let startedAt: Instant
    /// The last request, to the minute.
    public let seenAt: Instant
}
