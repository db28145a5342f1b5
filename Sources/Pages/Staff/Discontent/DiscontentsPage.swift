public import Complaints

/// What people said and did not write: noted here, and followed until it is written or known never to be.
public struct DiscontentsPage: Page {
    public static let template = "staff/discontents"
    public static var script: PageScript? { .staff }

    let frame: StaffFrame
    /// That something was just noted in confidence, for a moment.
    let done: String?
    /// Nil for those who may not note.
    let form: ActForm?
    let rows: [SpokenRow]
    let hasRows: Bool

    /// - Parameters:
    ///   - lines: the latest noted first.
    ///   - submission: what makes the form count once.
    ///   - procedure: the one in force.
    ///   - isDone: whether the reader has just noted something in confidence, and may not open it.
    ///   - draft: what was sent and not noted.
    public init(
        lines: [DiscontentSummary],
        submission: String,
        signedIn: SignedIn,
        today: CivilDate,
        procedure: Procedure,
        isDone: Bool = false,
        draft: DiscontentDraft? = nil,
        press: Press
    ) {
        let title = press.words("staff.oral.title")
        frame = StaffFrame(
            title: press.title(title, isWrong: draft != nil),
            section: .receptions,
            signedIn: signedIn,
            press: press
        )
        let forms = DiscontentForms(signedIn: signedIn, today: today, draft: draft, press: press)
        form = signedIn.officer.mayReceive ? forms.hearing(submission, under: procedure) : nil
        let noted = isDone ? [press.words("staff.oral.noted"), press.whose("staff.oral.noted", procedure)] : []
        done = noted.isEmpty ? nil : noted.joined(separator: " ")
        rows = lines.map { SpokenRow($0, today: today, press: press) }
        hasRows = !rows.isEmpty
    }
}
