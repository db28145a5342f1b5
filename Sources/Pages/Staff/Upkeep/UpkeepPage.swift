public import Complaints

/// « L’état du service »: how everything stands that must not stop in silence, one line each, the most pressing first.
public struct UpkeepPage: Page {
    public static let template = "staff/upkeep"
    public static var script: PageScript? { .staff }

    let frame: StaffFrame
    let at: String
    /// How much calls for somebody, in one sentence.
    let summary: String
    let lines: [UpkeepRow]
    /// Where the weekly letter is turned on and off; nil for those who do not get it, and where no letter can
    /// leave.
    let letterPath: String?

    /// - Parameters:
    ///   - lines: each thing once.
    ///   - instant: when they were true.
    ///   - hasRelay: whether letters can leave by e-mail.
    public init(lines: [UpkeepLine], at instant: Instant, hasRelay: Bool, signedIn: SignedIn, press: Press) {
        frame = StaffFrame(
            title: press.words("staff.etat.title"),
            section: .upkeep,
            signedIn: signedIn,
            press: press
        )
        at = FrenchDates.long(instant)
        summary = press.count(lines.pressing.count, "staff.etat.summary")
        self.lines = UpkeepRow.rows(lines, for: signedIn.officer, press: press)
        let getsLetter = hasRelay && !signedIn.officer.roles.isDisjoint(with: RegularLetter.readers)
        letterPath = getsLetter ? Path.account : nil
    }
}

/// « Pour bien commencer »: what whoever begins has to see to, done or not, until all is done or it is put aside.
struct FirstSteps: Sendable {
    let summary: String
    let lines: [UpkeepRow]
    let dismissPath = Path.dismissSteps
    let token: String

    /// Nil where nothing is left to do.
    init?(_ lines: [UpkeepLine], signedIn: SignedIn, press: Press) {
        guard !lines.pressing.isEmpty else { return nil }
        summary = press.count(lines.pressing.count, "staff.etat.steps")
        self.lines = UpkeepRow.rows(lines, for: signedIn.officer, press: press)
        token = signedIn.token
    }
}
