public import Complaints

/// A complainant who follows a complaint, somewhere.
public struct FollowUpSession: Sendable, Hashable {
    /// Minutes without a request after which it is over (S-48).
    public static let idleMinutes = 15
    /// Hours after which it is over in any case.
    public static let totalHours = 2

    /// The one case file that it opens.
    public let caseFile: CaseFile.ID
    /// The last request, to the minute.
    public let seenAt: Instant
}

/// What a tracking secret, as somebody typed it, came to.
public enum FollowUpEntry: Sendable {
    /// It is one: here is the session's token.
    case opened(StaffToken)
    /// It is none, whatever the cause.
    case refused
    /// Too many failures from there: nothing was looked at.
    case wait(seconds: Int)
}
