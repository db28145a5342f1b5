public import Complaints
import Storage

extension Register {
    /// The register's lines, latest number first unless another order is asked for.
    public func registered(_ filter: CaseFilter) async throws -> [CaseLine] { try await lines(of: .register, filter) }

    /// The intake log's lines, latest reference first unless another order is asked for.
    public func receptions(_ filter: CaseFilter) async throws -> [CaseLine] { try await lines(of: .receptions, filter) }

    /// How many lines of the register a filter lets through.
    public func countRegistered(_ filter: CaseFilter) async throws -> Tally {
        try await count(of: .register, filter)
    }

    /// How many lines of the intake log a filter lets through.
    public func countReceptions(_ filter: CaseFilter) async throws -> Tally {
        try await count(of: .receptions, filter)
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
                SELECT \(columns) FROM case_file c
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

    /// The same as somebody names it in a form: nil, too, for one that is not open to the reader, which is none to them.
    public func findOpen(_ text: String) async throws -> CaseFile.ID? {
        guard let id = try await find(text), try await isOpen(id) else { return nil }
        return id
    }

    /// The lines of a book.
    public func lines(of book: LedgerBook, _ filter: CaseFilter) async throws -> [CaseLine] {
        try await database.read { connection in try rows(of: book, filter, in: connection).map(CaseLine.init) }
    }

    /// What the lines of a book are read from.
    func rows(of book: LedgerBook, _ filter: CaseFilter, in connection: any Connection) throws -> [Row] {
        try connection.run(listing(of: book, filter, in: connection))
    }

    /// The statement that reads them.
    func listing(of book: LedgerBook, _ filter: CaseFilter, in connection: any Connection) throws -> SQL {
        let search = try CaseSearch(filter, few: filter.fewToList, in: self, connection)
        return """
            \(search.with) SELECT \(columns) FROM \(search.from)
            WHERE c.organisation = \(organisation.id) AND \(conditions(filter, book))\(search.condition)
            ORDER BY \(filter.order.sorting(of: book)) LIMIT \(filter.limit)
            """
    }

    /// How many lines of a book a filter lets through: no further than `mostCounted`, but for a whole book, whose
    /// numbers have no gaps.
    public func count(of book: LedgerBook, _ filter: CaseFilter) async throws -> Tally {
        try await database.read { connection in
            if filter.isWholeBook {
                return .exactly(try lastNumbers(of: book.numbers, year: filter.year, in: connection))
            }
            let search = try CaseSearch(filter, few: filter.fewToCount, in: self, connection)
            let count = try connection.run(
                """
                \(search.with) SELECT COUNT(*) FROM (SELECT 1 FROM \(search.from)
                    WHERE c.organisation = \(organisation.id) AND \(conditions(filter, book))\(search.condition)
                    LIMIT \(Self.mostCounted + 1)) AS counted
                """
            )[0].integer(0)
            return count > Self.mostCounted ? .moreThan(Self.mostCounted) : .exactly(count)
        }
    }

    /// How far lines are counted: beyond it a reader narrows the filter, whatever the number is.
    private static let mostCounted = 1_000

    /// How many receptions of a year were given up waiting for what they lacked, and how many there are in all.
    public func countAbandoned(in year: Int) async throws -> (abandoned: Int, received: Int) {
        try await database.read { connection in
            let abandoned = try connection.run(
                """
                SELECT COUNT(*) FROM case_file c WHERE c.organisation = \(organisation.id)
                    AND c.stage = \(Stage.abandoned.rawValue) AND c.reference_year = \(year)
                """
            )[0].integer(0)
            return (abandoned, try lastNumbers(of: .intake, year: year, in: connection))
        }
    }

    private func lastNumbers(of book: Book, year: Int?, in connection: any Connection) throws -> Int {
        let ofYear: SQL = year.map { " AND year = \($0)" } ?? ""
        return try connection.run(
            """
            SELECT CAST(COALESCE(SUM(last), 0) AS BIGINT) FROM counter
            WHERE organisation = \(organisation.id) AND book = \(book.rawValue)\(ofYear)
            """
        )[0].integer(0)
    }

    private func conditions(_ filter: CaseFilter, _ book: LedgerBook) -> SQL {
        var sql = book.condition
        if !filter.stages.isEmpty {
            sql = "\(sql) AND c.stage IN (\(list: filter.stages.map { .text($0.rawValue) }))"
        }
        if let theme = filter.theme { sql = "\(sql) AND c.theme = \(theme.rawValue)" }
        if let stakeholder = filter.stakeholder { sql = "\(sql) AND c.stakeholder = \(stakeholder.rawValue)" }
        switch filter.origin {
        case .any?: sql = "\(sql) AND c.origin <> ''"
        case .of(let origin)?: sql = "\(sql) AND c.origin <> '' AND c.origin = \(origin.rawValue)"
        case nil: break
        }
        if let work = filter.work { sql = "\(sql) AND \(work.condition())" }
        if let first = filter.receivedFrom {
            sql = "\(sql) AND c.received_at >= \(Instant(parisDate: first, hour: 0).description)"
        }
        if let last = filter.receivedThrough {
            sql = "\(sql) AND c.received_at < \(Instant(parisDate: last.adding(days: 1), hour: 0).description)"
        }
        if let wanted = filter.year { sql = "\(sql) AND \(book.mark.year) = \(wanted)" }
        if let place = filter.before { sql = "\(sql) AND \(place.condition)" }
        return filter.tellsContent ? "\(sql)\(butHidden())" : sql
    }

    /// What `CaseLine` is read from.
    var columns: SQL {
        """
        c.id, c.reference_year, c.reference_ordinal, c.number_year, c.number_ordinal, c.stage, c.channel,
        c.stakeholder, c.person, c.subject, c.theme, c.handler, c.received_at, c.answer_target, c.answer_due,
        c.acknowledged_at, c.answered_at, c.nature, c.reply_due, c.mediator_step, c.mediator_due,
        c.acknowledgement_due, c.started_on,
        CASE WHEN c.answered_at = '' THEN '' ELSE COALESCE((
            SELECT l.state FROM letter l
            WHERE l.organisation = c.organisation AND l.case_file = c.id AND l.kind = 'reponse'
            ORDER BY l.created_at DESC, l.id DESC LIMIT 1), (
            SELECT 'issued' FROM takeover t
            WHERE t.organisation = c.organisation AND t.case_file = c.id), '') END,
        c.entered_by, CASE WHEN \(hidden()) THEN 1 ELSE 0 END, c.restricted, c.alert,
        c.origin, c.third_party, c.third_reference, c.third_due, c.asked_on
        """
    }
}

extension LedgerBook {
    /// Where its marks are counted.
    fileprivate var numbers: Register.Book { self == .register ? .register : .intake }
}
