/// A passage of a letter's kept text, as paper sets it: a heading, lines that run as far as the sheet is wide, a list.
struct LetterPassage: Sendable, Hashable {
    /// Set by itself, without the dashes that underline it in plain text.
    let heading: String?
    /// Lines; only the ends that somebody wrote are kept.
    let text: String?
    /// What is listed behind them.
    let items: [String]
    let isList: Bool
}

extension LetterPassage {
    /// The passages of a text, an empty line between them.
    static func passages(of text: String) -> [LetterPassage] {
        text.split(separator: "\n\n").compactMap { part in
            var lines = part.split(separator: "\n").map(String.init)
            var heading: String?
            if lines.count > 1, lines[1].count > 1, lines[1].allSatisfy({ $0 == "-" }) {
                heading = lines[0]
                lines.removeFirst(2)
            }
            let rest = TypedList(unwrapped(lines))
            let text = rest.lines.joined(separator: "\n").nonEmpty
            guard heading != nil || text != nil || !rest.items.isEmpty else { return nil }
            return LetterPassage(heading: heading, text: text, items: rest.items, isList: !rest.items.isEmpty)
        }
    }

    /// Lines joined again where `LetterSheet` broke them: where the next word had no more room. In a list of facts each
    /// begins on a line of its own, however full the one before is; only what goes on with one is moved in.
    private static func unwrapped(_ lines: [String]) -> [String] {
        let areFacts = lines.allSatisfy { $0.hasPrefix(" ") || isFact($0) }
        var joined: [String] = []
        var length = 0
        for line in lines {
            let words = line.drop { $0 == " " }
            let first = words.prefix { $0 != " " }
            let hadNoRoom = length + 1 + first.count > LetterSheet.width
            if let last = joined.popLast() {
                let begins = words.hasPrefix("- ") || (areFacts && !line.hasPrefix(" "))
                joined += hadNoRoom && !begins ? ["\(last) \(words)"] : [last, line]
            } else {
                joined = [line]
            }
            length = line.count
        }
        return joined
    }

    /// Whether a line begins with the name of a fact, as `LetterSheet` sets it; its value may have had no room behind.
    private static func isFact(_ line: String) -> Bool {
        guard let colon = line.firstRange(of: LetterSheet.colon), !line[..<colon.lowerBound].contains(".") else {
            return false
        }
        return line[colon.upperBound...].first.map { $0 == " " } ?? true
    }
}
