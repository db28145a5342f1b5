/// Rows as French spreadsheets read them: RFC 4180, parted by semicolons, and no cell that one would run (S-24).
enum SpreadsheetText {
    /// What tells Excel that UTF-8 follows.
    static let mark = "\u{FEFF}"

    /// What a cell that is a formula begins with; full-width signs are taken for theirs by some.
    private static let formula = Set("=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars)
    private static let parting = Set(";\"\r\n".unicodeScalars)

    static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ";") + "\r\n" }

    /// Text behind an apostrophe where it would be a formula, and between quotation marks where it would not be one cell. Looked
    /// at by scalars: a quotation mark with an accent on it is one character, and still a quotation mark to others.
    static func cell(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let isFormula = scalars.first.map(formula.contains) ?? false
        let isParted = scalars.contains(where: parting.contains)
        guard isFormula || isParted else { return text }
        var cell = String.UnicodeScalarView()
        if isParted { cell.append("\"") }
        if isFormula { cell.append("'") }
        for scalar in scalars {
            if scalar == "\"" { cell.append("\"") }
            cell.append(scalar)
        }
        if isParted { cell.append("\"") }
        return String(cell)
    }
}
