import Complaints
import Crypto
import Storage

extension Register {
    /// The books that are numbered.
    enum Book: String {
        case intake = "receptions"
        case register = "registre"
        /// Automatic acknowledgements, by the hour since 1970 in place of the year.
        case letters = "accuses"
    }

    /// Which hour since 1970, as `Book.letters` counts them.
    static func hour(of instant: Instant) -> Int { Int(instant.secondsSince1970 / 3600) }

    /// The next number of a book and year. Rolled back with the transaction, so no number is ever skipped.
    func next(in book: Book, year: Int, _ connection: any Connection) throws -> Int {
        try connection.run(
            """
            INSERT INTO counter (organisation, book, year, last) VALUES (\(organisation.id), \(book.rawValue), \(year), 1)
            ON CONFLICT (organisation, book, year) DO UPDATE SET last = counter.last + 1
            RETURNING last
            """
        )[0].integer(0)
    }

    /// The last number that a book has given in a year; zero where it has given none.
    func last(in book: Book, year: Int, _ connection: any Connection) throws -> Int {
        try connection.run(
            """
            SELECT last FROM counter
            WHERE organisation = \(organisation.id) AND book = \(book.rawValue) AND year = \(year)
            """
        ).first?.integer(0) ?? 0
    }

    /// A case file as it stands, and where its history begins and ends in the log.
    struct Standing {
        let caseFile: CaseFile
        let first: Int
        let last: Int
    }

    /// A case file from its openings. - Throws: `Failure.restricted` where it is not open to the reader of these books.
    func load(_ id: CaseFile.ID, in connection: any Connection) throws -> Standing {
        let rows = try connection.run(
            """
            SELECT seq, payload FROM log_opening
            WHERE organisation = \(organisation.id) AND case_file = \(id.description) ORDER BY seq
            """
        )
        let standing = try standing(id, from: rows)
        try demandOpen(standing.caseFile, in: connection)
        return standing
    }

    /// A case file from the rows of its openings, oldest first: the position and the payload of each, whatever is behind them.
    ///
    /// - Throws: `Failure.unknown` where there are none; `Failure.unreadable`.
    func standing(_ id: CaseFile.ID, from rows: [Row]) throws -> Standing {
        guard let first = rows.first, let last = rows.last else { throw Failure.unknown }
        let entries = try rows.map { row in
            guard let entry = try? Entry(payload: row.blob(1)) else {
                throw Failure.unreadable(seq: try row.integer(0))
            }
            return entry
        }
        guard let caseFile = CaseFile(id: id, entries: entries) else {
            throw Failure.unreadable(seq: try first.integer(0))
        }
        return Standing(caseFile: caseFile, first: try first.integer(0), last: try last.integer(0))
    }

    /// What an event will write: its entry, the letter that it calls for, if any, and the file after both.
    struct Prepared {
        let entry: Entry
        let letter: KeptLetter?
        let after: CaseFile
    }

    /// Makes ready what an event will write, and writes nothing: its letter may also only be read over.
    func prepare(
        _ event: Event,
        on standing: Standing,
        _ signature: Signature,
        _ draws: Draws,
        begunFrom templates: [TemplateMark] = [],
        in connection: any Connection
    ) throws -> Prepared {
        let bare = Entry(
            event: event,
            signature: signature,
            caseFile: standing.caseFile.id,
            organisation: organisation.id,
            templates: templates,
            previous: standing.last
        )
        var after = standing.caseFile
        after.apply(bare)
        let letter = try composed(for: event, after, signature, draws, in: connection)
        guard let letter else { return Prepared(entry: bare, letter: nil, after: after) }
        let entry = bare.carrying(letter.summary)
        after = standing.caseFile
        after.apply(entry)
        return Prepared(entry: entry, letter: letter, after: after)
    }

    /// Writes one event: its letter, its line in the log, its projection. All of it, or by the transaction none.
    ///
    /// - Parameters:
    ///   - read: the digest of the letter that was read over before; nil where none was.
    ///   - templates: those that its text began from.
    /// - Throws: `Failure.otherLetter` where it would send another one.
    func record(
        _ event: Event,
        on standing: Standing,
        _ signature: Signature,
        _ draws: Draws,
        havingRead read: String? = nil,
        begunFrom templates: [TemplateMark] = [],
        in connection: any Connection
    ) throws -> CaseFile {
        let prepared = try prepare(event, on: standing, signature, draws, begunFrom: templates, in: connection)
        if let read {
            let letter = prepared.letter?.preview
            guard letter?.digest == read else { throw Failure.otherLetter(letter) }
        }
        let after = prepared.after
        var frontier = try head(in: connection)
        let line = try LogLine(prepared.entry, salt: draws.salt)
        let seq = try append(line, number: after.number, to: &frontier, in: connection)
        try project(after, from: standing.first, to: seq, in: connection)
        if signature.author == .complainant { try markUnread(after.id, signature.instant, in: connection) }
        if let letter = prepared.letter {
            let state = letter.content.recipient == nil ? LetterState.paper : .waiting
            try keep(letter, as: state, of: after.id, signature.instant, in: connection)
        }
        if case .letterReturned(let back) = event { try takeBack(back, in: connection) }
        try alert(about: after, since: standing.caseFile, signature, draws, in: connection)
        try announce(event, since: standing.caseFile, after, signature, draws, in: connection)
        return after
    }

    private func composed(
        for event: Event,
        _ after: CaseFile,
        _ signature: Signature,
        _ draws: Draws,
        in connection: any Connection
    ) throws -> KeptLetter? {
        guard let kind = event.letter else { return nil }
        let request = LetterRequest(
            id: draws.letter,
            kind: kind,
            caseFile: after,
            procedure: try procedure(after.reception.procedure, in: connection).procedure,
            instant: signature.instant
        )
        return KeptLetter(id: draws.letter, kind: kind, content: compose(request))
    }
}
