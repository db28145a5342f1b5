import Complaints
import Storage

/// Where the journal of accesses is written: within the transaction of what it records, where that is one (S-62).
struct AccessJournal: Sendable {
    let organisation: String

    /// - Parameters:
    ///   - account: whose hand.
    ///   - about: the account that it is about, where that is another.
    ///   - row: a fresh identifier.
    func record(
        _ kind: AccessKind,
        _ outcome: AccessOutcome = .done,
        by account: String,
        about: String = "",
        of caseFile: CaseFile.ID? = nil,
        detail: String = "",
        as row: String,
        at: Instant,
        in connection: any Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO access (organisation, id, account, action, case_file, at, outcome, about, detail)
            VALUES (\(organisation), \(row), \(account), \(kind.rawValue), \(caseFile?.description ?? ""),
                \(at.description), \(outcome.rawValue), \(about), \(detail))
            """
        )
    }

    /// Records an attempt that failed: all of one kind and hand within a minute are one line with their count, at the time
    /// of the first, so that guessing does not fill the disk (S-54). Its identifier is derived from them, for an account
    /// that there is as for none (S-44).
    func refuse(_ kind: AccessKind, by account: String, at: Instant, in connection: any Connection) throws {
        let minute = String(at.description.prefix(16))
        let row = Attempts.subject("refused/v1", organisation, kind.rawValue, account, minute)
        try connection.run(
            """
            INSERT INTO access (organisation, id, account, action, case_file, at, outcome)
            VALUES (\(organisation), \(row), \(account), \(kind.rawValue), '', \(at.description),
                \(AccessOutcome.refused.rawValue))
            ON CONFLICT (organisation, id) DO UPDATE SET times = access.times + 1
            """
        )
    }

    /// Ends sessions, and says so of each. A session ends once: its own identifier is that of its line.
    ///
    /// - Parameters:
    ///   - condition: which, of `staff_session s`.
    ///   - account: whose hand; nil for each one's own.
    func end(
        _ condition: SQL,
        as kind: AccessKind,
        by account: String?,
        detail: String = "",
        at: Instant,
        in connection: any Connection
    ) throws {
        let hand: SQL = if let account { "\(account)" } else { "s.account" }
        try connection.run(
            """
            INSERT INTO access (organisation, id, account, action, case_file, at, outcome, about, detail)
            SELECT s.organisation, 'fin-' || s.id, \(hand), \(kind.rawValue), '', \(at.description),
                \(AccessOutcome.done.rawValue), s.account, \(detail)
            FROM staff_session s WHERE s.organisation = \(organisation) AND \(condition)
            """
        )
        try connection.run(
            """
            DELETE FROM staff_session WHERE organisation = \(organisation) AND token_digest IN (
                SELECT s.token_digest FROM staff_session s WHERE s.organisation = \(organisation) AND \(condition))
            """
        )
    }

    /// Forgets what is older than a year (S-72).
    func forget(at now: Instant, in connection: any Connection) throws {
        let oldest = AccessEntry.forgotten(at: now).description
        try connection.run("DELETE FROM access WHERE organisation = \(organisation) AND at < \(oldest)")
    }

    /// - Parameter rest: the end of the condition on `access a`.
    func lines(_ filter: AccessFilter, _ rest: SQL, in connection: any Connection) throws -> [AccessEntry] {
        try connection.run(
            """
            SELECT a.id, a.at, a.action, a.outcome, a.account, a.about, a.detail,
                c.reference_year, c.reference_ordinal, c.number_year, c.number_ordinal,
                a.times, d.id, d.heard_on
            FROM access a LEFT JOIN case_file c ON c.organisation = a.organisation AND c.id = a.case_file
            LEFT JOIN discontent d ON d.organisation = a.organisation AND d.id = a.case_file
            WHERE a.organisation = \(organisation)\(conditions(filter))\(rest)
            ORDER BY a.at DESC, a.id DESC LIMIT \(filter.limit)
            """
        ).map { try AccessEntry($0) }
    }

    func count(_ filter: AccessFilter, _ rest: SQL, upTo most: Int, in connection: any Connection) throws -> Int {
        try connection.run(
            """
            SELECT COUNT(*) FROM (SELECT 1 FROM access a
                WHERE a.organisation = \(organisation)\(conditions(filter))\(rest) LIMIT \(most)) AS counted
            """
        )[0].integer(0)
    }

    private func conditions(_ filter: AccessFilter) -> SQL {
        var sql: SQL = ""
        if filter.isOfAccounts {
            // The empty case file leads along the index of cases, past everything that is about one.
            let kinds = AccessKind.ofAccounts.map { Value.text($0.rawValue) }
            sql = " AND a.case_file = '' AND a.action IN (\(list: kinds))"
        }
        if let kind = filter.kind { sql = "\(sql) AND a.action = \(kind.rawValue)" }
        if let account = filter.account { sql = "\(sql) AND a.account = \(account)" }
        if let id = filter.caseFile { sql = "\(sql) AND a.case_file = \(id.description)" }
        if let first = filter.from { sql = "\(sql) AND a.at >= \(Instant(parisDate: first, hour: 0).description)" }
        if let last = filter.through {
            sql = "\(sql) AND a.at < \(Instant(parisDate: last.adding(days: 1), hour: 0).description)"
        }
        if let last = filter.before { sql = "\(sql) AND (a.at, a.id) < (\(last.at.description), \(last.id))" }
        return sql
    }
}

extension AccessEntry {
    /// A line of a newer server's, whose kind this one does not know, cannot be there: its tables would be newer too.
    fileprivate init(_ row: Row) throws {
        guard let at = Instant(try row.text(1)), let kind = AccessKind(rawValue: try row.text(2)),
            let outcome = AccessOutcome(rawValue: try row.text(3))
        else { throw StorageError.failed("a line of the journal of accesses cannot be read") }
        self.init(
            id: try row.text(0),
            at: at,
            kind: kind,
            outcome: outcome,
            account: try row.text(4),
            about: try row.text(5),
            caseFile: try Self.identifier(row),
            detail: try row.text(6),
            times: try row.integer(11),
            spoken: try Self.spoken(row)
        )
    }

    private static func spoken(_ row: Row) throws -> Spoken? {
        guard let id = try row.optionalText(12), let day = try row.optionalText(13).flatMap({ CivilDate($0) }) else {
            return nil
        }
        return Spoken(id: id, on: day)
    }

    private static func identifier(_ row: Row) throws -> String? {
        if let year = try row.optionalInteger(9), let ordinal = try row.optionalInteger(10) {
            return RegisterNumber(year: year, ordinal: ordinal).description
        }
        guard let year = try row.optionalInteger(7), let ordinal = try row.optionalInteger(8) else { return nil }
        return ReceptionReference(year: year, ordinal: ordinal).description
    }
}
