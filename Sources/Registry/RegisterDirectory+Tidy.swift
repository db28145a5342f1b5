import Complaints
import Storage

extension RegisterDirectory {
    /// Forgets sealed secrets whose half hour is over (S-45), uploads whose form was never sent, how many acknowledgements
    /// past hours have seen, complainants' sessions that are over (S-48), announcements of a month ago, and files of older
    /// registers that nobody has brought in: of an organisation whose books cannot be opened as well.
    public func tidy(_ organisation: Organisation) async throws {
        try await Leftovers(of: organisation.id, organisations.database, organisations.world).forget()
    }
}

/// What is kept for a while only.
private struct Leftovers {
    let organisation: String
    let database: any Database
    let world: World

    init(of organisation: String, _ database: any Database, _ world: World) {
        self.organisation = organisation
        self.database = database
        self.world = world
    }

    /// How long an upload waits that no form can send any more: one cut off, or of a form that was refused. In seconds.
    private static let strayLifetime = 24 * 3600
    /// How long an upload waits for its form, in seconds: as long as that may be sent, and an hour for clocks that differ.
    private static let uploadLifetime = Submission.lifetime + 3600

    /// How long an hour's count of acknowledgements is kept, in hours: longer than the clocks of two servers differ.
    private static let hoursCounted = 24

    func forget() async throws {
        let now = world.now()
        let halfHour = now.adding(seconds: -Submission.receiptLifetime).description
        let stray = now.adding(seconds: -Self.strayLifetime).description
        let unsent = now.adding(seconds: -Self.uploadLifetime).description
        let hour = Register.hour(of: now)
        try await database.write(.organisation(organisation)) { connection in
            try connection.run(
                """
                UPDATE submission SET sealed_secret = NULL
                WHERE organisation = \(organisation) AND sealed_secret IS NOT NULL AND created_at < \(halfHour)
                """
            )
            try connection.run(
                """
                DELETE FROM counter WHERE organisation = \(organisation) AND book = \(Register.Book.letters.rawValue)
                    AND year < \(hour - Self.hoursCounted)
                """
            )
            try FollowUpSession.forget(of: organisation, at: now, in: connection)
            try Notice.forget(of: organisation, at: now, in: connection)
            try AnnouncementRecord.forget(of: organisation, at: now, in: connection)
            for letter in RegularLetter.allCases { try letter.forget(of: organisation, at: now, in: connection) }
            try FormReply.forget(of: organisation, at: now, in: connection)
            try TakeoverDraft.forget(of: organisation, at: now, in: connection)
            try dropUploads(strayBefore: stray, unsentBefore: unsent, in: connection)
        }
    }

    /// Drops whole uploads, and what those that were cut off left behind. What a case file owns is never touched,
    /// whatever the table of uploads says. What is left over goes a minute later.
    private func dropUploads(
        strayBefore stray: String,
        unsentBefore unsent: String,
        in connection: any Connection
    ) throws {
        let awaited: SQL = """
            SELECT 1 FROM attachment w WHERE w.organisation = upload.organisation AND w.id = upload.id
                AND w.submission IS NOT NULL AND upload.begun_at >= \(unsent)
            """
        let old: SQL = """
            SELECT id FROM upload WHERE organisation = \(organisation) AND begun_at < \(stray)
                AND NOT EXISTS (\(awaited)) ORDER BY begun_at LIMIT 1000
            """
        // Named once, before anything goes: without its attachment an upload would no longer be known to be awaited.
        let ids = try connection.run(old).map { Value.text(try $0.text(0)) }
        guard !ids.isEmpty else { return }
        try connection.run(
            """
            DELETE FROM attachment
            WHERE organisation = \(organisation) AND case_file IS NULL AND id IN (\(list: ids))
            """
        )
        try connection.run(
            """
            DELETE FROM attachment_chunk WHERE organisation = \(organisation) AND attachment IN (\(list: ids))
                AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.organisation = attachment_chunk.organisation
                    AND a.id = attachment_chunk.attachment)
            """
        )
        try connection.run(
            "DELETE FROM upload WHERE organisation = \(organisation) AND id IN (\(list: ids))"
        )
    }
}
