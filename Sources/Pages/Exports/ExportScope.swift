public import Complaints

/// What is exported: of which book, of which days, with what left out. It names the file, and says in words that there is
/// nothing (R-22).
public struct ExportScope: Sendable {
    public let book: LedgerBook
    public let isPseudonymised: Bool
    let year: Int?
    let from: CivilDate?
    let through: CivilDate?
    /// Whether anything is left out but other days.
    let isFiltered: Bool
    /// The filters and the order by their names in the address, those that have a value.
    public let items: [(name: String, value: String)]

    /// The register as a filter shows it.
    public init(_ filter: RegisterFilter) {
        var days = filter
        days.standing = nil
        days.theme = nil
        days.stakeholder = nil
        days.origin = nil
        days.query = ""
        book = .register
        isPseudonymised = false
        year = filter.year
        from = filter.from
        through = filter.through
        isFiltered = days != filter
        items = filter.items.filter { !$0.1.isEmpty }.map { (name: $0.0, value: $0.1) }
    }

    /// The journal de réception as a filter shows it.
    public init(_ filter: ReceptionFilter) {
        book = .receptions
        isPseudonymised = false
        year = nil
        from = nil
        through = nil
        isFiltered = filter.standing != nil
        items = filter.items.filter { !$0.1.isEmpty }.map { (name: $0.0, value: $0.1) }
    }

    /// A book without persons.
    public init(_ filter: AuditFilter, of book: LedgerBook) {
        self.book = book
        isPseudonymised = true
        year = filter.year
        from = nil
        through = nil
        isFiltered = false
        items = filter.items.filter { !$0.1.isEmpty }.map { (name: $0.0, value: $0.1) }
    }

    /// What it is called: « Tableau de suivi des réclamations et de leur traitement » for the register (R-22).
    public func title(_ press: Press) -> String {
        let name = press.words("export.name.\(book.rawValue)")
        return isPseudonymised ? press.words("export.pseudonymised", ["name": name]) : name
    }

    /// The file's name: what it is, of which days, made on which.
    public func fileName(_ format: ExportFormat, on today: CivilDate, _ press: Press) -> String {
        let days = period(press) { $0.description }
        let parts = [title(press), days, press.words("export.made", ["day": today.description])].compactMap(\.self)
        return "\(parts.joined(separator: " - ")).\(format.rawValue)"
    }

    /// That there is no line, of what, and when that was so (R-22).
    public func nothing(at now: Instant, _ press: Press) -> String {
        let key = "export.nothing.\(book.rawValue)"
        let days = period(press, FrenchDates.long)
        let none =
            isFiltered
            ? press.words("\(key).filtered")
            : days.map { press.words("\(key).period", ["period": $0]) } ?? press.words("\(key).all")
        return press.words("export.nothing", ["none": none, "at": FrenchDates.long(now)])
    }

    private func period(_ press: Press, _ written: (CivilDate) -> String) -> String? {
        let days: String? =
            switch (from, through) {
            case (let from?, let through?):
                press.words("export.period.between", ["from": written(from), "through": written(through)])
            case (let from?, nil): press.words("export.period.from", ["from": written(from)])
            case (nil, let through?): press.words("export.period.through", ["through": written(through)])
            case (nil, nil): nil
            }
        let whole = year.map { press.words("export.period.year", ["year": String($0)]) }
        let both = [whole, days].compactMap(\.self)
        return both.isEmpty ? nil : both.joined(separator: ", ")
    }
}
