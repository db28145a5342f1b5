public import Complaints
import Storage

/// The outbox of announcements, beside that of letters and by the same rules: claimed, tried again ever more rarely, given up.
extension Register {
    /// How long a claim on an announcement holds, in seconds: longer than an attempt can last.
    public static let announcementClaim = 60
    /// How long one is tried before it is given up, in seconds.
    static let announcementPatience = 3 * 24 * 3600
    /// How long nothing arrives at a program before it is told no more, in seconds.
    static let subscriberPatience = 5 * 24 * 3600
    /// How long the message that stops it was tried itself, in seconds: one failure after a quiet week says little.
    static let lastMessagePatience = 24 * 3600
    /// The status by which a program says that it is gone for good (RFC 9110, 15.5.11).
    static let goneStatus = 410

    /// Takes the announcement that is next, one at a time for each program, so that a slow one holds up nobody else and no
    /// other server sends it meanwhile; nil where none is due. Programs that something reaches come first, and of them the one
    /// that was tried longest ago.
    ///
    /// - Parameter isForHealthy: whether those that nothing reaches at the moment are passed over.
    /// - Throws: `Failure.headForged`, since the secrets are sealed under the log's key; `StorageError`.
    public func claimAnnouncement(
        for seconds: Int = Self.announcementClaim,
        ofHealthyAlone isForHealthy: Bool = false
    ) async throws -> OutgoingAnnouncement? {
        let instant = world.now()
        let (now, until) = (instant.description, instant.adding(seconds: seconds).description)
        // Most of the time nothing is due: that is found out without a write.
        let isDue = try await database.read { connection in
            try !connection.run("SELECT a.id \(due(at: now, isForHealthy)) LIMIT 1").isEmpty
        }
        guard isDue else { return nil }
        return try await database.write(scope) { connection in
            let rows = try connection.run(
                """
                UPDATE announcement SET claimed_until = \(until), tried_at = \(now), attempts = attempts + 1
                WHERE organisation = \(organisation.id) AND id IN (\(next(at: now, isForHealthy))) RETURNING id
                """
            )
            guard let row = rows.first else { return nil }
            _ = try head(in: connection)
            return try claimed(row.text(0), at: instant, in: connection)
        }
    }

    /// The one that was claimed. Nothing leaves unsigned: where its program's secret does not open, since somebody without the
    /// key has put another there, it is given up, and nil.
    private func claimed(
        _ id: String,
        at now: Instant,
        in connection: any Connection
    ) throws -> OutgoingAnnouncement? {
        let rows = try connection.run(
            """
            SELECT \(OutgoingAnnouncement.columns) FROM announcement a
            JOIN subscriber s ON s.organisation = a.organisation AND s.id = a.subscriber
            WHERE a.organisation = \(organisation.id) AND a.id = \(id)
            """
        )
        let opened = rows.first.flatMap { try? OutgoingAnnouncement($0, at: now, opening: key.announcements) }
        guard opened == nil else { return opened }
        try connection.run(
            """
            UPDATE announcement SET state = 'echec', trouble = \(AnnouncementTrouble.misconfigured.rawValue),
                claimed_until = ''
            WHERE organisation = \(organisation.id) AND id = \(id)
            """
        )
        return nil
    }

    /// The program has it.
    ///
    /// - Returns: false where the announcement waits no more: nothing is done then.
    @discardableResult
    public func announcementTaken(_ announcement: OutgoingAnnouncement, status: Int) async throws -> Bool {
        try await database.write(scope) { connection in
            let isKept = try settle(announcement, .delivered, nil, status, in: connection)
            try connection.run(
                """
                UPDATE subscriber SET failing_since = ''
                WHERE organisation = \(organisation.id) AND id = \(announcement.subscriber) AND failing_since <> ''
                """
            )
            return isKept
        }
    }

