import Complaints

/// One line of a ledger.
struct LedgerRow: Sendable {
    let path: String
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
        identifier = line.identifier
        reference = line.reference
        date = FrenchDates.short(line.receivedAt.civilDate)
        person = officer.readsIdentity ? line.person : press.words("staff.masked")
        subject = line.shownSubject(to: officer, press)
        stakeholder = line.stakeholder.map { press.words($0) } ?? ""
        channel = press.words("channel.\(line.channel.rawValue)")
        enteredBy = line.enteredByName
        stage = press.words("stage.\(line.stage.rawValue)")
        handler = line.handlerName ?? ""
        due = DueWords(line, for: officer, today: today, press: press)
        todo = press.words("staff.todo.\(line.stage.rawValue)")
    }
}

extension CaseSummary {
    /// The subject; for those who may not know the person, who is often named in it, the theme.
    func shownSubject(to officer: Officer, _ press: Press) -> String {
        if officer.readsIdentity, !subject.isBlank { return subject }
        return theme.map { press.words("theme.\($0.rawValue)") } ?? press.words("staff.case.subjectless")
    }
}
