/// An older register as a table: its rows as they stand in the file, and the one that names the columns.
public struct FormerSheet: Sendable, Equatable {
    /// Why a file cannot be read as a table.
    public enum Mistake: Error, Sendable, Equatable, CaseIterable {
        /// There is nothing in it, or one line alone.
        case empty
        /// It is a workbook of another kind than `.xlsx`, or one behind a password.
        case workbook
        /// It is a workbook that is damaged, or not made as workbooks are.
        case broken
        /// It is a workbook that would swell beyond what a register has.
        case swollen
        /// It counts its days from 1904 on.
        case otherCalendar
        /// It is no text.
        case notText
        /// No sign parts its columns.
        case oneColumn
        /// A quotation mark is opened and never closed.
        case unclosed
        /// It has more rows than are taken at once.
        case tooManyRows
        /// It has more columns than a register has.
        case tooManyColumns
    }

    /// One line.
    public struct Row: Sendable, Equatable {
        /// Its place in the table, as a spreadsheet counts it, from 1 on.
        public let line: Int
        public let cells: [String]

        /// What stands in a column; empty where the row has no such cell.
        public subscript(_ column: Int?) -> String {
            guard let column, cells.indices.contains(column) else { return "" }
            return cells[column]
        }

        fileprivate var isEmpty: Bool { cells.allSatisfy(\.isBlank) }
    }

    /// How many rows are taken at once.
    public static let mostRows = 5_000
    /// How many columns are looked at.
    public static let mostColumns = 100
    /// How many bytes a file may have.
    public static let mostBytes = 6 << 20

    /// What the columns are called; empty where a head is.
    public let heads: [String]
    /// Where the heads stand.
    public let headLine: Int
    /// What follows them, without empty lines.
    public let rows: [Row]
    /// How many lines are empty or stand above the heads.
    public let skipped: Int

    /// Reads the first sheet of a workbook, or a table of text whose columns are parted by semicolons, commas or tabs, in
    /// UTF-8 or Windows-1252.
    public init(_ bytes: [UInt8]) throws(Mistake) {
        try self.init(rows: try Self.rows(bytes))
    }

    private static func rows(_ bytes: [UInt8]) throws(Mistake) -> [Row] {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .workbook }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            return try Workbook.rows(bytes).map { Row(line: $0.line, cells: $0.cells) }
        }
        guard !bytes.contains(0) else { throw .notText }
        let text = TableText.utf8(bytes)
        let separator = try TableText.separator(of: text)
        return try TableText.records(text, separator, most: mostRows + 100).map { Row(line: $0.line, cells: $0.cells) }
    }

    private init(rows: [Row]) throws(Mistake) {
        let filled = rows.filter { !$0.isEmpty }
        guard let head = Self.head(among: filled.prefix(10)) else { throw .empty }
        let below = filled.filter { $0.line > head.line }
        guard !below.isEmpty else { throw .empty }
        guard below.count <= Self.mostRows else { throw .tooManyRows }
        let last = head.cells.lastIndex { !$0.isBlank } ?? 0
        guard last < Self.mostColumns else { throw .tooManyColumns }
        heads = head.cells.prefix(last + 1).map { $0.trimmed }
        headLine = head.line
        self.rows = below
        skipped = (rows.last?.line ?? 0) - below.count - 1
    }

    /// The row of the heads: that in which the most columns are known, since a title may stand above it.
    private static func head(among rows: some Collection<Row>) -> Row? {
        let known = rows.map { (row: $0, count: FormerColumn.guess($0.cells).count) }
        let most = known.map(\.count).max() ?? 0
        return known.first { $0.count == most }?.row
    }

    /// What the columns seem to hold, and what the states seem to mean.
    public var guesses: FormerChoices { guessing(FormerChoices(columns: FormerColumn.guess(heads))) }

    /// The same choices with what the other states of their column seem to mean. - Parameter said: the states of which
    /// something was said, be it nothing.
    public func guessing(_ choices: FormerChoices, besides said: Set<String> = []) -> FormerChoices {
        var choices = choices
        for words in states(in: choices[.state]) {
            let key = Takeover.State.key(words)
            guard !said.contains(key), choices.states[key] == nil else { continue }
            choices.states[key] = Takeover.State.guess(words)
        }
        return choices
    }

    /// How many states are told apart: a column with more of them is another one.
    public static let mostStates = 40

    /// The states that the rows name, each once, in the order in which they come; as many as are told apart and one more.
    public func states(in column: Int?) -> [String] {
        guard let column else { return [] }
        var seen: Set<String> = []
        var found: [String] = []
        for row in rows where found.count <= Self.mostStates {
            let words = row[column].trimmed
            if !words.isEmpty, seen.insert(Takeover.State.key(words)).inserted { found.append(words) }
        }
        return found
    }
}
