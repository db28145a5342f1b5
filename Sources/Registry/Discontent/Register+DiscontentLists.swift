public import Complaints
import Storage

extension Register {
    /// What was said, the latest noted first; but for what is closed to the reader, and what a case came of that is.
    public func discontents(limit: Int) async throws -> [DiscontentLine] {
        try await database.read { try lines("1 = 1", "d.first_seq DESC", limit, in: $0) }
    }

    /// What was said, is still open, and waits for us: nobody was invited to write yet, or nothing has come since that day
    /// or longer. Those who wait longest come first.
    ///
    /// - Parameter limit: how many lines at most; the count has no limit.
    public func silentDiscontents(
        since day: CivilDate,
        limit: Int
    ) async throws -> (lines: [DiscontentLine], total: Int) {
        try await waiting("(d.invitations = 0 OR d.waits_since <= \(day.description))", limit)
    }

    /// What was said, is still open, and calls for somebody at once: grave, or said in confidence.
    ///
    /// - Parameter limit: how many lines at most; the count has no limit.
    public func alertingDiscontents(limit: Int) async throws -> (lines: [DiscontentLine], total: Int) {
        try await waiting("d.alert <> ''", limit)
    }

    private func waiting(_ condition: SQL, _ limit: Int) async throws -> (lines: [DiscontentLine], total: Int) {
        let waits: SQL = "d.waits_since <> '' AND \(condition)"
        return try await database.read { connection in
            let lines = try lines(waits, "d.waits_since, d.first_seq", limit, in: connection)
            if lines.count < limit { return (lines, lines.count) }
            let total = try connection.run(
                """
                SELECT COUNT(*) FROM discontent d
                WHERE d.organisation = \(organisation.id) AND \(waits)\(butWithheld())
                """
            )[0].integer(0)
            return (lines, total)
        }
    }

    private func lines(
        _ condition: SQL,
        _ order: SQL,
        _ limit: Int,
        in connection: any Connection
    ) throws -> [DiscontentLine] {
        try connection.run(
            """
            SELECT \(DiscontentLine.columns) FROM discontent d
            WHERE d.organisation = \(organisation.id) AND \(condition)\(butWithheld()) ORDER BY \(order) LIMIT \(limit)
            """
        ).map(DiscontentLine.init)
    }
}
