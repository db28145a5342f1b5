public import Complaints

/// What came of trying an older register, as it is placed.
struct TakeoverTrialPart: Sendable {
    /// One thing that is wrong.
    struct Row: Sendable {
        let line: String
        let column: String
        let read: String
        let words: String
    }

    /// How many are shown on the page; the table has all of them.
    private static let shown = 200
    /// Of lines that prevent nothing.
    private static let shownAside = 10

    let facts: [CaseHeading.Fact]
    let rows: [Row]
    let hasRows: Bool
    let more: String?
    /// Lines that are no complaints, a sentence each.
    let aside: [String]
    let hasAside: Bool
    let moreAside: String?
    /// Whether there is anything for the table.
    let hasTable: Bool
    let problemsPath = Path.takeoverProblems
    let isGood: Bool
    let send: String

    init(_ trial: TakeoverTrial, press: Press) {
        let told: [(String, Int)] = [
            ("good", trial.complaints.count), ("closed", trial.count(.closed)), ("open", trial.count(.open)),
            ("wrong", trial.wrongLines), ("aside", trial.setAside.count),
        ]
        facts = told.map { key, count in
            CaseHeading.Fact(term: press.words("staff.reprise.fact.\(key)"), value: FrenchNumbers.whole(count))
        }
        rows = trial.problems.prefix(Self.shown).map { Row($0, press: press) }
        hasRows = !rows.isEmpty
        more = Self.more("staff.reprise.more", Self.shown, of: trial.problems.count, press)
        aside = trial.setAside.prefix(Self.shownAside).map { Row($0, press: press) }.map { row in
            press.words("staff.reprise.aside.line", ["line": row.line, "read": row.read, "why": row.words])
        }
        hasAside = !aside.isEmpty
        moreAside = Self.more("staff.reprise.aside.more", Self.shownAside, of: trial.setAside.count, press)
        hasTable = hasRows || hasAside
        isGood = trial.isGood
        send = press.words("staff.reprise.send", ["count": FrenchNumbers.whole(trial.complaints.count)])
    }

    /// That only the first ones are shown; nil where all of them are.
    private static func more(_ key: String, _ shown: Int, of count: Int, _ press: Press) -> String? {
        guard count > shown else { return nil }
        return press.words(key, ["shown": String(shown), "count": FrenchNumbers.whole(count)])
    }
}

extension TakeoverTrialPart.Row {
    init(_ problem: RowProblem, press: Press) {
        line = String(problem.line)
        let meaning = problem.column.map { press.words("staff.reprise.column.\($0.rawValue)") }
        // A line of totals is one as a whole.
        let place = problem.head.nonEmpty ?? meaning ?? press.words("staff.reprise.beyond")
        column = problem.cause == .total ? "" : place
        read = problem.read.nonEmpty ?? press.words("staff.reprise.nothing")
        words = press.words(
            "staff.reprise.problem.\(problem.cause.rawValue)",
            ["line": problem.other.map(String.init) ?? ""]
        )
    }
}

/// All that is wrong with an older register, and what is set aside, as a table that its spreadsheet opens.
public enum TakeoverProblems {
    /// The table, as the lists are handed out (docs/exports.md).
    public static func table(of trial: TakeoverTrial?, press: Press) -> String {
        let heads = ["line", "column", "read", "problem"].map { press.words("staff.reprise.head.\($0)") }
        let problems = trial.map { $0.problems + $0.setAside } ?? []
        let rows = problems.sorted { $0.line < $1.line }.map { problem in
            let row = TakeoverTrialPart.Row(problem, press: press)
            return [row.line, row.column, row.read, row.words]
        }
        return SpreadsheetText.mark + ([heads] + rows).map(SpreadsheetText.row).joined()
    }
}
