import Complaints
import Crypto
import Foundation
import Storage

extension Register {
    /// Every case file against its own history. Returns how many entries they hold together.
    func inspectCases(_ report: inout InspectionReport, in connection: any Connection) throws -> Int {
        var entries = 0
        var last = ""
        while true {
            let rows = try connection.run(
                """
                SELECT \(CaseRow.columns) FROM case_file
                WHERE organisation = \(organisation.id) AND id > \(last) ORDER BY id LIMIT 500
                """
            )
            guard let final = rows.last else { return entries }
            for row in rows {
                let (file, words) = try inspect(row, in: connection)
                report.words += words
                entries += file.entries.count
                report.cases += 1
                report.letters += try inspectLetters(of: file, in: connection)
                report.attachments += try inspectAttachments(of: file, in: connection)
            }
            last = try final.text(0)
        }
    }

    /// One line of the lists against the history behind it.
    private func inspect(_ row: Row, in connection: any Connection) throws -> (file: CaseFile, words: Int) {
        let reference = try ReceptionReference(year: row.integer(1), ordinal: row.integer(2)).description
        guard let id = CaseFile.ID(try row.text(0)) else { throw Discrepancy.list(reference: reference) }
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
        guard let file = CaseFile(id: id, entries: entries), let first = try stored.first?.integer(0), let previous,
            CaseRow(file, from: first, to: previous).values == (0..<CaseRow.columnCount).map({ row[$0] })
        else { throw Discrepancy.list(reference: reference) }
        return (file, try inspectWords(of: file, from: first, in: connection))
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

    private func inspectLetters(of file: CaseFile, in connection: any Connection) throws -> Int {
        let reference = file.reception.reference.description
        for letter in file.letters {
            let rows = try connection.run(
                """
                SELECT subject, text, message, state, kind FROM letter
                WHERE organisation = \(organisation.id) AND id = \(letter.id) AND case_file = \(file.id.description)
                """
            )
            guard let row = rows.first, try row.text(4) == letter.kind.rawValue,
                try ComposedLetter.digest(subject: row.text(0), text: row.text(1), message: row.blob(2))
                    == letter.digest,
                try (row.text(3) == LetterState.issued.rawValue) == (file.issued[letter.id] != nil)
            else { throw Discrepancy.letter(reference: reference, id: letter.id) }
        }
        return file.letters.count
    }

    /// Each attachment's bytes, read whole a chunk at a time, against the digest in the log.
    private func inspectAttachments(of file: CaseFile, in connection: any Connection) throws -> Int {
        let reference = file.reception.reference.description
        for summary in file.files {
            let owned = try connection.run(
                """
                SELECT name, type, length, digest FROM attachment WHERE organisation = \(organisation.id) AND id = \(summary.id)
                    AND case_file = \(file.id.description)
                """
            )
            var hash = SHA256()
            var (length, position) = (0, 0)
            while let bytes = try chunk(position, of: summary.id, in: connection) {
                hash.update(data: Data(bytes))
                length += bytes.count
                position += 1
            }
            guard let row = owned.first, try row.text(0) == summary.name, try row.text(1) == summary.type,
                try row.integer(2) == summary.length, try row.text(3) == summary.digest,
                length == summary.length, hexadecimal(hash.finalize()) == summary.digest
            else { throw Discrepancy.attachment(reference: reference, id: summary.id) }
        }
        return file.files.count
    }
}
