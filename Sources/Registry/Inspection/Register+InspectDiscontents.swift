import Complaints
import Storage

extension Register {
    /// Every discontent in the list against its own history. Returns how many lines of the log they have.
    func inspectDiscontents(in connection: any Connection) throws -> Int {
        let rows = try connection.run(
            """
            SELECT \(DiscontentRow.columns) FROM discontent WHERE organisation = \(organisation.id) ORDER BY id
            """
        )
        return try rows.map { try inspectDiscontent($0, in: connection) }.reduce(0, +)
    }

    private func inspectDiscontent(_ row: Row, in connection: any Connection) throws -> Int {
        let mark = try row.text(0)
        let stored = try connection.run(
            """
            SELECT seq, payload FROM log_opening
            WHERE organisation = \(organisation.id) AND case_file = \(mark) ORDER BY seq
            """
        )
        var previous: Int?
        var entries: [DiscontentEntry] = []
        for line in stored {
            let seq = try line.integer(0)
            guard let entry = try? DiscontentEntry(payload: line.blob(1)), entry.discontent.description == mark,
                entry.previous == previous, entry.organisation == organisation.id
            else { throw Discrepancy.opening(seq: seq) }
            entries.append(entry)
            previous = seq
        }
        guard let id = Discontent.ID(mark), let first = try stored.first?.integer(0), let last = previous,
            let discontent = Discontent(id: id, entries: entries)
        else { throw Discrepancy.list(reference: mark) }
        let values = DiscontentRow(discontent, from: first, to: last).values
        guard values == values.indices.map({ row[$0] }) else { throw Discrepancy.list(reference: mark) }
        return entries.count
    }
}
