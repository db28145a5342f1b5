import Complaints
import Storage

/// What somebody has shown when a session begins. The word is kept in the journal of accesses.
public enum SessionStart: String, Sendable {
    /// The password alone, where the organisation does without a second factor.
    case password = ""
    /// The password, then a code.
    case secondFactor = "second-facteur"
    /// An identity that the provider vouches for, and the second factor with it where one is asked for
    /// (docs/decisions/0030).
    case provider = "identite"
    /// The same, then a code of ours.
    case providerAndFactor = "identite-second-facteur"
    /// They have opened the organisation by the link of its first start: the second factor comes with the next sign-in.
    case firstStart = "premier-demarrage"
    /// They were signed in, and have chosen another password: the session goes on under another token.
    case sameSession = "session"

    /// The same with a code of ours after it.
    var andFactor: SessionStart { self == .provider ? .providerAndFactor : .secondFactor }
}

extension Accounts {
    /// The journal of what becomes of accounts and sessions.
    var accesses: AccessJournal { AccessJournal(organisation: organisation) }

    /// Records what became of an account and by whose hand, within the transaction that does it: never a name, an address
    /// or a secret (S-62). Its line's instant and identifier are drawn here: where the transaction runs again, the first
    /// line is gone with them.
    ///
    /// - Parameters:
    ///   - value: what it was set to, in codes.
    ///   - isAlone: whether it takes two people, and is done by one since there is nobody else.
    func note(
        _ event: AccountEvent,
        of id: String,
        _ value: String = "",
        isAlone: Bool = false,
        in connection: any Connection
    ) throws {
        try accesses.record(
            .accountChanged,
            isAlone ? .doneAlone : .done,
            by: hand,
            about: id,
            detail: event.detail(value),
            as: world.identifier(),
            at: world.now(),
            in: connection
        )
    }
}
