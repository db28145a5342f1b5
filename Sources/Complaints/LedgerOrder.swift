/// One of the two books that lists show.
public enum LedgerBook: String, Sendable, CaseIterable {
    /// The Registre des Réclamations.
    case register = "registre"
    /// The journal de réception.
    case receptions
}

/// In which order a book is read, as an address has it: `echeance`, or `-echeance` from the last to the first.
public struct LedgerOrder: Sendable, Hashable {
    /// What lines are put in order by. Each is on every line, one that is closed to its reader too, so that no order tells
    /// what a line does not; and each has an index.
    public enum Column: String, Sendable, CaseIterable {
        /// The book's own mark: the register number, or the reference.
        case mark = "numero"
        /// When it reached us.
        case received = "recue"
        /// The answer's due date: cases that no answer is awaited of any more come behind all others, in either direction.
        case due = "echeance"
    }

    public let column: Column
    /// Whether the last comes first.
    public let isDescending: Bool

    /// The highest mark first, as the books are read where nothing else is asked for.
    public static let latestFirst = LedgerOrder(.mark, isDescending: true)

    /// Every order.
    public static let all = Column.allCases.flatMap { column in
        [true, false].map { LedgerOrder(column, isDescending: $0) }
    }

    public init(_ column: Column, isDescending: Bool = false) {
        self.column = column
        self.isDescending = isDescending
    }

    /// Reads `word`; nil for any other text.
    public init?(_ word: String) {
        let isDescending = word.hasPrefix("-")
        guard let column = Column(rawValue: String(isDescending ? word.dropFirst() : word[...])) else { return nil }
        self.init(column, isDescending: isDescending)
    }

    /// Where a case stands in the order of due dates, as texts are compared.
    public func key(due: CivilDate, at stage: Stage) -> String {
        (stage.awaitsAnswer ? "" : settled) + due.description
    }

    /// Whether `key` may have written it.
    public func isKey(_ text: String) -> Bool {
        CivilDate(text) != nil || text.hasPrefix(settled) && CivilDate(String(text.dropFirst())) != nil
    }

    /// What stands before the due date of a case that no answer is awaited of: behind every day of ours.
    private var settled: String { isDescending ? "0" : "9" }

    /// The word of the address.
    public var word: String { (isDescending ? "-" : "") + column.rawValue }
}
