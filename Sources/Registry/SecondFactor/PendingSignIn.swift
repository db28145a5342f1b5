public import Complaints

/// Somebody whose password is right, or whom the provider vouches for, and who has still to give a code. It is no session: it opens nothing.
public struct PendingSignIn: Sendable {
    /// Seconds that there is to give the code, or to set up an application.
    public static let patience = 5 * 60

    /// What the page of the code sends back.
    public let token: StaffToken
    /// Who.
    public let account: Account
    /// What an application is to be set up with first; nil where one has been.
    public let offered: OneTimeSeed?
    /// What was shown before the code.
    var start = SessionStart.password
}

/// What a code came to.
public enum SecondFactorAnswer: Sendable {
    /// It is right. No session has begun yet. `recovery` holds the ten codes to be shown once, where an application has
    /// just been set up; `start` is what was shown in all.
    case right(Account, recovery: [RecoveryCode], start: SessionStart)
    /// It is not, or was used before.
    case wrong(PendingSignIn)
    /// Too many failures: nothing was looked at.
    case wait(PendingSignIn, seconds: Int)
    /// There is nothing to answer any more: too late, done, or taken back.
    case gone
}

/// What an account has by way of a second factor.
public struct SecondFactorStanding: Sendable, Equatable {
    /// Since when.
    public let since: Instant
    /// How many recovery codes have not been used.
    public let recoveryCodes: Int
}
