import Complaints
import Storage

/// The identities by which officers sign in beside their passwords (docs/decisions/0030). A link is made by its account's
/// owner, never by an address that happens to be the same, and no account comes of an identity.
extension Accounts {
    /// Links an account with an identity, in place of the one that it had.
    ///
    /// - Throws: `LinkRefusal`.
    public func link(_ identity: ProviderIdentity, to id: String) async throws {
        let now = world.now()
        try await database.write(scope) { connection in
            guard try find(id: id, in: connection)?.canSignIn(on: now.civilDate) == true else {
                throw LinkRefusal.ownerIsOut
            }
            let owner = try owner(of: identity, in: connection)
            guard owner != id else { return }
            guard owner == nil else { throw LinkRefusal.taken }
            try connection.run(
                """
                INSERT INTO provider_identity (organisation, account, issuer, subject, linked_at)
                VALUES (\(organisation), \(id), \(identity.issuer), \(identity.subject), \(now.description))
                ON CONFLICT (organisation, account) DO UPDATE
                SET issuer = excluded.issuer, subject = excluded.subject, linked_at = excluded.linked_at
                """
            )
            try note(.identityLinked, of: id, in: connection)
        }
    }

    /// Takes the link of an account back, if it has one.
    public func unlink(_ id: String) async throws {
        try await database.write(scope) { try unlink(id, in: $0) }
    }

    /// The same within a transaction.
    func unlink(_ id: String, in connection: any Connection) throws {
        let ended = try connection.run(
            """
            DELETE FROM provider_identity WHERE organisation = \(organisation) AND account = \(id) RETURNING account
            """
        )
        if !ended.isEmpty { try note(.identityUnlinked, of: id, in: connection) }
    }

    /// The identity that an account is linked with; nil for none.
    public func identity(of id: String) async throws -> LinkedIdentity? {
        let row = try await database.read { connection in
            try connection.run(
                """
                SELECT issuer, subject, linked_at FROM provider_identity
                WHERE organisation = \(organisation) AND account = \(id)
                """
            ).first
        }
        guard let row else { return nil }
        guard let since = Instant(try row.text(2)) else { throw StorageError.failed("a link has no valid instant") }
        return LinkedIdentity(
            identity: ProviderIdentity(issuer: try row.text(0), subject: try row.text(1)),
            since: since
        )
    }

    /// Counts an attempt before the provider is asked anything, so that nobody has us ask it without end (S-54).
    public func attemptByProvider(from network: String) async throws -> ProviderAttempt {
        let now = world.now()
        let wait = try await database.write(scope) { connection in
            let limits = limits(network)
            for limit in limits {
                let full = try limit.wait(at: now, in: connection)
                guard full == 0 else { return full }
            }
            for limit in limits { try limit.count(at: now, in: connection) }
            return 0
        }
        return ProviderAttempt(wait: wait, network: network, at: now)
    }

    /// Who signs in by an identity: `accepted` as by a password, or `refused` where it is linked with no open account.
    ///
    /// - Parameter attempt: what was counted for it.
    public func signIn(by identity: ProviderIdentity, _ attempt: ProviderAttempt) async throws -> SignIn {
        let now = world.now()
        return try await database.write(scope) { connection in
            let owner = try owner(of: identity, in: connection)
            let account = try owner.flatMap { try find(id: $0, in: connection) }
            guard let account, account.canSignIn(on: now.civilDate) else {
                try accesses.refuse(.signedIn, by: owner ?? AccessEntry.nobody, at: now, in: connection)
                return .refused
            }
            for limit in limits(attempt.network) { try limit.forgive(from: attempt.at, in: connection) }
            return .accepted(account)
        }
    }

    private func owner(of identity: ProviderIdentity, in connection: any Connection) throws -> String? {
        try connection.run(
            """
            SELECT account FROM provider_identity
            WHERE organisation = \(organisation) AND issuer = \(identity.issuer) AND subject = \(identity.subject)
            """
        ).first?.text(0)
    }
}
