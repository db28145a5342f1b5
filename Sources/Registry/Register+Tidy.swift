import Complaints
import Storage

extension Register {
    /// How long an upload waits for its form, in seconds.
    private static let uploadLifetime = 24 * 3600

    /// Forgets sealed secrets whose half hour is over (S-45), and uploads whose form was never sent.
    public func tidy() async throws {
        let now = world.now()
        let halfHour = now.adding(seconds: -Submission.receiptLifetime).description
        let day = now.adding(seconds: -Self.uploadLifetime).description
        try await database.write(scope) { connection in
            try connection.run(
                """
                UPDATE submission SET sealed_secret = NULL
                WHERE organisation = \(organisation.id) AND sealed_secret IS NOT NULL AND created_at < \(halfHour)
                """
            )
            try dropUploads(begunBefore: day, in: connection)
        }
    }

    /// Drops whole uploads, and what those that were cut off left behind. What a case file owns is never touched,
    /// whatever the table of uploads says.
    private func dropUploads(begunBefore day: String, in connection: any Connection) throws {
        let old: SQL = "SELECT id FROM upload WHERE organisation = \(organisation.id) AND begun_at < \(day)"
        try connection.run(
            """
            DELETE FROM attachment
            WHERE organisation = \(organisation.id) AND case_file IS NULL AND id IN (\(old))
            """
        )
        try connection.run(
            """
            DELETE FROM attachment_chunk WHERE organisation = \(organisation.id) AND attachment IN (\(old))
                AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.organisation = attachment_chunk.organisation
                    AND a.id = attachment_chunk.attachment)
            """
        )
        try connection.run(
            "DELETE FROM upload WHERE organisation = \(organisation.id) AND begun_at < \(day)"
        )
    }
}
