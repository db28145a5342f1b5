import Complaints
public import Storage

extension Accounts {
    /// Changes what is said of an account, whole or not at all. Roles, a password or being let in again end its sessions
    /// and take back its links: the next request is already under the new ones (S-56).
    ///
    /// - Returns: the account as it is then; nil where there is none of that identifier.
    @discardableResult public func change(_ id: String, _ change: AccountChange) async throws -> Account? {
        let record: PasswordRecord? =
            if let password = change.password { try await hasher.record(password, salt: world.bytes(16)) } else { nil }
        return try await database.write(scope) { connection in
            guard try find(id: id, in: connection) != nil else { return nil }
            if let name = change.name { try write("name = \(name)", as: .renamed, of: id, in: connection) }
            if let roles = change.roles {
                try write("roles = \(roles.written)", as: .roles, of: id, in: connection)
            }
            if change.enables { try write("disabled_at = NULL", as: .enabled, of: id, in: connection) }
            if change.roles != nil || change.enables { try endAll(of: id, in: connection) }
            if let record { try set(record, of: id, in: connection) }
            return try find(id: id, in: connection)
        }
    }

    /// Keeps somebody out from now on (S-56).
    public func disable(_ id: String) async throws {
        let at = world.now().description
        try await database.write(scope) { connection in
            let closed = try connection.run(
                "UPDATE account SET disabled_at = \(at) WHERE \(isAccount(id)) AND disabled_at IS NULL RETURNING id"
            )
            if !closed.isEmpty { try note(.disabled, of: id, in: connection) }
            try endAll(of: id, in: connection)
        }
    }

    /// Puts down a password, ends every session, and takes back every link.
    func set(_ record: PasswordRecord, of id: String, in connection: any Connection) throws {
        try write("password = \(record.text)", as: .password, of: id, in: connection)
        try endAll(of: id, in: connection)
    }

    /// Ends all that an account has open, within a transaction: sessions, sign-ins under way and links.
    public func endAll(of id: String, in connection: any Connection) throws {
        try accesses.end("s.account = \(id)", as: .sessionEnded, by: hand, at: world.now(), in: connection)
        for table: SQL in ["pending_sign_in", "password_link"] {
            try connection.run("DELETE FROM \(table) WHERE organisation = \(organisation) AND account = \(id)")
        }
    }

    private func write(_ set: SQL, as event: AccountEvent, of id: String, in connection: any Connection) throws {
        try connection.run("UPDATE account SET \(set) WHERE \(isAccount(id))")
        try note(event, of: id, in: connection)
    }

    private func isAccount(_ id: String) -> SQL { "organisation = \(organisation) AND id = \(id)" }
}
