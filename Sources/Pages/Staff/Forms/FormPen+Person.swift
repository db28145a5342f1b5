import Complaints

extension FormPen {
    /// Who represents a minor, and how to reach them.
    var representative: [Field] {
        [
            line("representant_nom", optional: true), line("representant_contact", optional: true),
            area("representant_adresse", rows: 3, optional: true),
        ]
    }
}

extension Press {
    /// Who may have paid, as staff read it.
    var payers: [(value: String, label: String)] { Payer.allCases.map { ($0.rawValue, words($0)) } }

    /// Who paid, as staff read it.
    func words(_ payer: Payer) -> String { words("staff.payer.\(payer.rawValue)") }

    /// That somebody is under eighteen, who represents them and how to reach that person, by the key of the term.
    func facts(of minor: Minor?) -> [(String, String)] {
        guard let minor else { return [] }
        let told = [
            ("representative", minor.representative), ("representativeContact", minor.contact),
            ("representativeAddress", minor.postalAddress),
        ]
        return [("age", words("staff.age.minor"))] + told.compactMap { key, value in value.map { (key, $0) } }
    }
}
