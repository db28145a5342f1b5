/// Why a mailbox could not be read, or what is wrong with one that was, in one word that says nothing of what anybody wrote.
public enum MailboxTrouble: String, Sendable, Hashable, Codable, CaseIterable {
    /// No such server, or nothing answers there.
    case unreachable
    /// No TLS, or a certificate that is not the server's: nothing was said (S-79).
    case insecure
    /// The server does not accept our name and password.
    case unauthenticated
    /// There is no such mailbox, or it says what makes no sense.
    case refused
    /// The server did not answer in time.
    case timedOut
    /// The connection was lost on the way.
    case interrupted
    /// All was read but for mails that the server has and does not give.
    case withheld
    /// All was read, and could not be moved to the folder of what is done.
    case notMoved

    /// Whether all that could be had was read: nothing waits.
    public var isRead: Bool { self == .withheld || self == .notMoved }
}
