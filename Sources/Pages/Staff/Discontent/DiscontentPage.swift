public import Complaints

/// What somebody said, how they were invited to write it, and what came of it.
public struct DiscontentPage: Page {
    public static let template = "staff/discontent"
    public static var script: PageScript? { .staff }

    let frame: StaffFrame
    let listPath = Path.discontents
    let title: String
    let standing: String
    let said: String
    let facts: [CaseHeading.Fact]
    /// What was just done, for a moment.
    let done: String?
    /// What was written for something that can no longer be done.
    let lost: LostDraft?
    /// The complaint that it became.
    let complaint: Complaint?
    /// Where it is written for the person; nil for those who may not, or once it has ended.
    let writePath: String?
    let forms: [ActForm]
    let history: [Line]

    /// A link to a case file.
    struct Complaint: Sendable {
        let path: String
        let identifier: String
    }

    /// One line of its history.
    struct Line: Sendable {
        let at: String
        let by: String
        let what: String
        let detail: String?
    }

    /// - Parameters:
    ///   - complaint: the number or reference of the complaint that it became.
    ///   - names: every account of the provider, with its name.
    ///   - draft: what was sent and not done.
    ///   - isDone: whether something was just done.
    public init(
        _ discontent: Discontent,
        complaint identifier: String?,
        signedIn: SignedIn,
        names: [String: String],
        today: CivilDate,
        draft: DiscontentDraft? = nil,
        isDone: Bool = false,
        press: Press
    ) {
        let summary = DiscontentSummary(discontent)
        let row = SpokenRow(summary, today: today, press: press)
        title = press.words("staff.oral.record", ["person": row.person, "date": row.date])
        frame = StaffFrame(
            title: press.title(title, isWrong: draft != nil),
            section: .receptions,
            signedIn: signedIn,
            press: press
        )
        (standing, said) = (summary.standing(on: today, press), row.said)
        facts = discontent.hearing.facts(names, press)
        done = isDone ? press.words("staff.oral.done") : nil
        complaint = identifier.map { Complaint(path: Path.caseFile($0), identifier: $0) }
        let mayAct = signedIn.officer.mayReceive && discontent.ending == nil
        writePath = mayAct ? Path.transcription(of: discontent.id.description) : nil
        lost = mayAct ? nil : draft.map { LostDraft($0, press) }
        let writer = DiscontentForms(signedIn: signedIn, today: today, draft: draft, press: press)
        forms = mayAct ? [writer.invitation(discontent), writer.link(discontent), writer.never(discontent)] : []
        history = discontent.entries.map { Line($0, names, press) }
    }
}

extension Hearing {
    /// What is known beside the words and who said them.
    fileprivate func facts(_ names: [String: String], _ press: Press) -> [CaseHeading.Fact] {
        let alarm = press.list(severities.map { press.words("severity.\($0.rawValue)") })
        return [
            ("staff.oral.fact.heardBy", heardBy),
            ("staff.oral.fact.channel", press.words("channel.\(channel.rawValue)")),
            ("staff.oral.fact.contact", contact), ("staff.fact.severity", alarm),
            ("staff.fact.restriction", restriction?.fact(names, press) ?? ""),
        ].filter { !$0.1.isBlank }.map { CaseHeading.Fact(term: press.words($0.0), value: $0.1) }
    }
}

extension LostDraft {
    /// What was typed of a reason or a number.
    fileprivate init(_ draft: DiscontentDraft, _ press: Press) {
        let texts = ["motif", "dossier"].flatMap { draft.values[$0] ?? [] }.filter { !$0.isBlank }
        let why = draft.words(press) ?? press.words(.discontentEnded)
        self.init(why: why, since: [], hasSince: false, texts: texts)
    }
}

extension DiscontentPage.Line {
    fileprivate init(_ entry: DiscontentEntry, _ names: [String: String], _ press: Press) {
        at = FrenchDates.short(entry.at)
        by = entry.officer.map { names[$0] ?? $0 } ?? ""
        switch entry.event {
        case .heard(let hearing):
            what = press.words("staff.oral.history.heard", ["date": FrenchDates.short(hearing.on)])
            detail = hearing.invitation.map { press.words($0) }
        case .invited(let invitation):
            what = press.words(invitation)
            detail = nil
        case .ended(let ending):
            what = press.words("staff.oral.result.\(ending.result.rawValue)")
            detail = ending.reason.nonEmpty
        }
    }
}

extension Press {
    /// How and when somebody was invited to write.
    fileprivate func words(_ invitation: Invitation) -> String {
        words(
            "staff.oral.history.invited",
            [
                "date": FrenchDates.short(invitation.on), "way": words("staff.oral.way.\(invitation.way.rawValue)"),
            ]
        )
    }
}

extension DiscontentSummary {
    /// As a list would show it.
    init(_ discontent: Discontent) {
        self.init(
            id: discontent.id,
            person: discontent.hearing.person,
            said: discontent.hearing.said,
            heardOn: discontent.hearing.on,
            waitsSince: discontent.waitsSince,
            invitations: discontent.invitations.count,
            result: discontent.ending?.result
        )
        isConfidential = discontent.hearing.restriction != nil
        severities = discontent.hearing.severities
    }
}
