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
        case .paragraph(let words): wrapped(words)
        case .list(let items): items.map { wrapped($0, mark: "- ") }.joined(separator: "\n")
        case .facts(let facts):
            facts.map { wrapped("\($0.name)\u{A0}: \($0.value)", indent: "  ") }.joined(separator: "\n")
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
        var lines: [String] = []
        for paragraph in words.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            var line = lines.isEmpty ? mark : margin
            var isEmpty = true
            for word in paragraph.split(separator: " ") {
                if !isEmpty, line.count + 1 + word.count > width {
                    lines.append(line)
                    line = margin
                    isEmpty = true
                }
                line += isEmpty ? word : " \(word)"
                isEmpty = false
            }
            lines.append(isEmpty ? "" : line)
        }
        return lines.joined(separator: "\n")
    }
}
