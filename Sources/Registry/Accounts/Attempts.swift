import Complaints
import Crypto
import Storage

/// Counts who tries what, so that guessing becomes slow. Nobody can be read from what is kept.
struct Attempts: Sendable {
    let organisation: String
    let delay: GuessDelay

    /// What is counted, unreadable.
    ///
    /// - Parameter parts: a purpose, then what tells one guesser from another.
    static func subject(_ parts: String...) -> String { subject(parts) }

    static func subject(_ parts: [String]) -> String {
        hexadecimal(SHA256.hash(data: Array(parts.joined(separator: "\n").utf8)))
    }

    /// Seconds to wait, or zero once the attempt has been counted.
    func count(_ subject: String, at now: Instant, in connection: any Connection) throws -> Int {
        let (failures, seconds) = try standing(subject, at: now, in: connection)
        guard seconds == 0 else { return seconds }
        try connection.run(
            """
            INSERT INTO sign_in_attempt (organisation, subject, failures, last_at)
            VALUES (\(organisation), \(subject), \(failures + 1), \(now.description))
            ON CONFLICT (organisation, subject)
            DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at
            """
        )
        return 0
    }

    /// Seconds to wait; nothing is counted.
    func wait(_ subject: String, at now: Instant, in connection: any Connection) throws -> Int {
        try standing(subject, at: now, in: connection).seconds
    }

    private func standing(
        _ subject: String,
        at now: Instant,
        in connection: any Connection
    ) throws -> (failures: Int, seconds: Int) {
        let row = try connection.run(
            """
            SELECT failures, last_at FROM sign_in_attempt
            WHERE organisation = \(organisation) AND subject = \(subject)
            """
        ).first
        guard let row, let last = Instant(try row.text(1)), last.adding(seconds: delay.memory) > now else {
            return (0, 0)
        }
        let failures = try row.integer(0)
        let end = last.adding(seconds: delay.after(failures: failures))
        return (failures, max(0, Int(end.secondsSince1970 - now.secondsSince1970)))
    }

    /// Whoever succeeds was no guesser.
    func forgive(_ subject: String, in connection: any Connection) throws {
        try connection.run(
            "DELETE FROM sign_in_attempt WHERE organisation = \(organisation) AND subject = \(subject)"
        )
    }
}
