public import Complaints

/// The register or the journal de réception as an auditor reads them (R-67).
public struct AuditListPage: Page {
    public static let template = "staff/audit/list"

    /// Which of the two.
    public enum Book: String, Sendable, CaseIterable {
        case register = "registre"
        case receptions

        var path: String { self == .register ? Path.auditedRegister : Path.auditedReceptions }
    }

    let frame: StaffFrame
    let title: String
    let count: String
    let path: String
    let filters: [Field]
    let hasRows: Bool
    let rows: [AuditRow]
    let home = Path.audit
    let pager: Pager?

    /// - Parameters:
    ///   - lines: one page of the book, latest first.
    ///   - total: how many lines the filter lets through.
    ///   - year: the filter `annee`; nil for all.
    ///   - before: the number or reference that this page begins below (`avant`); nil for the first page.
    ///   - next: what the next page begins below; nil on the last.
    ///   - years: those to choose from, latest first.
    public init(
        _ book: Book,
        lines: [AuditLine],
        total: Tally,
        year: Int? = nil,
        before: String? = nil,
        next: String? = nil,
        years: [Int],
        signedIn: SignedIn,
        press: Press
    ) {
        let address = { (cursor: String) in
            QueryString.address(book.path, [("annee", year.map(String.init) ?? ""), ("avant", cursor)])
        }
        title = press.words("staff.audit.entry.\(book.rawValue)")
        frame = StaffFrame(title: title, section: .audit, signedIn: signedIn, press: press)
        count = press.count(total, "staff.\(book == .register ? "register" : "receptions").count")
        path = book.path
        let pen = FormPen(press: press, noun: "audit", values: nil, mistakes: [:])
        filters = [pen.menu("annee", years.map { (String($0), String($0)) }, value: year.map(String.init) ?? "")]
        hasRows = !lines.isEmpty
        rows = lines.map { AuditRow($0, in: book, press: press) }
        pager = Pager(first: before.map { _ in address("") }, next: next.map(address))
    }
}
