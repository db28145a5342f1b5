/// The heads of an older register: where they stand, and what the columns are called.
struct FormerHeads {
    let line: Int
    /// Without the empty ones behind the last.
    let names: [String]

    /// Among how many lines they are looked for.
    private static let lines = 10
    /// How long a head is at most, in characters.
    private static let longest = 80

    /// The heads that the first lines seem to hold: those of the line that has most cells that look like heads, known ones
    /// before others, since a title may stand above it. Nil where nothing stands below any line.
    static func likely(among filled: [FormerSheet.Row]) -> FormerHeads? {
        let found = filled.dropLast().prefix(lines).compactMap { FormerHeads(at: $0.line, among: filled) }
        let most = found.map(\.weight).max()
        return found.first { $0.weight == most }
    }

    /// Those of one line; nil where nothing stands there.
    init?(at line: Int, among filled: [FormerSheet.Row]) {
        guard let place = filled.firstIndex(where: { $0.line == line }) else { return nil }
        self.line = line
        let above = place > 0 && filled[place - 1].line == line - 1 ? filled[place - 1] : nil
        let names = Self.names(filled[place], under: above)
        self.names = Array(names.prefix((names.lastIndex { !$0.isEmpty } ?? 0) + 1))
    }

    private var weight: Int { 2 * FormerColumn.guess(names).count + names.count(where: Self.isLikely) }

    /// A line above that groups columns, such as « Réponse » over « Date » and « Suite », gives its words to the columns that
    /// have none of their own, and goes before those that say the same as another.
    private static func names(_ row: FormerSheet.Row, under above: FormerSheet.Row?) -> [String] {
        var names = row.cells.map(\.trimmed)
        guard let over = above?.cells.map(\.trimmed), isGrouping(over, over: names) else { return names }
        if names.count < over.count { names += [String](repeating: "", count: over.count - names.count) }
        let same = Dictionary(grouping: names, by: FoldedText.fold).filter { !$0.key.isEmpty && $0.value.count > 1 }
        var group = ""
        for place in names.indices {
            let words = over.indices.contains(place) ? over[place] : ""
            if !words.isEmpty { group = words }
            if names[place].isEmpty {
                names[place] = words
            } else if !group.isEmpty, same[FoldedText.fold(names[place])] != nil {
                names[place] = "\(group) – \(names[place])"
            }
        }
        return names
    }

    /// Whether both lines are heads: what is beneath a title of one cell is not grouped by it, nor is a complaint by heads.
    private static func isGrouping(_ above: [String], over names: [String]) -> Bool {
        let (upper, lower) = (above.filter { !$0.isEmpty }, names.filter { !$0.isEmpty })
        return upper.count > 1 && (upper + lower).allSatisfy(isLikely) && !FormerColumn.guess(names).isEmpty
    }

    /// Whether a cell may be a head: short, in letters, and no day, address or formula.
    private static func isLikely(_ cell: String) -> Bool {
        guard cell.contains(where: \.isLetter), cell.count <= longest, !cell.contains("@"), !cell.hasPrefix("=") else {
            return false
        }
        do throws(FormerDay.Mistake) {
            _ = try FormerDay.read(cell)
            return false
        } catch {
            return error == .unreadable
        }
    }
}
