public import Complaints

/// Somebody signed in, somewhere.
public struct StaffSession: Sendable, Hashable {
    /// Minutes without a request after which a session is over (S-56).
    public static let idleMinutes = 30
    /// Hours after which a session is over in any case.
    public static let totalHours = 12

    /// Minutes for which a password given holds for what asks for it again (S-58).
    public static let confirmedMinutes = 5

    /// What to end it by. No credential: the token is not derived from it.
    public let id: String
    /// Who.
    public let account: Account
    /// Since when.
    public let startedAt: Instant
    /// The last request, to the minute.
    public let seenAt: Instant
    /// When the password was last given.
    public let confirmedAt: Instant
    /// How many attempts to sign in had failed since the session before.
    public let missed: Int

    /// Whether that is so short a time ago that it need not be given again.
    public func isConfirmed(at now: Instant) -> Bool {
        now < confirmedAt.adding(seconds: Self.confirmedMinutes * 60)
    }
}
