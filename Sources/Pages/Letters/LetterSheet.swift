/// A whole letter, as it is set in text or in HTML: head, object, blocks, signature.
struct LetterSheet: Sendable, Hashable {
    /// The provider's name and address.
    let sender: [String]
    /// Name and postal address, on a letter that goes by post; otherwise nothing.
    let addressee: [String]
    /// « Le 23 novembre 2026 ».
    let date: String
    let subject: String
    let blocks: [LetterBlock]
    /// Who signs, line by line.
    let signature: [String]
}

extension LetterSheet {
    /// Lines are no longer than this where words allow.
    static let width = 76
    /// What parts a fact's name from its value in plain text: `letters.colon`.
    static let colon = "\u{A0}:"

    /// The letter in plain text, complete by itself.
    func text(subjectLine: String) -> String {
        var parts = [sender.joined(separator: "\n")]
        if !addressee.isEmpty { parts.append(addressee.joined(separator: "\n")) }
        parts += [date, Self.wrapped(subjectLine)]
        parts += blocks.map(Self.text)
        parts.append(signature.joined(separator: "\n"))
        return parts.joined(separator: "\n\n") + "\n"
    }

    private static func text(_ block: LetterBlock) -> String {
        switch block {
        case .heading(let words): "\(wrapped(words))\n\(String(repeating: "-", count: min(words.count, width)))"
        case .paragraph(let words), .english(let words): wrapped(words)
        case .list(let items): items.map { wrapped($0, mark: "- ") }.joined(separator: "\n")
        case .facts(let facts):
            facts.map { wrapped("\($0.name)\(colon) \($0.value)", indent: "  ") }.joined(separator: "\n")
        }
    }

    /// Words on lines of at most `width` characters; line ends that are there are kept. A word too long for a line,
    /// such as an address of the web, gets its own and stays whole.
    ///
    /// - Parameters:
    ///   - mark: before the first line; the others are moved in as far.
    ///   - indent: before every line but the first, where there is no mark.
    static func wrapped(_ words: String, mark: String = "", indent: String = "") -> String {
        let margin = mark.isEmpty ? indent : String(repeating: " ", count: mark.count)
        var text: [UInt8] = []
        text.reserveCapacity(words.utf8.count + words.utf8.count / 16)
        for (index, line) in words.allLines.enumerated() {
            if index > 0 { text.append(UInt8(ascii: "\n")) }
            var line = line
            line.withUTF8 { fill($0, after: index == 0 ? mark : margin, margin, &text) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// One line's words on as many as they need; both margins are ASCII.
    private static func fill(
        _ line: UnsafeBufferPointer<UInt8>,
        after lead: String,
        _ margin: String,
        _ text: inout [UInt8]
    ) {
        var (start, column) = (0, 0)
        while start < line.count {
            if line[start] == UInt8(ascii: " ") {
                start += 1
                continue
            }
            var (end, length) = (start, 0)
            while end < line.count, line[end] != UInt8(ascii: " ") {
                // Marks that stand on others are counted as characters of their own, which only shortens a line.
                if line[end] & 0xC0 != 0x80 { length += 1 }
                end += 1
            }
            if column == 0 {
                text += lead.utf8
                column = lead.utf8.count
            } else if column + 1 + length > width {
                text.append(UInt8(ascii: "\n"))
                text += margin.utf8
                column = margin.utf8.count
            } else {
                text.append(UInt8(ascii: " "))
                column += 1
            }
            text += UnsafeBufferPointer(rebasing: line[start..<end])
            column += length
            start = end
        }
    }
}
