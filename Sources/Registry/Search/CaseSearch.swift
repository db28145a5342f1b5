import Complaints
import Storage

/// How case files are looked for by the beginnings of their words (R-18) and by their stages, as pieces of a statement
/// over `case_file c`.
///
/// What the fewest files have decides. Where that is few, they are taken from its index and looked at one by one; where
/// everything is common, the list is walked in its own order and soon has enough of them. Neither way grows with the
/// register.
struct CaseSearch {
    /// What stands before `SELECT`.
    private(set) var with: SQL = ""
    /// What stands after `FROM`, `case_file c` among it.
    private(set) var from: SQL = "case_file c"
    /// What stands after the other conditions.
    private(set) var condition: SQL = ""

    /// How many words of a search are looked at.
    private static let mostWords = 6

    /// - Parameter few: how many files are too many to be taken one by one.
    init(_ filter: CaseFilter, few: Int, in register: Register, _ connection: any Connection) throws {
        let exact = filter.exactCase
        let words = exact == nil ? FoldedText.words(filter.search, limit: Self.mostWords) : []
        let organisation = register.organisation
        var (few, rarest, files) = (few, nil as String?, nil as SQL?)
        for word in words where few > 0 {
            let range = Self.range(word, organisation)
            let count = try Self.count("case_word w WHERE \(range)", upTo: few, connection)
            if count < few { (few, rarest) = (count, word) }
        }
        if let rarest {
            files = """
                SELECT w.first_seq FROM case_word w WHERE \(Self.range(rarest, organisation))
                UNION SELECT t.first_seq FROM case_text t WHERE t.organisation = \(organisation.id)
                    AND t.first_seq >= \(try register.indexed(in: connection)) AND t.words LIKE \("% \(rarest)%")
                """
        }
        if let stages = filter.stageCondition, few > 0 {
            let some: SQL = "case_file s WHERE s.organisation = \(organisation.id) AND \(stages)"
            if try Self.count(some, upTo: few, connection) < few {
                (rarest, files) = (nil, "SELECT s.first_seq FROM \(some)")
            }
        }
        for word in words where word != rarest {
            condition = """
                \(condition) AND EXISTS (SELECT 1 FROM case_text t WHERE t.organisation = c.organisation
                    AND t.first_seq = c.first_seq AND t.words LIKE \("% \(word)%"))
                """
        }
        if let exact { condition = "\(condition) AND \(exact)" }
        guard let files else { return }
        with = "WITH found AS MATERIALIZED (\(files))"
        // SQLite keeps to the order of a CROSS JOIN; left to choose, it walks the whole list.
        from = "found CROSS JOIN case_file c"
        condition = "\(condition) AND c.first_seq = found.first_seq"
    }

    /// How many rows there are, counted no further than a limit.
    private static func count(_ rows: SQL, upTo limit: Int, _ connection: any Connection) throws -> Int {
        try connection.run("SELECT COUNT(*) FROM (SELECT 1 FROM \(rows) LIMIT \(limit)) AS counted")[0].integer(0)
    }

    private static func range(_ word: String, _ organisation: Organisation) -> SQL {
        """
        w.organisation_number = \(organisation.number) AND w.word >= \(word) AND w.word < \(word + "\u{10FFFF}")
        """
    }
}

extension CaseFilter {
    /// The one case of a `case_file c` whose number or reference is searched for: as words, `2026-R-0003` would also be
    /// found in a case numbered `REC-2026-0003`. Nil for any other text.
    fileprivate var exactCase: SQL? {
        let text = search.trimmed.uppercased()
        if let number = RegisterNumber(text) {
            return "c.number_year = \(number.year) AND c.number_ordinal = \(number.ordinal)"
        }
        return ReceptionReference(text).map {
            "c.reference_year = \($0.year) AND c.reference_ordinal = \($0.ordinal)"
        }
    }

    /// The stages asked for, of a `case_file s`, as its index has them; nil where all of them are.
    fileprivate var stageCondition: SQL? {
        // Those asked for besides are looked at with the other conditions.
        if let work { return work.condition(on: "s") }
        return stages.isEmpty ? nil : "s.stage IN (\(list: stages.map { .text($0.rawValue) }))"
    }
}
