public import Complaints
import Storage

/// A letter of a case file, as lists and the letter's page need it.
public struct LetterRecord: Sendable, Equatable {
    public let id: String
    public let caseFile: CaseFile.ID
    public let kind: LetterKind
    public let state: LetterState
    /// Empty for a letter on paper.
    public let recipient: String
    public let subject: String
    public let text: String
    public let createdAt: Instant
    /// The last word from the relay, for staff.
    public let result: String
}

extension Register {
    /// Automatic acknowledgements that one address may get in a day (S-43).
    static let acknowledgementsPerAddress = 3
    /// Automatic acknowledgements of an organisation in an hour, so that nobody can turn the form into a mail cannon.
    static let acknowledgementsPerHour = 200

    /// Keeps a letter in the transaction that called for it.
    func keep(
        _ letter: KeptLetter,
        as state: LetterState,
        of caseFile: CaseFile.ID,
        _ at: Instant,
        in connection: any Connection
    ) throws {
        let content = letter.content
        try connection.run(
            """
            INSERT INTO letter (organisation, id, case_file, kind, recipient, subject, text, message, state, attempts,
                next_attempt_at, claimed_until, result, created_at, tried_since, mailbox)
            VALUES (\(organisation.id), \(letter.id), \(caseFile.description), \(letter.kind.rawValue),
                \(content.recipient ?? ""), \(content.subject), \(content.text), \(content.message),
                \(state.rawValue), 0, \(at.description), '', '', \(at.description), \(at.description),
                \(content.recipient.map(Self.mailbox) ?? ""))
            """
        )
    }

    /// How many acknowledgements an address has had within a day, counted no further than the limit, as a value within
    /// another statement.
    func acknowledgements(to address: String, before at: Instant) -> SQL {
        """
        (SELECT COUNT(*) FROM (SELECT 1 FROM letter WHERE organisation = \(organisation.id)
            AND mailbox = \(Self.mailbox(of: address)) AND created_at > \(at.adding(seconds: -24 * 3600).description)
            AND kind = 'accuse' AND state <> 'held' LIMIT \(Self.acknowledgementsPerAddress)) AS recent)
        """
    }

    /// Where an address leads, as the daily cap counts it: its case tells nobody apart, nor what follows a `+`, which many
    /// hosts let everybody choose freely.
    static func mailbox(of address: String) -> String {
        let plain = address.lowercased()
        guard let at = plain.lastIndex(of: "@"), let plus = plain[..<at].firstIndex(of: "+"), plus > plain.startIndex
        else { return plain }
        return String(plain[..<plus] + plain[at...])
    }

    /// The letters of a case file, oldest first.
    public func letters(of id: CaseFile.ID) async throws -> [LetterRecord] {
        try await letters(where: "case_file = \(id.description)", limit: 500)
    }

    /// One letter. - Throws: `Failure.unknown`.
    public func letter(_ id: String) async throws -> LetterRecord {
        guard let letter = try await letters(where: "id = \(id)", limit: 1).first else { throw Failure.unknown }
        return letter
    }

    /// Letters that somebody must see to: refused, kept back, or to be posted, in this order and the oldest first.
    ///
    /// - Parameter hasRelay: whether a relay takes the waiting ones; where there is none, they are to be posted too.
    public func lettersToSee(hasRelay: Bool = true, limit: Int = 100) async throws -> [LetterRecord] {
        var found: [LetterRecord] = []
        for states in Self.statesToSee(hasRelay) where found.count < limit {
            found += try await letters(in: states, limit: limit - found.count)
        }
        return found
    }

    /// Letters that are to be printed and posted, the oldest first.
    ///
    /// - Parameters:
    ///   - hasRelay: whether a relay takes the waiting ones.
    ///   - last: the one that they come after; nil for the first ones.
    public func lettersToPost(
        hasRelay: Bool,
        after last: LetterRecord? = nil,
        limit: Int
    ) async throws -> [LetterRecord] {
        try await letters(in: Self.statesToPost(hasRelay), after: last, limit: limit)
    }

    private func letters(
        in states: [LetterState],
        after last: LetterRecord? = nil,
        limit: Int
    ) async throws -> [LetterRecord] {
        let rest: SQL = last.map { "AND (created_at, id) > (\($0.createdAt.description), \($0.id))" } ?? ""
        var alike: [LetterRecord] = []
        for state in states { alike += try await letters(where: "state = \(state.rawValue) \(rest)", limit: limit) }
        return Array(alike.sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }.prefix(limit))
    }

    /// How many letters somebody must see to, the ones beyond any limit counted.
    ///
    /// - Parameter hasRelay: whether a relay takes the waiting ones.
    public func countLettersToSee(hasRelay: Bool = true) async throws -> Int {
        let open = butHidden(whose: "letter.case_file")
        return try await database.read { connection in
            try Self.statesToSee(hasRelay).joined().reduce(0) { sum, state in
                let rows = try connection.run(
                    "SELECT COUNT(*) FROM letter WHERE organisation = \(organisation.id) AND state = \(state.rawValue)\(open)"
                )
                return try sum + rows[0].integer(0)
            }
        }
    }

    /// The states that call for somebody, the most pressing first; those side by side press alike.
    private static func statesToSee(_ hasRelay: Bool) -> [[LetterState]] {
        [[.failed], [.held], statesToPost(hasRelay)]
    }

    private static func statesToPost(_ hasRelay: Bool) -> [LetterState] { hasRelay ? [.paper] : [.paper, .waiting] }

    /// The address that a letter goes to: the one it was written to, unless it was sent again to another.
    static let whereTo: SQL = "CASE WHEN destination = '' THEN recipient ELSE destination END"

    private func letters(where condition: SQL, limit: Int) async throws -> [LetterRecord] {
        try await database.read { connection in
            try connection.run(
                """
                SELECT id, case_file, kind, state, \(Self.whereTo), subject, text, created_at, result FROM letter
                WHERE organisation = \(organisation.id) AND \(condition)\(butHidden(whose: "letter.case_file"))
                ORDER BY created_at, id LIMIT \(limit)
                """
            ).map(LetterRecord.init)
        }
    }
}

extension LetterRecord {
    fileprivate init(_ row: Row) throws {
        guard let caseFile = CaseFile.ID(try row.text(1)), let kind = LetterKind(rawValue: try row.text(2)),
            let state = LetterState(rawValue: try row.text(3)), let createdAt = Instant(try row.text(7))
        else { throw StorageError.failed("a letter's row cannot be read") }
        self.init(
            id: try row.text(0),
            caseFile: caseFile,
            kind: kind,
            state: state,
            recipient: try row.text(4),
            subject: try row.text(5),
            text: try row.text(6),
            createdAt: createdAt,
            result: try row.text(8)
        )
    }
}
