public import Complaints
import Storage

/// Somebody who is to have an account.
public struct Newcomer: Sendable, Equatable {
    /// The address that they sign in with.
    public let email: String
    /// As shown beside what they do.
    public let name: String
    /// The raw values of their roles.
    public let roles: Set<String>
    /// The last day on which the account is good, in Paris; nil for one without an end.
    public let expiresOn: CivilDate?

    public init(email: String, name: String, roles: Set<String>, expiresOn: CivilDate? = nil) {
        self.email = email
        self.name = name
        self.roles = roles
        self.expiresOn = expiresOn
    }
}

/// Somebody administering the accounts of an organisation: each act with its line in the journal of accesses, in one
/// transaction, and nobody ever shut out by mistake (S-55, S-56, S-62).
public struct AccountAdministration: Sendable {
    let accounts: Accounts
    let hand: AccountHand
    /// Whether the provider declares that all its accounts are one person's (docs/decisions/0019).
    let isOnePerson: Bool
    /// Seals the links that leave by mail; nil where none does.
    let vault: AccountVault?

    /// Without mail: links are handed over by whoever administers.
    public init(of accounts: Accounts, by hand: AccountHand, isOnePerson: Bool = false) {
        self.init(of: accounts, by: hand, isOnePerson: isOnePerson, sealing: nil)
    }

    init(of accounts: Accounts, by hand: AccountHand, isOnePerson: Bool, sealing vault: AccountVault?) {
        self.accounts = accounts
        self.hand = hand
        self.isOnePerson = isOnePerson
        self.vault = vault
    }

    // MARK: Changing

    /// Adds an account.
    ///
    /// - Parameter password: one that `PasswordRules` has accepted; nil for somebody who is to be invited.
    /// - Throws: `StorageError.duplicate` where the address has an account already; `AccountRefusal`.
    public func add(_ newcomer: Newcomer, password: String? = nil) async throws -> Account {
        guard !newcomer.roles.isEmpty else { throw AccountRefusal.roleMissing }
        let record = try await accounts.record(of: password)
        let id = accounts.world.identifier()
        return try await write { draws, connection in
            let account = try accounts.add(
                id: id,
                email: newcomer.email,
                name: newcomer.name,
                roles: newcomer.roles,
                expiresOn: newcomer.expiresOn,
                at: draws.instant,
                in: connection
            )
            if let record { try accounts.set(record, of: id, in: connection) }
            try note(.added, id, newcomer.roles.written, draws, connection)
            if let end = newcomer.expiresOn { try note(.termChanged, id, end.description, draws, connection) }
            return try accounts.find(id: id, in: connection) ?? account
        }
    }

    /// Changes what is said of an account, whole or not at all. One's own roles and end are another administrator's to
    /// change; where there is nobody else, the journal says so.
    ///
    /// - Returns: the account as it is then.
    @discardableResult public func change(_ id: String, _ change: AccountChange) async throws -> Account {
        guard change.roles?.isEmpty != true else { throw AccountRefusal.roleMissing }
        let record = try await accounts.record(of: change.password)
        return try await write { draws, connection in
            let before = try present(id, in: connection)
            let isAlone = try (change.roles != nil || change.term != nil) && isAlone(over: id, draws, in: connection)
            let after = try accounts.apply(change, record, to: id, today: draws.today, in: connection)
            guard let after else { throw AccountRefusal.unknown }
            try keepAdministrator(before, after, in: connection)
            for (act, value) in Self.acts(of: change) {
                try note(act, id, value, isAlone: isAlone, draws, connection)
            }
            return after
        }
    }

    /// Keeps somebody out from now on; nobody does it to themself.
    public func disable(_ id: String) async throws {
        try refuseOwn(id)
        try await write { draws, connection in
            let before = try present(id, in: connection)
            try accounts.disable(id, at: draws.instant, in: connection)
            try keepAdministrator(before, try present(id, in: connection), in: connection)
            try note(.disabled, id, nil, draws, connection)
        }
    }

    /// Ends one session of an account, or all.
    public func endSessions(of id: String, only session: String? = nil) async throws {
        try await write { draws, connection in
            _ = try present(id, in: connection)
            if let session {
                try accounts.end(session: session, of: id, in: connection)
            } else {
                let organisation = accounts.organisation
                try connection.run(
                    "DELETE FROM staff_session WHERE organisation = \(organisation) AND account = \(id)"
                )
            }
            try note(.sessionsEnded, id, nil, draws, connection)
        }
    }

    // MARK: Inviting

    /// A link by which its owner chooses a password, once; those given before are taken back. Where mail leaves, it goes to
    /// them by mail too.
    public func invite(_ id: String) async throws -> StaffToken { try await link(to: id, .invited) }

    /// The same for somebody who has lost their second factor: it is forgotten with the password, and sessions end. Not for
    /// oneself.
    public func reset(_ id: String) async throws -> StaffToken {
        try refuseOwn(id)
        return try await link(to: id, .reset)
    }

    private func link(to id: String, _ act: AccountAct) async throws -> StaffToken {
        let token = StaffToken(random: accounts.world.bytes(32))
        let notice = accounts.world.identifier()
        try await write { draws, connection in
            let account = try present(id, in: connection)
            guard account.isOpen(on: draws.today) else { throw AccountRefusal.notOpen }
            if act == .reset {
                try accounts.forgetCredentials(of: id, in: connection)
                // A command may: whoever has the machine makes another administrator.
                if case .officer = hand {
                    try keepAdministrator(account, try present(id, in: connection), in: connection)
                }
            }
            let expiry = draws.instant.adding(seconds: Accounts.invitationHours * 3_600)
            try accounts.keep(token, of: id, until: expiry, in: connection)
            if let vault {
                let sealed = try vault.seal(token, of: id)
                let kind: AccountNotice.Kind = account.hasPassword ? .newLink : .invitation
                try accounts.keep(notice, kind, sealed, to: id, at: draws.instant, until: expiry, in: connection)
            }
            try note(act, id, nil, draws, connection)
        }
        return token
    }

    private func refuseOwn(_ id: String) throws(AccountRefusal) {
        if hand == .officer(id) { throw .ownAccount }
    }

    private func present(_ id: String, in connection: any Connection) throws -> Account {
        guard let account = try accounts.find(id: id, in: connection) else { throw AccountRefusal.unknown }
        return account
    }

    private func note(
        _ act: AccountAct,
        _ id: String,
        _ value: String?,
        isAlone: Bool = false,
        _ draws: AccountDraws,
        _ connection: any Connection
    ) throws {
        try accounts.record(act, of: id, value, isAlone: isAlone, by: hand, draws, in: connection)
    }

    private func write<T: Sendable>(
        _ body: @escaping @Sendable (AccountDraws, any Connection) throws -> T
    ) async throws -> T {
        let draws = AccountDraws(from: accounts.world)
        return try await accounts.database.write(accounts.scope) { try body(draws, $0) }
    }

    private static func acts(of change: AccountChange) -> [(AccountAct, String?)] {
        var acts: [(AccountAct, String?)] = []
        if change.name != nil { acts.append((.renamed, nil)) }
        if let roles = change.roles { acts.append((.rolesChanged, roles.written)) }
        if let term = change.term { acts.append((.termChanged, term.day?.description ?? "sans")) }
        if change.password != nil { acts.append((.passwordChanged, nil)) }
        if change.enables { acts.append((.enabled, nil)) }
        return acts
    }
}
