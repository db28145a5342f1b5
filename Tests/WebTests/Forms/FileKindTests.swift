import Testing

@testable import Web

@Suite struct `The kind of a file` {
    /// The first entry of a ZIP archive, stored.
    static func zip(_ name: String, _ content: String = "") -> [UInt8] {
        let size = [UInt8(content.utf8.count & 255), UInt8(content.utf8.count >> 8), 0, 0]
        let lengths = [UInt8(name.utf8.count & 255), UInt8(name.utf8.count >> 8), 0, 0]
        return [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4] + size + size + lengths
            + Array(name.utf8) + Array(content.utf8) + [0x50, 0x4B]
    }

    static let samples: [(FileKind, String, [UInt8])] = [
        (.pdf, "devis.pdf", Array("%PDF-1.7\n".utf8)),
        (.jpeg, "IMG_0001.JPG", [0xFF, 0xD8, 0xFF, 0xE0]),
        (.jpeg, "salle.jpeg", [0xFF, 0xD8, 0xFF, 0xE1]),
        (.png, "capture.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        (.heic, "IMG_0002.HEIC", [0, 0, 0, 24] + Array("ftypheic".utf8) + [0, 0, 0, 0] + Array("mif1heic".utf8)),
        (.heic, "IMG_0003.heic", [0, 0, 0, 20] + Array("ftypmif1".utf8) + [0, 0, 0, 0] + Array("heic".utf8)),
        (.txt, "notes.txt", Array("Bonjour".utf8)),
        (.docx, "courrier.docx", zip("[Content_Types].xml")),
        (.docx, "courrier.docx", zip("word/numbering.xml")),
        (.xlsx, "notes.xlsx", zip("xl/workbook.xml")),
        (.xlsx, "notes.xlsx", zip("_rels/.rels")),
        (.odt, "courrier.odt", zip("mimetype", "application/vnd.oasis.opendocument.text")),
        (.ods, "notes.ods", zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet")),
        (.eml, "message.eml", Array("Return-Path: <a@b.fr>\r\n".utf8)),
    ]

    // Shows: S-33
    @Test(arguments: samples) func `is known by content and name together`(
        kind: FileKind,
        name: String,
        head: [UInt8]
    ) throws {
        let isText = !head.contains(0) && kind != .jpeg && kind != .png
        #expect(try FileKind(name: name, head: head, isText: isText) == kind)
    }

    // Shows: S-33
    @Test func `is refused where the content is another's, for every pair of kinds`() {
        for (kind, name, _) in Self.samples {
            for (other, _, head) in Self.samples where other != kind {
                let isText = other == .txt || other == .eml || other == .pdf
                // A text file may hold anything that is text; Office archives may begin alike.
                if kind == .txt && isText { continue }
                if Set([kind, other]) == [.docx, .xlsx] && !String(decoding: head, as: UTF8.self).contains("/n") {
                    continue
                }
                #expect(throws: FileKind.Refusal.contentDiffers(from: kind), "\(other) as \(name)") {
                    try FileKind(name: name, head: head, isText: isText)
                }
            }
        }
    }

    // Shows: S-33, S-35
    @Test(arguments: [
        "page.html", "page.htm", "image.svg", "a.xml", "a.exe", "a.zip", "a.docm", "a.pdf.html", "a", "", ".pdf ",
        "a.pdf\u{0}.html",
        "a.js", "pdf",
    ]) func `is none of ours by any other name`(name: String) {
        #expect(throws: FileKind.Refusal.notTaken) {
            try FileKind(name: name, head: Array("%PDF-1.7".utf8), isText: true)
        }
    }

    // Shows: S-33
    @Test(arguments: [
        ("a.jpg", "<script>alert(1)</script>"), ("a.pdf", "<html>%PDF-"), ("a.png", "GIF89a"),
        ("a.docx", "PK\u{3}\u{4}"),
        ("a.eml", "<html><body>"), ("a.heic", "ftypheic"), ("a.pdf", ""), ("a.odt", "PK"),
    ]) func `is not believed from the name alone`(name: String, head: String) {
        #expect(throws: FileKind.Refusal.self) { try FileKind(name: name, head: Array(head.utf8), isText: true) }
    }

    // Shows: S-35
    @Test func `is served as a type that no browser runs`() {
        for kind in FileKind.allCases {
            for part in ["html", "svg", "script", "xhtml"] { #expect(!kind.contentType.contains(part)) }
        }
    }
}
