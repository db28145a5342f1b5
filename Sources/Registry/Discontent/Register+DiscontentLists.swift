public import Complaints
import Storage

extension Register {
    /// What was said, the latest noted first; but for what a case came of that is closed to the reader.
    public func discontents(limit: Int) async throws -> [DiscontentLine] {
        try await lines("ORDER BY first_seq DESC LIMIT \(limit)")
    }

    /// What was said, is still open, and waits for us: nobody was invited to write yet, or nothing has come since that day
    /// or longer. Those who wait longest come first.
    ///
    /// - Parameter limit: how many lines at most; the count has no limit.
    public func silentDiscontents(
        since day: CivilDate,
        limit: Int
    ) async throws -> (lines: [DiscontentLine], total: Int) {
        let waits: SQL = "waits_since <> '' AND (invitations = 0 OR waits_since <= \(day.description))"
        let lines = try await lines("AND \(waits) ORDER BY waits_since, first_seq LIMIT \(limit)")
        if lines.count < limit { return (lines, lines.count) }
        let total = try await database.read { connection in
            try connection.run(
                "SELECT COUNT(*) FROM discontent WHERE organisation = \(organisation.id) AND \(waits)"
            )[0].integer(0)
        }
        return (lines, total)
    }

    /// - Parameter rest: which lines, and in which order.
    private func lines(_ rest: SQL) async throws -> [DiscontentLine] {
        try await database.read { connection in
            try connection.run(
                """
                SELECT id, person, said, heard_on, waits_since, invitations, result FROM discontent
                WHERE organisation = \(organisation.id)\(butHidden(whose: "discontent.case_file")) \(rest)
                """
            ).map(DiscontentLine.init)
        }
    }
}
