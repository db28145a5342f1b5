import Complaints
import Foundation
import Pages
import Registry

/// What a page of settings was sent with, as it is judged: an empty field takes a setting away.
struct SettingsEntry: Sendable {
    let form: FormData
    /// The organisation's accounts; none where it is yet to be.
    var accounts: [Account] = []

    /// What was typed for these settings.
    ///
    /// - Parameter former: the settings that the page was made from; what is still the same is not said again, so that
    ///   nobody undoes what somebody else has changed meanwhile. Nil where there were none.
    func typed(_ settings: [OrganisationSetting], from former: SettingValues?) -> TypedSettings {
        var typed: [OrganisationSetting: String] = [:]
        for setting in settings where setting.mediatorDetails.isEmpty {
            let text = text(setting)
            guard text != former?[setting] ?? "" || (former == nil && setting.isAlwaysSet) else { continue }
            typed[setting] = text.isEmpty && !setting.isAlwaysSet ? Self.none : text
        }
        for name in [OrganisationSetting.mediatorName, .apprenticeshipName] where settings.contains(name) {
            let own = settings.filter { $0.mediatorDetails == name.mediatorDetails }
            typed.merge(mediator(own, from: former)) { $1 }
        }
        return TypedSettings(typed, among: accounts)
    }

    /// Of a mediator whose name is the same, what differs, with the name: where there is another one meanwhile, or none,
    /// the details of two are not mixed, and some are missing. One with another name, or where there was none before, is
    /// said whole: nothing is known of it but what stands in the page. One whose details are all empty is taken away.
    private func mediator(
        _ settings: [OrganisationSetting],
        from former: SettingValues?
    ) -> [OrganisationSetting: String] {
        let changed = settings.filter { text($0) != former?[$0] ?? "" }
        guard let details = settings.first?.mediatorDetails, !changed.isEmpty else { return [:] }
        guard details.allSatisfy({ text($0).isEmpty }) else {
            let isNew = changed.contains(details[0]) || former?[details[0]] == nil
            let said = isNew ? settings : [details[0]] + changed
            return Dictionary(
                uniqueKeysWithValues: said.map { setting in
                    let text = text(setting)
                    return (setting, text.isEmpty && !details.contains(setting) ? Self.none : text)
                }
            )
        }
        // Days without a mediator are a mistake, and are shown as one.
        let days = settings.map { ($0, text($0)) }.filter { !$0.1.isEmpty }
        return Dictionary(uniqueKeysWithValues: days + [(details[0], Self.none)])
    }

    /// The text of a setting, as a command would be given it, without the blanks at both ends.
    private func text(_ setting: OrganisationSetting) -> String {
        switch setting {
        case .completeness: form.values(setting.field).joined(separator: ",")
        // In the order in which the settings that the page was made from have them.
        case .confidentialRecipient: form.values(setting.field).sorted().joined(separator: ", ")
        case .stakeholders: lines(setting).joined(separator: "; ")
        case .address, .mediatorAddress, .apprenticeshipAddress: lines(setting).joined(separator: "\n")
        default: form.only(setting.field).trimmingCharacters(in: .whitespacesAndNewlines)
        }
    }

    private func lines(_ setting: OrganisationSetting) -> [String] {
        form.only(setting.field).split(whereSeparator: \.isNewline)
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    private static let none = "aucun"
}
