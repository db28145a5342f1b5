import Complaints
import Storage

extension Accounts {
    /// Hours that an invitation is good for (S-55).
    public static var invitationHours: Int { 72 }

    /// A link that lets its account choose a password, once. Those given before are taken back.
    func invite(_ account: Account, hours: Int = Self.invitationHours) async throws -> StaffToken {
        let token = StaffToken(random: world.bytes(32))
        let expiry = world.now().adding(seconds: hours * 3_600)
        try await database.write(scope) { try keep(token, of: account.id, until: expiry, in: $0) }
        return token
    }

    /// Keeps a link, the only one of its account from now on.
    func keep(_ token: StaffToken, of id: String, until expiry: Instant, in connection: any Connection) throws {
        for table: SQL in ["password_link", "account_notice"] {
            try connection.run("DELETE FROM \(table) WHERE organisation = \(organisation) AND account = \(id)")
        }
        try connection.run(
            """
            INSERT INTO password_link (organisation, token_digest, account, expires_at)
            VALUES (\(organisation), \(token.digest), \(id), \(expiry.description))
            """
        )
        try note(.invited, of: id, in: connection)
    }

    /// Forgets password and second factor of somebody who has lost the latter, within a transaction: nobody takes their place
    /// by either until they have used a link (S-55). Their sessions end.
    func forgetCredentials(of id: String, in connection: any Connection) throws {
        for table: SQL in ["second_factor", "recovery_code"] {
            try connection.run("DELETE FROM \(table) WHERE organisation = \(organisation) AND account = \(id)")
        }
        try connection.run("UPDATE account SET password = NULL WHERE organisation = \(organisation) AND id = \(id)")
        try note(.credentialsForgotten, of: id, in: connection)
        // Whoever lost one way in may have lost the other with it.
        try unlink(id, in: connection)
        try endAll(of: id, in: connection)
    }

    /// Whose link it is; `nil` once it is used, taken back or over. Looking does not use it.
    public func account(invitedBy token: StaffToken) async throws -> Account? {
        let now = world.now()
        return try await database.read { try account(invitedBy: token, at: now, in: $0) }
    }

    /// Uses a link: the password is set, the link is gone. `nil` where it was no good any more.
    ///
    /// - Parameter password: one that `PasswordRules` has accepted.
    public func choose(password: String, with token: StaffToken) async throws -> Account? {
        let record = try await hasher.record(password, salt: world.bytes(16))
        let now = world.now()
        return try await database.write(scope) { connection in
            guard let account = try account(invitedBy: token, at: now, in: connection) else { return nil }
            try by(account.id).set(record, of: account.id, in: connection)
            return try find(id: account.id, in: connection)
        }
    }

    private func account(
        invitedBy token: StaffToken,
        at now: Instant,
        in connection: any Connection
    ) throws -> Account? {
        try connection.run(
            """
            SELECT \(Account.columns)
            FROM password_link l JOIN account a ON a.organisation = l.organisation AND a.id = l.account
            WHERE l.organisation = \(organisation) AND l.token_digest = \(token.digest)
                AND l.expires_at > \(now.description) AND \(Account.isOpen(on: now.civilDate))
            """
        ).first.map { try Account($0) }
    }
}
