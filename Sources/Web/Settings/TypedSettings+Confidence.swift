import Complaints
import Foundation
import Registry

/// Who gets a complaint about whoever handles complaints, or about the management.
extension TypedSettings {
    /// Both the accounts and their function, as the public reads it, or neither: `aucun` takes them away.
    ///
    /// - Parameter today: the day on which the accounts must be open.
    func confidential(
        _ present: ConfidentialRecipients?,
        _ today: CivilDate,
        _ reading: inout SettingReading
    ) -> ConfidentialRecipients? {
        let both = OrganisationSetting.confidence
        guard reading.says(both) else { return present }
        let open = accounts.filter { $0.isOpen(on: today) }
        let people = reading.read(.confidentialRecipient) { text throws(SettingMistake) in
            text.isNone ? [] : try text.accounts(among: open)
        }
        let function = reading.read(.confidentialFunction) { text throws(SettingMistake) -> String in
            guard text.isNone else { return try text.line }
            guard people?.isEmpty == true else { throw text.mistake(.functionStays) }
            return ""
        }
        guard reading.isRight(both) else { return present }
        if let people, people.isEmpty, function?.isEmpty ?? true { return nil }
        guard let named = people ?? present?.accounts, !named.isEmpty, let called = function ?? present?.function
        else {
            let missing = people?.isEmpty ?? true ? OrganisationSetting.confidentialRecipient : .confidentialFunction
            reading.note(SettingMistake(missing, "", .confidenceIncomplete))
            return present
        }
        return ConfidentialRecipients(accounts: named, function: called)
    }
}

extension SettingText {
    /// The accounts of some addresses, between commas: each may open case files, and one of them at least handle them.
    fileprivate func accounts(among open: [Account]) throws(SettingMistake) -> [String] {
        var found: [Account] = []
        for address in text.split(separator: ",") {
            let email = address.trimmingCharacters(in: .whitespaces).lowercased()
            guard let account = open.first(where: { $0.email.lowercased() == email }) else {
                throw mistake(.recipients)
            }
            found.append(account)
        }
        guard found.allSatisfy(\.officer.readsCaseFiles) else { throw mistake(.recipientsRead) }
        guard found.contains(where: { $0.officer.mayHandle }) else { throw mistake(.recipientsHandle) }
        return Set(found.map(\.id)).sorted()
    }
}
