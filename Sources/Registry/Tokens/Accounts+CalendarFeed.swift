public import Complaints
import Storage

/// The address by which somebody's calendar reads their due dates, as its owner sees it: no secret.
public struct CalendarFeedStanding: Sendable, Hashable {
    /// When it was made.
    public let madeAt: Instant
    /// The last day, in Paris, on which a calendar read it; nil where none ever did.
    public let usedOn: CivilDate?
}

/// What showing the secret of such an address came to.
public enum CalendarEntry: Sendable, Hashable {
    /// It is good: whose.
    case open(Account)
    /// It is none of ours, was taken back, or its owner is out: nobody learns which (S-44).
    case refused
    /// Too many that are none of ours were shown from there: nothing was looked at.
    case wait(seconds: Int)
}

/// One secret address for each account (docs/decisions/0036): kept as a digest, as tokens are, and ended with them.
extension Accounts {
    /// Makes one, in place of the one before. Its secret is known to whoever is given it here, and kept nowhere.
    public func makeCalendarFeed(of id: String) async throws -> StaffToken {
        let secret = StaffToken(random: world.bytes(32))
        let now = world.now().description
        try await database.write(scope) { connection in
            try connection.run(
                """
                INSERT INTO calendar_feed (organisation, account, digest, made_at)
                VALUES (\(organisation), \(id), \(secret.digest), \(now))
                ON CONFLICT (organisation, account)
                DO UPDATE SET digest = excluded.digest, made_at = excluded.made_at, used_on = ''
                """
            )
            try note(.calendarMade, of: id, in: connection)
        }
        return secret
    }

    /// That of an account; nil where there is none.
    public func calendarFeed(of id: String) async throws -> CalendarFeedStanding? {
        try await database.read { connection in
            let row = try connection.run(
                """
                SELECT made_at, used_on FROM calendar_feed WHERE organisation = \(organisation) AND account = \(id)
                """
            ).first
            guard let row, let madeAt = Instant(try row.text(0)) else { return nil }
            return CalendarFeedStanding(madeAt: madeAt, usedOn: CivilDate(try row.text(1)))
        }
    }

    /// Takes it back.
    public func endCalendarFeed(of id: String) async throws {
        try await database.write(scope) { try endCalendarFeed(of: id, in: $0) }
    }

    /// The same within a transaction.
    func endCalendarFeed(of id: String, in connection: any Connection) throws {
        let ended = try connection.run(
            "DELETE FROM calendar_feed WHERE organisation = \(organisation) AND account = \(id) RETURNING account"
        )
        if !ended.isEmpty { try note(.calendarEnded, of: id, in: connection) }
    }

    /// Whose due dates a calendar may read by a secret. Those that were never given are counted by the network that they
    /// come from, so that guessing becomes slow.
    ///
    /// - Parameter network: the one that the request comes from.
    public func enter(byCalendar secret: StaffToken, from network: String) async throws -> CalendarEntry {
        let now = world.now()
        let subject = Attempts.subject("calendar/v1", organisation, network)
        let (seconds, held) = try await database.read { connection in
            (
                try guesses.wait(subject, at: now, in: connection),
                try owner(by: secret, in: connection)
            )
        }
        guard seconds == 0 else { return .wait(seconds: seconds) }
        guard let held else {
            let seconds = try await countGuess(subject, at: now)
            return seconds == 0 ? .refused : .wait(seconds: seconds)
        }
        guard held.account.canSignIn(on: now.civilDate) else { return .refused }
        try await note(held, usedOn: now.civilDate)
        return .open(held.account)
    }

    private struct Owner: Sendable {
        let account: Account
        let usedOn: String
    }

    /// Found by the digest of 256 bits of chance: how long that takes tells nothing of the secret.
    private func owner(by secret: StaffToken, in connection: any Connection) throws -> Owner? {
        try connection.run(
            """
            SELECT f.used_on, \(Account.columns) FROM calendar_feed f
            JOIN account a ON a.organisation = f.organisation AND a.id = f.account
            WHERE f.organisation = \(organisation) AND f.digest = \(secret.digest)
            """
        ).first.map { Owner(account: try Account($0, from: 1), usedOn: try $0.text(0)) }
    }

    /// Once a day: a request is no write.
    private func note(_ owner: Owner, usedOn today: CivilDate) async throws {
        guard owner.usedOn != today.description else { return }
        try await database.write(scope) { connection in
            try connection.run(
                """
                UPDATE calendar_feed SET used_on = \(today.description)
                WHERE organisation = \(organisation) AND account = \(owner.account.id)
                """
            )
        }
    }
}
