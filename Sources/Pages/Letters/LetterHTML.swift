/// A letter in HTML, for readers of mail: no image, no style sheet, nothing fetched from anywhere.
struct LetterHTML: Page {
    static let template = "letters/letter"

    let subject: String
    let sender: [String]
    let date: String
    let blocks: [Block]
    let signature: [String]

    /// A block, with one of its four readings filled.
    struct Block: Sendable {
        var heading: String?
        var lines: Lines?
        var list: List?
        var facts: Facts?
    }

    /// The lines of a paragraph.
    struct Lines: Sendable {
        let first: String
        let others: [String]
    }

    /// The items of a list.
    struct List: Sendable { let items: [String] }

    /// Lines « Nom : valeur ».
    struct Facts: Sendable { let rows: [Fact] }

    /// One of them; `link` where the value is an address of the web.
    struct Fact: Sendable {
        let name: String
        let value: String
        let link: String?
    }

    init(_ sheet: LetterSheet) {
        subject = sheet.subject
        sender = sheet.sender
        date = sheet.date
        blocks = sheet.blocks.map(Block.init)
        signature = sheet.signature
    }
}

extension LetterHTML.Block {
    init(_ block: LetterBlock) {
        self.init()
        switch block {
        case .heading(let words): heading = words
        case .paragraph(let words):
            let all = words.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
            lines = LetterHTML.Lines(first: all[0], others: Array(all.dropFirst()))
        case .list(let items): list = LetterHTML.List(items: items)
        case .facts(let rows):
            facts = LetterHTML.Facts(
                rows: rows.map { LetterHTML.Fact(name: $0.name, value: $0.value, link: $0.link) }
            )
        }
    }
}
