public import Complaints

/// What was sent for a template, and why it was not kept.
public struct TemplateEntry: Sendable {
    /// What keeps a form from being taken whatever is in its fields.
    public enum Trouble: String, Sendable, CaseIterable {
        /// It is of an earlier session, or was open for too long.
        case expired = "perime"
        /// It could not be read to its end.
        case cutShort = "tronque"
        /// The session was over when it was sent: its words came through the sign-in.
        case resumed = "repris"
        /// Somebody else changed the template meanwhile.
        case overtaken = "depasse"
        /// There are as many templates as there may be.
        case tooMany = "nombre"
    }

    /// By field name.
    let typed: [String: [String]]
    let mistakes: [TemplateMistake]
    let trouble: Trouble?
    /// Whether only its look was asked for.
    let isPreview: Bool

    public init(
        typed: [String: [String]],
        mistakes: [TemplateMistake] = [],
        trouble: Trouble? = nil,
        isPreview: Bool = false
    ) {
        self.typed = typed
        self.mistakes = mistakes
        self.trouble = trouble
        self.isPreview = isPreview
    }

    /// A proposal to take over.
    public init(_ draft: LetterTemplate.Draft) {
        let typed = ["nom": [draft.name], "acte": [draft.act.noun ?? ""], "texte": [draft.text]]
        self.init(typed: typed, isPreview: true)
    }

    /// Whether something in it is wrong.
    public var hasMistakes: Bool { !mistakes.isEmpty }

    /// Whether something kept it from being done.
    var isRefused: Bool { !mistakes.isEmpty || trouble != nil }
}

/// The form in which a template is written, with the fields that its text may have, and how it would look.
struct TemplateForm: Sendable {
    /// A field that a text may have.
    struct MergeRow: Sendable {
        let written: String
        let meaning: String
    }

    /// How the text would look in a letter about a case that is none.
    struct Preview: Sendable {
        let sheet: LetterPage.Sheet
    }

    let path: String
    let token: String
    /// The version that it was made from; nil for a new one.
    let version: String?
    let trouble: String?
    let mistakes: [ActForm.Mistake]
    let hasMistakes: Bool
    let fields: [Field]
    let rows: [MergeRow]
    let preview: Preview?
    let send: String
}

extension TemplateForm {
    /// - Parameters:
    ///   - template: which one is changed; nil for a new one.
    ///   - inForce: the procedure of today, for the preview's sender and mediator.
    init(
        of template: LetterTemplate?,
        _ entry: TemplateEntry?,
        under inForce: Procedure,
        on today: CivilDate,
        token: String,
        press: Press
    ) {
        let draft = template?.draft
        let pen = FormPen(press: press, noun: "modeles", values: entry?.typed, mistakes: press.mistakes(of: entry))
        let acts = LetterTemplate.acts.compactMap { act in
            act.noun.map { (value: $0, label: press.words("staff.modeles.act.\($0)")) }
        }
        let act = draft == nil ? [pen.menu("acte", acts, value: "")] : []
        fields =
            [pen.line("nom", value: draft?.name ?? "")] + act + [pen.area("texte", rows: 14, value: draft?.text ?? "")]
        mistakes = SettingsPen.mistakes(in: fields)
        hasMistakes = !mistakes.isEmpty
        trouble = entry?.trouble.map { press.words("staff.modeles.trouble.\($0.rawValue)") }
        path = template.map { Path.template($0.id) } ?? Path.templates
        // Whoever was told of another's version writes over that one, knowing it.
        let isTold = entry?.trouble == .overtaken
        version = template.map { (isTold ? nil : entry?.typed["version"]?.first) ?? String($0.version) }
        self.token = token
        rows = MergeField.allCases.map { MergeRow($0, press) }
        send = press.words(template == nil ? "staff.modeles.make" : "staff.modeles.change")
        let shown = LetterTemplate.Draft(
            name: entry?.typed["nom"]?.first ?? draft?.name ?? "",
            act: draft?.act ?? entry?.typed["acte"]?.first.flatMap { Act(noun: $0) } ?? .answer,
            text: entry?.typed["texte"]?.first ?? draft?.text ?? ""
        )
        let isShown = !shown.text.isBlank && (template != nil || entry?.isPreview == true)
        preview = isShown ? Preview(of: shown, under: inForce, on: today, press) : nil
    }
}

extension TemplateForm.MergeRow {
    init(_ field: MergeField, _ press: Press) {
        written = "{\(press.words("staff.modeles.field.\(field.rawValue)"))}"
        meaning = press.words("staff.modeles.means.\(field.rawValue)")
    }
}

extension TemplateForm.Preview {
    fileprivate init(
        of draft: LetterTemplate.Draft,
        under inForce: Procedure,
        on today: CivilDate,
        _ press: Press
    ) {
        let values = MergeField.samples(under: inForce, on: today, press)
        let text = LetterSheet.wrapped(TemplateText(draft.text).filled(with: values))
        sheet = LetterPage.Sheet(
            sender: [inForce.provider.name] + inForce.provider.postalAddress.lines,
            addressee: [values[.name] ?? ""],
            isUnaddressed: false,
            date: press.words("letters.date", ["today": FrenchDates.long(today)]),
            subject: draft.name,
            passages: LetterPassage.passages(of: text),
            files: [],
            hasFiles: false
        )
    }
}

extension Press {
    /// What is wrong with a template, by field name.
    fileprivate func mistakes(of entry: TemplateEntry?) -> [String: String] {
        Dictionary((entry?.mistakes ?? []).map { ($0.field, words($0)) }) { "\($0) \($1)" }
    }

    private func words(_ mistake: TemplateMistake) -> String {
        switch mistake {
        case .name: words("staff.modeles.mistake.nom", ["most": String(LetterTemplate.longestName)])
        case .act: words("staff.modeles.mistake.acte")
        case .textMissing: words("staff.modeles.mistake.texte")
        case .textTooLong:
            words("staff.modeles.mistake.longueur", ["most": FrenchNumbers.whole(LetterTemplate.longestText)])
        case .unknownField(let name): words("staff.modeles.mistake.champ", ["name": name])
        case .brace: words("staff.modeles.mistake.accolade")
        case .wording(let wording): words(Refusal.forbiddenWording(wording))
        }
    }
}

extension TemplateMistake {
    /// The field that mends it.
    fileprivate var field: String {
        switch self {
        case .name: "nom"
        case .act: "acte"
        case .textMissing, .textTooLong, .unknownField, .brace, .wording: "texte"
        }
    }
}
