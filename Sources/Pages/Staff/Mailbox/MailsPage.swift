public import Complaints

/// « Courriels reçus »: every mail that came, each once, with what became of it (S-74).
public struct MailsPage: Page {
    public static let template = "staff/mails"
    public static var script: PageScript? { .staff }

    let frame: StaffFrame
    let path = Path.mails
    let filters: [Field]
    let rows: [MailRow]
    let hasRows: Bool
    let empty: String
    let pager: Pager?

    /// - Parameters:
    ///   - lines: the latest first.
    ///   - sort: the filter `tri`; nil for all.
    ///   - isFirst: whether no page comes before.
    ///   - next: the mail that the next page begins after; nil on the last.
    public init(
        lines: [MailSummary],
        sort: MailSort? = nil,
        isFirst: Bool = true,
        next: String? = nil,
        signedIn: SignedIn,
        press: Press
    ) {
        frame = StaffFrame(
            title: press.words("staff.courriels.title"),
            section: .receptions,
            signedIn: signedIn,
            press: press
        )
        let pen = FormPen(press: press, noun: "courriels", values: nil, mistakes: [:])
        let sorts = MailSort.allCases.map {
            (value: $0.rawValue, label: press.words("staff.courriels.tri.\($0.rawValue)"))
        }
        filters = [pen.menu("tri", sorts, value: sort?.rawValue ?? "")]
        rows = lines.map { MailRow($0, press: press) }
        hasRows = !rows.isEmpty
        empty = press.words(sort == nil ? "staff.courriels.empty" : "staff.courriels.empty.filtered")
        let address = { (before: String) in
            QueryString.address(Path.mails, [("tri", sort?.rawValue ?? ""), ("avant", before)])
        }
        pager = Pager(first: isFirst ? nil : address(""), next: next.map(address))
    }
}
