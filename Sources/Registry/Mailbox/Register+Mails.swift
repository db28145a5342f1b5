public import Complaints
import Storage

/// Which mails a list has.
public struct MailFilter: Sendable, Equatable {
    /// Only those of a sort; nil for all.
    public var sort: MailSort?
    /// Only those that came before this one.
    public var before: String?
    /// How many at most.
    public var limit = 50

    public init(sort: MailSort? = nil, before: String? = nil) {
        self.sort = sort
        self.before = before
    }
}

/// A mail with all that its page shows.
public struct MailSheet: Sendable, Equatable {
    public let record: MailRecord
    /// What was read of it; nil where nothing can be.
    public let reading: IncomingMail?
    /// What came with it.
    public let files: [FileSummary]
    /// Who has sorted it otherwise, oldest first.
    public let acts: [MailAct]
}

extension Register {
    /// The mails, the latest first; those of a case that is closed to the reader, or that seem to be, are not there.
    public func mails(_ filter: MailFilter) async throws -> [MailRecord] {
        var conditions: SQL = "m.organisation = \(organisation.id)"
        if let sort = filter.sort { conditions = "\(conditions) AND m.sort = \(sort.rawValue)" }
        if let before = filter.before {
            conditions = """
                \(conditions) AND (m.kept_at, m.id) < (SELECT k.kept_at, k.id FROM mail k
                    WHERE k.organisation = \(organisation.id) AND k.id = \(before))
                """
        }
        let wanted = conditions
        return try await database.read { connection in
            try connection.run(
                """
                SELECT \(MailRecord.columns) FROM mail m WHERE \(wanted)\(butHidden(whose: MailRecord.about))
                ORDER BY m.kept_at DESC, m.id DESC LIMIT \(filter.limit)
                """
            ).map(MailRecord.init)
        }
    }

    /// The mails that somebody must look at, the oldest first, and how many there are in all; without those that seem to be
    /// about a case that is closed to the reader.
    public func waitingMails(limit: Int) async throws -> (lines: [MailRecord], total: Int) {
        let sorts = MailSort.allCases.filter(\.waits).map { Value.text($0.rawValue) }
        let waiting: SQL = """
            m.organisation = \(organisation.id) AND m.sort IN (\(list: sorts))\(butHidden(whose: MailRecord.about))
            """
        return try await database.read { connection in
            let lines = try connection.run(
                """
                SELECT \(MailRecord.columns) FROM mail m
                WHERE \(waiting)
                ORDER BY m.kept_at, m.id LIMIT \(limit)
                """
            ).map(MailRecord.init)
            if lines.count < limit { return (lines, lines.count) }
            let total = try connection.run("SELECT COUNT(*) FROM mail m WHERE \(waiting)")[0].integer(0)
            return (lines, total)
        }
    }

    /// A mail with all that belongs to it. - Throws: `Failure.unknown`, for one of a case that is closed to the reader too.
    public func mail(_ id: String) async throws -> MailSheet {
        try await database.read { connection in
            let rows = try connection.run(
                """
                SELECT \(MailRecord.columns), m.reading FROM mail m
                WHERE m.organisation = \(organisation.id) AND m.id = \(id)\(butHidden(whose: MailRecord.about))
                """
            )
            guard let row = rows.first else { throw Failure.unknown }
            return MailSheet(
                record: try MailRecord(row),
                reading: try row.optionalBlob(12).map { try IncomingMail(stored: $0) },
                files: try files(of: id, in: connection),
                acts: try acts(on: id, in: connection)
            )
        }
    }

    private func files(of mail: String, in connection: any Connection) throws -> [FileSummary] {
        try connection.run(
            """
            SELECT a.id, a.name, a.type, a.length, a.digest FROM mail_file f
            JOIN attachment a ON a.organisation = f.organisation AND a.id = f.attachment
            WHERE f.organisation = \(organisation.id) AND f.mail = \(mail) ORDER BY f.position
            """
        ).map(FileSummary.init)
    }

    private func acts(on mail: String, in connection: any Connection) throws -> [MailAct] {
        try connection.run(
            """
            SELECT at, account, sort, case_file FROM mail_act
            WHERE organisation = \(organisation.id) AND mail = \(mail) ORDER BY at, id
            """
        ).map { row in
            guard let at = Instant(try row.text(0)), let sort = MailSort(rawValue: try row.text(2)) else {
                throw StorageError.failed("what was done with a mail cannot be read")
            }
            return MailAct(at: at, account: try row.text(1), sort: sort, caseFile: CaseFile.ID(try row.text(3)))
        }
    }
}
