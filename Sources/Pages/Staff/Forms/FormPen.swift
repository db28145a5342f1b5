import Complaints

/// Writes the fields of one form: labels from the catalogue, values from what was sent before, mistakes beside their
/// field. An entry `….help` in the catalogue gives a field its help, and `….value.help` one of its options.
struct FormPen {
    let press: Press
    /// The noun that the form is sent under; also what its identifiers begin with.
    let noun: String
    /// What was sent before, by field name; nil where nothing was.
    let values: [String: [String]]?
    /// What is wrong, by field name.
    let mistakes: [String: String]

    /// One line of text, an e-mail address or a day.
    func line(
        _ name: String,
        type: String = "text",
        value: String = "",
        autocomplete: String = "off",
        optional: Bool = false
    ) -> Field {
        var field = field(name, optional: optional)
        // A browser drops line ends here: words of two lines would grow together.
        let words = (sent(name) ?? value).allLines.joined(separator: " ")
        field.line = Field.Line(type: type, value: words, autocomplete: autocomplete)
        return field
    }

    /// Several lines of text.
    func area(
        _ name: String,
        rows: Int = 4,
        value: String = "",
        optional: Bool = false,
        help: String? = nil
    ) -> Field {
        var field = field(name, optional: optional, help: help)
        field.area = Field.Area(rows: String(rows), value: sent(name) ?? value)
        return field
    }

    /// A list that opens, with nothing chosen at its head where `value` is empty.
    func menu(
        _ name: String,
        _ options: [(value: String, label: String)],
        value: String,
        optional: Bool = false
    ) -> Field {
        var field = field(name, optional: optional)
        let none = (value: "", label: press.words("staff.form.none"))
        let chosen = sent(name) ?? value
        field.menu = Field.Menu(options: choices(name, [none] + options, chosen: [chosen]))
        return field
    }

    /// One of several. - Parameter note: what is said besides the field's help.
    func radios(
        _ name: String,
        _ options: [(value: String, label: String)],
        value: String?,
        note: String? = nil
    ) -> Field {
        var field = field(name, optional: false, note: note)
        let chosen = sent(name) ?? value
        field.choice = Field.Choice(type: "radio", options: choices(name, options, chosen: chosen.map { [$0] } ?? []))
        return field
    }

    /// Any of several.
    func ticks(
        _ name: String,
        _ options: [(value: String, label: String)],
        values chosen: [String],
        optional: Bool = true,
        help: String? = nil
    ) -> Field {
        var field = field(name, optional: optional, help: help)
        let ticked = values.map { $0[name] ?? [] } ?? chosen
        field.choice = Field.Choice(type: "checkbox", options: choices(name, options, chosen: ticked))
        return field
    }

    /// Documents to keep, within limits that the field states.
    ///
    /// - Parameter note: the line that says before the limits, in its hole `limits`, what becomes of the documents.
    func files(_ limits: DocumentLimits, note: String? = nil) -> Field {
        let words = press.words("staff.form.files.help", limits.holes(press))
        let help = note.map { press.words($0, ["limits": words]) } ?? words
        var field = field(FormEntry.documents, optional: true, help: help)
        field.upload = Field.Upload(accept: limits.accept)
        return field
    }

    /// The documents that an earlier round kept, all ticked: one ticked off is left out. Nil where there are none.
    func kept(_ files: [FileSummary]) -> Field? {
        guard !files.isEmpty else { return nil }
        let id = "\(noun)-\(FormEntry.kept)"
        let options = files.map { file in
            let holes = ["name": file.name, "size": FrenchNumbers.fileSize(file.length)]
            return (value: "\(file.id) \(file.name)", label: press.words("staff.form.files.kept.one", holes))
        }
        var field = Field(
            id: id,
            name: FormEntry.kept,
            label: press.words("staff.form.files.kept"),
            isOptional: false,
            help: press.words("staff.form.files.kept.help"),
            mistake: nil,
            describedBy: "\(id)-aide"
        )
        field.choice = Field.Choice(
            type: "checkbox",
            options: choices(FormEntry.kept, options, chosen: options.map(\.value))
        )
        return field
    }

    private func sent(_ name: String) -> String? { values.map { $0[name]?.first ?? "" } }

    private func choices(
        _ name: String,
        _ options: [(value: String, label: String)],
        chosen: [String]
    ) -> [Field.Option] {
        options.enumerated().map { index, option in
            Field.Option(
                id: "\(noun)-\(name)-\(index + 1)",
                value: option.value,
                label: option.label,
                help: help(of: option.value, name),
                isChosen: chosen.contains(option.value)
            )
        }
    }

    private func help(of value: String, _ name: String) -> String? {
        let key = "staff.form.\(noun).\(Self.parts(of: name).base).\(value).help"
        return press.has(key) ? press.words(key) : nil
    }

    private func field(_ name: String, optional: Bool, help given: String? = nil, note: String? = nil) -> Field {
        let (base, row) = Self.parts(of: name)
        let key = "staff.form.\(noun).\(base)"
        let id = "\(noun)-\(name)"
        let usual = press.has("\(key).help") ? press.words("\(key).help") : given
        let help = note.map { [usual, $0].compactMap(\.self).joined(separator: " ") } ?? usual
        let mistake = mistakes[name]
        let described = [help.map { _ in "\(id)-aide" }, mistake.map { _ in "\(id)-erreur" }].compactMap { $0 }
        return Field(
            id: id,
            name: name,
            label: press.words(key, ["row": row]),
            isOptional: optional,
            help: help,
            mistake: mistake,
            describedBy: described.isEmpty ? nil : described.joined(separator: " ")
        )
    }

    /// `motif_2` is the field `motif` of row 2.
    private static func parts(of name: String) -> (base: String, row: String) {
        guard let mark = name.lastIndex(of: "_"), Int(name[name.index(after: mark)...]) != nil else {
            return (name, "")
        }
        return (String(name[..<mark]), String(name[name.index(after: mark)...]))
    }
}
