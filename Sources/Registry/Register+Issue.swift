public import Complaints
import Storage

extension Register {
    /// Somebody posted or handed over a letter.
    ///
    /// - Throws: `Refusal` by the rules; `Failure.unknown`; `StorageError`.
    public func issue(_ issue: LetterIssue, of id: CaseFile.ID, by author: Author) async throws {
        let signature = Signature(by: author, at: world.now())
        let draws = Draws(from: world)
        try await database.write(scope) { connection in
            let standing = try load(id, in: connection)
            let file = standing.caseFile
            if file.isRepeated(seen: file.version, signature, { try $0.issue(issue, $1) }) { return }
            try record(issue, on: standing, signature, draws, in: connection)
        }
    }

    /// Puts a letter that failed or was kept back into the outbox again, on somebody's word, to the address that its case
    /// file has now. What was written stays to the byte; the five days of trying begin anew.
    ///
    /// - Returns: whether anything was done: a letter that waits or has left is let be.
    /// - Throws: `Refusal` by the rules; `Failure.unknown`; `StorageError`.
    public func resend(_ id: String, by author: Author) async throws -> Bool {
        let signature = Signature(by: author, at: world.now())
        let now = signature.instant.description
        return try await database.write(scope) { connection in
            let rows = try connection.run(
                "SELECT case_file, state FROM letter WHERE organisation = \(organisation.id) AND id = \(id)"
            )
            guard let row = rows.first, let caseFile = CaseFile.ID(try row.text(0)),
                let state = LetterState(rawValue: try row.text(1))
            else { throw Failure.unknown }
            let standing = try load(caseFile, in: connection)
            guard let address = try standing.caseFile.resend(id, state, signature) else { return false }
            try connection.run(
                """
                UPDATE letter SET state = 'waiting', mailbox = \(Self.mailbox(of: address)),
                    destination = CASE WHEN recipient = \(address) THEN '' ELSE \(address) END,
                    result = '', attempts = 0, tried_since = \(now), next_attempt_at = \(now), claimed_until = ''
                WHERE organisation = \(organisation.id) AND id = \(id)
                """
            )
            return true
        }
    }

    /// Lays it on the file, in the log, and beside the letter.
    func record(
        _ issue: LetterIssue,
        on standing: Standing,
        _ signature: Signature,
        _ draws: Draws,
        in connection: any Connection
    ) throws {
        let event = try standing.caseFile.issue(issue, signature)
        _ = try record(event, on: standing, signature, draws, in: connection)
        try connection.run(
            """
            UPDATE letter SET state = 'issued', result = \(issue.trace), claimed_until = '',
                tried_at = CASE WHEN \(issue.way.rawValue) = 'courriel' THEN tried_at ELSE '' END
            WHERE organisation = \(organisation.id) AND id = \(issue.letter)
            """
        )
    }
}
