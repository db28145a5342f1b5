public import Complaints

/// One case file as an auditor's lists show it: what it is of, and when; nobody's name, and not what it is called.
public struct AuditLine: Sendable {
    let reference: ReceptionReference
    let number: RegisterNumber?
    let receivedAt: Instant
    let stage: Stage
    let channel: Channel
    let stakeholder: Stakeholder?
    let theme: Theme?
    let acknowledgedAt: Instant?
    let answerDue: CivilDate
    let answeredAt: Instant?
    let isHidden: Bool

    /// - Parameters:
    ///   - stakeholder: nil where the provider's list has not what was said.
    ///   - answeredAt: when the latest answer was written, once its letter has left.
    ///   - isHidden: whether it is of a case that is closed to the reader: its line has no content then.
    public init(
        reference: ReceptionReference,
        number: RegisterNumber?,
        receivedAt: Instant,
        stage: Stage,
        channel: Channel,
        stakeholder: Stakeholder?,
        theme: Theme?,
        acknowledgedAt: Instant?,
        answerDue: CivilDate,
        answeredAt: Instant?,
        isHidden: Bool = false
    ) {
        self.reference = reference
        self.number = number
        self.receivedAt = receivedAt
        self.stage = stage
        self.channel = channel
        self.stakeholder = stakeholder
        self.theme = theme
        self.acknowledgedAt = acknowledgedAt
        self.answerDue = answerDue
        self.answeredAt = answeredAt
        self.isHidden = isHidden
    }

    /// What it is called in a book.
    func mark(in book: AuditListPage.Book) -> String? {
        book == .register ? number?.description : reference.description
    }
}

/// The same as a row of the table.
struct AuditRow: Sendable {
    /// The case file; nil where it is closed to the reader.
    let path: String?
    let identifier: String
    let received: String
    let stakeholder: String
    let channel: String
    let theme: String
    let stage: String
    let acknowledged: String
    let due: String
    let answered: String

    init(_ line: AuditLine, in book: AuditListPage.Book, press: Press) {
        path = line.isHidden ? nil : Path.auditedCase(line.number?.description ?? line.reference.description)
        identifier = line.mark(in: book) ?? line.reference.description
        received = FrenchDates.short(line.receivedAt.civilDate)
        stakeholder = line.isHidden ? press.words("staff.restricted") : press.words(line.stakeholder)
        channel = line.isHidden ? "" : press.words("channel.\(line.channel.rawValue)")
        let none = press.words("staff.form.none")
        theme = line.isHidden ? "" : line.theme.map { press.words("theme.\($0.rawValue)") } ?? none
        stage = press.words("stage.\(line.stage.rawValue)")
        acknowledged = line.acknowledgedAt.map { FrenchDates.short($0.civilDate) } ?? none
        due = FrenchDates.short(line.answerDue)
        answered = line.answeredAt.map { FrenchDates.short($0.civilDate) } ?? none
    }
}
