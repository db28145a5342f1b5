public import Complaints
import Storage

/// A letter taken from the outbox, to be brought to the relay.
public struct OutgoingLetter: Sendable, Equatable {
    public let id: String
    public let caseFile: CaseFile.ID
    public let kind: LetterKind
    public let recipient: String
    /// The message, to the byte.
    public let message: [UInt8]
    /// How often it was tried before.
    public let attempts: Int
    /// When it was composed.
    public let createdAt: Instant
}

extension Register {
    /// How long a claim on a letter holds: a server that died loses it after that, and another takes it up.
    static let claimLifetime = 5 * 60
    /// How long a letter is tried before it is given up to a person (S-80).
    static let patience = 5 * 24 * 3600

    /// Takes up to `limit` letters that are due, so that no other server sends them meanwhile.
    public func claimLetters(limit: Int = 20) async throws -> [OutgoingLetter] {
        let now = world.now()
        let until = now.adding(seconds: Self.claimLifetime).description
        return try await database.write(scope) { connection in
            try connection.run(
                """
                UPDATE letter SET claimed_until = \(until), attempts = attempts + 1
                WHERE organisation = \(organisation.id) AND id IN (
                    SELECT id FROM letter WHERE organisation = \(organisation.id) AND state = 'waiting'
                        AND next_attempt_at <= \(now.description) AND claimed_until <= \(now.description)
                    ORDER BY next_attempt_at, id LIMIT \(limit))
                RETURNING id, case_file, kind, recipient, message, attempts, created_at
                """
            ).map(OutgoingLetter.init)
        }
    }

    /// The relay took the letter: it is issued, on record in the log.
    public func letterAccepted(_ letter: OutgoingLetter, reply: String) async throws {
        try await issue(
            LetterIssue(letter: letter.id, kind: letter.kind, way: .email, trace: reply),
            of: letter.caseFile,
            by: .system
        )
    }

    /// The relay could not take it now: try again later, ever more rarely, and after five days ask a person.
    public func letterDeferred(_ letter: OutgoingLetter, reason: String) async throws {
        let now = world.now()
        if letter.createdAt.adding(seconds: Self.patience) <= now {
            return try await letterRefused(letter, reason: reason)
        }
        let pause = min(60 << min(letter.attempts - 1, 10), 4 * 3600)
        try await settle(letter.id, .waiting, reason, next: now.adding(seconds: pause))
    }

    /// The relay refused it for good: a person must find another way.
    public func letterRefused(_ letter: OutgoingLetter, reason: String) async throws {
        try await settle(letter.id, .failed, reason, next: world.now())
    }

    /// Somebody posted or handed over a letter, or decided that it is not to be sent again.
    public func issue(_ issue: LetterIssue, of id: CaseFile.ID, by author: Author) async throws {
        let signature = Signature(by: author, at: world.now())
        let draws = Draws(from: world)
        try await database.write(scope) { connection in
            let standing = try load(id, in: connection)
            let file = standing.caseFile
            if file.isRepeated(seen: file.version, signature, { try $0.issue(issue, $1) }) { return }
            let event = try file.issue(issue, signature)
            _ = try record(event, on: standing, signature, draws, in: connection)
            try connection.run(
                """
                UPDATE letter SET state = 'issued', result = \(issue.trace), claimed_until = ''
                WHERE organisation = \(organisation.id) AND id = \(issue.letter)
                """
            )
        }
    }

    /// Puts a letter that failed or was held back into the outbox again, on somebody's word.
    ///
    /// - Throws: `Refusal` where that somebody may not issue letters of this case.
    public func resend(_ id: String, by author: Author) async throws {
        try await permitLetters(of: try await letter(id).caseFile, by: author)
        try await settle(id, .waiting, "", next: world.now(), from: "'failed', 'held'")
    }

    /// Refuses whoever may not issue the letters of a case file, by their role or by their part in the case.
    public func permitLetters(of id: CaseFile.ID, by author: Author) async throws {
        try await caseFile(id).permit(.issueLetter, Signature(by: author, at: world.now()))
    }

    private func settle(
        _ id: String,
        _ state: LetterState,
        _ result: String,
        next: Instant,
        from states: SQL = "'waiting'"
    ) async throws {
        try await database.write(scope) { connection in
            let changed = try connection.run(
                """
                UPDATE letter SET state = \(state.rawValue), result = \(result), next_attempt_at = \(next.description),
                    claimed_until = ''
                WHERE organisation = \(organisation.id) AND id = \(id) AND state IN (\(states)) RETURNING id
                """
            )
            if changed.isEmpty { throw Failure.unknown }
        }
    }
}

extension OutgoingLetter {
    fileprivate init(_ row: Row) throws {
        guard let caseFile = CaseFile.ID(try row.text(1)), let kind = LetterKind(rawValue: try row.text(2)),
            let createdAt = Instant(try row.text(6))
        else { throw StorageError.failed("a letter's row cannot be read") }
        self.init(
            id: try row.text(0),
            caseFile: caseFile,
            kind: kind,
            recipient: try row.text(3),
            message: try row.blob(4),
            attempts: try row.integer(5),
            createdAt: createdAt
        )
    }
}
