import Testing

@testable import Pages

@Suite struct `A list that somebody typed in a letter` {
    @Test func `is a list on paper and in mail, and other dashes stay as they were typed`() {
        let long = Array(repeating: "mot", count: 30).joined(separator: " ")
        let (list, not) = ("Nous vous devons\u{A0}:\n- 480 €\n- \(long)", "- Bonjour\nMerci")
        let passages = LetterPassage.passages(of: LetterSheet.wrapped("\(list)\n\n\(not)"))
        #expect(passages.map(\.text) == ["Nous vous devons\u{A0}:", not])
        #expect(passages.map(\.items) == [["480 €", long], []])
        let sheet = LetterSheet(
            sender: ["A"],
            addressee: [],
            date: "",
            subject: "",
            blocks: [.paragraph(list), .paragraph(not)],
            signature: []
        )
        let html = LetterHTML(sheet, colon: LetterSheet.colon).text
        #expect(html.contains("<p>Nous vous devons\u{A0}:</p>\n<ul>\n<li>480 €</li>\n<li>\(long)</li>\n</ul>"))
        #expect(html.contains("<p>- Bonjour<br>\nMerci</p>"))
    }
}
