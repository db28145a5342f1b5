/// A surname and a first name that stand in one cell.
struct FormerPerson {
    private(set) var lastName: String
    private(set) var firstName = ""

    /// `DUPONT Jean`, `Jean DUPONT`, `Dupont, Jean`; what cannot be told apart is a surname.
    init(_ text: String) {
        lastName = text
        let halves = text.split(separator: ",").map { String($0).trimmed }
        if halves.count == 2 {
            (lastName, firstName) = (halves[0], halves[1])
            return
        }
        let words = text.split(separator: " ").map(String.init)
        let titles: Set = ["m.", "mr", "mme", "mlle", "m", "monsieur", "madame"]
        let names = words.filter { !titles.contains($0.lowercased()) }
        let capital = names.filter { $0.count > 1 && $0 == $0.uppercased() && $0 != $0.lowercased() }
        guard !capital.isEmpty, capital.count < names.count else { return }
        lastName = capital.joined(separator: " ")
        firstName = names.filter { !capital.contains($0) }.joined(separator: " ")
    }
}
