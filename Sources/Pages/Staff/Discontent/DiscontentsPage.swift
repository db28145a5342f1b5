public import Complaints

/// What people said and did not write: noted here, and followed until it is written or known never to be.
public struct DiscontentsPage: Page {
    public static let template = "staff/discontents"

    let frame: StaffFrame
    /// Nil for those who may not note.
    let form: ActForm?
    let rows: [DiscontentRow]
    let hasRows: Bool

    /// - Parameters:
    ///   - lines: the latest noted first.
    ///   - submission: what makes the form count once.
    ///   - draft: what was sent and not noted.
    public init(
        lines: [DiscontentSummary],
        submission: String,
        signedIn: SignedIn,
        today: CivilDate,
        draft: DiscontentDraft? = nil,
        press: Press
    ) {
        let title = press.words("staff.oral.title")
        frame = StaffFrame(
            title: draft == nil ? title : press.words("staff.title.error", ["title": title]),
            section: .receptions,
            signedIn: signedIn,
            press: press
        )
        let forms = DiscontentForms(signedIn: signedIn, today: today, draft: draft, press: press)
        form = signedIn.officer.mayReceive ? forms.hearing(submission) : nil
        rows = lines.map { DiscontentRow($0, today: today, press: press) }
        hasRows = !rows.isEmpty
    }
}
