public import Complaints
import Storage

extension Register {
    /// Receives a mail as a complaint of its own, on somebody's word. Done twice, it is done once.
    ///
    /// - Parameter proof: what proves the day of its sending, in words.
    /// - Throws: `Refusal` for those who may not, or what cannot have come so; `Failure.changedMeanwhile` where it is part of a
    ///   case already; `Failure.unknown`.
    public func receiveMail(_ id: String, proof: String, by officer: Officer) async throws -> CaseFile.ID {
        let sheet = try await mail(id)
        guard sheet.record.isLoose, let reading = sheet.reading else { throw Failure.changedMeanwhile }
        let sentOn = reading.sentOn(receivedAt: sheet.record.keptAt)
        let intake = Intake(
            channel: .email,
            sentOn: sentOn,
            transcription: Transcription(
                arrivedOn: sheet.record.keptAt.civilDate,
                proof: sentOn == nil ? "" : proof
            ),
            original: reading.original(with: try await pieces(of: id)),
            submission: submission(of: id),
            author: .officer(officer)
        )
        let receipt = try await receive(intake)
        try await move(id, to: .reception, of: receipt.caseFile, by: officer)
        return receipt.caseFile
    }

    /// Lays a mail on a case, on somebody's word, in one transaction with the ledger's word of it.
    ///
    /// - Parameter heading: who wrote it and when, in words, above what they wrote.
    /// - Throws: `Refusal` by the rules; `Failure.changedMeanwhile` where it is part of a case already; `Failure.unknown`;
    ///   `Failure.restricted`.
    public func attachMail(
        _ id: String,
        to caseFile: CaseFile.ID,
        heading: String,
        by officer: Officer
    ) async throws {
        let sheet = try await mail(id)
        guard sheet.record.isLoose else { throw Failure.changedMeanwhile }
        let files = try await pieces(of: id)
        let amendment = sheet.addition(under: heading, with: files)
        let signature = Signature(by: .officer(officer), at: world.now())
        let (draws, act) = (Draws(from: world), world.identifier())
        try await database.write(scope) { connection in
            try move(id, to: .message, of: caseFile, by: officer, act, signature.instant, in: connection)
            let standing = try load(caseFile, in: connection)
            let event = try standing.caseFile.amend(amendment, signature)
            try claim(files, for: caseFile, in: connection)
            _ = try record(event, on: standing, signature, draws, in: connection)
        }
    }

    /// Sorts a mail otherwise, on somebody's word. Whoever is said to have asked for the form gets it, unless a robot has.
    ///
    /// - Parameter ours: our own addresses, in lower case.
    /// - Throws: `Refusal.notAllowed`; `Failure.changedMeanwhile` where it is part of a case already; `Failure.unknown`.
    public func moveMail(
        _ id: String,
        to sort: MailSort,
        besides ours: Set<String> = [],
        by officer: Officer
    ) async throws {
        let sheet = try await mail(id)
        let reading = sheet.reading
        let (act, reply, now) = (world.identifier(), world.identifier(), world.now())
        try await database.write(scope) { connection in
            try move(id, to: sort, of: nil, by: officer, act, now, in: connection)
            guard sort == .formRequest, let reading, let sender = reading.sender, reading.mayBeAnswered(besides: ours)
            else { return }
            try keepReply(reply, to: sender.address, answering: reading.messageID ?? "", now, in: connection)
        }
    }

    private func move(_ id: String, to sort: MailSort, of file: CaseFile.ID, by officer: Officer) async throws {
        let (act, now) = (world.identifier(), world.now())
        try await database.write(scope) { try move(id, to: sort, of: file, by: officer, act, now, in: $0) }
    }

    /// Changes the ledger's word of a mail, and says whose word it is now.
    ///
    /// - Parameter place: the case that it is part of; nil for none.
    func move(
        _ id: String,
        from place: CaseFile.ID? = nil,
        to sort: MailSort,
        of file: CaseFile.ID?,
        by officer: Officer,
        _ act: String,
        _ now: Instant,
        in connection: any Connection
    ) throws {
        guard officer.mayReceive else { throw Refusal.notAllowed }
        let moved = try connection.run(
            """
            UPDATE mail SET sort = \(sort.rawValue), reason = \(MailReason.byHand.rawValue),
                case_file = \(file?.description ?? "")
            WHERE organisation = \(organisation.id) AND id = \(id) AND state = 'sorted'
                AND case_file = \(place?.description ?? "") RETURNING id
            """
        )
        guard !moved.isEmpty else { throw Failure.changedMeanwhile }
        try connection.run(
            """
            INSERT INTO mail_act (organisation, mail, at, id, account, sort, case_file)
            VALUES (\(organisation.id), \(id), \(now.description), \(act), \(officer.id), \(sort.rawValue),
                \(file?.description ?? ""))
            """
        )
    }
}

extension MailRecord {
    /// Whether it is sorted, and part of no case.
    public var isLoose: Bool { state == .sorted && caseFile == nil }
}
