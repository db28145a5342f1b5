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
            try claim(issue.files, for: id, in: connection)
        }
    }

    /// Somebody posted letters, all on one day: all of them are recorded, or none.
    ///
    /// - Returns: how many, with those that the same hand has just recorded so: the form came twice. Others that have left,
    ///   or that this reader may not see, are let be.
    /// - Throws: `Refusal` for everything that the rules say of any of them; `StorageError`.
    public func post(_ letters: [String], on day: CivilDate, by author: Author) async throws -> Int {
        let signature = Signature(by: author, at: world.now())
        let draws = letters.map { _ in Draws(from: world) }
        return try await database.write(scope) { connection in
            var (count, refusals) = (0, [Refusal]())
            for (id, draws) in zip(letters, draws) {
                guard let (kind, caseFile, hasLeft) = try posted(id, in: connection) else { continue }
                let issue = LetterIssue(letter: id, kind: kind, way: .post, trace: "", on: day)
                let standing = try load(caseFile, in: connection)
                if hasLeft {
                    count += standing.caseFile.isRepeated(issue, signature) ? 1 : 0
                    continue
                }
                do {
                    try record(issue, on: standing, signature, draws, in: connection)
                    count += 1
                } catch let refusal as Refusal {
                    refusals += refusal.each
                }
            }
            try refuse(refusals)
            return count
        }
    }

    /// A letter, whose it is, and whether it has left; nil for one that this reader may not see.
    private func posted(
        _ id: String,
        in connection: any Connection
    ) throws -> (kind: LetterKind, caseFile: CaseFile.ID, hasLeft: Bool)? {
        let rows = try connection.run(
            """
            SELECT kind, case_file, state FROM letter
            WHERE organisation = \(organisation.id) AND id = \(id)\(butHidden(whose: "letter.case_file"))
            """
        )
        return try rows.first.flatMap { row in
            guard let kind = LetterKind(rawValue: try row.text(0)), let file = CaseFile.ID(try row.text(1)) else {
                return nil
            }
            return (kind, file, try row.text(2) == LetterState.issued.rawValue)
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

    /// A letter that left has come back: it is to be posted again, or somebody must see why its address takes nothing.
    func takeBack(_ back: LetterReturn, in connection: any Connection) throws {
        let result = "\(back.trouble.rawValue) \(back.words)"
        try connection.run(
            """
            UPDATE letter SET state = CASE WHEN recipient = '' THEN 'paper' ELSE 'failed' END, result = \(result),
                tried_at = '', claimed_until = ''
            WHERE organisation = \(organisation.id) AND id = \(back.letter) AND state = 'issued'
            """
        )
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
