extension FormerSheet {
    /// What the first cell of a line of totals is made of.
    private static let totals: Set = ["total", "totaux"]
    private static let besides: Set = [
        "sous", "general", "generale", "generaux", "annuel", "annuelle", "de", "des", "du", "la", "les", "l", "annee",
        "mois", "trimestre", "semestre", "an", "reclamation", "reclamations", "nombre", "nb",
    ]

    /// What a line of totals says first; nil for any other. It begins with that word and says hardly more, and nothing
    /// else stands where the day of reception does: a client may be called so, and a day may be mistyped.
    func total(in row: Row, by choices: FormerChoices) -> String? {
        guard let place = row.cells.firstIndex(where: { !$0.isBlank }), row.cells[place].utf8.count < 100 else {
            return nil
        }
        let words = FoldedText.words(row.cells[place])
        guard words.contains(where: Self.totals.contains), words.allSatisfy(Self.isOfTotal) else { return nil }
        let receivedOn = choices[.receivedOn]
        return receivedOn == place || row[receivedOn].isBlank ? row.cells[place].trimmed : nil
    }

    private static func isOfTotal(_ word: String) -> Bool {
        totals.contains(word) || besides.contains(word) || FormerDay.months.contains(word)
            || word.allSatisfy(\.isNumber)
    }
}
