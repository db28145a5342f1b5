public import Complaints
import Storage

extension Register {
    /// The register's lines, latest number first.
    public func registered(_ filter: CaseFilter) async throws -> [CaseLine] {
        try await lines(filter, "number_year", "number_ordinal", "c.number_year IS NOT NULL")
    }

    /// The intake log's lines, latest reference first.
    public func receptions(_ filter: CaseFilter) async throws -> [CaseLine] {
        try await lines(filter, "reference_year", "reference_ordinal", "1 = 1")
    }

    /// How many lines of the register a filter lets through.
    public func countRegistered(_ filter: CaseFilter) async throws -> Int {
        try await count(filter, "number_year", "number_ordinal", "c.number_year IS NOT NULL")
    }

    /// How many lines of the intake log a filter lets through.
    public func countReceptions(_ filter: CaseFilter) async throws -> Int {
        try await count(filter, "reference_year", "reference_ordinal", "1 = 1")
    }

    /// Files not answered whose due date falls after one day and no later than another, the most pressing first.
    public func due(after first: CivilDate?, through last: CivilDate, limit: Int = 500) async throws -> [CaseLine] {
        try await database.read { connection in
            try connection.run(
                """
                SELECT \(Self.columns) FROM case_file c WHERE c.organisation = \(organisation.id)
                    AND c.stage IN ('recue', 'a-completer', 'enregistree', 'en-instruction')
                    AND c.answer_due > \(first?.description ?? "") AND c.answer_due <= \(last.description)
                ORDER BY c.answer_due, c.id LIMIT \(limit)
                """
            ).map(CaseLine.init)
        }
    }

    /// The years of which the register has numbers, latest first.
    public func years() async throws -> [Int] {
        try await database.read { connection in
            try connection.run(
                """
                SELECT year FROM counter
                WHERE organisation = \(organisation.id) AND book = \(Book.register.rawValue) ORDER BY year DESC
                """
            ).map { try $0.integer(0) }
        }
    }

    /// The line of one case file; nil when there is none.
    public func line(of id: CaseFile.ID) async throws -> CaseLine? {
        try await database.read { connection in
            try connection.run(
                """
                SELECT \(Self.columns) FROM case_file c
                WHERE c.organisation = \(organisation.id) AND c.id = \(id.description)
                """
            ).first.map(CaseLine.init)
        }
    }

    /// The case file behind a register number or a reception reference, as typed in an address. Nil when there is none.
    public func find(_ text: String) async throws -> CaseFile.ID? {
        let condition: SQL
        if let number = RegisterNumber(text) {
            condition = "number_year = \(number.year) AND number_ordinal = \(number.ordinal)"
        } else if let reference = ReceptionReference(text) {
            condition = "reference_year = \(reference.year) AND reference_ordinal = \(reference.ordinal)"
        } else {
            return nil
        }
        return try await database.read { connection in
            try connection.run("SELECT id FROM case_file WHERE organisation = \(organisation.id) AND \(condition)")
                .first.flatMap { CaseFile.ID(try $0.text(0)) }
        }
    }

    private func lines(_ filter: CaseFilter, _ year: SQL, _ ordinal: SQL, _ book: SQL) async throws -> [CaseLine] {
        try await database.read { connection in
            try connection.run(
                """
                SELECT \(Self.columns) FROM case_file c
                WHERE c.organisation = \(organisation.id) AND \(book)\(conditions(filter, year, ordinal))
                ORDER BY c.\(year) DESC, c.\(ordinal) DESC LIMIT \(filter.limit)
                """
            ).map(CaseLine.init)
        }
    }

    private func count(_ filter: CaseFilter, _ year: SQL, _ ordinal: SQL, _ book: SQL) async throws -> Int {
        try await database.read { connection in
            try connection.run(
                """
                SELECT COUNT(*) FROM case_file c
                WHERE c.organisation = \(organisation.id) AND \(book)\(conditions(filter, year, ordinal))
                """
            )[0].integer(0)
        }
    }

    private func conditions(_ filter: CaseFilter, _ year: SQL, _ ordinal: SQL) -> SQL {
        var sql: SQL = ""
        if !filter.stages.isEmpty {
            sql = "\(sql) AND c.stage IN (\(list: filter.stages.map { .text($0.rawValue) }))"
        }
        if let theme = filter.theme { sql = "\(sql) AND c.theme = \(theme.rawValue)" }
        if let stakeholder = filter.stakeholder { sql = "\(sql) AND c.stakeholder = \(stakeholder.rawValue)" }
        if let today = filter.overdueOn {
            sql = """
                \(sql) AND c.stage IN ('recue', 'a-completer', 'enregistree', 'en-instruction')
                    AND c.answer_due < \(today.description)
                """
        }
        if let wanted = filter.year { sql = "\(sql) AND c.\(year) = \(wanted)" }
        if let last = filter.before {
            sql = "\(sql) AND (c.\(year), c.\(ordinal)) < (\(last.year), \(last.ordinal))"
        }
        for word in FoldedText.words(filter.search, limit: 6) {
            sql = """
                \(sql) AND c.id IN (SELECT w.case_file FROM case_word w WHERE w.organisation = \(organisation.id)
                    AND w.word >= \(word) AND w.word < \(word + "\u{10FFFF}"))
                """
        }
        return sql
    }

    private static let columns: SQL = """
        c.id, c.reference_year, c.reference_ordinal, c.number_year, c.number_ordinal, c.stage, c.channel,
        c.stakeholder, c.person, c.subject, c.theme, c.handler, c.received_at, c.answer_target, c.answer_due,
        c.acknowledged_at, c.answered_at, c.nature
        """
}
