public import Complaints

extension Act {
    /// The field of its form that can begin from a template; nil for an act without one.
    var templateField: String? {
        switch self {
        case .answer, .replyToMediator: "texte"
        case .extend, .qualify, .decideContest: "motif"
        case .requestCompletion: "message"
        default: nil
        }
    }
}

extension ActDraft {
    /// The same draft, its text begun from a template. What was written before stays, and the template's text comes behind.
    public func begun(from template: LetterTemplate, with values: [MergeField: String]) -> ActDraft {
        guard let field = act.templateField else { return self }
        let written = self.values[field]?.first ?? ""
        let isAppended = !written.isBlank
        let text = TemplateText(template.draft.text).filled(with: values)
        var begun = self.values
        begun[field] = [isAppended ? "\(written.trimmed)\n\n\(text)" : text]
        // What was all taken out again is no beginning any more.
        let before = isAppended ? begunFrom : []
        let own = "\(template.id) \(template.version)"
        begun[Self.beginnings] = before.filter { $0 != own } + [own]
        begun["modele"] = nil
        return with(begun, .begun(isAppended: isAppended))
    }

    /// The templates that the text began from, as the form carries them: `id version` each.
    var begunFrom: [String] { values[Self.beginnings] ?? [] }

    /// That the text was just begun from a template, and what remains to be done; nil where it was not.
    func words(onBeginning press: Press) -> String? {
        guard case .begun(let isAppended) = trouble, let field = act.templateField else { return nil }
        let isOpen = values[field]?.first.map(TemplateHole.isIn) ?? false
        return [
            press.words(isAppended ? "staff.modeles.appended" : "staff.modeles.begun"),
            isOpen ? press.words("staff.modeles.open") : nil,
        ].compactMap(\.self).joined(separator: " ")
    }

    private static let beginnings = "parti_de"
}

/// The templates that an act's text can begin from, to choose one of.
struct TemplateChoice: Sendable {
    let field: Field
}

extension TemplateChoice {
    /// Nil where none serves the act.
    init?(_ act: Act, _ templates: [LetterTemplate], _ draft: ActDraft?, _ press: Press) {
        let proposed = templates.filter { $0.draft.act == act && !$0.isWithdrawn }
        guard !proposed.isEmpty, act.templateField != nil, let noun = act.noun else { return nil }
        let chosen = draft?.values["modele"]?.first ?? ""
        let mistake = draft?.mistakes(press)["modele"]
        let id = "\(noun)-modele"
        let options =
            [(id: "", name: press.words("staff.form.none"))]
            + proposed.map { (id: $0.id, name: $0.draft.name) }
        var field = Field(
            id: id,
            name: "modele",
            label: press.words("staff.modeles.choice"),
            isOptional: true,
            help: press.words("staff.modeles.choice.help"),
            mistake: mistake,
            describedBy: "\(id)-aide" + (mistake == nil ? "" : " \(id)-erreur")
        )
        field.menu = Field.Menu(
            options: options.enumerated().map { index, option in
                Field.Option(
                    id: "\(id)-\(index + 1)",
                    value: option.id,
                    label: option.name,
                    help: nil,
                    isChosen: option.id == chosen
                )
            }
        )
        self.field = field
    }
}
