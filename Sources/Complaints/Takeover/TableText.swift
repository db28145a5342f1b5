/// A table of text, parted by a sign and with quotation marks around what contains it (RFC 4180), as spreadsheets write it.
enum TableText {
    private static let quote = UInt8(ascii: "\"")
    private static let feed = UInt8(ascii: "\n")
    private static let semicolon = UInt8(ascii: ";")
    private static let signs = [semicolon, UInt8(ascii: "\t"), UInt8(ascii: ",")]

    /// The text in UTF-8, its line ends as line feeds, without a byte order mark. What is not UTF-8 is Windows-1252, as
    /// spreadsheets of this country have written it for thirty years.
    static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        var text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        if String(validating: text, as: UTF8.self) == nil {
            text = Array(String(String.UnicodeScalarView(text.map(windows1252))).utf8)
        }
        var plain: [UInt8] = []
        plain.reserveCapacity(text.count)
        for (index, byte) in text.enumerated() {
            if byte != 13 {
                plain.append(byte)
            } else if index + 1 == text.count || text[index + 1] != feed {
                plain.append(feed)
            }
        }
        return plain
    }

    private static let highSigns: [UInt16] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
        0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0xFFFD, 0x017E, 0x0178,
    ]

    private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        return Unicode.Scalar(highSigns[Int(byte - 0x80)]) ?? "\u{FFFD}"
    }

    /// The sign that parts the columns: the one met most in the first lines, outside quotation marks.
    static func separator(of text: [UInt8]) throws(FormerSheet.Mistake) -> UInt8 {
        guard text.contains(where: { $0 > 32 }) else { throw .empty }
        var counts: [UInt8: Int] = [:]
        var (isQuoted, lines) = (false, 0)
        for byte in text {
            if byte == quote { isQuoted.toggle() }
            if isQuoted { continue }
            if signs.contains(byte) { counts[byte, default: 0] += 1 }
            if byte == feed { lines += 1 }
            if lines == 20 { break }
        }
        let most = counts.values.max() ?? 0
        guard most > 0, let sign = signs.first(where: { counts[$0] == most }) else { throw .oneColumn }
        return sign
    }

    /// The lines that have anything in them, by the number that a spreadsheet gives them.
    ///
    /// - Parameter most: how many of them there may be.
    static func records(
        _ text: [UInt8],
        _ separator: UInt8,
        most: Int
    ) throws(FormerSheet.Mistake) -> [(line: Int, cells: [String])] {
        var reader = RecordReader(separator: separator)
        var start = 0
        // « sep=; », which spreadsheets write for each other and do not show.
        if text.starts(with: "sep=".utf8), let end = text.firstIndex(of: feed) { start = end + 1 }
        for byte in text[start...] {
            reader.take(byte)
            if reader.records.count > most { throw .tooManyRows }
        }
        return try reader.finish()
    }
}

/// Reads lines byte by byte.
private struct RecordReader {
    let separator: UInt8
    private(set) var records: [(line: Int, cells: [String])] = []
    private var line = 1
    private var record: [String] = []
    private var cell: [UInt8] = []
    /// Within quotation marks; and just behind one that may end them or stand for itself.
    private var isQuoted = false
    private var isBehindQuote = false

    init(separator: UInt8) { self.separator = separator }

    mutating func take(_ byte: UInt8) {
        if isBehindQuote {
            isBehindQuote = false
            if byte == UInt8(ascii: "\"") {
                cell.append(byte)
                return
            }
            isQuoted = false
        }
        switch byte {
        case UInt8(ascii: "\"") where isQuoted: isBehindQuote = true
        case UInt8(ascii: "\"") where cell.isEmpty: isQuoted = true
        case _ where isQuoted: cell.append(byte)
        case separator: endCell()
        case UInt8(ascii: "\n"): endRecord()
        default: cell.append(byte)
        }
    }

    mutating func finish() throws(FormerSheet.Mistake) -> [(line: Int, cells: [String])] {
        if isQuoted, !isBehindQuote { throw .unclosed }
        if !cell.isEmpty || !record.isEmpty { endRecord() }
        return records
    }

    private mutating func endCell() {
        // Signs that steer a terminal are nobody's words; a tab or a line end may be.
        record.append(String(decoding: cell.filter { $0 >= 32 && $0 != 127 || $0 == 9 || $0 == 10 }, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
    }

    private mutating func endRecord() {
        endCell()
        if record.contains(where: { !$0.isBlank }) { records.append((line, record)) }
        line += 1
        record.removeAll(keepingCapacity: true)
    }
}
