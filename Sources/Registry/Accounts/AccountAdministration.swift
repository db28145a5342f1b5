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

/// Somebody administering the accounts of an organisation, and nobody ever shut out by mistake (S-55, S-56). The accounts are
/// in their hands (`Accounts.by`), and write each change with its line in the journal of accesses, in one transaction (S-62).
public struct AccountAdministration: Sendable {
    let accounts: Accounts
    /// Whether the provider declares that all its accounts are one person's (docs/decisions/0019).
    let isOnePerson: Bool
    /// Seals the links that leave by mail; nil where none does.
    let vault: AccountVault?

    /// Without mail: links are handed over by whoever administers.
    ///
    /// - Parameter accounts: in the hands of whoever administers them.
    public init(of accounts: Accounts, isOnePerson: Bool = false) {
        self.init(of: accounts, isOnePerson: isOnePerson, sealing: nil)
    }

    init(of accounts: Accounts, isOnePerson: Bool, sealing vault: AccountVault?) {
        self.accounts = accounts
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
        return try await write { now, connection in
            let account = try accounts.add(
                id: id,
                email: newcomer.email,
                name: newcomer.name,
                roles: newcomer.roles,
                expiresOn: newcomer.expiresOn,
                at: now,
                in: connection
            )
            if let record { try accounts.set(record, of: id, in: connection) }
            return try accounts.find(id: id, in: connection) ?? account
        }
    }

    /// Changes what is said of an account, whole or not at all. One's own roles and end are another administrator's to
    /// change; where there is nobody else, the journal says so.
    ///
    /// - Parameter shown: the account that the change was made from; nil for whoever says all that is to be.
    /// - Returns: the account as it is then.
    /// - Throws: `AccountRefusal.changedMeanwhile` where its name, roles or end are no longer those shown.
    @discardableResult public func change(
        _ id: String,
        _ change: AccountChange,
        from shown: Account? = nil
    ) async throws -> Account {
        guard change.roles?.isEmpty != true else { throw AccountRefusal.roleMissing }
        let record = try await accounts.record(of: change.password)
        return try await write { now, connection in
            let (before, today) = (try present(id, in: connection), now.civilDate)
            if let shown, !before.isSet(as: shown) { throw AccountRefusal.changedMeanwhile }
            let isAlone = try (change.roles != nil || change.term != nil) && isAlone(over: id, today, in: connection)
            let after = try accounts.apply(change, record, to: id, today: today, isAlone: isAlone, in: connection)
            guard let after else { throw AccountRefusal.unknown }
            try keepAdministrator(before, after, in: connection)
            return after
        }
    }

    /// Keeps somebody out from now on; nobody does it to themself.
    public func disable(_ id: String) async throws {
        try refuseOwn(id)
        try await write { now, connection in
            let before = try present(id, in: connection)
            try accounts.disable(id, at: now, in: connection)
            try keepAdministrator(before, try present(id, in: connection), in: connection)
        }
    }

    /// Ends one session of an account, or all.
    public func endSessions(of id: String, only session: String? = nil) async throws {
        try await write { _, connection in
            _ = try present(id, in: connection)
            if let session {
                try accounts.end(session: session, of: id, in: connection)
            } else {
                try accounts.endSessions(of: id, in: connection)
            }
        }
    }

    // MARK: Inviting

    /// A link by which its owner chooses a password, once; those given before are taken back. Where mail leaves, it goes to
    /// them by mail too.
    public func invite(_ id: String) async throws -> StaffToken { try await link(to: id) }

    /// The same for somebody who has lost their second factor: it is forgotten with the password, and sessions end. Not for
    /// oneself.
    public func reset(_ id: String) async throws -> StaffToken {
        try refuseOwn(id)
        return try await link(to: id, forgettingFirst: true)
    }

    private func link(to id: String, forgettingFirst forgets: Bool = false) async throws -> StaffToken {
        let token = StaffToken(random: accounts.world.bytes(32))
        let notice = accounts.world.identifier()
        try await write { now, connection in
            let account = try present(id, in: connection)
            guard account.isOpen(on: now.civilDate) else { throw AccountRefusal.notOpen }
            if forgets {
                try accounts.forgetCredentials(of: id, in: connection)
                // A command may: whoever has the machine makes another administrator.
                if accounts.hand != AccessEntry.server {
                    try keepAdministrator(account, try present(id, in: connection), in: connection)
                }
            }
            let expiry = now.adding(seconds: Accounts.invitationHours * 3_600)
            try accounts.keep(token, of: id, until: expiry, in: connection)
            if let vault {
                let sealed = try vault.seal(token, of: id)
                let kind: AccountNotice.Kind = account.hasPassword ? .newLink : .invitation
                try accounts.keep(notice, kind, sealed, to: id, at: now, until: expiry, in: connection)
            }
        }
        return token
    }

    private func refuseOwn(_ id: String) throws(AccountRefusal) {
        if accounts.hand == id { throw .ownAccount }
    }

    private func present(_ id: String, in connection: any Connection) throws -> Account {
        guard let account = try accounts.find(id: id, in: connection) else { throw AccountRefusal.unknown }
        return account
    }

    /// One transaction, and when it is.
    private func write<T: Sendable>(
        _ body: @escaping @Sendable (Instant, any Connection) throws -> T
    ) async throws -> T {
        let now = accounts.world.now()
        return try await accounts.database.write(accounts.scope) { try body(now, $0) }
    }
}
