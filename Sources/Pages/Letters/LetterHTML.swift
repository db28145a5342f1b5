/// A letter in HTML, for readers of mail: no image, no style sheet, nothing fetched from anywhere.
///
/// It is written here rather than by a template, since every reception writes one, and its transaction too where the mark
/// was not the one expected: the template engine took forty times as long (docs/decisions/0010-letters-without-templates.md).
struct LetterHTML {
    private(set) var text: String
    private let colon: String

    /// - Parameter colon: what parts a name from its value, with its space.
    init(_ sheet: LetterSheet, colon: String) {
        self.colon = colon
        text = Self.head
        text.reserveCapacity(6_000)
        text += "<title>"
        write(sheet.subject)
        text += "</title>\n\(Self.style)\n</head>\n<body>\n"
        paragraph(sheet.sender)
        paragraph([sheet.date])
        element("h1", sheet.subject)
        for block in sheet.blocks { write(block) }
        paragraph(sheet.signature)
        text += "</body>\n</html>\n"
    }

    private mutating func write(_ block: LetterBlock) {
        switch block {
        case .heading(let words): element("h2", words)
        case .paragraph(let words):
            let typed = TypedList(words.allLines.map(String.init))
            if !typed.lines.isEmpty { paragraph(typed.lines) }
            if !typed.items.isEmpty { list(typed.items) }
        case .english(let words):
            text += "<p lang=\"en\">"
            write(words)
            text += "</p>\n"
        case .list(let items): list(items)
        case .facts(let facts):
            text += "<p>\n"
            for fact in facts { write(fact) }
            text += "</p>\n"
        }
    }

    private mutating func write(_ fact: LetterFact) {
        text += "<strong>"
        write(fact.name)
        text += "\(colon)</strong> "
        if let link = fact.link {
            text += "<a href=\""
            write(link)
            text += "\">"
            write(link)
            text += "</a>"
        } else {
            write(fact.value)
        }
        text += "<br>\n"
    }

    /// Lines of one paragraph.
    private mutating func paragraph(_ lines: [some StringProtocol]) {
        text += "<p>"
        for (index, line) in lines.enumerated() {
            if index > 0 { text += "<br>\n" }
            write(line)
        }
        text += "</p>\n"
    }

    private mutating func list(_ items: [String]) {
        text += "<ul>\n"
        for item in items { element("li", item) }
        text += "</ul>\n"
    }

    private mutating func element(_ name: String, _ words: String) {
        text += "<\(name)>"
        write(words)
        text += "</\(name)>\n"
    }

    /// The only way for words to come in.
    private mutating func write(_ words: some StringProtocol) { text += PressTree.escaped(String(words)) }

    private static let head = """
        <!DOCTYPE html>
        <html lang="fr">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">

        """

    private static let style = """
        <style>
        body { font: 16px/1.5 Georgia, "Times New Roman", serif; margin: 0 auto; max-width: 38em; padding: 1em; }
        h1 { font-size: 1.25em; line-height: 1.3; }
        h2 { font-size: 1.06em; margin: 1.6em 0 0; }
        p, ul { margin: 0.7em 0 0; }
        ul { padding-left: 1.2em; }
        a { overflow-wrap: anywhere; }
        </style>
        """
}
