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
    /// How often it was tried, this time included.
    public let attempts: Int
    /// Since when it is tried: it was composed then, or somebody had it sent again.
    public let triedSince: Instant
}

extension Register {
    /// How long a claim on a letter holds, in seconds: a server that died loses it after that, and another takes it up.
    public static let claimLifetime = 5 * 60
    /// How long a letter is tried before it is given up to a person (S-80).
    static let patience = 5 * 24 * 3600

    /// Takes the letter that has been due longest, so that no other server sends it meanwhile; nil where none is due.
    ///
    /// - Parameter seconds: how long the claim holds: longer than an attempt can last.
    /// - Throws: `Failure.headForged`, since a letter that the log cannot record must not leave; `StorageError`.
    public func claimLetter(for seconds: Int = Self.claimLifetime) async throws -> OutgoingLetter? {
        let now = world.now().description
        let until = world.now().adding(seconds: seconds).description
        return try await database.write(scope) { connection in
            let rows = try connection.run(
                """
                UPDATE letter SET claimed_until = \(until), tried_at = \(now), attempts = attempts + 1
                WHERE organisation = \(organisation.id) AND id IN (
                    SELECT id FROM letter WHERE organisation = \(organisation.id) AND state = 'waiting'
                        AND next_attempt_at <= \(now) AND claimed_until <= \(now)
                    ORDER BY next_attempt_at, id LIMIT 1)
                RETURNING id, case_file, kind, \(Self.whereTo), message, attempts, tried_since
                """
            )
            guard let row = rows.first else { return nil }
            _ = try head(in: connection)
            return try OutgoingLetter(row)
        }
    }

    /// The relay took the letter: it is issued, on record in the log.
    ///
    /// - Returns: false where that was on record before, or somebody has posted it meanwhile: nothing is done then.
    @discardableResult
    public func letterAccepted(_ letter: OutgoingLetter, reply: String) async throws -> Bool {
        let issue = LetterIssue(letter: letter.id, kind: letter.kind, way: .email, trace: reply)
        let signature = Signature(by: .system, at: world.now())
        let draws = Draws(from: world)
        return try await database.write(scope) { connection in
            let standing = try load(letter.caseFile, in: connection)
            guard standing.caseFile.issued[letter.id] == nil else { return false }
            try record(issue, on: standing, signature, draws, in: connection)
            return true
        }
    }

    /// The relay took the letter and the log cannot say so: it is not sent again, and a person must see to it.
    ///
    /// - Returns: false where the letter waits no more: nothing is done then.
    @discardableResult
    public func letterUnrecorded(_ letter: OutgoingLetter, reply: String) async throws -> Bool {
        try await settle(letter, .failed, .unrecorded, reply, next: world.now())
    }

    /// The relay could not take it now: try again later, ever more rarely, and after five days ask a person.
    ///
    /// - Parameter detail: the relay's words.
    /// - Returns: false where the letter waits no more, since somebody has posted it meanwhile: nothing is done then.
    @discardableResult
    public func letterDeferred(
        _ letter: OutgoingLetter,
        _ trouble: LetterTrouble,
        detail: String
    ) async throws -> Bool {
        let now = world.now()
        if letter.triedSince.adding(seconds: Self.patience) <= now {
            return try await letterRefused(letter, trouble, detail: detail)
        }
        let pause = min(60 << min(letter.attempts - 1, 10), 4 * 3600)
        return try await settle(letter, .waiting, trouble, detail, next: now.adding(seconds: pause))
    }

    /// It cannot leave by e-mail: a person must find another way.
    ///
    /// - Parameter detail: the relay's words, if it has been asked.
    /// - Returns: false where the letter waits no more: nothing is done then.
    @discardableResult
    public func letterRefused(
        _ letter: OutgoingLetter,
        _ trouble: LetterTrouble,
        detail: String = ""
    ) async throws -> Bool {
        try await settle(letter, .failed, trouble, detail, next: world.now())
    }

    private func settle(
        _ letter: OutgoingLetter,
        _ state: LetterState,
        _ trouble: LetterTrouble,
        _ detail: String,
        next: Instant
    ) async throws -> Bool {
        let result = "\(trouble.rawValue) \(detail)"
        return try await database.write(scope) { connection in
            let changed = try connection.run(
                """
                UPDATE letter SET state = \(state.rawValue), result = \(result), next_attempt_at = \(next.description),
                    claimed_until = ''
                WHERE organisation = \(organisation.id) AND id = \(letter.id) AND state = 'waiting' RETURNING id
                """
            )
            return !changed.isEmpty
        }
    }
}

extension OutgoingLetter {
    fileprivate init(_ row: Row) throws {
        guard let caseFile = CaseFile.ID(try row.text(1)), let kind = LetterKind(rawValue: try row.text(2)),
            let triedSince = Instant(try row.text(6))
        else { throw StorageError.failed("a letter's row cannot be read") }
        self.init(
            id: try row.text(0),
            caseFile: caseFile,
            kind: kind,
            recipient: try row.text(3),
            message: try row.blob(4),
            attempts: try row.integer(5),
            triedSince: triedSince
        )
    }
}
