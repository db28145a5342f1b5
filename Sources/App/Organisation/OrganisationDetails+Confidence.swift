import Complaints
import Foundation
import Registry

/// Who gets a complaint about whoever handles complaints, or about the management.
extension OrganisationDetails {
    /// Both the accounts and their function, as the public reads it, or neither: `aucun` takes them away.
    func confidential(_ present: ConfidentialRecipients?, _ accounts: [Account]) throws -> ConfidentialRecipients? {
        let (people, function) = (try text(.confidentialRecipient), try text(.confidentialFunction))
        if people?.isNone == true { return nil }
        if let function, function.isNone {
            throw function.refusal("une fonction ; sans destinataire, --confidential-recipient aucun")
        }
        guard let last = people ?? function else { return present }
        guard let named = try people?.accounts(among: accounts) ?? present?.accounts else {
            throw last.refusal("une fonction, avec les comptes de ceux qui l’exercent (--confidential-recipient)")
        }
        guard let called = try function?.line ?? present?.function else {
            throw last.refusal("des comptes, avec leur fonction telle que le public la lira (--confidential-function)")
        }
        return ConfidentialRecipients(accounts: named, function: called)
    }
}

extension SettingText {
    /// The open accounts of some addresses, between commas; one of them at least may handle cases.
    fileprivate func accounts(among accounts: [Account]) throws -> [String] {
        let open = Dictionary(accounts.filter { $0.disabledAt == nil }.map { ($0.email.lowercased(), $0) }) { $1 }
        let found = try text.split(separator: ",").map { address in
            let email = address.trimmingCharacters(in: .whitespaces).lowercased()
            guard let account = open[email] else {
                throw refusal("les adresses de comptes ouverts de l’organisme, séparées par des virgules")
            }
            return account
        }
        let mayHandle = found.contains { account in
            Officer(id: account.id, roles: Set(account.roles.compactMap { Role(rawValue: $0) })).mayHandle
        }
        guard mayHandle else {
            throw refusal("au moins un compte qui puisse traiter un dossier : responsable ou direction")
        }
        return Set(found.map(\.id)).sorted()
    }
}
