public import Complaints
import Storage

/// An account as whoever administers it sees it: no secret, and nothing that its owner did.
public struct AccountStanding: Sendable, Hashable {
    /// The account.
    public let account: Account
    /// When its owner last signed in; nil where they never have.
    public let lastSignIn: Instant?
    /// Whether an application or recovery codes are set up.
    public let hasSecondFactor: Bool
    /// Whether a link waits to be used.
    public let isInvited: Bool
}

extension Accounts {
    /// Every account, disabled ones too, by name.
    public func standings() async throws -> [AccountStanding] {
        try await standings("ORDER BY a.name, a.id")
    }

    /// That of one account; nil where there is none of that identifier.
    public func standing(of id: String) async throws -> AccountStanding? {
        try await standings("AND a.id = \(id)").first
    }

    private func standings(_ rest: SQL) async throws -> [AccountStanding] {
        let now = world.now().description
        return try await database.read { connection in
            try connection.run(
                """
                SELECT a.signed_in_at,
                    (SELECT COUNT(*) FROM second_factor f WHERE f.organisation = a.organisation AND f.account = a.id),
                    (SELECT COUNT(*) FROM password_link l WHERE l.organisation = a.organisation AND l.account = a.id
                        AND l.expires_at > \(now)),
                    \(Account.columns)
                FROM account a WHERE a.organisation = \(organisation) \(rest)
                """
            ).map { row in
                AccountStanding(
                    account: try Account(row, from: 3),
                    lastSignIn: try row.optionalText(0).flatMap { Instant($0) },
                    hasSecondFactor: try row.integer(1) > 0,
                    isInvited: try row.integer(2) > 0
                )
            }
        }
    }
}
