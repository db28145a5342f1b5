public import Complaints
import Storage

extension Register {
    /// Lays a mail that was laid on the wrong case file on the one that it belongs to, by somebody’s word: the other one keeps
    /// what it has of it, and says where it went. Its documents are copied, and the mail’s are then those of its new place.
    ///
    /// - Parameter heading: who wrote it, when, and where it had been laid, in words, above what they wrote.
    /// - Throws: `Refusal` by the rules; `Failure.changedMeanwhile` where it is no message of a case, or of that one already;
    ///   `Failure.unknown`; `Failure.restricted`.
    public func moveMessage(
        _ id: String,
        to caseFile: CaseFile.ID,
        heading: String,
        by officer: Officer
    ) async throws {
        let sheet = try await mail(id)
        guard sheet.record.isMessage, let wrong = sheet.record.caseFile, wrong != caseFile else {
            throw Failure.changedMeanwhile
        }
        let pieces = try await pieces(of: id)
        let copies = try await copies(of: pieces, in: wrong)
        let amendment = sheet.addition(under: heading, with: copies)
        let signature = Signature(by: .officer(officer), at: world.now())
        let (draws, others, act) = (Draws(from: world), Draws(from: world), world.identifier())
        try await database.write(scope) { connection in
            try move(id, from: wrong, to: .message, of: caseFile, by: officer, act, signature.instant, in: connection)
            let here = try load(wrong, in: connection)
            let there = try load(caseFile, in: connection)
            let gone = try here.caseFile.misplace(pieces, to: there.caseFile.reception.reference, signature)
            let come = try there.caseFile.amend(amendment, signature)
            try claim(copies, for: caseFile, in: connection)
            for (piece, copy) in zip(pieces, copies) { try exchange(piece.id, for: copy.id, of: id, in: connection) }
            _ = try record(gone, on: here, signature, others, in: connection)
            _ = try record(come, on: there, signature, draws, in: connection)
        }
    }

    private func exchange(
        _ piece: String,
        for copy: String,
        of mail: String,
        in connection: any Connection
    ) throws {
        try connection.run(
            """
            UPDATE mail SET attachment = \(copy)
            WHERE organisation = \(organisation.id) AND id = \(mail) AND attachment = \(piece)
            """
        )
        try connection.run(
            """
            UPDATE mail_file SET attachment = \(copy)
            WHERE organisation = \(organisation.id) AND mail = \(mail) AND attachment = \(piece)
            """
        )
    }
}

extension MailRecord {
    /// Whether it is a message that is part of a case, kept whole.
    public var isMessage: Bool { state == .sorted && sort == .message && caseFile != nil && attachment != nil }
}

extension MailSheet {
    /// Its words and documents as they are laid on a case.
    func addition(under heading: String, with files: [FileSummary]) -> Amendment {
        let text = String((reading?.ownText ?? "").prefix(IncomingMail.longestPart))
        return Amendment(text: text.isBlank ? heading : "\(heading)\n\n\(text)", files: files)
    }
}
