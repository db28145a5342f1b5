import Complaints

/// Settings as a person reads them.
struct SettingWords {
    let press: Press

    /// What it is called.
    func name(_ setting: OrganisationSetting) -> String {
        press.words("staff.form.\(SettingsPen.noun).\(setting.field)")
    }

    /// What it is; nil where it is not set.
    ///
    /// - Parameter value: as `SettingValues` has it.
    func value(_ setting: OrganisationSetting, _ value: String?) -> String? {
        guard let value, !value.isEmpty else { return nil }
        switch setting {
        case .zone: return press.words("zone.\(value)")
        case .secondFactor: return press.words("staff.reglages.factor.\(value)")
        case .onePerson: return press.words("staff.reglages.people.\(value)")
        case .confidentialRecipient: return value.replacing(", ", with: "\n")
        case .completeness:
            return press.list(value.split(separator: ",").map { press.words("completeness.\($0)") })
        case .mediatorAgreed, .mediatorEnds: return CivilDate(value).map { FrenchDates.long($0) } ?? value
        case .stakeholders: return value.split(separator: "; ").map(kind).joined(separator: "\n")
        default: return value
        }
    }

    /// « Juré, comme Certificateur ».
    private func kind(_ written: Substring) -> String {
        let parts = written.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return String(written) }
        let model = press.words(Stakeholder(rawValue: parts[1]))
        return press.words("staff.reglages.kind", ["name": parts[0], "model": model])
    }
}
