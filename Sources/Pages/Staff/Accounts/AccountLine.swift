public import Complaints

/// An account of one of the provider's people, as whoever administers accounts sees it: nothing that its owner did.
public struct AccountLine: Sendable {
    /// Whether its owner may sign in, and if not why.
    public enum State: String, Sendable, CaseIterable {
        case open = "ouvert"
        /// No password is chosen yet, and a link waits to be used.
        case invited = "invite"
        /// No password is chosen, and no link is good any more.
        case waiting = "sans-lien"
        /// Its last day is past.
        case over = "echu"
        case disabled = "desactive"
    }

    let id: String
    let name: String
    let email: String
    let roles: Set<Role>
    let state: State
    let hasSecondFactor: Bool
    let lastSignIn: Instant?
    let expiresOn: CivilDate?

    public init(
        id: String,
        name: String,
        email: String,
        roles: Set<Role>,
        state: State,
        hasSecondFactor: Bool,
        lastSignIn: Instant?,
        expiresOn: CivilDate?
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.roles = roles
        self.state = state
        self.hasSecondFactor = hasSecondFactor
        self.lastSignIn = lastSignIn
        self.expiresOn = expiresOn
    }
}

/// The same in words.
struct AccountRow: Sendable {
    let path: String
    let name: String
    let email: String
    let roles: String
    let state: String
    let factor: String
    let lastSignIn: String
    let expiry: String

    init(_ line: AccountLine, _ press: Press) {
        path = Path.account(line.id)
        name = line.name
        email = line.email
        roles = press.names(of: line.roles)
        state = press.words("staff.accounts.state.\(line.state.rawValue)")
        factor = press.words(line.hasSecondFactor ? "staff.accounts.factor.set" : "staff.accounts.factor.none")
        lastSignIn = line.lastSignIn.map { FrenchDates.short($0) } ?? press.words("staff.accounts.never")
        expiry = line.expiresOn.map { FrenchDates.short($0) } ?? press.words("staff.accounts.endless")
    }
}
