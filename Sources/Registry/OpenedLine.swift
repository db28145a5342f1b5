public import Complaints
import Storage

/// A line of a book with what was wanted of the case file behind it, both as they stood at one moment.
public struct OpenedLine<Told: Sendable>: Sendable {
    /// The line; without content where its file is closed to the reader, whatever the list knew of that.
    public let line: CaseLine
    /// What the file says. A failure is `restricted` where it is closed to the reader, `unknown` where nothing is kept of it,
    /// and `unreadable` where it is damaged.
    public let told: Result<Told, Register.Failure>
}

extension Register {
    /// The lines of a book with what `tell` takes from the file behind each, a file that cannot be read among them.
    ///
    /// One view of the books, and one query for all the files, whose histories are in memory together: some two hundred
    /// lines at a time.
    public func openedLines<Told: Sendable>(
        of book: LedgerBook,
        _ filter: CaseFilter,
        _ tell: @escaping @Sendable (CaseFile) -> Told
    ) async throws -> [OpenedLine<Told>] {
        try await database.read { connection in
            let rows = try rows(of: book, filter, in: connection)
            let lines = try rows.map(CaseLine.init)
            let histories = try histories(of: lines.filter { !$0.isHidden }.map(\.id), in: connection)
            let staff = reader == nil ? [] : try colleagues(in: connection).map(\.officer)
            return try zip(rows, lines).map { row, line -> OpenedLine<Told> in
                guard !line.isHidden else { return OpenedLine(line: line, told: .failure(.restricted)) }
                do {
                    let file = try standing(line.id, from: histories[line.id.description] ?? []).caseFile
                    guard isOpen(file, among: staff) else { throw Failure.restricted }
                    return OpenedLine(line: line, told: .success(tell(file)))
                } catch let failure as Failure {
                    let shown = try failure == .restricted ? CaseLine(row, isHidden: true) : line
                    return OpenedLine(line: shown, told: .failure(failure))
                }
            }
        }
    }

    /// The openings of some case files, in order, by the identifiers of the files.
    private func histories(of ids: [CaseFile.ID], in connection: any Connection) throws -> [String: [Row]] {
        guard !ids.isEmpty else { return [:] }
        let rows = try connection.run(
            """
            SELECT seq, payload, case_file FROM log_opening
            WHERE organisation = \(organisation.id) AND case_file IN (\(list: ids.map { .text($0.description) }))
            ORDER BY case_file, seq
            """
        )
        return try Dictionary(grouping: rows) { try $0.text(2) }
    }
}
