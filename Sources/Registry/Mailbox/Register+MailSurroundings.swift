public import Complaints
import Storage

extension Register {
    /// Our own addresses, in lower case: the provider's and others. - Parameter others: in lower case.
    public func ownAddresses(besides others: Set<String>) async throws -> Set<String> {
        others.union([try await currentProcedure().provider.email.lowercased()]).subtracting([""])
    }

    /// What is known beside a mail: whether it is ours, which letter of ours it names. The left part of our identifiers is 128
    /// bits of chance that stand beside the case, and that nobody else can have but whoever the letter went to: a forged one is
    /// none (S-73).
    ///
    /// - Parameters:
    ///   - ours: our own addresses, in lower case.
    ///   - domain: what our identifiers end with.
    public func surroundings(
        of reading: IncomingMail,
        besides id: String,
        ours: Set<String>,
        domain: String
    ) async throws -> MailSurroundings {
        let named = try await reading.identifierCase(in: self)
        let yesterday = world.now().adding(seconds: -24 * 3600)
        return try await database.read { connection in
            var known = MailSurroundings()
            known.ownAddresses = ours
            known.named = named
            known.isOwnMail = reading.messageID.map { $0.isOurs(endingWith: domain) } ?? false
            known.answered = try letter(among: reading.thread, in: connection).map { try answered($0, in: connection) }
            known.answersNotice =
                known.answered == nil && reading.thread.contains { $0.isOurs(endingWith: domain) }
            let returned = reading.reports.filter(\.isFinal).compactMap(\.messageID)
            known.returned = try letter(among: returned, in: connection)?.caseFile
            known.isSeenBefore = try isSeen(reading.messageID, besides: id, in: connection)
            known.isAgainToday = try hasComplained(
                reading.sender?.address,
                since: yesterday,
                besides: id,
                in: connection
            )
            return known
        }
    }

    /// The letter that a final report of a mail is about.
    func returnedLetter(_ reading: IncomingMail, in connection: any Connection) throws -> String? {
        try letter(among: reading.reports.filter(\.isFinal).compactMap(\.messageID), in: connection)?.id
    }

    /// A letter of ours, and where it went.
    private struct Found {
        let id: String
        let caseFile: CaseFile.ID
        let addresses: [String]
    }

    private func letter(among identifiers: [String], in connection: any Connection) throws -> Found? {
        // The latest of a thread first; nobody's program needs more of them than that.
        let marks = identifiers.suffix(50).compactMap(\.letterMark).map { Value.text($0) }
        guard !marks.isEmpty else { return nil }
        let row = try connection.run(
            """
            SELECT id, case_file, recipient, destination FROM letter
            WHERE organisation = \(organisation.id) AND id IN (\(list: marks)) ORDER BY created_at DESC, id LIMIT 1
            """
        ).first
        guard let row, let caseFile = CaseFile.ID(try row.text(1)) else { return nil }
        return Found(id: try row.text(0), caseFile: caseFile, addresses: [try row.text(2), try row.text(3)])
    }

    private func answered(_ letter: Found, in connection: any Connection) throws -> MailSurroundings.NamedLetter {
        let file = try load(letter.caseFile, in: connection).caseFile
        let addresses = Set(letter.addresses.filter { !$0.isEmpty }).union(file.knownEmails)
        return MailSurroundings.NamedLetter(caseFile: letter.caseFile, addresses: addresses)
    }

    private func hasComplained(
        _ address: String?,
        since instant: Instant,
        besides id: String,
        in connection: any Connection
    ) throws -> Bool {
        guard let address else { return false }
        return try !connection.run(
            """
            SELECT 1 FROM mail WHERE organisation = \(organisation.id) AND sort = \(MailSort.reception.rawValue)
                AND kept_at > \(instant.description) AND address = \(address) AND id <> \(id) LIMIT 1
            """
        ).isEmpty
    }

    private func isSeen(_ messageID: String?, besides id: String, in connection: any Connection) throws -> Bool {
        guard let messageID, !messageID.isEmpty else { return false }
        return try !connection.run(
            """
            SELECT 1 FROM mail WHERE organisation = \(organisation.id) AND message_id = \(messageID) AND id <> \(id)
                AND state = 'sorted' LIMIT 1
            """
        ).isEmpty
    }
}

extension IncomingMail {
    /// The case whose number or reference stands in the subject.
    fileprivate func identifierCase(in register: Register) async throws -> CaseFile.ID? {
        guard let identifier else { return nil }
        return try await register.find(identifier)
    }
}

extension String {
    /// The left part of an identifier of ours: 32 hexadecimal digits; nil for any other's.
    fileprivate var letterMark: String? {
        let left = String(prefix { $0 != "@" }).lowercased()
        return CaseFile.ID(left) == nil ? nil : left
    }

    /// Whether a Message-ID looks like one of ours.
    fileprivate func isOurs(endingWith domain: String) -> Bool {
        letterMark != nil && lowercased().hasSuffix("@\(domain.lowercased())")
    }
}
