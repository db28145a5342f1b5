import Complaints
import Storage

extension Accounts {
    /// Changes what is said of an account, whole or not at all. Roles, a password or being let in again end its sessions
    /// and tokens, and take back its links: the next request is already under the new ones (S-56).
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

    /// The same within a transaction.
    ///
    /// - Parameters:
    ///   - record: that of the new password.
    ///   - isAlone: whether roles and end take two people, and are changed by one since there is nobody else.
    func apply(
        _ change: AccountChange,
        _ record: PasswordRecord?,
        to id: String,
        today: CivilDate,
        isAlone: Bool = false,
        in connection: any Connection
    ) throws -> Account? {
        guard let present = try find(id: id, in: connection) else { return nil }
        if change.roles != nil || change.term != nil {
            let end = change.term == nil ? present.expiresOn : change.term?.day
            let roles = change.roles ?? present.roles
            try AccountTerm.check(end, isNew: change.term != nil, for: roles, today: today)
        }
        if let name = change.name {
            try write("name = \(name)", of: id, in: connection)
            try note(.renamed, of: id, in: connection)
        }
        if let roles = change.roles {
            try write("roles = \(roles.written)", of: id, in: connection)
            try note(.roles, of: id, roles.written, isAlone: isAlone, in: connection)
        }
        if let term = change.term {
            try write("expires_on = \(term.day?.description)", of: id, in: connection)
            try note(.term, of: id, term.day?.description ?? "", isAlone: isAlone, in: connection)
        }
        if change.enables {
            try write("disabled_at = NULL", of: id, in: connection)
            try note(.enabled, of: id, in: connection)
        }
        if change.roles != nil || change.enables { try endAll(of: id, in: connection) }
        if let record { try set(record, of: id, in: connection) }
        return try find(id: id, in: connection)
    }

    /// Keeps somebody out from now on (S-56).
    func disable(_ id: String) async throws {
        let now = world.now()
        try await database.write(scope) { try disable(id, at: now, in: $0) }
    }

    /// The same within a transaction.
    func disable(_ id: String, at now: Instant, in connection: any Connection) throws {
        let at = now.description
        let closed = try connection.run(
            "UPDATE account SET disabled_at = \(at) WHERE \(isAccount(id)) AND disabled_at IS NULL RETURNING id"
        )
        if !closed.isEmpty { try note(.disabled, of: id, in: connection) }
        try endAll(of: id, in: connection)
    }

    /// Puts down a password, ends every session, and takes back every link. An identity is linked no more: whoever knew the
    /// former password may have linked theirs.
    func set(_ record: PasswordRecord, of id: String, in connection: any Connection) throws {
        try write("password = \(record.text)", of: id, in: connection)
        try note(.password, of: id, in: connection)
        try unlink(id, in: connection)
        try endAll(of: id, in: connection)
    }

    /// Ends all that an account has open, within a transaction: sessions, tokens of programs, its calendar’s address, sign-ins under way and links.
    func endAll(of id: String, in connection: any Connection) throws {
        try endSessions(of: id, in: connection)
        try endTokens(of: id, in: connection)
        try endCalendarFeed(of: id, in: connection)
        for table: SQL in ["pending_sign_in", "password_link", "account_notice"] {
            try connection.run("DELETE FROM \(table) WHERE organisation = \(organisation) AND account = \(id)")
        }
    }

    private func write(_ set: SQL, of id: String, in connection: any Connection) throws {
        try connection.run("UPDATE account SET \(set) WHERE \(isAccount(id))")
    }

    private func isAccount(_ id: String) -> SQL { "organisation = \(organisation) AND id = \(id)" }
}
