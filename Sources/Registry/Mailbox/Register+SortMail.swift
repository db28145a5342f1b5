public import Complaints
import Storage

extension Register {
    /// Records what a mail was sorted as, where nothing else follows from it.
    ///
    /// - Returns: false where it was sorted meanwhile.
    @discardableResult
    public func sort(_ mail: PendingMail, as sorting: MailSorting) async throws -> Bool {
        try await database.write(scope) { try sort(mail.id, as: sorting, in: $0) }
    }

    /// Records that a mail was received as a complaint of its own.
    @discardableResult
    public func sort(_ mail: PendingMail, _ reason: MailReason, receivedAs file: CaseFile.ID) async throws -> Bool {
        try await sort(mail, as: MailSorting(.reception, reason, file))
    }

    /// Lays a mail on the case that it is about, by the hand of its author, in one transaction with the ledger's word of it: a
    /// mail that is read over again adds nothing (S-74).
    ///
    /// - Throws: `Refusal` where the case takes nothing more.
    public func add(_ mail: PendingMail, as reading: IncomingMail, _ sorting: MailSorting) async throws {
        guard let id = sorting.caseFile else { throw Failure.unknown }
        let files = try await pieces(of: mail.id)
        let signature = Signature(by: .complainant, at: world.now())
        let draws = Draws(from: world)
        try await database.write(scope) { connection in
            guard try sort(mail.id, as: sorting, in: connection) else { return }
            let standing = try load(id, in: connection)
            let event = try reading.event(of: standing.caseFile, with: files, signature)
            try claim(files, for: id, in: connection)
            _ = try record(event, on: standing, signature, draws, in: connection)
        }
    }

    /// A mail and what came with it, as pieces for a case: as many as it takes.
    public func pieces(of mail: String) async throws -> [FileSummary] {
        let found = try await database.read { connection in
            try connection.run(
                """
                SELECT a.id, a.name, a.type, a.length, a.digest
                FROM (SELECT m.attachment, -1 AS place FROM mail m
                        WHERE m.organisation = \(organisation.id) AND m.id = \(mail)
                    UNION ALL SELECT f.attachment, f.position FROM mail_file f
                        WHERE f.organisation = \(organisation.id) AND f.mail = \(mail)) p
                JOIN attachment a ON a.organisation = \(organisation.id) AND a.id = p.attachment
                ORDER BY p.place
                """
            ).map(FileSummary.init)
        }
        var taken: [FileSummary] = []
        for file in found where DocumentQuota.allows(lengths: taken.map(\.length) + [file.length]) {
            taken.append(file)
        }
        return taken
    }

    /// What makes a mail count once as a complaint, however often it is received.
    public func submission(of mail: String) -> Submission { Submission(id: Array("courriel/v1 \(mail)".utf8)) }

    /// - Returns: false where it is sorted already.
    func sort(_ mail: String, as sorting: MailSorting, in connection: any Connection) throws -> Bool {
        let isPart = sorting.sort == .reception || sorting.sort == .message
        let file = sorting.caseFile?.description ?? ""
        return try !connection.run(
            """
            UPDATE mail SET state = 'sorted', sort = \(sorting.sort.rawValue), reason = \(sorting.reason.rawValue),
                case_file = \(isPart ? file : ""), suggested = \(isPart ? "" : file)
            WHERE organisation = \(organisation.id) AND id = \(mail) AND state <> 'sorted' RETURNING id
            """
        ).isEmpty
    }
}
