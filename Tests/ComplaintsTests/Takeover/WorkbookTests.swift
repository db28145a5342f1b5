import TestSupport
import Testing

@testable import Complaints

@Suite struct `A workbook` {
    // Shows: S-19
    @Test func `is read on its first sheet, days as days, with the lines that the spreadsheet counts`() throws {
        let sheet = try FormerSheet(SampleWorkbook.bytes)
        #expect(sheet.heads == ["N°", "Date", "Objet", "Statut"] && sheet.headLine == 3 && sheet.skipped == 5)
        #expect(sheet.rows.map(\.line) == [4, 5, 9])
        #expect(sheet.rows[0].cells == ["A-1", "12/03/2024", "Froid & « <b> »", "Clos"])
        #expect(sheet.rows[1].cells == ["12", "12.3.24", "résultat"])
        #expect(sheet.rows[2].cells == ["en ligne", "45363", "#REF!", "en cours"])
    }

    // Shows: S-19
    @Test func `that would swell, declares entities, or is none is refused before it costs anything`() {
        let swollen = ZipSample(Deflated.blanks(26 << 20), method: 8).bytes
        #expect(swollen.count < 200_000)
        let doctype = ZipSample(
            Array("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><worksheet>&b;</worksheet>".utf8)
        ).bytes
        let elsewhere = ZipSample(Array("x".utf8), named: "mimetype").bytes
        let calendar = ZipSample(
            Array("<workbook><workbookPr date1904=\"1\"/></workbook>".utf8),
            named: "xl/workbook.xml"
        )
        let wrong: [([UInt8], FormerSheet.Mistake)] = [
            (swollen, .swollen), (doctype, .broken), (elsewhere, .workbook), (calendar.bytes, .otherCalendar),
            (ZipSample(Array("<worksheet><sheetData/></worksheet>".utf8)).bytes, .empty),
            (ZipSample(Array("x".utf8), method: 14).bytes, .broken),
            (Array(SampleWorkbook.bytes.dropLast(30)), .broken),
        ]
        for (bytes, mistake) in wrong { #expect(throws: mistake) { try FormerSheet(bytes) } }
    }

    // Shows: S-19, S-30
    @Test func `whose members lie over each other, or are made of nothing but beginnings, is refused`() throws {
        let sheet = Array("<worksheet><row><c><v>1</v></c></row><row><c><v>2</v></c></row></worksheet>".utf8)
        #expect(try FormerSheet(ZipSample(sheet).bytes).rows.count == 1)
        let doubled = ZipSample(sheet, and: "xl/media/image1.png").bytes
        #expect(throws: FormerSheet.Mistake.broken) { try FormerSheet(doubled) }
        #expect(try Inflater.inflate(Deflated.empties(9_000)[...], limit: 100).isEmpty)
        #expect(throws: Inflater.Mistake.broken) { try Inflater.inflate(Deflated.empties(10_000)[...], limit: 100) }
    }

    // Shows: S-30
    @Test func `never stops a reader, whatever becomes of its bytes`() {
        var dice = Dice(seed: 28)
        var read = 0
        for _ in 0..<500 {
            var bytes = SampleWorkbook.bytes
            for _ in 0...dice.upTo(5) { bytes[4 + dice.upTo(bytes.count - 4)] = UInt8(dice.upTo(256)) }
            if dice.oneIn(3) { bytes = Array(bytes.prefix(4 + dice.upTo(bytes.count - 4))) }
            if (try? FormerSheet(bytes)) != nil { read += 1 }
        }
        #expect(read < 500)
    }

    // Shows: S-30
    @Test(arguments: [
        "<row r=\"9223372036854775807\"><c><v>1</v></c></row><row/>", "<row r=\"1048577\"/>", "<row r=\"0\"/>",
        "<row r=\"-3\"/>", "<row r=\"x\"/>", "<row r=\"1048576\"/><row/>", "<row r=\"1\"><c r=\"XFE1\"/></row>",
        "<row r=\"1\"><c r=\"AAAAAAAAAAAAAAA1\"/></row>", "<row r=\"1\"><c r=\"XFD1\"/><c/></row>",
        "<row r=\"1\"><c r=\"1\"/></row>",
    ]) func `that numbers a line or a column beyond what spreadsheets have is refused`(rows: String) {
        let sheet = ZipSample(Array("<worksheet><sheetData>\(rows)</sheetData></worksheet>".utf8))
        #expect(throws: FormerSheet.Mistake.broken) { try FormerSheet(sheet.bytes) }
    }

    @Test func `may use the last line and the last column that spreadsheets have`() throws {
        let rows = """
            <row><c><v>1</v></c><c><v>2</v></c></row>
            <row r="1048576"><c r="A1048576"><v>3</v></c><c r="XFD1048576"><v>4</v></c></row>
            """
        let bytes = ZipSample(Array("<worksheet><sheetData>\(rows)</sheetData></worksheet>".utf8)).bytes
        let sheet = try FormerSheet(bytes)
        #expect(sheet.heads == ["1", "2"] && sheet.rows.map(\.line) == [1_048_576])
        #expect(sheet.rows[0].cells == ["3"])
    }

    // Shows: S-19
    @Test func `has no sign that steers a terminal in its numbers either`() throws {
        let row = "<row><c><v>&#0;1&#27;</v></c><c t=\"n\"><v>&#7;2&#127;</v></c></row>"
        let bytes = ZipSample(Array("<worksheet><sheetData>\(row)\(row)</sheetData></worksheet>".utf8)).bytes
        #expect(try FormerSheet(bytes).rows[0].cells == ["1", "2"])
    }

    // Shows: S-19
    @Test func `has entities and sections read as what they stand for, and no others`() throws {
        var scanner = MarkupScanner(
            Array("<?xml?><a x:b='1 &lt; 2'><!-- c -->&#233;&#x41;&amp;&b;<![CDATA[<d>]]></a><e/>".utf8)
        )
        var events: [MarkupScanner.Event] = []
        while let event = try scanner.next() { events.append(event) }
        #expect(
            events == [
                .begin("a", ["b": "1 < 2"]), .text("éA&&b;"), .text("<d>"), .end("a"), .begin("e", [:]), .end("e"),
            ]
        )
    }
}

