import Complaints
import Foundation
import Registry

extension Warehouse {
    /// Does an errand over these books, and answers with the lines to print.
    func run(_ errand: Errand) async throws -> [String] {
        switch errand {
        case .addOrganisation(let details): try await add(details)
        case .setOrganisation(let name, let details, let reason): try await set(name, details, reason)
        case .showOrganisation(let name, let version, let asJSON): try await show(name, version, asJSON)
        case .listVersions(let name): try await list(versionsOf: name)
        case .acceptRestore(let name, let reason, let keysLost): try await acceptRestore(name, reason, keysLost)
        case .listOrganisations:
            try await organisations.all().map { "\($0.id)\t\($0.name)\t\($0.host ?? "-")" }
        case .addAccount(let account): try await add(account)
        case .setAccount(let details): try await set(details)
        case .resetAccount(let email, let name, let forgets): try await reset(email, of: name, forgets)
        case .listAccounts(let name, let asJSON): try await list(accountsOf: name, asJSON)
        case .disableAccount(let email, let name): try await disable(email, of: name)
        case .enableAccount(let email, let name):
            try await set(AccountDetails(organisation: name, email: email, enables: true))
        case .keepMail(let file, let name): try await keepMail(at: file, of: name)
        case .noteCheck(let record, let names): try await note(record, of: names)
        }
    }

    private func note(_ record: UpkeepRecord, of names: [String]) async throws -> [String] {
        var chosen: [Organisation] = []
        for name in names { chosen.append(try await organisation(named: name)) }
        if names.isEmpty { chosen = try await organisations.all() }
        for one in chosen { try await organisations.register(of: one, compose: noLetters).note(record) }
        return chosen.map { "Noté dans l’état du service : \($0.name)" }
    }

    private func acceptRestore(_ name: String?, _ reason: String, _ keysLost: Bool) async throws -> [String] {
        guard reason.trimmed.count >= 10 else {
            throw Settings.Mistake(
                description: "Donnez la raison en dix caractères au moins (--reason).",
                code: .value
            )
        }
        let chosen = try await organisation(named: name)
        let register = try organisations.register(of: chosen, compose: noLetters)
        guard let lost = try await register.goOn(reason: reason.trimmed, author: "commande", unproven: keysLost) else {
            throw Settings.Mistake(
                description:
                    "Rien à accepter pour \(chosen.name) : les livres vont jusqu’à la dernière tête signée, ce sont "
                    + "les plus récents. Rien n’a été écrit. Si les clés viennent elles aussi de la copie, dites-le : --keys-lost.",
                code: .value
            )
        }
        return [
            "Copie acceptée : le journal de \(chosen.name) continue d’ici, et le dit.",
            lost > 0
                ? "Au moins \(InspectionWords.count(lost, "ligne perdue")) : la dernière tête signée en comptait davantage."
                : "Rien ne dit combien de lignes manquent.",
            "Les références et les numéros donnés après la copie peuvent l’être une seconde fois, à d’autres "
                + "réclamations : un ancien récépissé peut porter la référence d’une nouvelle.",
        ]
    }
}
