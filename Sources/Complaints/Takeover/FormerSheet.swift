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
    /// The same, each with the words that group it.
    let named: [FormerHeads.Head]
    /// Where the heads stand; the lower line where they stand on two.
    public let headLine: Int
    /// On how many lines the heads stand: one, or two.
    public let headHeight: Int
    /// What follows them, without empty lines.
    public let rows: [Row]
    /// How many lines are empty or stand above the heads.
    public let skipped: Int
    /// Where the heads seem to stand.
    public let likelyHeadLine: Int
    /// All lines that have anything in them.
    private let filled: [Row]

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
        guard let head = FormerHeads.likely(among: filled) else { throw .empty }
        try self.init(filled, head, likely: head.line)
    }

    private init(_ filled: [Row], _ head: FormerHeads, likely: Int) throws(Mistake) {
        let below = filled.filter { $0.line > head.line }
        guard !below.isEmpty else { throw .empty }
        guard below.count <= Self.mostRows else { throw .tooManyRows }
        guard head.heads.count <= Self.mostColumns else { throw .tooManyColumns }
        named = head.heads
        heads = named.map(\.name)
        headLine = head.line
        headHeight = head.height
        self.rows = below
        skipped = (filled.last?.line ?? 0) - below.count - head.height
        likelyHeadLine = likely
        self.filled = filled
    }

    /// The same table with its heads on another line. - Throws: `empty` where nothing stands there or below it.
    public func headed(at line: Int) throws(Mistake) -> FormerSheet {
        guard let head = FormerHeads(at: line, among: filled) else { throw .empty }
        return try FormerSheet(filled, head, likely: likelyHeadLine)
    }
}
