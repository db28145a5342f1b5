public import Complaints

/// The register or the journal de réception as an auditor reads them (R-67).
public struct AuditListPage: Page {
    public static let template = "staff/audit/list"
    public static var script: PageScript? { .staff }

    /// Which of the two.
    public typealias Book = LedgerBook

    let frame: StaffFrame
    let title: String
    let count: String
    let path: String
    let filters: [Field]
    let hasRows: Bool
    let rows: [AuditRow]
    let home = Path.audit
    let pager: Pager?
    let heads: LedgerHeads
    let export: ExportForm

    /// - Parameters:
    ///   - lines: one page of the book, in its order.
    ///   - total: how many lines the filter lets through.
    ///   - filter: the year and the order.
    ///   - before: the place that this page begins after (`avant`); nil for the first page.
    ///   - next: what the next page begins after; nil on the last.
    ///   - years: those to choose from, latest first.
    public init(
        _ book: Book,
        lines: [AuditLine],
        total: Tally,
        filter: AuditFilter = AuditFilter(),
        before: String? = nil,
        next: String? = nil,
        years: [Int],
        signedIn: SignedIn,
        press: Press
    ) {
        title = press.words("staff.audit.entry.\(book.rawValue)")
        frame = StaffFrame(title: title, section: .audit, signedIn: signedIn, press: press)
        count = press.count(total, "staff.\(book == .register ? "register" : "receptions").count")
        path = book.auditedPath
        let pen = FormPen(press: press, noun: "audit", values: nil, mistakes: [:])
        let year = filter.year.map(String.init) ?? ""
        filters = [
            pen.menu("annee", years.map { (String($0), String($0)) }, value: year), pen.orders(filter.order),
        ]
        heads = LedgerHeads(in: filter.order) { filter.address(of: book, in: $0) }
        export = ExportForm(at: book.auditedPath, filter.items, token: signedIn.token)
        hasRows = !lines.isEmpty
        rows = lines.map { AuditRow($0, in: book, press: press) }
        pager = Pager(
            first: before.map { _ in filter.address(of: book) },
            next: next.map { filter.address(of: book, before: $0) }
        )
    }
}
