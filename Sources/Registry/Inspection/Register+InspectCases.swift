import Complaints
import Storage

extension Register {
    /// Every case file against its own history, and every line of the log against a case file or the log's own affairs.
    func inspectCases(_ report: inout InspectionReport, in connection: any Connection) throws {
        var entries = 0
        var last = ""
        while true {
            let rows = try connection.run(
                """
                SELECT \(CaseRow.columns) FROM case_file
                WHERE organisation = \(organisation.id) AND id > \(last) ORDER BY id LIMIT 500
                """
            )
            guard let final = rows.last else { break }
            for row in rows { entries += try inspect(row, &report, in: connection).entries.count }
            last = try final.text(0)
        }
        entries += try inspectRecoveries(in: connection) + inspectDiscontents(in: connection)
        guard entries != report.log.openings else { return }
        guard let seq = try firstUnlisted(in: connection) else { throw Discrepancy.orphan(table: "log_opening") }
        throw Discrepancy.unlisted(seq: seq)
    }

    /// One line of the lists and all that hangs on it, against the history behind it.
    private func inspect(
        _ row: Row,
        _ report: inout InspectionReport,
        in connection: any Connection
    ) throws -> CaseFile {
        let reference = try ReceptionReference(year: row.integer(1), ordinal: row.integer(2))
        guard let id = CaseFile.ID(try row.text(0)) else { throw Discrepancy.list(reference: reference.description) }
        let (entries, first, last) = try history(of: id, in: connection)
        guard let file = CaseFile(id: id, entries: entries), let first, let last,
            CaseRow(file, from: first, to: last).isKept(as: row)
        else { throw Discrepancy.list(reference: reference.description) }
        report.cases += 1
        report.receptions[reference.year] = max(report.receptions[reference.year] ?? 0, reference.ordinal)
        report.words += try inspectWords(of: file, from: first, in: connection)
        report.takeovers += try inspectTakeover(of: file, in: connection)
        report.letters += try inspectLetters(of: file, in: connection)
        report.attachments += try inspectAttachments(of: file, in: connection)
        try inspectProcedure(of: file, &report, in: connection)
        return file
    }

    /// The entries of a case file, each following from the one before, with the first and last position.
    private func history(
        of id: CaseFile.ID,
        in connection: any Connection
    ) throws -> (entries: [Entry], first: Int?, last: Int?) {
        let stored = try connection.run(
            """
            SELECT seq, payload FROM log_opening
            WHERE organisation = \(organisation.id) AND case_file = \(id.description) ORDER BY seq
            """
        )
        var previous: Int?
        var entries: [Entry] = []
        for line in stored {
            let seq = try line.integer(0)
            guard let entry = try? Entry(payload: line.blob(1)), entry.caseFile == id, entry.previous == previous,
                entry.organisation == organisation.id
            else { throw Discrepancy.opening(seq: seq) }
            entries.append(entry)
            previous = seq
        }
        return (entries, try stored.first?.integer(0), previous)
    }

    /// Lines that concern the log itself. Returns how many.
    private func inspectRecoveries(in connection: any Connection) throws -> Int {
        let rows = try connection.run(
            """
            SELECT seq, payload FROM log_opening
            WHERE organisation = \(organisation.id) AND case_file = \(LogLine.noCaseFile) ORDER BY seq
            """
        )
        for row in rows {
            guard Recovery(payload: try row.blob(1))?.organisation == organisation.id else {
                throw Discrepancy.opening(seq: try row.integer(0))
            }
        }
        return rows.count
    }

    /// The first line whose case file is not in the lists.
    private func firstUnlisted(in connection: any Connection) throws -> Int? {
        try connection.run(
            """
            SELECT MIN(o.seq) FROM log_opening o
            WHERE o.organisation = \(organisation.id) AND o.case_file <> \(LogLine.noCaseFile)
                AND NOT EXISTS (SELECT 1 FROM case_file c WHERE c.organisation = o.organisation AND c.id = o.case_file)
                AND NOT EXISTS (SELECT 1 FROM discontent d WHERE d.organisation = o.organisation AND d.id = o.case_file)
            """
        )[0].optionalInteger(0)
    }

    /// The words that it is found by, and as many of them in the index as should be there; strays are counted at the end.
    private func inspectWords(of file: CaseFile, from first: Int, in connection: any Connection) throws -> Int {
        let reference = file.reception.reference.description
        let words = CaseRow(file, from: first, to: first).words
        let kept = try connection.run(
            "SELECT words FROM case_text WHERE organisation = \(organisation.id) AND first_seq = \(first)"
        )
        guard try kept.map({ Self.words(try $0.text(0)) }) == [words] else {
            throw Discrepancy.words(reference: reference)
        }
        guard first < (try indexed(in: connection)) else { return 0 }
        for some in stride(from: 0, to: words.count, by: 100) {
            let part = words[some..<min(some + 100, words.count)]
            let found = try connection.run(
                """
                SELECT COUNT(*) FROM case_word WHERE organisation_number = \(organisation.number)
                    AND first_seq = \(first) AND word IN (\(list: part.map(Value.text)))
                """
            )[0].integer(0)
            guard found == part.count else { throw Discrepancy.words(reference: reference) }
        }
        return words.count
    }
}
