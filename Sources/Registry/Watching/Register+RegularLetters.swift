public import Complaints
import Storage

/// A regular letter that is brought to the relay.
public struct OutgoingRegularLetter: Sendable, Equatable {
    public let kind: RegularLetter
    public let id: String
    public let recipient: String
    /// The message, to the byte.
    public let message: [UInt8]
}

extension RegularLetter {
    /// The table of those that were written, which the column of `account` has the name of that says who wants them.
    var table: SQL {
        switch self {
        case .daily: "daily_letter"
        case .weekly: "weekly_letter"
        }
    }

    /// The column of that table that says of which day or week one is.
    var period: SQL {
        switch self {
        case .daily: "day"
        case .weekly: "week"
        }
    }
}

/// One as it is kept.
struct WrittenLetter: Sendable {
    let kind: RegularLetter
    let id: String
    /// The day, or the Monday of the week, that it is of.
    let period: CivilDate
    let account: String
    let recipient: String
    /// When it was written.
    let at: Instant
    /// When it is worth nothing any more.
    let until: Instant
}

extension Register {
    /// How long it is kept that somebody had a letter, in days.
    static let lettersKept = 35

    /// Those who want such a letter, may have it and have none of that period yet.
    func unwritten(_ kind: RegularLetter, of period: CivilDate, at now: Instant) async throws -> [Account] {
        let accounts = try await database.read { connection in
            try connection.run(
                """
                SELECT \(Account.columns) FROM account a
                WHERE a.organisation = \(organisation.id) AND a.\(kind.table) = 'on'
                    AND \(Account.canSignIn(on: now.civilDate))
                    AND NOT EXISTS (SELECT 1 FROM \(kind.table) w WHERE w.organisation = a.organisation
                        AND w.\(kind.period) = \(period.description) AND w.account = a.id)
                ORDER BY a.id
                """
            ).map { try Account($0) }
        }
        return accounts.filter(\.runsProcedure)
    }

    /// Keeps a letter as it is written, unless another server has written that person's of that period. One without a
    /// message is settled at once: nothing is sent, and nobody looks again.
    func keep(_ letter: WrittenLetter, message: [UInt8]) async throws {
        let at = letter.at.description
        try await database.write(scope) { connection in
            try connection.run(
                """
                INSERT INTO \(letter.kind.table) (organisation, \(letter.kind.period), account, id, recipient, message,
                    expires_at, next_attempt_at, settled_at)
                VALUES (\(organisation.id), \(letter.period.description), \(letter.account), \(letter.id),
                    \(letter.recipient), \(message), \(letter.until.description), \(at),
                    \(message.isEmpty ? at : ""))
                ON CONFLICT (organisation, \(letter.kind.period), account) DO NOTHING
                """
            )
        }
    }

    /// Takes the letter of a kind that has been due longest, so that no other server sends it meanwhile; nil where none is.
    /// Whoever has turned it off since, has been let out or has another address is not written to.
    ///
    /// - Parameter seconds: how long no other server takes it: longer than an attempt can last.
    public func claim(
        _ kind: RegularLetter,
        for seconds: Int = Self.claimLifetime
    ) async throws -> OutgoingRegularLetter? {
        let now = world.now()
        return try await takeDue(
            of: kind.table,
            where: """
                settled_at = '' AND expires_at > \(now.description)
                    AND EXISTS (SELECT 1 FROM account a WHERE a.organisation = \(kind.table).organisation
                        AND a.id = \(kind.table).account AND a.email = \(kind.table).recipient
                        AND a.\(kind.table) = 'on' AND \(Account.canSignIn(on: now.civilDate)))
                """,
            at: now,
            for: seconds,
            returning: "id, recipient, message"
        ) { row, _ in
            OutgoingRegularLetter(
                kind: kind,
                id: try row.text(0),
                recipient: try row.text(1),
                message: try row.blob(2)
            )
        }
    }

    /// The relay took it, or will never take it: the message is forgotten, and that there was one is not.
    public func settled(_ letter: OutgoingRegularLetter) async throws {
        let (now, nothing) = (world.now().description, [UInt8]())
        try await database.write(scope) { connection in
            try connection.run(
                """
                UPDATE \(letter.kind.table) SET settled_at = \(now), message = \(nothing)
                WHERE organisation = \(organisation.id) AND id = \(letter.id)
                """
            )
        }
    }

    /// The relay could not take it now: it is tried again a minute later.
    public func deferred(_ letter: OutgoingRegularLetter) async throws {
        try await putOff(letter.id, in: letter.kind.table)
    }
}

extension RegularLetter {
    /// Forgets those of an organisation that are of no use any more; of one that came too late, what it said.
    func forget(of organisation: String, at now: Instant, in connection: any Connection) throws {
        let oldest = now.civilDate.adding(days: -Register.lettersKept).description
        let (late, nothing) = (now.description, [UInt8]())
        try connection.run(
            """
            UPDATE \(table) SET settled_at = \(late), message = \(nothing)
            WHERE organisation = \(organisation) AND settled_at = '' AND expires_at <= \(late)
            """
        )
        try connection.run("DELETE FROM \(table) WHERE organisation = \(organisation) AND \(period) < \(oldest)")
    }
}

extension Accounts {
    /// Which regular letters somebody wants.
    public func wantedLetters(_ id: String) async throws -> [RegularLetter: Bool] {
        try await database.read { connection in
            let row = try connection.run(
                "SELECT daily_letter, weekly_letter FROM account WHERE organisation = \(organisation) AND id = \(id)"
            ).first
            return [.daily: try row?.text(0) == "on", .weekly: try row?.text(1) == "on"]
        }
    }

    /// Has somebody get such a letter, or not any more.
    public func want(_ letter: RegularLetter, _ wants: Bool, of id: String) async throws {
        try await database.write(scope) { connection in
            try connection.run(
                """
                UPDATE account SET \(letter.table) = \(wants ? "on" : "off")
                WHERE organisation = \(organisation) AND id = \(id)
                """
            )
        }
    }
}
