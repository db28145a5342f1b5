/// The heads of an older register: where they stand, and what the columns are called.
struct FormerHeads {
    /// The line that they stand on; the lower one of two.
    let line: Int
    /// On how many lines they stand: one, or two.
    let height: Int
    /// Without the empty ones behind the last.
    let heads: [Head]

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

    /// Those of one line, and of its neighbour where both are heads, whichever of the two is named; nil where nothing stands
    /// there.
    init?(at line: Int, among filled: [FormerSheet.Row]) {
        guard let place = filled.firstIndex(where: { $0.line == line }) else { return nil }
        let pair = [place, place - 1].lazy.compactMap { upper in
            Self.joined(at: upper, among: filled).map { (line: filled[upper + 1].line, heads: $0) }
        }
        let two = pair.first
        let found = two?.heads ?? filled[place].cells.map { Head($0.trimmed) }
        self.line = two?.line ?? line
        height = two == nil ? 1 : 2
        heads = Array(found.prefix((found.lastIndex { !$0.name.isEmpty } ?? 0) + 1))
    }

    private var weight: Int { 2 * FormerColumn.guess(heads).count + heads.count { Self.isLikely($0.name) } }

    /// A line and the one right below it as one, where both are heads and something stands below them; nil elsewhere.
    private static func joined(at upper: Int, among filled: [FormerSheet.Row]) -> [Head]? {
        guard upper >= 0, upper + 2 < filled.count, filled[upper + 1].line == filled[upper].line + 1 else { return nil }
        let pair = FormerHeadPair(filled[upper].cells.map(\.trimmed), filled[upper + 1].cells.map(\.trimmed))
        guard pair.cells.allSatisfy(isLikely), pair.isOfHeads else { return nil }
        return pair.joined
    }

    /// Whether a cell may be a head: short, in letters, and no day, address or formula.
    private static func isLikely(_ cell: String) -> Bool {
        guard cell.contains(where: \.isLetter), cell.count <= longest, !cell.contains("@"), !cell.hasPrefix("=") else {
            return false
        }
        return !FormerDay.isTried(cell)
    }
}

extension FormerHeads {
    /// What one column is called.
    struct Head: Sendable, Equatable {
        /// The words above its own that group it with others, such as « Réponse » over « Date » and « Suite »; may be empty.
        let group: String
        let own: String

        init(_ own: String, in group: String = "") {
            self.own = own
            self.group = group
        }

        /// As it is shown.
        var name: String { group.isEmpty ? own : "\(group) – \(own)" }
    }
}
