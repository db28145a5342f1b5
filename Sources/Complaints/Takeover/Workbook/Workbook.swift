/// The first sheet of a workbook (ECMA-376): what its cells show, days as days. Formulas are never reckoned: what the
/// spreadsheet had found stands beside them.
struct Workbook {
    /// How large one member may be, unpacked, in bytes.
    private static let mostUnpacked = 24 << 20
    /// How many cells of a line are looked at.
    private static let mostCells = 2 * FormerSheet.mostColumns
    /// How many lines and columns a sheet has at most.
    fileprivate static let (lastLine, lastColumn) = (1_048_576, 16_384)

    private let archive: ZipArchive
    private var shared: [String] = []
    private var dayStyles: Set<Int> = []

    private init(_ archive: ZipArchive) { self.archive = archive }

    /// The lines that have anything in them, by the number that the spreadsheet gives them.
    ///
    /// - Throws: `.workbook` where it is no workbook of this kind; `.otherCalendar`, `.swollen`, `.broken`,
    ///   `.tooManyRows`.
    static func rows(_ bytes: [UInt8]) throws(FormerSheet.Mistake) -> [(line: Int, cells: [String])] {
        var book = Workbook(try ZipArchive(bytes))
        guard let sheet = try book.firstSheet() else { throw .workbook }
        if let styles = try book.archive.member("xl/styles.xml", limit: mostUnpacked) { try book.readStyles(styles) }
        if let strings = try book.archive.member("xl/sharedStrings.xml", limit: mostUnpacked) {
            try book.readShared(strings)
        }
        return try book.lines(of: sheet)
    }

    /// The sheet that stands first; the usual place where the book does not say.
    private func firstSheet() throws(FormerSheet.Mistake) -> [UInt8]? {
        var (relation, target) = (nil as String?, nil as String?)
        if let book = try archive.member("xl/workbook.xml", limit: Self.mostUnpacked) {
            var scanner = MarkupScanner(book)
            while let event = try scanner.next() {
                guard case .begin(let name, let attributes) = event else { continue }
                if name == "workbookPr", ["1", "true"].contains(attributes["date1904"]) { throw .otherCalendar }
                if name == "sheet", relation == nil { relation = attributes["id"] }
            }
        }
        if let relations = try archive.member("xl/_rels/workbook.xml.rels", limit: Self.mostUnpacked) {
            var scanner = MarkupScanner(relations)
            while let event = try scanner.next() {
                guard case .begin("Relationship", let attributes) = event, attributes["Id"] == relation else {
                    continue
                }
                target = attributes["Target"]
            }
        }
        let path = target ?? "worksheets/sheet1.xml"
        let name = path.hasPrefix("/") ? String(path.dropFirst()) : "xl/\(path)"
        return try archive.member(name, limit: Self.mostUnpacked)
    }

    /// Which styles of cells show days.
    private mutating func readStyles(_ bytes: [UInt8]) throws(FormerSheet.Mistake) {
        var days = Set([14, 15, 16, 17, 22] + Array(27...36) + Array(50...58))
        var (isInCells, style) = (false, 0)
        var scanner = MarkupScanner(bytes)
        while let event = try scanner.next() {
            switch event {
            case .begin("numFmt", let attributes):
                if let id = attributes["numFmtId"].flatMap({ Int($0) }), Self.isDay(attributes["formatCode"] ?? "") {
                    days.insert(id)
                }
            case .begin("cellXfs", _): isInCells = true
            case .end("cellXfs"): isInCells = false
            case .begin("xf", let attributes) where isInCells:
                if let id = attributes["numFmtId"].flatMap({ Int($0) }), days.contains(id) { dayStyles.insert(style) }
                style += 1
            default: break
            }
        }
    }

    /// Whether a format shows a day or a year, beside words in quotation marks and colours in brackets.
    private static func isDay(_ format: String) -> Bool {
        let signs = format.replacing(/"[^"]*"|\[[^\]]*\]|\\./, with: "").lowercased()
        return signs.contains("d") || signs.contains("y") || signs.contains("j") || signs.contains("aa")
    }

