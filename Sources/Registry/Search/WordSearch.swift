import Complaints
import Storage

/// How case files are looked for by the beginnings of their words (R-18), as pieces of a statement over `case_file c`.
///
/// The rarest word decides. Where few files have it, they are taken from the index and looked at one by one; where many
/// do, the list is walked in its own order and soon has enough of them. Neither way grows with the register.
struct WordSearch {
    /// What stands before `SELECT`.
    private(set) var with: SQL = ""
    /// What stands after `FROM`, `case_file c` among it.
    private(set) var from: SQL = "case_file c"
    /// What stands after the other conditions.
    private(set) var condition: SQL = ""

    /// How many words of a search are looked at.
    private static let mostWords = 6

    init(_ filter: CaseFilter, in register: Register, _ connection: any Connection) throws {
        let words = FoldedText.words(filter.search, limit: Self.mostWords)
        guard !words.isEmpty else { return }
        let organisation = register.organisation
        var rarest: (word: String, count: Int)?
        for word in words where rarest.map({ $0.count > 0 }) ?? true {
            let count = try connection.run(
                """
                SELECT COUNT(*) FROM (SELECT 1 FROM case_word w WHERE \(Self.range(word, organisation))
                    LIMIT \(rarest?.count ?? filter.few)) AS counted
                """
            )[0].integer(0)
            if count < rarest?.count ?? filter.few { rarest = (word, count) }
        }
        for word in words where word != rarest?.word {
            condition = """
                \(condition) AND EXISTS (SELECT 1 FROM case_text t WHERE t.organisation = c.organisation
                    AND t.first_seq = c.first_seq AND t.words LIKE \("% \(word)%"))
                """
        }
        guard let rarest else { return }
        with = """
            WITH found AS MATERIALIZED (
                SELECT w.first_seq FROM case_word w WHERE \(Self.range(rarest.word, organisation))
                UNION SELECT t.first_seq FROM case_text t WHERE t.organisation = \(organisation.id)
                    AND t.first_seq >= \(try register.indexed(in: connection)) AND t.words LIKE \("% \(rarest.word)%"))
            """
        // SQLite keeps to the order of a CROSS JOIN; left to choose, it walks the whole list.
        from = "found CROSS JOIN case_file c"
        condition = "\(condition) AND c.first_seq = found.first_seq"
    }

    private static func range(_ word: String, _ organisation: Organisation) -> SQL {
        """
        w.organisation_number = \(organisation.number) AND w.word >= \(word) AND w.word < \(word + "\u{10FFFF}")
        """
    }
}
