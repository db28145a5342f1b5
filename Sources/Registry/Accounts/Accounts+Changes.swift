import Complaints
public import Storage

extension Accounts {
    /// Changes what is said of an account, whole or not at all. Roles, a password or being let in again end its sessions
    /// and take back its links: the next request is already under the new ones (S-56).
    ///
    /// - Returns: the account as it is then; nil where there is none of that identifier.
    /// - Throws: `AccountRefusal` where its end will not do for its roles.
    @discardableResult public func change(_ id: String, _ change: AccountChange) async throws -> Account? {
        let record = try await record(of: change.password)
        let today = world.now().civilDate
        return try await database.write(scope) { try apply(change, record, to: id, today: today, in: $0) }
    }

    /// A password as it is kept, made before the transaction that keeps it.
    func record(of password: String?) async throws -> PasswordRecord? {
        guard let password else { return nil }
        return try await hasher.record(password, salt: world.bytes(16))
    }

    /// The same within a transaction. - Parameter record: that of the new password.
    func apply(
        _ change: AccountChange,
        _ record: PasswordRecord?,
        to id: String,
        today: CivilDate,
        in connection: any Connection
    ) throws -> Account? {
        guard let present = try find(id: id, in: connection) else { return nil }
        if change.roles != nil || change.term != nil {
            let end = change.term == nil ? present.expiresOn : change.term?.day
            let roles = change.roles ?? present.roles
            try AccountTerm.check(end, isNew: change.term != nil, for: roles, today: today)
        }
        if let name = change.name {
            try connection.run("UPDATE account SET name = \(name) WHERE \(isAccount(id))")
        }
        if let roles = change.roles {
            try connection.run("UPDATE account SET roles = \(roles.written) WHERE \(isAccount(id))")
        }
        if let term = change.term {
            try connection.run("UPDATE account SET expires_on = \(term.day?.description) WHERE \(isAccount(id))")
        }
        if change.enables {
            try connection.run("UPDATE account SET disabled_at = NULL WHERE \(isAccount(id))")
        }
        if change.roles != nil || change.enables { try endAll(of: id, in: connection) }
        if let record { try set(record, of: id, in: connection) }
        return try find(id: id, in: connection)
    }

    /// Keeps somebody out from now on (S-56).
    public func disable(_ id: String) async throws {
        let now = world.now()
        try await database.write(scope) { try disable(id, at: now, in: $0) }
    }

    /// The same within a transaction.
    func disable(_ id: String, at now: Instant, in connection: any Connection) throws {
        let at = now.description
        try connection.run("UPDATE account SET disabled_at = \(at) WHERE \(isAccount(id)) AND disabled_at IS NULL")
        try endAll(of: id, in: connection)
    }

    /// Puts down a password, ends every session, and takes back every link.
    func set(_ record: PasswordRecord, of id: String, in connection: any Connection) throws {
        try connection.run("UPDATE account SET password = \(record.text) WHERE \(isAccount(id))")
        try endAll(of: id, in: connection)
    }

    /// Ends all that an account has open, within a transaction: sessions, sign-ins under way and links.
    public func endAll(of id: String, in connection: any Connection) throws {
        for table: SQL in ["staff_session", "pending_sign_in", "password_link", "account_notice"] {
            try connection.run("DELETE FROM \(table) WHERE organisation = \(organisation) AND account = \(id)")
        }
    }

    private func isAccount(_ id: String) -> SQL { "organisation = \(organisation) AND id = \(id)" }
}
