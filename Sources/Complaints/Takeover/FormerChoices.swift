/// What each column of an older register holds, and what each of its states means, as somebody says it.
public struct FormerChoices: Sendable, Hashable, Codable {
    /// What each column holds, by its place, from 0 on; a column of which nothing is said is not taken over.
    public var columns: [Int: FormerColumn]
    /// What each state means, by the state as it is folded; that of the rows that have none stands under no words at all.
    public var states: [String: FormerState]
    /// The line of the heads, where somebody named another than the likely one.
    public var headLine: Int?
    /// Whether nobody has said so yet: nothing is tried by what is only guessed.
    public var isGuess = false

    /// Two columns may be said to hold the same, which then has to be put right.
    public init(at columns: [Int: FormerColumn], states: [String: FormerState] = [:]) {
        self.columns = columns
        self.states = states
    }

    public init(columns: [FormerColumn: Int] = [:], states: [String: FormerState] = [:]) {
        let places = columns.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.value, $0.key) }
        self.init(at: Dictionary(places) { first, _ in first }, states: states)
    }

    /// Where a column is; nil where there is none.
    public subscript(_ column: FormerColumn) -> Int? { columns.filter { $0.value == column }.keys.min() }

    /// Where each column is, for whoever looks for many of them.
    var places: [FormerColumn: Int] {
        Dictionary(columns.map { ($0.value, $0.key) }) { min($0, $1) }
    }

    /// What must be said before anything can be read: the day of reception, and whose it is or what about.
    public var missing: [FormerColumn] {
        let lacksWords = self[.subject] == nil && self[.text] == nil
        return [self[.receivedOn] == nil ? .receivedOn : nil, lacksWords ? .subject : nil].compactMap(\.self)
    }

    /// What two columns are said to hold.
    public var doubled: Set<FormerColumn> {
        Set(Dictionary(grouping: columns.values, by: \.self).filter { $0.value.count > 1 }.keys)
    }
}

/// What a state of an older register means.
public enum FormerState: String, Sendable, Hashable, Codable, CaseIterable {
    /// It goes on here.
    case open = "ouverte"
    case closed = "close"
    /// It is over where a day of closing is written, and goes on where there is none.
    case byDays = "selon_dates"

    /// What a state in somebody's own words seems to mean; nil where that cannot be told.
    public static func guess(_ words: String) -> FormerState? {
        let found = Set(FoldedText.words(words))
        let open: Set = ["cours", "ouvert", "ouverte", "attente", "nouveau", "nouvelle", "non", "traiter", "recue"]
        let closed: Set = [
            "clos", "close", "cloture", "cloturee", "termine", "terminee", "fini", "finie", "resolu", "resolue",
            "regle",
            "reglee", "solde", "soldee", "traite", "traitee", "archive", "archivee", "fermee", "ferme", "ok", "fait",
        ]
        if !found.isDisjoint(with: open) { return .open }
        return found.isDisjoint(with: closed) ? nil : .closed
    }

    /// How a state is known, whatever its capitals and accents; a sign alone, like « ✔ », by itself.
    public static func key(_ words: String) -> String {
        let found = FoldedText.words(words)
        return found.isEmpty
            ? words.split(whereSeparator: \.isWhitespace).joined(separator: " ") : found.joined(separator: " ")
    }
}
