import Complaints
import Storage

/// How many passwords may be guessed within a minute: beyond it, whoever comes from there waits for the next (S-54).
/// Sessions go on.
struct MinuteLimit: Sendable {
    let organisation: String
    /// Failures within one minute of the clock, attempts under way included.
    let most: Int
    private let source: [String]

    /// From everywhere together, so that a crowd of networks gains little over one, and what waits to be computed stays
    /// short.
    static func everywhere(_ organisation: String) -> MinuteLimit {
        MinuteLimit(organisation: organisation, most: 1_000, source: ["all/v1", organisation])
    }

    /// From one network: a part of that, so that it makes nobody elsewhere wait, whatever addresses it tries. An office of
    /// 200 people signs in at once.
    static func network(_ network: String, _ organisation: String) -> MinuteLimit {
        MinuteLimit(organisation: organisation, most: 300, source: ["network/v1", organisation, network])
    }

    /// Seconds until the next minute where this one is full, or zero.
    func wait(at now: Instant, in connection: any Connection) throws -> Int {
        let row = try connection.run(
            """
            SELECT failures FROM sign_in_attempt
            WHERE organisation = \(organisation) AND subject = \(subject(now))
            """
        ).first
        guard let row, try row.integer(0) >= most else { return 0 }
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
        Attempts.subject(source + [String(now.secondsSince1970 / 60)])
    }
}
