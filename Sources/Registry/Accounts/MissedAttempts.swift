import Storage

/// Attempts that failed since the owner of an account was last let in (S-54).
struct MissedAttempts: Sendable {
    let organisation: String

    /// Counts one. - Parameter id: the account; nil where there is none, which is counted as well and told to nobody, so
    ///   that it takes as long (S-44).
    func count(for id: String?, in connection: any Connection) throws {
        try connection.run(
            """
            INSERT INTO missed_attempt (organisation, account, failures) VALUES (\(organisation), \(id ?? ""), 1)
            ON CONFLICT (organisation, account) DO UPDATE SET failures = missed_attempt.failures + 1
            """
        )
    }

    /// How many there were, once: whoever is let in is told.
    func take(of id: String, in connection: any Connection) throws -> Int {
        try connection.run(
            """
            DELETE FROM missed_attempt WHERE organisation = \(organisation) AND account = \(id) RETURNING failures
            """
        ).first?.integer(0) ?? 0
    }
}
