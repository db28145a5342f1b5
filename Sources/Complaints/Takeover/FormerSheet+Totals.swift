extension FormerSheet {
    /// What the first cell of a line of totals is made of.
    private static let totals: Set = ["total", "totaux"]
    private static let besides: Set = [
        "sous", "general", "generale", "generaux", "annuel", "annuelle", "de", "des", "du", "la", "les", "l", "annee",
        "mois", "trimestre", "semestre", "an", "reclamation", "reclamations", "nombre", "nb",
    ]

    /// What a line of totals says first; nil for any other. It begins with that word and says hardly more, and has no day of
    /// reception: a client may be called so.
    func total(in row: Row, by choices: FormerChoices) -> String? {
        guard let cell = row.cells.first(where: { !$0.isBlank }), cell.utf8.count < 100 else { return nil }
        let words = FoldedText.words(cell)
        guard words.contains(where: Self.totals.contains), words.allSatisfy(Self.isOfTotal) else { return nil }
        do throws(FormerDay.Mistake) {
            _ = try FormerDay.read(row[choices[.receivedOn]])
            return nil
        } catch {
            return cell.trimmed
        }
    }

    private static func isOfTotal(_ word: String) -> Bool {
        totals.contains(word) || besides.contains(word) || FormerDay.months.contains(word)
            || word.allSatisfy(\.isNumber)
    }
}
