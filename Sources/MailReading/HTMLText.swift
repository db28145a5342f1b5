internal import Mail

/// The text of HTML, to be read as text: it is never shown as HTML, and nothing that it names is fetched (S-78).
struct HTMLText {
    private var lines: [ReadingLine] = []
    /// The line being written.
    private var line = ""
    private var needsBlank = false
    private var isPreformatted = 0
    /// Elements that are open and can end what is quoted; the second says whether they are it.
    private var open: [(name: String, quotes: Bool)] = []
    private var quotes = 0
    private var isRestQuoted = false
    private var lists: [Int?] = []
    /// Where a link leads, and where its words begin.
    private var link: (address: String, start: Int, lines: Int)?

    /// The lines to read, up to `most`, and whether there were more.
    static func lines(_ html: String, most: Int) -> (lines: [ReadingLine], isCut: Bool) {
        var text = HTMLText()
        var tokenizer = HTMLTokenizer(Array(html.utf8))
        while text.lines.count < most, let token = tokenizer.next() {
            switch token {
            case .text(let range): text.write(decoded(Array(tokenizer.bytes[range])))
            case .opening(let name, let range): text.open(name) { HTMLAttributes(tokenizer.bytes[range]) }
            case .closing(let name): text.close(name)
            }
        }
        text.endLink()
        text.endLine()
        return (text.lines.trimmed, tokenizer.next() != nil)
    }

    // MARK: Text

    private mutating func write(_ text: String) {
        if isPreformatted > 0 {
            let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
            for (index, part) in parts.enumerated() {
                if index > 0 { endLine(evenEmpty: true) }
                append(String(part))
            }
            return
        }
        var words = ""
        words.reserveCapacity(text.utf8.count)
        var isAfterBlank = line.isEmpty || line.last == " "
        for scalar in text.unicodeScalars {
            let isBlank = scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" || scalar == "\u{C}"
            if !isBlank {
                words.unicodeScalars.append(scalar)
            } else if !isAfterBlank {
                words.unicodeScalars.append(" ")
            }
            isAfterBlank = isBlank
        }
        append(words)
    }

    private mutating func append(_ text: String) {
        guard !text.isEmpty else { return }
        if needsBlank, !lines.isEmpty {
            lines.append(ReadingLine(text: "", isQuoted: lines[lines.count - 1].isQuoted && isQuoted))
        }
        needsBlank = false
        line += text
    }

    private var isQuoted: Bool { isRestQuoted || quotes > 0 }

    /// Ends the line where there is something on it.
    private mutating func endLine(evenEmpty: Bool = false) {
        while line.last == " " { line.removeLast() }
        if !line.isEmpty || evenEmpty { lines.append(ReadingLine(text: line, isQuoted: isQuoted)) }
        line = ""
    }

    // MARK: Elements

    /// - Parameter attributes: read only where they matter.
    private mutating func open(_ name: String, _ attributes: () -> HTMLAttributes) {
        switch name {
        case "br": endLine(evenEmpty: true)
        case "hr":
            endLine()
            if ["zwchr", "stopspelling"].contains(attributes().id) { isRestQuoted = true }
        case "a":
            endLink()
            if let address = attributes().address { link = (address, line.utf8.count, lines.count) }
        case "img":
            let words = CleanText.line(attributes().alternative)
            if !words.isEmpty, words.utf8.count <= 200 { append("[\(words)]") }
        case "td", "th": if !line.isEmpty, line.last != " " { line += " " }
        case "ul", "ol", "li": openList(name)
        case "pre":
            endLine()
            isPreformatted += 1
        default: if Self.blocks.contains(name) { openBlock(name, attributes) }
        }
    }

    private mutating func openList(_ name: String) {
        endLine()
        guard name == "li" else {
            if lists.isEmpty { needsBlank = true }
            if lists.count < Self.mostDepth { lists.append(name == "ol" ? 0 : nil) }
            return
        }
        let indent = String(repeating: "  ", count: max(0, min(lists.count, 6) - 1))
        if let number = lists.last ?? nil {
            lists[lists.count - 1] = number + 1
            append("\(indent)\(number + 1). ")
        } else {
            append("\(indent)- ")
        }
    }

    private mutating func openBlock(_ name: String, _ attributes: () -> HTMLAttributes) {
        endLine()
        guard name == "div" || name == "blockquote" || name == "p" else {
            if Self.spaced.contains(name), name != "table" { needsBlank = true }
            return
        }
        let attributes = attributes()
        if name == "blockquote" || (name == "p" && Self.hasMargins(attributes)) { needsBlank = true }
        guard name != "p" else { return }
        if Self.beginsRest(attributes) { isRestQuoted = true }
        let isQuote = Self.isQuote(name, attributes)
        guard open.count < Self.mostDepth else { return }
        open.append((name, isQuote))
        if isQuote { quotes += 1 }
    }