    private mutating func readShared(_ bytes: [UInt8]) throws(FormerSheet.Mistake) {
        var (words, isText, isSound) = ("", false, false)
        var scanner = MarkupScanner(bytes)
        while let event = try scanner.next() {
            switch event {
            case .begin("si", _): words = ""
            case .begin("rPh", _): isSound = true
            case .end("rPh"): isSound = false
            case .begin("t", _): isText = true
            case .end("t"): isText = false
            case .text(let text): if isText, !isSound { words += text }
            case .end("si"): shared.append(Self.clean(words))
            default: break
            }
        }
    }

    /// Line ends as they are typed, and no sign that steers a terminal.
    private static func clean(_ words: String) -> String {
        let plain = words.contains("_x000D_") ? words.replacing("_x000D_", with: "") : words
        guard plain.utf8.contains(where: { $0 < 32 && $0 != 9 && $0 != 10 || $0 == 127 }) else { return plain }
        let signs = plain.utf8.filter { $0 >= 32 && $0 != 127 || $0 == 9 || $0 == 10 }
        return String(decoding: signs, as: UTF8.self)
    }

    private func lines(of sheet: [UInt8]) throws(FormerSheet.Mistake) -> [(line: Int, cells: [String])] {
        var lines: [(line: Int, cells: [String])] = []
        var reader = SheetLine()
        var scanner = MarkupScanner(sheet)
        while let event = try scanner.next() {
            switch event {
            case .begin("row", let attributes): try reader.begin(attributes["r"])
            case .begin("c", let attributes): try reader.beginCell(attributes)
            case .begin("v", _), .begin("t", _): reader.isValue = true
            case .end("v"), .end("t"): reader.isValue = false
            case .text(let text): if reader.isValue { reader.value += text }
            case .end("c"): reader.end(with: shown(reader), most: Self.mostCells)
            case .end("row"):
                if reader.cells.contains(where: { !$0.isBlank }) { lines.append((reader.line, reader.cells)) }
                guard lines.count <= FormerSheet.mostRows + 100 else { throw .tooManyRows }
            default: break
            }
        }
        return lines
    }

    /// What a cell shows.
    private func shown(_ cell: SheetLine) -> String {
        switch cell.type {
        case "s":
            guard let place = Int(cell.value), shared.indices.contains(place) else { return "" }
            return shared[place]
        case "", "n":
            let days = Double(cell.value) ?? 0
            guard let style = cell.style, dayStyles.contains(style), (1..<2_958_466).contains(days) else {
                return Self.clean(cell.value)
            }
            let day = CivilDate.spreadsheetOrigin.adding(days: Int(days))
            return "\(padded(day.day, 2))/\(padded(day.month, 2))/\(day.year)"
        default: return Self.clean(cell.value)
        }
    }
}

/// One line of a sheet while it is read.
private struct SheetLine {
    private(set) var line = 0
    private(set) var cells: [String] = []
    private(set) var type = ""
    private(set) var style: Int?
    private var column = 0
    var isValue = false
    var value = ""

    /// Lines that do not say their number follow the one before.
    mutating func begin(_ number: String?) throws(FormerSheet.Mistake) {
        line = max(try number.map(Self.line) ?? 0, line + 1)
        guard line <= Workbook.lastLine else { throw .broken }
        cells = []
        column = -1
    }

    mutating func beginCell(_ attributes: [String: String]) throws(FormerSheet.Mistake) {
        column = try attributes["r"].map(Self.column) ?? column + 1
        guard column < Workbook.lastColumn else { throw .broken }
        type = attributes["t"] ?? ""
        style = attributes["s"].flatMap { Int($0) }
        value = ""
    }

    mutating func end(with words: String, most: Int) {
        guard column >= cells.count, column < most else { return }
        cells += [String](repeating: "", count: column - cells.count) + [words]
    }

    private static func line(_ number: String) throws(FormerSheet.Mistake) -> Int {
        guard let line = Int(number), (1...Workbook.lastLine).contains(line) else { throw .broken }
        return line
    }

    /// `AB12` → 27.
    private static func column(_ reference: String) throws(FormerSheet.Mistake) -> Int {
        let letters = reference.utf8.prefix { (0x41...0x5A).contains($0) }
        guard (1...3).contains(letters.count) else { throw .broken }
        return letters.reduce(0) { $0 * 26 + Int($1) - 0x40 } - 1
    }
}
