/// One field of the public form, as its template places it.
struct FormField: Sendable {
    /// The name on the wire and the identifier in the page.
    let name: String
    let label: String
    let hint: String?
    let value: String
    /// What is wrong with it, in words.
    let mistake: String?
    let isRequired: Bool
    /// What the browser may fill in by itself (RGAA 11.13); nil leaves it to chance.
    let autocomplete: String?
    let type: String
    let rows: String?
    let options: [Option]

    /// A choice of a list.
    struct Option: Sendable {
        let value: String
        let label: String
        let isChosen: Bool
    }

    /// The identifiers of hint and mistake, for `aria-describedby`; nil where there is neither.
    let describedBy: String?
}

extension FormField {
    /// What tells one field of the form from another; the words are in the catalogue, under `field.NAME`.
    struct Kind {
        let name: String
        var isRequired = false
        var hasHint = false
        /// Which hint it is, by its key after the field's.
        var hint = "hint"
        var autocomplete: String?
        var type = "text"
        var rows: Int?
    }

    init(_ kind: Kind, _ entry: FormEntry, options: [Option] = [], press: Press) {
        let mistake = entry.mistake(kind.name, press)
        let describing = [kind.hasHint ? "\(kind.name)-aide" : nil, mistake == nil ? nil : "\(kind.name)-erreur"]
        let identifiers = describing.compactMap(\.self)
        self.init(
            name: kind.name,
            label: press.words("field.\(kind.name)"),
            hint: kind.hasHint ? press.words("field.\(kind.name).\(kind.hint)") : nil,
            value: entry.values[kind.name] ?? "",
            mistake: mistake,
            isRequired: kind.isRequired,
            autocomplete: kind.autocomplete,
            type: kind.type,
            rows: kind.rows.map(String.init),
            options: options,
            describedBy: identifiers.isEmpty ? nil : identifiers.joined(separator: " ")
        )
    }
}
