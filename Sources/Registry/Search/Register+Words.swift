import Complaints
import Storage

/// The words that case files are found by (R-18), in two tables.
///
/// `case_text` has one row a case file, written with each event that changes its words: appending it costs next to
/// nothing, and from then on the file is found, by reading the row. `case_word` has a row a word, so that a search is an
/// index range; entering a reception there at once would touch sixty pages of the index inside its transaction, so a
/// chore enters many together, in the order of the index, within a second or so. `word_index` says how far it has come.
extension Register {
    /// How many case files one transaction of the chore enters at most, so that nobody waits long behind it.
    static let wordBatch = 256

    /// Writes the words of a case file whose history begins at `first`.
    func keep(_ words: [String], of first: Int, in connection: any Connection) throws {
        let text = Self.text(of: words)
        let before = try connection.run(
            "SELECT words FROM case_text WHERE organisation = \(organisation.id) AND first_seq = \(first)"
        ).first?.text(0)
        guard text != before else { return }
        try connection.run(
            """
            INSERT INTO case_text (organisation, first_seq, words) VALUES (\(organisation.id), \(first), \(text))
            ON CONFLICT (organisation, first_seq) DO UPDATE SET words = excluded.words
            """
        )
        if let before, first < (try indexed(in: connection)) {
            try forget(Set(Self.words(before)).subtracting(words), of: first, in: connection)
            try enter(Set(words).subtracting(Self.words(before)).map { ($0, first) }, in: connection)
        }
    }

    /// Enters in the index what is not there yet, one batch of it. - Returns: whether there may be more.
    @discardableResult
    public func indexWords() async throws -> Bool {
        let isBehind = try await database.read { connection in
            try !behind(limit: 1, in: connection).isEmpty
        }
        guard isBehind else { return false }
        return try await database.write(scope) { connection in
            let rows = try behind(limit: Self.wordBatch, in: connection)
            guard let last = try rows.last?.integer(0) else { return false }
            var entries: [(word: String, first: Int)] = []
            for row in rows {
                let first = try row.integer(0)
                entries += Self.words(try row.text(1)).map { ($0, first) }
            }
            try enter(entries.sorted { ($0.word, $0.first) < ($1.word, $1.first) }, in: connection)
            try connection.run(
                """
                INSERT INTO word_index (organisation, below) VALUES (\(organisation.id), \(last + 1))
                ON CONFLICT (organisation) DO UPDATE SET below = excluded.below
                """
            )
            return rows.count == Self.wordBatch
        }
    }

    /// The position in the log below which every case file's words are in the index.
    func indexed(in connection: any Connection) throws -> Int {
        try connection.run("SELECT below FROM word_index WHERE organisation = \(organisation.id)").first?.integer(0)
            ?? 0
    }

    /// Words as a row of `case_text` holds them, each between blanks.
    static func text(of words: [String]) -> String { " \(words.joined(separator: " ")) " }

    /// The words of a row of `case_text`.
    static func words(_ text: String) -> [String] {
        text.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    }

    /// Case files that are not in the index yet, oldest first: position and words.
    private func behind(limit: Int, in connection: any Connection) throws -> [Row] {
        try connection.run(
            """
            SELECT first_seq, words FROM case_text
            WHERE organisation = \(organisation.id) AND first_seq >= \(try indexed(in: connection))
            ORDER BY first_seq LIMIT \(limit)
            """
        )
    }

    /// How many words a statement enters, as long as there are so many: few round trips, and only two texts to make and to
    /// prepare.
    private static let together = 64
    private static let enterMany = entering(together)
    private static let enterOne = entering(1)

    private static func entering(_ count: Int) -> SQL {
        let rows = [[Value]](repeating: [.null, .null, .null], count: count)
        let statement: SQL = "INSERT INTO case_word (organisation_number, word, first_seq) VALUES \(rows: rows)"
        return statement.prepared
    }

    private func enter(_ entries: [(word: String, first: Int)], in connection: any Connection) throws {
        let number = Value.integer(Int64(organisation.number))
        var rest = entries[...]
        while !rest.isEmpty {
            let (count, statement) = rest.count < Self.together ? (1, Self.enterOne) : (Self.together, Self.enterMany)
            let values = rest.prefix(count).flatMap { [number, .text($0.word), .integer(Int64($0.first))] }
            rest = rest.dropFirst(count)
            try connection.run(statement.with(values))
        }
    }

    private func forget(_ words: Set<String>, of first: Int, in connection: any Connection) throws {
        for word in words {
            try connection.run(
                """
                DELETE FROM case_word
                WHERE organisation_number = \(organisation.number) AND word = \(word) AND first_seq = \(first)
                """
            )
        }
    }
}
