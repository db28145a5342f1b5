public import Complaints

/// A case file as an auditor reads it, made of an `AuditedCase` alone.
public struct AuditCasePage: Page {
    public static let template = "staff/audit/case"
    public static var script: PageScript? { .staff }

    /// One thing that happened.
    struct Step: Sendable {
        let at: String
        let universal: String
        let what: String
        let by: String
        /// What came with it and is not shown.
        let hidden: [String]
    }

    let frame: StaffFrame
    let identifier: String
    let stage: String
    /// Which complaint, and how it came.
    let about: AuditFacts
    /// What was promised and kept, in days.
    let delays: AuditFacts
    /// What was decided and done.
    let decisions: AuditFacts
    let steps: [Step]
    let home = Path.auditedRegister

    public init(_ audited: AuditedCase, signedIn: SignedIn, press: Press) {
        identifier = audited.identifier
        frame = StaffFrame(title: identifier, section: .audit, signedIn: signedIn, press: press)
        stage = press.words("stage.\(audited.stage.rawValue)")
        about = .about(audited, press)
        delays = .delays(audited, press)
        decisions = .decisions(audited, press)
        steps = audited.steps.map { Step($0, of: audited, press: press) }
    }
}

extension AuditCasePage.Step {
    fileprivate init(_ step: AuditedCase.Step, of audited: AuditedCase, press: Press) {
        at = FrenchDates.short(step.at)
        universal = FrenchDates.universal(step.at)
        by =
            switch step.hand {
            case .complainant: press.words("staff.audit.complainant")
            case .server: press.words("staff.hand.system")
            case .officer(let number): press.officer(number)
            }
        what = press.words(step.sentence, step.holes(audited, press))
        hidden =
            (step.hasWords ? [press.words("staff.audit.masked")] : [])
            + (step.hasDocuments ? [press.words("staff.audit.undocumented")] : [])
    }
}

extension AuditedCase.Step {
    /// The sentence of a history; of a restriction neither why nor to whom is told, nor what an answer says before it left.
    fileprivate var sentence: String {
        if kind == .restricted { return "staff.audit.restricted" }
        if kind == .answered, outcome == nil { return "staff.audit.written" }
        return "staff.history.\(kind.rawValue)" + (theme == nil ? "" : ".theme")
    }

    /// What the sentences of a history name, as far as an auditor is told; anything else stays open, and is seen.
    fileprivate func holes(_ audited: AuditedCase, _ press: Press) -> [String: String] {
        var holes = [
            "reference": audited.reference.description,
            "channel": press.words("channel.\(audited.channel.rawValue)"),
        ]
        holes["number"] = audited.number?.description
        holes["nature"] = nature.map { press.words("nature.\($0.rawValue)") }
        holes["theme"] = theme.map { press.words("theme.\($0.rawValue)") }
        holes["other"] = other?.description
        holes["name"] = officer.map(press.officer)
        holes["date"] = on.map(FrenchDates.short)
        holes["outcome"] = outcome.map { press.words("outcome.\($0.rawValue)") }
        holes["decision"] = contest.map { press.words("contest.\($0.rawValue)") }
        holes["letter"] = letter.map { press.words("letter.\($0.rawValue)") }
        holes["answer"] = mark.map { press.words("satisfaction.\($0.rawValue)") }
        holes["way"] = way.map { sent($0, press) } ?? markWay.map { press.words("channel.\($0.rawValue)") }
        return holes
    }

    /// By which way a letter left, and the day where somebody said it.
    private func sent(_ way: LetterIssue.Way, _ press: Press) -> String {
        let words = press.words("way.\(way.rawValue)")
        guard let on else { return words }
        return press.words("staff.history.issued.on", ["way": words, "date": FrenchDates.short(on)])
    }
}

extension Press {
    /// « Collaborateur 2 ».
    fileprivate func officer(_ number: Int) -> String { words("staff.audit.officer", ["number": String(number)]) }
}
