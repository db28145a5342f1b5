import Complaints

/// Writes the fields in which settings are typed, the same at the first start and ever after: what was sent before
/// stands in them, mistakes beside them.
struct SettingsPen {
    /// What the fields' identifiers begin with.
    static let noun = "reglages"

    let pen: FormPen
    private let values: SettingValues

    /// - Parameters:
    ///   - values: the settings as they are.
    ///   - typed: what was sent before, by field name; nil where nothing was.
    ///   - mistakes: all that is wrong with it.
    ///   - further: what is wrong in fields that are no setting.
    init(
        values: SettingValues,
        typed: [String: [String]]?,
        mistakes: [SettingMistake],
        further: [String: String] = [:],
        press: Press
    ) {
        self.values = values
        let words = mistakes.map { ($0.setting.field, press.words($0)) }
        pen = FormPen(
            press: press,
            noun: Self.noun,
            values: typed,
            mistakes: further.merging(words) { first, _ in first }
        )
    }

    /// The field of a setting.
    func field(_ setting: OrganisationSetting) -> Field {
        var field = unmarked(setting)
        if setting.goesWithMediator { field.condition = pen.press.words("staff.reglages.with-mediator") }
        return field
    }

    private func unmarked(_ setting: OrganisationSetting) -> Field {
        let (name, value) = (setting.field, values[setting] ?? "")
        let mayStayEmpty = !setting.isAlwaysSet && !setting.goesWithMediator
        return switch setting {
        case .address, .mediatorAddress, .apprenticeshipAddress:
            pen.area(name, rows: 3, value: value, optional: mayStayEmpty)
        case .stakeholders:
            pen.area(name, value: value.replacing("; ", with: "\n"), optional: true, help: kindsHelp)
        case .zone: pen.menu(name, zones, value: value)
        case .secondFactor: pen.radios(name, onOrOff("factor"), value: value)
        case .onePerson: pen.radios(name, onOrOff("people"), value: value)
        case .confidentialRecipient: pen.ticks(name, people, values: value.split(separator: ", ").map(String.init))
        case .completeness:
            pen.ticks(name, items, values: value.split(separator: ",").map(String.init), optional: false)
        default: pen.line(name, type: Self.type(setting), value: value, optional: mayStayEmpty)
        }
    }

    /// Those among the fields that have something wrong, as a summary lists them.
    static func mistakes(in fields: [Field]) -> [ActForm.Mistake] {
        fields.compactMap { field in
            field.mistake.map { ActForm.Mistake(target: field.focus, label: field.label, words: $0) }
        }
    }

    private var zones: [(value: String, label: String)] {
        Zone.allCases.map { ($0.rawValue, pen.press.words("zone.\($0.rawValue)")) }
    }

    private var items: [(value: String, label: String)] {
        Completeness.Item.allCases.map { ($0.rawValue, pen.press.words("completeness.\($0.rawValue)")) }
    }

    private var people: [(value: String, label: String)] {
        values.choices.map { person in
            let holes = ["name": person.name, "email": person.email]
            return (person.email, pen.press.words("staff.reglages.person", holes))
        }
    }

    private func onOrOff(_ code: String) -> [(value: String, label: String)] {
        ["on", "off"].map { ($0, pen.press.words("staff.reglages.\(code).\($0)")) }
    }

    private var kindsHelp: String {
        let codes = Stakeholder.standard.map(\.rawValue).joined(separator: ", ")
        return pen.press.words("staff.reglages.stakeholders.help", ["codes": codes])
    }

    private static func type(_ setting: OrganisationSetting) -> String {
        switch setting {
        case .email: "email"
        case .telephone: "tel"
        case .mediatorAgreed, .mediatorEnds: "date"
        default: "text"
        }
    }
}
