import Complaints

/// One line of a ledger.
struct LedgerRow: Sendable {
    let path: String
    /// The same where the reader may open it.
    let link: String?
    let identifier: String
    /// Its mark in the intake log, whether or not it has a number.
    let reference: String
    let date: String
    let person: String
    let subject: String
    let stakeholder: String
    let channel: String
    /// The name of whoever entered it; nil where it came by the form.
    let enteredBy: String?
    let stage: String
    let handler: String
    let due: DueWords
    /// What this line waits for.
    let todo: String
}

extension LedgerRow {
    init(_ line: CaseSummary, for officer: Officer, today: CivilDate, press: Press) {
        path = Path.caseFile(line.identifier)
        link = line.isHidden ? nil : path
        identifier = line.identifier
        reference = line.reference
        date = FrenchDates.short(line.receivedAt.civilDate)
        person = line.isHidden ? press.words("staff.restricted") : line.person
        subject = line.isHidden ? "" : line.shownSubject(press)
        stakeholder = line.isHidden ? "" : line.stakeholder.map { press.words($0) } ?? ""
        channel = line.isHidden ? "" : press.words("channel.\(line.channel.rawValue)")
        enteredBy = line.isHidden ? nil : line.enteredByName
        stage = press.words("stage.\(line.stage.rawValue)")
        handler = line.isHidden ? "" : line.handlerName ?? ""
        due = DueWords(line, for: officer, today: today, press: press)
        todo = line.isHidden ? "" : line.todo(press)
    }
}

extension CaseSummary {
    /// What is next at its stage: first the judgement; once it has its handler, or where there is nobody to choose, the
    /// investigation.
    fileprivate func todo(_ press: Press) -> String {
        if awaitsJudgement { return press.words("staff.dashboard.qualify.act") }
        let next: Stage = stage == .registered && !awaitsHandler ? .investigating : stage
        return press.words("staff.todo.\(next.rawValue)")
    }

    /// The subject; the theme where it has none.
    func shownSubject(_ press: Press) -> String {
        if !subject.isBlank { return subject }
        return theme.map { press.words("theme.\($0.rawValue)") } ?? press.words("staff.case.subjectless")
    }
}
