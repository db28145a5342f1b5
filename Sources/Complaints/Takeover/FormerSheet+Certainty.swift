extension FormerSheet {
    /// How many cells are looked at before a guess is called sure.
    private static let tried = 20

    /// Whether what a column seems to hold fits what stands in its first cells, but for one in four, and is not known by them
    /// alone.
    public func isSure(_ column: FormerColumn, at place: Int) -> Bool {
        guard column != .receivedOn || FormerColumn.guess(named)[column] == place else { return false }
        let cells = firstCells(at: place)
        let fitting = cells.count { Self.fits($0, column) }
        return 4 * fitting >= 3 * cells.count
    }

    /// What the columns seem to hold. Where no head says the day of reception, it is guessed to be in the first column whose
    /// head says nothing known and whose first cells are days, but for one in four.
    var guessedColumns: [FormerColumn: Int] {
        var found = FormerColumn.guess(named)
        guard found[.receivedOn] == nil else { return found }
        let taken = Set(found.values)
        found[.receivedOn] = named.indices.first { place in
            guard !taken.contains(place) else { return false }
            let cells = firstCells(at: place)
            return !cells.isEmpty && 4 * cells.count(where: Self.isWrittenDay) >= 3 * cells.count
        }
        return found
    }

    /// The first cells of a column that have anything in them, without those of totals.
    private func firstCells(at place: Int) -> [String] {
        let nothing = FormerChoices()
        let filled = rows.lazy.filter { !$0[place].isBlank && total(in: $0, by: nothing) == nil }
        return filled.prefix(Self.tried).map { $0[place].trimmed }
    }

    /// Whether it is a day by itself: a bare number may be a sum.
    private static func isWrittenDay(_ cell: String) -> Bool {
        let isNumber = cell.count { !$0.isNumber } < 2 && cell.allSatisfy { $0.isNumber || ".,".contains($0) }
        return !isNumber && (try? FormerDay.read(cell)) != nil
    }

    private static func fits(_ cell: String, _ column: FormerColumn) -> Bool {
        if column.isDay { return FormerDay.isTried(cell) }
        let isNumber = cell.count(where: \.isNumber) >= FormerContact.fewestDigits
        return switch column {
        case .email: cell.contains("@")
        case .telephone: isNumber && !cell.contains("@")
        case .contact: isNumber || cell.contains("@")
        case .number: !cell.contains("@")
        default:
            cell.contains(where: \.isLetter) && !FormerDay.isTried(cell) && (!cell.contains("@") || cell.contains(" "))
        }
    }
}
