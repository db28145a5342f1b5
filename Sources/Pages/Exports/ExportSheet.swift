public import Complaints

/// A list as a table for spreadsheets, row by row: what the page shows its reader, without what it says of today.
public struct ExportSheet: Sendable {
    let book: LedgerBook
    let isPseudonymised: Bool
    let officer: Officer
    let today: CivilDate
    let press: Press

    /// - Parameter isPseudonymised: whether it is without persons, for auditors.
    public init(_ book: LedgerBook, isPseudonymised: Bool, for officer: Officer, today: CivilDate, press: Press) {
        self.book = book
        self.isPseudonymised = isPseudonymised
        self.officer = officer
        self.today = today
        self.press = press
    }

    private static let columns = [
        "staff.column.number", "staff.column.reference", "staff.column.received", "staff.column.person",
        "staff.column.subject", "staff.column.stakeholder", "staff.column.channel", "export.column.entered",
        "staff.fact.theme", "staff.column.stage", "staff.column.handler", "staff.fact.acknowledged",
        "staff.audit.fact.answer.due", "staff.audit.fact.answered", "staff.fact.third-party",
        "staff.fact.third-reference", "staff.fact.third-due",
    ]

    /// Of the register alone, which says how each was dealt with.
    private static let treatment = ["export.column.decision", "export.column.ended", "export.column.measures"]

    private static let pseudonymised = [
        "staff.column.number", "staff.column.received", "staff.column.stakeholder", "staff.column.channel",
        "staff.fact.theme", "staff.column.stage", "staff.fact.acknowledged", "staff.audit.fact.answer.due",
        "staff.audit.fact.answered",
    ]

    /// What it begins with: the mark of UTF-8, and the names of the columns.
    public var head: String {
        let columns = isPseudonymised ? Self.pseudonymised : Self.columns + (saysTreatment ? Self.treatment : [])
        return SpreadsheetText.mark + SpreadsheetText.row(columns.map { press.words($0) })
    }

    private var saysTreatment: Bool { book == .register && !isPseudonymised }

    /// A line with the persons in it.
    ///
    /// - Parameter treatment: nil where it is closed to the reader, or of no register.
    public func row(_ line: CaseSummary, _ treatment: Treatment? = nil) -> String {
        let row = LedgerRow(line, for: officer, today: today, press: press)
        let third = line.isHidden ? nil : line.thirdParty
        let theme = line.isHidden ? nil : line.theme.map { press.words("theme.\($0.rawValue)") }
        let cells = [
            line.number ?? "", row.reference, row.date, row.person, row.subject, row.stakeholder, row.channel,
            row.enteredBy ?? "", theme ?? "", row.stage, row.handler, Self.day(line.acknowledgedAt),
            FrenchDates.short(line.answerDue), Self.day(line.answerHasLeft ? line.answeredAt : nil),
            third?.name ?? "", third?.reference ?? "", third?.due.map(FrenchDates.short) ?? "",
        ]
        guard saysTreatment else { return SpreadsheetText.row(cells) }
        let told = treatment.map { [$0.decision(press), Self.day($0.endedAt), $0.actions(press)] }
        return SpreadsheetText.row(cells + (told ?? ["", "", ""]))
    }

    /// A line without them, as its page has it.
    public func row(_ line: AuditLine) -> String {
        let row = AuditRow(line, in: book, press: press)
        return SpreadsheetText.row([
            row.identifier, row.received, row.stakeholder, row.channel, row.theme, row.stage, row.acknowledged, row.due,
            row.answered,
        ])
    }

    /// A row that says that there is none.
    public func row(saying words: String) -> String { SpreadsheetText.row([words]) }

    private static func day(_ instant: Instant?) -> String { instant.map { FrenchDates.short($0.civilDate) } ?? "" }
}
