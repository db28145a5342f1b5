import Complaints
public import Storage

extension Accounts {
    /// Gives somebody other roles, and ends their sessions: the next request is already under the new ones (S-56).
    public func set(roles: Set<String>, of id: String) async throws {
        try await change(id) { connection in
            try connection.run("UPDATE account SET roles = \(roles.written) WHERE \(isAccount(id))")
        }
    }

    /// Puts down a password that `PasswordRules` has accepted, ends every session, and takes back every link.
    public func set(password: String, of id: String) async throws {
        let record = try await hasher.record(password, salt: world.bytes(16))
        try await database.write(scope) { try set(record, of: id, in: $0) }
    }

    /// Keeps somebody out from now on (S-56).
    public func disable(_ id: String) async throws {
        let at = world.now().description
        try await change(id) { connection in
            try connection.run("UPDATE account SET disabled_at = \(at) WHERE \(isAccount(id)) AND disabled_at IS NULL")
        }
    }

    /// Lets somebody in again, with the password they had.
    public func enable(_ id: String) async throws {
        try await change(id) { connection in
            try connection.run("UPDATE account SET disabled_at = NULL WHERE \(isAccount(id))")
        }
    }

    func set(_ record: PasswordRecord, of id: String, in connection: any Connection) throws {
        try connection.run("UPDATE account SET password = \(record.text) WHERE \(isAccount(id))")
        try endAll(of: id, in: connection)
    }

    /// Ends all that an account has open, within a transaction: sessions and links.
    public func endAll(of id: String, in connection: any Connection) throws {
        for table: SQL in ["staff_session", "password_link"] {
            try connection.run("DELETE FROM \(table) WHERE organisation = \(organisation) AND account = \(id)")
        }
    }

    private func change(_ id: String, _ body: @escaping @Sendable (any Connection) throws -> Void) async throws {
        try await database.write(scope) { connection in
            try body(connection)
            try endAll(of: id, in: connection)
        }
    }

    private func isAccount(_ id: String) -> SQL { "organisation = \(organisation) AND id = \(id)" }
}