    private mutating func close(_ name: String) {
        switch name {
        case "a": endLink()
        case "td", "th": break
        case "pre":
            endLine()
            isPreformatted = max(0, isPreformatted - 1)
        case "ul", "ol":
            endLine()
            _ = lists.popLast()
            if lists.isEmpty { needsBlank = true }
        case "br": endLine(evenEmpty: true)
        case "li": endLine()
        default: if Self.blocks.contains(name) { closeBlock(name) }
        }
    }

    private mutating func closeBlock(_ name: String) {
        endLine()
        if Self.spaced.contains(name), name != "p" { needsBlank = true }
        guard name == "div" || name == "blockquote",
            let index = open.lastIndex(where: { $0.name == name })
        else { return }
        quotes -= open[index...].filter(\.quotes).count
        open.removeSubrange(index...)
    }

    /// Says where a link leads, unless its words do.
    private mutating func endLink() {
        guard let link else { return }
        self.link = nil
        let words = lines.count == link.lines ? String(Substring(line.utf8.dropFirst(link.start))) : line
        let address = CleanText.line(link.address)
        let isUseful = ["http://", "https://", "mailto:", "tel:"].contains { address.lowercased().hasPrefix($0) }
        guard isUseful, address.utf8.count <= 500, !words.trimmedOfBlanks.isEmpty else { return }
        if Self.bare(address) != Self.bare(words) { append(" <\(address)>") }
    }
}

extension HTMLText {
    private static let mostDepth = 200
    private static let spaced: Set = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "dl"]
    private static let blocks = spaced.union([
        "div", "tr", "section", "article", "header", "footer", "address", "form", "fieldset", "dt", "dd", "center",
        "figure", "main", "nav", "aside", "caption", "body",
    ])

    /// Outlook writes a paragraph for each line, and says that it has no margins.
    private static func hasMargins(_ attributes: HTMLAttributes) -> Bool {
        !attributes.classes.hasPrefix("mso") && !attributes.style.holds("margin:0")
            && !attributes.style.holds("margin-bottom:0")
    }

    /// Whether an element holds an earlier message.
    private static func isQuote(_ name: String, _ attributes: HTMLAttributes) -> Bool {
        if !attributes.classes.isEmpty, attributes.classes.holds(any: quoteClasses) { return true }
        // One without a border is how an indentation is written.
        return name == "blockquote" && (attributes.type == "cite" || !attributes.style.holds("border:none"))
    }

    private static let quoteClasses = [
        "gmail_quote", "yahoo_quoted", "moz-cite-prefix", "protonmail_quote", "zmail_extra",
    ]

    /// Whether all from here on is an earlier message: Outlook's headers of one, on the web and on the desktop.
    private static func beginsRest(_ attributes: HTMLAttributes) -> Bool {
        let signs = ["divrplyfwdmsg", "appendonsend", "mail-editor-reference-message-container"]
        if !attributes.id.isEmpty, signs.contains(where: { attributes.id.hasSuffix($0) }) { return true }
        return attributes.style.holds("border-top:solid#") && attributes.style.holds("1.0pt")
    }

    /// An address without what nobody reads in it.
    private static func bare(_ address: String) -> String {
        var bare = address.trimmedOfBlanks.lowercased()[...]
        for start in ["mailto:", "tel:", "https://", "http://", "www."] where bare.hasPrefix(start) {
            bare = bare.dropFirst(start.count)
        }
        while bare.last == "/" { bare.removeLast() }
        return bare.filter { !$0.isWhitespace }
    }

    /// Text with its entities read.
    static func decoded(_ bytes: [UInt8]) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "&"), let (scalar, end) = entity(bytes, index + 1) {
                decoded += String(scalar).utf8
                index = end
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    /// The entity whose name or number begins here, and where the text goes on.
    private static func entity(_ bytes: [UInt8], _ start: Int) -> (Unicode.Scalar, end: Int)? {
        var end = start
        while end < bytes.count, end - start < 10,
            bytes[end].isLetter || bytes[end].isDigit || bytes[end] == UInt8(ascii: "#")
        {
            end += 1
        }
        let name = String(decoding: bytes[start..<end], as: UTF8.self)
        let after = end < bytes.count && bytes[end] == UInt8(ascii: ";") ? end + 1 : end
        guard name.hasPrefix("#") else {
            // Without its semicolon `&copy=2` is part of an address.
            guard after > end || end == bytes.count || bytes[end].isBlank else { return nil }
            return HTMLEntity.named(name).map { ($0, after) }
        }
        let digits = name.dropFirst()
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap(HTMLEntity.numbered).map { ($0, after) }
    }
}
