public import Complaints

/// The Registre des Réclamations, read like a ledger (procedure §5; R-18).
public struct RegisterPage: Page {
    public static let template = "staff/register"
    public static var script: PageScript? { .staff }

    let frame: StaffFrame
    /// How many lines there are in all, in words.
    let count: String
    let query: String
    let path: String
    let filters: [Field]
    let isFiltered: Bool
    let hasRows: Bool
    let rows: [LedgerRow]
    /// Said where there is no line.
    let empty: String
    /// What is searched for and has no number yet.
    let unregistered: [LedgerRow]
    let hasUnregistered: Bool
    let pager: Pager?
    let heads: LedgerHeads
    let views: ViewBar
    let export: ExportForm

    /// - Parameters:
    ///   - lines: one page of the register, in the filter's order.
    ///   - total: how many lines the filter lets through.
    ///   - unregistered: receptions that the search means too, and that have no number yet.
    ///   - before: the place that this page begins after (`avant`); nil for the first page.
    ///   - next: what the next page begins after; nil on the last.
    ///   - views: those in the reader's list.
    ///   - isKept: whether one was kept just now.
    ///   - stakeholders: what its complaints may have.
    ///   - years: the years in which the register has numbers, latest first.
    ///   - isShared: whether there are several persons to whom a case can be given.
    public init(
        lines: [CaseSummary],
        total: Tally,
        unregistered pending: [CaseSummary] = [],
        filter: RegisterFilter,
        before: String? = nil,
        next: String? = nil,
        views: [ViewLine] = [],
        isKept: Bool = false,
        stakeholders: [Stakeholder] = Stakeholder.standard,
        years: [Int],
        isShared: Bool = true,
        signedIn: SignedIn,
        today: CivilDate,
        press: Press
    ) {
        let title = press.words("staff.register.title")
        frame = StaffFrame(title: title, section: .register, isList: true, signedIn: signedIn, press: press)
        count = press.count(total, "staff.register.count")
        query = filter.query
        path = Path.register
        filters = Self.filters(filter, stakeholders, years: years, isShared: isShared, press)
        isFiltered = !filter.isEmpty
        hasRows = !lines.isEmpty
        rows = lines.map { LedgerRow($0, for: signedIn.officer, today: today, press: press) }
        unregistered = pending.map { LedgerRow($0, for: signedIn.officer, today: today, press: press) }
        hasUnregistered = !pending.isEmpty
        empty = press.words(filter.isEmpty ? "staff.register.empty" : "staff.register.empty.filtered")
        pager = Pager(first: before.map { _ in filter.address() }, next: next.map { filter.address(before: $0) })
        heads = LedgerHeads(in: filter.order) { filter.address(in: $0) }
        let isSearch = !filter.query.isEmpty
        let token = signedIn.token
        self.views = ViewBar(
            views,
            of: .register,
            items: filter.kept.items,
            isSearch: isSearch,
            isKept: isKept,
            token: token,
            press: press
        )
        export = ExportForm(at: Path.register, filter.items, token: token)
    }

    private static func filters(
        _ filter: RegisterFilter,
        _ stakeholders: [Stakeholder],
        years: [Int],
        isShared: Bool,
        _ press: Press
    ) -> [Field] {
        let pen = FormPen(press: press, noun: "registre", values: nil, mistakes: [:])
        let stages: [Stage] = [
            .registered, .investigating, .answered, .inMediation, .closed, .withdrawn, .requalified, .contested,
        ]
        let standings: [RegisterFilter.Standing] = [.open, .late] + (isShared ? [.unassigned] : [])
        let works = standings.map { (value: $0.word, label: press.words("staff.standing.\($0.word)")) }
        let codes = stages.map { (value: $0.rawValue, label: press.words("stage.\($0.rawValue)")) }
        let themes = Theme.allCases.map { (value: $0.rawValue, label: press.words("theme.\($0.rawValue)")) }
        let people = stakeholders.map { (value: $0.rawValue, label: press.words($0)) }
        let origins = OriginFilter.all.map { (value: $0.word, label: press.words("staff.origin.\($0.word)")) }
        return [
            pen.menu("etat", works + codes, value: filter.standing?.word ?? ""),
            pen.menu("theme", themes, value: filter.theme?.rawValue ?? ""),
            pen.menu("vous_etes", people, value: filter.stakeholder?.rawValue ?? ""),
            pen.menu("origine", origins, value: filter.origin?.word ?? ""),
            pen.menu("annee", years.map { (String($0), String($0)) }, value: filter.year.map(String.init) ?? ""),
            pen.line("du", type: "date", value: filter.from?.description ?? ""),
            pen.line("au", type: "date", value: filter.through?.description ?? ""), pen.orders(filter.order),
        ]
    }
}

extension Press {
    /// An entry `….one`, `….many` or `….more` with its count, `….none` where there is none.
    func count(_ tally: Tally, _ key: String) -> String {
        switch tally {
        case .exactly(let number): count(number, key)
        case .moreThan(let number): words("\(key).more", ["count": whole(number)])
        }
    }

    /// The same for a number that is known.
    func count(_ number: Int, _ key: String, _ holes: [String: String] = [:]) -> String {
        let form = number == 0 ? "none" : number == 1 ? "one" : "many"
        return words("\(key).\(form)", holes.merging(["count": whole(number)]) { $1 })
    }
}
