import Complaints
import Storage

extension Register {
    /// Notes that the complainant has written, in the transaction that keeps what they wrote.
    func markUnread(_ id: CaseFile.ID, _ at: Instant, in connection: any Connection) throws {
        try connection.run(
            """
            INSERT INTO unread (organisation, case_file, since)
            VALUES (\(organisation.id), \(id.description), \(at.description))
            ON CONFLICT (organisation, case_file) DO NOTHING
            """
        )
    }

    /// Somebody has it before them.
    func markRead(_ id: CaseFile.ID, in connection: any Connection) throws {
        try connection.run(
            "DELETE FROM unread WHERE organisation = \(organisation.id) AND case_file = \(id.description)"
        )
    }
}