/// An archive of one member, as it is or deflated by somebody else.
struct ZipSample {
    let bytes: [UInt8]

    /// - Parameter other: the name of a second member, which has the bytes of the first.
    init(
        _ content: [UInt8],
        named name: String = "xl/worksheets/sheet1.xml",
        and other: String? = nil,
        method: Int = 0
    ) {
        let sizes = Self.little(content.count, 4)
        let head =
            [0x50, 0x4B, 0x03, 0x04, 20, 0, 0, 0] + Self.little(method, 2) + [UInt8](repeating: 0, count: 8) + sizes
            + sizes + Self.little(name.utf8.count, 2) + [0, 0] + name.utf8
        let names = [name] + (other.map { [$0] } ?? [])
        let entry = names.flatMap { Self.entry($0, method, sizes) }
        let end =
            [0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0] + Self.little(names.count, 2) + Self.little(names.count, 2)
            + Self.little(entry.count, 4) + Self.little(head.count + content.count, 4) + [0, 0]
        bytes = head + content + entry + end
    }

    private static func entry(_ name: String, _ method: Int, _ sizes: [UInt8]) -> [UInt8] {
        let start = [0x50, 0x4B, 0x01, 0x02, 20, 0, 20, 0, 0, 0] + little(method, 2) + [UInt8](repeating: 0, count: 8)
        return start + sizes + sizes + little(name.utf8.count, 2) + [UInt8](repeating: 0, count: 16) + name.utf8
    }

    private static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(number >> (8 * $0) & 0xFF) }
    }
}

/// Deflated bytes that are made by hand.
enum Deflated {
    /// So many blanks or some more, packed as tightly as can be: one, and then « the same 258 times ».
    static func blanks(_ count: Int) -> [UInt8] {
        var bits = BitWriter()
        bits.put([1, 1, 0])
        // A blank is 0x30 + 0x20 in eight bits; the longest run 0b11000101, with distance 1 in five bits.
        bits.put([0, 1, 0, 1, 0, 0, 0, 0])
        for _ in 0..<(count / 258 + 1) { bits.put([1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0]) }
        bits.put([0, 0, 0, 0, 0, 0, 0])
        return bits.bytes
    }

    /// So many blocks that put nothing out, and the last.
    static func empties(_ count: Int) -> [UInt8] {
        var bits = BitWriter()
        for index in 0...count { bits.put([index == count ? 1 : 0, 1, 0] + [0, 0, 0, 0, 0, 0, 0]) }
        return bits.bytes
    }

    private struct BitWriter {
        private(set) var bytes: [UInt8] = []
        private var count = 0

        mutating func put(_ bits: [UInt8]) {
            for bit in bits {
                if count.isMultiple(of: 8) { bytes.append(0) }
                bytes[bytes.count - 1] |= bit << UInt8(count % 8)
                count += 1
            }
        }
    }
}
