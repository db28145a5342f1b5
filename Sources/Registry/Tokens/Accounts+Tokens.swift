import Complaints
import Storage

/// The tokens by which programs act for the officers who made them (docs/decisions/0024): with their rights of the moment, as
/// far as each goes, until its last day.
extension Accounts {
    /// How many one person may have at a time.
    public static var mostTokens: Int { 10 }

    /// Makes one. Its text is known to whoever is given it here, and kept nowhere.
    ///
    /// - Throws: `TokenRefusal`.
    public func makeToken(_ order: TokenOrder, for id: String) async throws -> AccessToken {
        let token = AccessToken(random: world.bytes(AccessToken.length))
        let now = world.now()
        try await database.write(scope) { connection in
            let today = now.civilDate
            guard order.endsOn >= today else { throw TokenRefusal.endIsOver }
            let latest = today.adding(days: TokenOrder.mostDays)
            guard order.endsOn <= latest else { throw TokenRefusal.endTooFar(latest: latest) }
            guard try find(id: id, in: connection)?.canSignIn(on: today) == true else {
                throw TokenRefusal.ownerIsOut
            }
            let held = try tokens("AND t.account = \(id) AND t.ends_on >= \(today.description)", in: connection)
            guard held.count < Self.mostTokens else { throw TokenRefusal.tooMany(most: Self.mostTokens) }
            try connection.run(
                """
                INSERT INTO access_token (organisation, id, digest, account, name, scope, made_at, ends_on)
                VALUES (\(organisation), \(token.id), \(token.digest), \(id), \(order.name),
                    \(order.scope.rawValue), \(now.description), \(order.endsOn.description))
                """
            )
            try note(.tokenMade, of: id, token.id, in: connection)
        }
        return token
    }

    /// Those of an account, the latest first, ended ones for a month.
    public func tokens(of id: String) async throws -> [TokenStanding] {
        try await database.read { try tokens("AND t.account = \(id) ORDER BY t.made_at DESC, t.id", in: $0) }
    }

    /// Ends one of an account's; another's is not touched.
    public func endToken(_ token: String, of id: String) async throws {
        try await database.write(scope) { try endTokens("id = \(token) AND account = \(id)", in: $0) }
    }

    /// Ends all of an account's, within a transaction.
    func endTokens(of id: String, in connection: any Connection) throws {
        try endTokens("account = \(id)", in: connection)
    }

    /// Forgets those that ended by themselves a month ago.
    func forgetTokens(at now: Instant, in connection: any Connection) throws {
        let oldest = now.civilDate.adding(days: -30).description
        try connection.run("DELETE FROM access_token WHERE organisation = \(organisation) AND ends_on < \(oldest)")
    }

    private func endTokens(_ condition: SQL, in connection: any Connection) throws {
        let ended = try connection.run(
            """
            DELETE FROM access_token WHERE organisation = \(organisation) AND \(condition) RETURNING id, account
            """
        )
        for row in ended { try note(.tokenEnded, of: try row.text(1), try row.text(0), in: connection) }
    }

    private func tokens(_ rest: SQL, in connection: any Connection) throws -> [TokenStanding] {
        try connection.run(
            """
            SELECT \(TokenStanding.columns) FROM access_token t WHERE t.organisation = \(organisation) \(rest)
            """
        ).map { try TokenStanding($0) }
    }
}
