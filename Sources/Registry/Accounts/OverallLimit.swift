import Complaints
import Storage

/// How many passwords may be guessed in a minute from everywhere together: beyond it, whoever comes waits for the next
/// minute, so that a crowd of addresses gains nothing over one, and what waits to be computed stays short (S-54). Sessions
/// go on.
struct OverallLimit: Sendable {
    let organisation: String

    /// Failures within one minute of the clock, attempts under way included.
    static let most = 1_000

    /// Seconds until the next minute where this one is full, or zero.
    func wait(at now: Instant, in connection: any Connection) throws -> Int {
        let row = try connection.run(
            """
            SELECT failures FROM sign_in_attempt
            WHERE organisation = \(organisation) AND subject = \(subject(now))
            """
        ).first
        guard let row, try row.integer(0) >= Self.most else { return 0 }
        return 60 - Int(now.secondsSince1970 % 60)
    }

    /// Counts an attempt as a failure until it is known to be none.
    func count(at now: Instant, in connection: any Connection) throws {
        try connection.run(
            """
            INSERT INTO sign_in_attempt (organisation, subject, failures, last_at)
            VALUES (\(organisation), \(subject(now)), 1, \(now.description))
            ON CONFLICT (organisation, subject)
            DO UPDATE SET failures = sign_in_attempt.failures + 1, last_at = excluded.last_at
            """
        )
    }

    /// Takes back an attempt that was none. - Parameter instant: when it was counted.
    func forgive(from instant: Instant, in connection: any Connection) throws {
        let subject = subject(instant)
        try connection.run(
            """
            DELETE FROM sign_in_attempt
            WHERE organisation = \(organisation) AND subject = \(subject) AND failures = 1
            """
        )
        try connection.run(
            """
            UPDATE sign_in_attempt SET failures = failures - 1
            WHERE organisation = \(organisation) AND subject = \(subject) AND failures > 1
            """
        )
    }

    private func subject(_ now: Instant) -> String {
        Attempts.subject("all/v1", organisation, String(now.secondsSince1970 / 60))
    }
}