    /// The program has not said that it has it: it is tried again, ever more rarely for three days. A trial is not. Where
    /// nothing has arrived for five days, this one neither in a day, or the program says that it is gone, it is told no more.
    ///
    /// - Parameter status: what it answered; nil where it answered nothing.
    /// - Returns: whether the program was stopped by it.
    @discardableResult
    public func announcementMissed(
        _ announcement: OutgoingAnnouncement,
        _ trouble: AnnouncementTrouble,
        status: Int? = nil
    ) async throws -> Bool {
        let now = world.now()
        let rows = SubscriberSetting.allCases.map { _ in world.identifier() }
        let isOver = announcement.triedSince.adding(seconds: Self.announcementPatience) <= now
        let isLast = announcement.event == nil || isOver
        let pause = min(60 << min(announcement.attempts - 1, 10), 4 * 3600)
        return try await database.write(scope) { connection in
            let state = isLast ? AnnouncementState.failed : .waiting
            let next = now.adding(seconds: pause)
            try settle(announcement, state, trouble, status ?? 0, next: next, in: connection)
            guard announcement.event != nil else { return false }
            guard try isGivenUp(announcement, isGone: status == Self.goneStatus, at: now, in: connection) else {
                return false
            }
            let hand = SubscriberHand(author: SubscriberChange.server, at: now, rows: rows)
            return try turn(announcement.subscriber, .failing, hand, in: connection)
        }
    }

    /// Notes since when nothing arrives; whether that is long enough, and this one was tried for long enough in it.
    private func isGivenUp(
        _ announcement: OutgoingAnnouncement,
        isGone: Bool,
        at now: Instant,
        in connection: any Connection
    ) throws -> Bool {
        let rows = try connection.run(
            """
            UPDATE subscriber SET failing_since = CASE WHEN failing_since = '' THEN \(now.description)
                ELSE failing_since END
            WHERE organisation = \(organisation.id) AND id = \(announcement.subscriber) AND state = 'actif'
            RETURNING failing_since
            """
        )
        guard let row = rows.first, let since = Instant(try row.text(0)) else { return false }
        let isTried = announcement.triedSince.adding(seconds: Self.lastMessagePatience) <= now
        return isGone || (isTried && since.adding(seconds: Self.subscriberPatience) <= now)
    }

    /// The one that is next. A program's last attempt is looked up in one go over all that is kept, and only once something is
    /// known to be due.
    private func next(at now: String, _ isForHealthy: Bool) -> SQL {
        let last: SQL = """
            JOIN (SELECT l.subscriber, MAX(l.tried_at) AS tried FROM announcement l
                WHERE l.organisation = \(organisation.id) GROUP BY l.subscriber) t ON t.subscriber = a.subscriber
            """
        return """
            SELECT a.id \(due(at: now, isForHealthy, last))
            ORDER BY CASE WHEN s.failing_since = '' THEN 0 ELSE 1 END, t.tried, a.next_attempt_at, a.id LIMIT 1
            """
    }

    /// What is due, of programs that nothing is on its way to.
    private func due(at now: String, _ isForHealthy: Bool, _ join: SQL = "") -> SQL {
        let health: SQL = isForHealthy ? "AND s.failing_since = ''" : ""
        return """
            FROM announcement a
            JOIN subscriber s ON s.organisation = a.organisation AND s.id = a.subscriber
            \(join)
            WHERE a.organisation = \(organisation.id) AND a.state = 'attente' AND a.next_attempt_at <= \(now)
                AND a.claimed_until <= \(now) AND s.state = 'actif' \(health)
                AND NOT EXISTS (SELECT 1 FROM announcement o WHERE o.organisation = a.organisation
                    AND o.subscriber = a.subscriber AND o.state = 'attente' AND o.claimed_until > \(now))
                AND NOT EXISTS (SELECT 1 FROM case_file c WHERE c.organisation = a.organisation
                    AND c.id = a.case_file AND c.restricted <> '')
            """
    }

    @discardableResult
    private func settle(
        _ announcement: OutgoingAnnouncement,
        _ state: AnnouncementState,
        _ trouble: AnnouncementTrouble?,
        _ status: Int,
        next: Instant? = nil,
        in connection: any Connection
    ) throws -> Bool {
        let next = (next ?? announcement.claimedAt).description
        return try !connection.run(
            """
            UPDATE announcement SET state = \(state.rawValue), trouble = \(trouble?.rawValue ?? ""), status = \(status),
                next_attempt_at = \(next), claimed_until = ''
            WHERE organisation = \(organisation.id) AND id = \(announcement.id) AND state = 'attente' RETURNING id
            """
        ).isEmpty
    }
}
