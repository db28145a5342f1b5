import Complaints
import Storage

extension Register {
    /// How many mails are erased in one transaction, and how many bytes of them, unless the first is longer: nobody who writes
    /// waits for more.
    private static let (mostErased, mostBytes) = (100, 64 << 20)

    /// Erases the words, the addresses and the bytes of mails that are part of no case and wait for nobody, once they were
    /// kept for as long as `MailSort.daysKept` (docs/decisions/0040). Their digests and places stay, so that none is read
    /// twice (S-74).
    ///
    /// - Returns: how many; none once there is nothing more to erase.
    public func eraseMails() async throws -> Int {
        let (now, row) = (world.now(), world.identifier())
        let count = try await database.write(scope) { connection in
            let ids = try mailsToErase(at: now, in: connection)
            for id in ids { try erase(id, at: now, in: connection) }
            guard !ids.isEmpty else { return 0 }
            try accesses.record(
                .mailsErased,
                by: AccessEntry.server,
                detail: "\(ids.count)",
                as: row,
                at: now,
                in: connection
            )
            return ids.count
        }
        if count > 0 { await database.scrub() }
        return count
    }

    /// The mails whose time is over. A clock that jumps ahead erases nothing: time that no mail has come in does not count
    /// (S-82).
    private func mailsToErase(at now: Instant, in connection: any Connection) throws -> [String] {
        let latest = try connection.run(
            "SELECT COALESCE(MAX(kept_at), '') FROM mail WHERE organisation = \(organisation.id)"
        )[0].text(0)
        guard let latest = Instant(latest) else { return [] }
        var (ids, bytes): ([String], Int) = ([], 0)
        for sort in MailSort.allCases {
            guard let days = sort.daysKept else { continue }
            let before = min(now, latest).adding(seconds: -days * 86_400).description
            let due = try connection.run(
                """
                SELECT m.id, m.length FROM mail m
                WHERE m.organisation = \(organisation.id) AND m.state = 'sorted' AND m.case_file = ''
                    AND m.erased_at = '' AND m.sort = \(sort.rawValue) AND m.kept_at < \(before)
                    AND NOT EXISTS (SELECT 1 FROM mail_act a WHERE a.organisation = m.organisation AND a.mail = m.id
                        AND a.at >= \(before))
                ORDER BY m.kept_at, m.id LIMIT \(Self.mostErased - ids.count)
                """
            )
            for mail in due where bytes < Self.mostBytes {
                ids.append(try mail.text(0))
                bytes += try mail.integer(1)
            }
        }
        return ids
    }

    /// What a case has of it as a piece stays there, whatever the ledger says.
    private func erase(_ mail: String, at now: Instant, in connection: any Connection) throws {
        let pieces = try connection.run(
            """
            SELECT attachment FROM mail WHERE organisation = \(organisation.id) AND id = \(mail)
            UNION ALL SELECT attachment FROM mail_file WHERE organisation = \(organisation.id) AND mail = \(mail)
            """
        ).map { Value.text(try $0.text(0)) }
        let gone = try connection.run(
            """
            DELETE FROM attachment WHERE organisation = \(organisation.id) AND id IN (\(list: pieces))
                AND case_file IS NULL RETURNING id
            """
        ).map { Value.text(try $0.text(0)) }
        if !gone.isEmpty {
            try connection.run(
                "DELETE FROM attachment_chunk WHERE organisation = \(organisation.id) AND attachment IN (\(list: gone))"
            )
        }
        try connection.run("DELETE FROM mail_file WHERE organisation = \(organisation.id) AND mail = \(mail)")
        try connection.run(
            """
            UPDATE mail SET attachment = '', reading = NULL, message_id = '', person = '', address = '', subject = '',
                suggested = '', erased_at = \(now.description)
            WHERE organisation = \(organisation.id) AND id = \(mail)
            """
        )
    }
}
