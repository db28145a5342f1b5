/// Two neighbouring lines that may be the heads of an older register, split cell by cell: « Reçue » over « le », or
/// « Réponse » over « Date » and « Suite ».
struct FormerHeadPair {
    /// Both as long as the longer one.
    private let upper: [String]
    private let lower: [String]
    /// What both say together, column by column.
    let joined: [FormerHeads.Head]

    /// Words that a head goes on with: « Objet » over « de la réclamation ».
    private static let links: Set = ["a", "au", "d", "de", "des", "du", "en", "et", "l", "le", "ou", "par", "pour"]
    /// How many words go on so at most.
    private static let mostLinked = 4

    init(_ upper: [String], _ lower: [String]) {
        let count = max(upper.count, lower.count)
        let padded = { (cells: [String]) in cells + [String](repeating: "", count: count - cells.count) }
        self.upper = padded(upper)
        self.lower = padded(lower)
        joined = Self.join(self.upper, self.lower)
    }

    /// All that is written in either.
    var cells: [String] { (upper + lower).filter { !$0.isEmpty } }

    /// A filled upper cell spreads over the empty ones to its right as far as the lower line has words; where it stands over
    /// none itself, it is a head of both lines.
    private static func join(_ upper: [String], _ lower: [String]) -> [FormerHeads.Head] {
        var (group, isLinked) = ("", false)
        return zip(upper, lower).map { above, below in
            guard !below.isEmpty else {
                group = ""
                return FormerHeads.Head(above)
            }
            let goesOn = isLink(below)
            if !above.isEmpty {
                (group, isLinked) = (above, goesOn)
            } else if isLinked, !goesOn {
                // « Objet de la réclamation » is whole: what is beside it is its own.
                group = ""
            }
            if goesOn, !group.isEmpty { return FormerHeads.Head("\(group) \(below)") }
            return FormerHeads.Head(below, in: group)
        }
    }

    private static func isLink(_ cell: String) -> Bool {
        let words = FoldedText.words(cell)
        return words.count <= mostLinked && words.first.map(links.contains) == true
    }

    /// Whether both lines are heads: together they say at least as much that is known as either by itself, and each gives
    /// something. What is beneath a title is not grouped by it, and no complaint is taken for heads: its words stand where
    /// known heads are, and are none.
    var isOfHeads: Bool {
        guard upper.count(where: { !$0.isEmpty }) > 1 else { return false }
        let known = FormerColumn.guess(joined)
        let above = FormerColumn.guess(upper.map { FormerHeads.Head($0) })
        let below = FormerColumn.guess(lower.map { FormerHeads.Head($0) })
        guard !known.isEmpty, known.count >= max(above.count, below.count) else { return false }
        let isGivenAbove = known.count > below.count || zip(upper, lower).contains { !$0.isEmpty && $1.isEmpty }
        let isNew = known.count > above.count || spreads && !Set(known.keys).isSubset(of: above.keys)
        let isGivenBelow = isNew && lower.count(where: { !$0.isEmpty }) > 1
        return isGivenAbove && (isGivenBelow || goesOn)
    }

    /// Whether an upper cell groups more columns than its own.
    private var spreads: Bool { zip(upper, joined).contains { $0.isEmpty && !$1.group.isEmpty } }

    /// Whether all that the lower line says goes on with what is above it.
    private var goesOn: Bool {
        let pairs = zip(upper, lower).filter { !$1.isEmpty }
        return !pairs.isEmpty && pairs.allSatisfy { !$0.isEmpty && Self.isLink($1) }
    }
}
