public import Complaints

/// The journal of accesses (S-62): who did and saw what, and what they were refused.
public struct AccessesPage: Page {
    public static let template = "staff/audit/accesses"
    public static var script: PageScript? { .staff }

    let frame: StaffFrame
    let title: String
    let lead: String
    let count: String
    let path = Path.accesses
    let filters: [Field]
    let isFiltered: Bool
    let hasRows: Bool
    let rows: [AccessRow]
    let home = Path.audit
    let pager: Pager?

    /// - Parameters:
    ///   - lines: one page of the journal, the latest first, as far as the reader may know it.
    ///   - total: how many lines the filter lets through.
    ///   - before: what this page begins after (`avant`); nil for the first page.
    ///   - next: what the next page begins after; nil on the last.
    ///   - names: every account of the provider, with its name.
    public init(
        lines: [AccessEntry],
        total: Tally,
        search: AccessSearch,
        before: String? = nil,
        next: String? = nil,
        names people: [(id: String, name: String)],
        signedIn: SignedIn,
        press: Press
    ) {
        let part = signedIn.officer.readsAccessesToCases ? "acces" : "comptes"
        title = press.words("staff.audit.entry.\(part)")
        lead = press.words("staff.audit.entry.\(part).text")
        frame = StaffFrame(title: title, section: .audit, signedIn: signedIn, press: press)
        count = press.count(total, "staff.access.count")
        filters = Self.filters(search, people, isWhole: signedIn.officer.readsAccessesToCases, press)
        isFiltered = !search.isEmpty
        hasRows = !lines.isEmpty
        let names = Dictionary(people.map { ($0.id, $0.name) }) { first, _ in first }
        rows = lines.map { AccessRow($0, names: names, press: press) }
        pager = Pager(first: before.map { _ in search.address() }, next: next.map { search.address(before: $0) })
    }

    private static func filters(
        _ search: AccessSearch,
        _ people: [(id: String, name: String)],
        isWhole: Bool,
        _ press: Press
    ) -> [Field] {
        let pen = FormPen(press: press, noun: "acces", values: nil, mistakes: [:])
        let others = AccessSearch.others.filter { isWhole || $0.hand != AccessEntry.complainant }
        let hands =
            people.map { (value: $0.id, label: $0.name) }
            + others.map { (value: $0.word, label: press.words("staff.access.hand.\($0.word)")) }
        let kinds = (isWhole ? AccessKind.allCases : AccessKind.ofAccounts).map {
            (value: $0.rawValue, label: press.words("staff.access.kind.\($0.rawValue)"))
        }
        let fields = [
            pen.line("du", type: "date", value: search.from?.description ?? ""),
            pen.line("au", type: "date", value: search.through?.description ?? ""),
            pen.menu("personne", hands, value: search.person),
            pen.menu("genre", kinds, value: search.kind?.rawValue ?? ""),
        ]
        return isWhole ? fields + [pen.line("dossier", value: search.number)] : fields
    }
}

/// Who looked at a case file last, on its own page, for those who watch over that.
struct CaseAccesses: Sendable {
    let rows: [AccessRow]
    let hasRows: Bool
    /// All of them, in the journal.
    let path: String

    /// How many lines are shown.
    private static let most = 10

    init(_ entries: [AccessEntry], to identifier: String, names: [String: String], press: Press) {
        rows = Array(AccessRow.byDay(entries, names: names, press: press).prefix(Self.most))
        hasRows = !rows.isEmpty
        path = AccessSearch(number: identifier).address()
    }
}
