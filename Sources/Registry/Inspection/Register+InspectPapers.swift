import Complaints
import Crypto
import Foundation
import Storage

extension Register {
    /// Each letter's bytes, whom it is for, and what has become of it. Returns how many.
    func inspectLetters(of file: CaseFile, in connection: any Connection) throws -> Int {
        for entry in file.entries {
            for letter in entry.letters {
                let rows = try connection.run(
                    """
                    SELECT recipient, subject, text, message, kind, created_at, state, result, destination FROM letter
                    WHERE organisation = \(organisation.id) AND id = \(letter.id)
                        AND case_file = \(file.id.description)
                    """
                )
                guard let row = rows.first, try isAsLogged(row, letter, at: entry.at, file) else {
                    throw Discrepancy.letter(reference: file.reception.reference.description, id: letter.id)
                }
            }
        }
        return file.letters.count
    }

    private func isAsLogged(_ row: Row, _ letter: LetterSummary, at: Instant, _ file: CaseFile) throws -> Bool {
        let (recipient, destination, issue) = (try row.text(0), try row.text(8), file.issued[letter.id])
        guard destination.isEmpty || file.knownEmails.contains(destination) else { return false }
        let digest = try ComposedLetter.digest(
            recipient: recipient,
            subject: row.text(1),
            text: row.text(2),
            message: row.blob(3)
        )
        guard digest == letter.digest, try row.text(4) == letter.kind.rawValue, try row.text(5) == at.description
        else { return false }
        return switch LetterState(rawValue: try row.text(6)) {
        case .issued?: try row.text(7) == issue?.trace
        case .paper?: issue == nil && recipient.isEmpty
        case .waiting?, .held?, .failed?: issue == nil && !recipient.isEmpty
        case nil: false
        }
    }

    /// Each attachment's bytes, read whole a chunk at a time, against the digest in the log. Returns how many.
    func inspectAttachments(of file: CaseFile, in connection: any Connection) throws -> Int {
        for summary in file.files {
            guard try isAsLogged(summary, of: file.id, in: connection) else {
                throw Discrepancy.attachment(reference: file.reception.reference.description, id: summary.id)
            }
        }
        return file.files.count
    }

    private func isAsLogged(_ summary: FileSummary, of id: CaseFile.ID, in connection: any Connection) throws -> Bool {
        let owned = try connection.run(
            """
            SELECT name, type, length, digest FROM attachment
            WHERE organisation = \(organisation.id) AND id = \(summary.id) AND case_file = \(id.description)
            """
        )
        guard let row = owned.first, try row.text(0) == summary.name, try row.text(1) == summary.type,
            try row.integer(2) == summary.length, try row.text(3) == summary.digest
        else { return false }
        var hash = SHA256()
        var (length, position) = (0, 0)
        while let bytes = try chunk(position, of: summary.id, in: connection) {
            hash.update(data: Data(bytes))
            length += bytes.count
            position += 1
        }
        // A chunk after a gap is never read, and is no part of the file either.
        let chunks = try connection.run(
            """
            SELECT COUNT(*) FROM attachment_chunk
            WHERE organisation = \(organisation.id) AND attachment = \(summary.id)
            """
        )[0].integer(0)
        return length == summary.length && chunks == position && hexadecimal(hash.finalize()) == summary.digest
    }

    /// The version of the procedure that the case was received under, against the digest that its reception bears.
    func inspectProcedure(of file: CaseFile, _ report: inout InspectionReport, in connection: any Connection) throws {
        let version = file.reception.procedure
        if report.procedures[version] == nil {
            report.procedures[version] = .some(try writtenProcedure(version, in: connection)?.digest)
        }
        guard let kept = report.procedures[version] ?? nil, kept == file.reception.procedureDigest ?? kept else {
            throw Discrepancy.procedure(reference: file.reception.reference.description, version: version)
        }
    }

    /// What senders hold leads to their own reception, as of its moment. For all of them at once, after their case files:
    /// nothing finds them by their case file.
    func inspectSenders(in connection: any Connection) throws {
        let strays = try connection.run(
            """
            SELECT c.reference_year, c.reference_ordinal FROM tracking t
            JOIN case_file c ON c.organisation = t.organisation AND c.id = t.case_file
            WHERE t.organisation = \(organisation.id) AND t.created_at <> c.received_at
            UNION ALL SELECT c.reference_year, c.reference_ordinal FROM submission s
            JOIN case_file c ON c.organisation = s.organisation AND c.id = s.case_file
            WHERE s.organisation = \(organisation.id) AND (s.seq <> c.first_seq OR s.created_at <> c.received_at)
            LIMIT 1
            """
        )
        guard let row = strays.first else { return }
        let reference = ReceptionReference(year: try row.integer(0), ordinal: try row.integer(1))
        throw Discrepancy.sender(reference: reference.description)
    }
}
