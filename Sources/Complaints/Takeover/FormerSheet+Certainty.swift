extension FormerSheet {
    /// How many cells are looked at before a guess is called sure.
    private static let tried = 20

    /// Whether what a column seems to hold fits what stands in its first cells, but for one in four.
    public func isSure(_ column: FormerColumn, at place: Int) -> Bool {
        let nothing = FormerChoices()
        let filled = rows.lazy.filter { !$0[place].isBlank && total(in: $0, by: nothing) == nil }
        let cells = filled.prefix(Self.tried).map { $0[place].trimmed }
        let fitting = cells.count { Self.fits($0, column) }
        return 4 * fitting >= 3 * cells.count
    }

    private static func fits(_ cell: String, _ column: FormerColumn) -> Bool {
        if column.isDay { return isDay(cell) }
        let isNumber = cell.count(where: \.isNumber) >= FormerContact.fewestDigits
        return switch column {
        case .email: cell.contains("@")
        case .telephone: isNumber && !cell.contains("@")
        case .contact: isNumber || cell.contains("@")
        case .number: !cell.contains("@")
        default: cell.contains(where: \.isLetter) && !isDay(cell) && (!cell.contains("@") || cell.contains(" "))
        }
    }

    /// Whether it is a day, or tries to be one.
    private static func isDay(_ cell: String) -> Bool {
        do throws(FormerDay.Mistake) {
            _ = try FormerDay.read(cell)
            return true
        } catch {
            return error != .unreadable
        }
    }
}
