import Complaints

/// What a person under eighteen may say of who represents them: folded, since few need it, and open once anything is said
/// or wrong there.
struct MinorChoice: Sendable {
    let name = FormEntry.minor
    let isOpen: Bool
    let isChosen: Bool
    let mistake: String?
    let fields: [FormField]

    init(_ entry: FormEntry, _ press: Press) {
        isOpen = entry.isTouched(FormEntry.ofMinors)
        isChosen = entry.values[name]?.nonEmpty != nil
        mistake = entry.mistake(name, press)
        let kinds: [FormField.Kind] = [.representative, .representativeContact, .representativeAddress]
        fields = kinds.map { FormField($0, entry, press: press) }
    }
}

extension FormField.Kind {
    static let representative = Self(name: "representant_nom", hasHint: true)
    static let representativeContact = Self(name: "representant_contact", hasHint: true)
    static let representativeAddress = Self(name: "representant_adresse", hasHint: true, rows: 3)
}
