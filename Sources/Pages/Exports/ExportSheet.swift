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

    private static let pseudonymised = [
        "staff.column.number", "staff.column.received", "staff.column.stakeholder", "staff.column.channel",
        "staff.fact.theme", "staff.column.stage", "staff.fact.acknowledged", "staff.audit.fact.answer.due",
        "staff.audit.fact.answered",
    ]

    /// What it begins with: the mark of UTF-8, and the names of the columns.
    public var head: String {
        let names = (isPseudonymised ? Self.pseudonymised : Self.columns).map { press.words($0) }
        return SpreadsheetText.mark + SpreadsheetText.row(names)
    }

    /// A line with the persons in it.
    public func row(_ line: CaseSummary) -> String {
        let row = LedgerRow(line, for: officer, today: today, press: press)
        let third = line.isHidden ? nil : line.thirdParty
        let theme = line.isHidden ? nil : line.theme.map { press.words("theme.\($0.rawValue)") }
        return SpreadsheetText.row([
            line.number ?? "", row.reference, row.date, row.person, row.subject, row.stakeholder, row.channel,
            row.enteredBy ?? "", theme ?? "", row.stage, row.handler, Self.day(line.acknowledgedAt),
            FrenchDates.short(line.answerDue), Self.day(line.answerHasLeft ? line.answeredAt : nil),
            third?.name ?? "", third?.reference ?? "", third?.due.map(FrenchDates.short) ?? "",
        ])
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
