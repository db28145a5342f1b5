public import Complaints
import Storage

/// A weekly letter that is brought to the relay.
public struct OutgoingWeeklyLetter: Sendable, Equatable {
    public let id: String
    public let recipient: String
    /// The message, to the byte.
    public let message: [UInt8]
}

extension Register {
    /// How long a weekly letter is tried, in seconds: it is worth nothing once the week is old.
    static let weeklyLifetime = 2 * 24 * 3600
    /// How long it is kept that somebody had the letter of a week, in days.
    static let weeksKept = 35

    /// The letters of this week that are due and not written yet, without their lines; none on other days.
    public func weeklyLettersDue() async throws -> [WeeklyLetter] {
        let now = world.now()
        guard let week = WeeklyLetter.week(at: now) else { return [] }
        let accounts = try await database.read { connection in
            try connection.run(
                """
                SELECT \(Account.columns) FROM account a
                WHERE a.organisation = \(organisation.id) AND a.weekly_letter = 'on'
                    AND \(Account.canSignIn(on: now.civilDate))
                    AND NOT EXISTS (SELECT 1 FROM weekly_letter w WHERE w.organisation = a.organisation
                        AND w.week = \(week.description) AND w.account = a.id)
                ORDER BY a.id
                """
            ).map { try Account($0) }
        }
        return accounts.filter(\.runsProcedure).map { account in
            WeeklyLetter(
                id: world.identifier(),
                week: week,
                account: account.id,
                recipient: account.email,
                instant: now,
                lines: []
            )
        }
    }

    /// Keeps a letter as it is written, unless another server has written that person's of that week.
    public func keep(_ letter: WeeklyLetter, message: [UInt8]) async throws {
        let at = letter.instant
        try await database.write(scope) { connection in
            try connection.run(
                """
                INSERT INTO weekly_letter (organisation, week, account, id, recipient, message, expires_at,
                    next_attempt_at)
                VALUES (\(organisation.id), \(letter.week.description), \(letter.account), \(letter.id),
                    \(letter.recipient), \(message), \(at.adding(seconds: Self.weeklyLifetime).description),
                    \(at.description))
                ON CONFLICT (organisation, week, account) DO NOTHING
                """
            )
        }
    }

    /// Takes the weekly letter that has been due longest, so that no other server sends it meanwhile; nil where none is.
    /// Whoever has turned it off since, has been let out or has another address is not written to.
    ///
    /// - Parameter seconds: how long no other server takes it: longer than an attempt can last.
    public func claimWeeklyLetter(for seconds: Int = Self.claimLifetime) async throws -> OutgoingWeeklyLetter? {
        let now = world.now()
        let next: SQL = """
            SELECT id FROM weekly_letter WHERE organisation = \(organisation.id) AND settled_at = ''
                AND next_attempt_at <= \(now.description) AND expires_at > \(now.description)
                AND EXISTS (SELECT 1 FROM account a WHERE a.organisation = weekly_letter.organisation
                    AND a.id = weekly_letter.account AND a.email = weekly_letter.recipient
                    AND a.weekly_letter = 'on' AND \(Account.canSignIn(on: now.civilDate)))
            ORDER BY next_attempt_at, id LIMIT 1
            """
        // Six days of seven nothing is due: that is found out without a write.
        guard try await database.read({ try !$0.run(next).isEmpty }) else { return nil }
        return try await database.write(scope) { connection in
            let row = try connection.run(
                """
                UPDATE weekly_letter SET next_attempt_at = \(now.adding(seconds: seconds).description)
                WHERE organisation = \(organisation.id) AND id IN (\(next)) RETURNING id, recipient, message
                """
            ).first
            return try row.map { row in
                OutgoingWeeklyLetter(id: try row.text(0), recipient: try row.text(1), message: try row.blob(2))
            }
        }
    }

    /// The relay took it, or will never take it: the message is forgotten, and that there was one is not.
    public func weeklyLetterSettled(_ letter: OutgoingWeeklyLetter) async throws {
        let (now, nothing) = (world.now().description, [UInt8]())
        try await database.write(scope) { connection in
            try connection.run(
                """
                UPDATE weekly_letter SET settled_at = \(now), message = \(nothing)
                WHERE organisation = \(organisation.id) AND id = \(letter.id)
                """
            )
        }
    }

    /// The relay could not take it now: it is tried again a minute later.
    public func weeklyLetterDeferred(_ letter: OutgoingWeeklyLetter) async throws {
        try await putOff(letter.id, in: "weekly_letter")
    }
}

extension WeeklyLetter {
    /// The same with how everything stands.
    public func with(_ lines: [UpkeepLine]) -> WeeklyLetter {
        WeeklyLetter(id: id, week: week, account: account, recipient: recipient, instant: instant, lines: lines)
    }

    /// Forgets those of an organisation that are of no use any more; of one that came too late, what it said.
    static func forget(of organisation: String, at now: Instant, in connection: any Connection) throws {
        let oldest = now.civilDate.adding(days: -Register.weeksKept).description
        let (late, nothing) = (now.description, [UInt8]())
        try connection.run(
            """
            UPDATE weekly_letter SET settled_at = \(late), message = \(nothing)
            WHERE organisation = \(organisation) AND settled_at = '' AND expires_at <= \(late)
            """
        )
        try connection.run("DELETE FROM weekly_letter WHERE organisation = \(organisation) AND week < \(oldest)")
    }
}

extension Accounts {
    /// Whether somebody wants the weekly letter.
    public func wantsWeeklyLetter(_ id: String) async throws -> Bool {
        try await database.read { connection in
            let row = try connection.run(
                "SELECT weekly_letter FROM account WHERE organisation = \(organisation) AND id = \(id)"
            ).first
            return try row?.text(0) == "on"
        }
    }

    /// Has somebody get the weekly letter, or not any more.
    public func setWeeklyLetter(_ wants: Bool, of id: String) async throws {
        try await database.write(scope) { connection in
            try connection.run(
                """
                UPDATE account SET weekly_letter = \(wants ? "on" : "off")
                WHERE organisation = \(organisation) AND id = \(id)
                """
            )
        }
    }
}
