import Complaints
import Foundation
import Pages
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
        case .listAccounts(let name): try await list(accountsOf: name)
        case .disableAccount(let email, let name): try await disable(email, of: name)
        }
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

    private func add(_ account: NewAccount) async throws -> [String] {
        let organisation = try await organisation(named: account.organisation)
        let added = try await addAccount(
            to: organisation,
            email: account.email,
            name: account.name,
            roles: account.roles,
            password: account.password
        )
        let link = account.password == nil ? try await invite(added, to: organisation) : []
        return ["Compte ajouté : \(account.email)"] + link
    }

    private func reset(_ email: String, of name: String?, _ forgets: Bool) async throws -> [String] {
        let organisation = try await organisation(named: name)
        let account = try await openAccount(email, of: organisation)
        if forgets { try await accounts(of: organisation).forgetCredentials(of: account.id) }
        let forgotten = "Mot de passe et second facteur oubliés ; ce lien seul rouvre le compte."
        return (forgets ? [forgotten] : []) + (try await invite(account, to: organisation))
    }

    /// A link by which somebody chooses a password that nobody else knows (S-55). It takes back those given before.
    private func invite(_ account: Account, to organisation: Organisation) async throws -> [String] {
        let link = try await accounts(of: organisation).invite(account)
        return [
            "Lien à donner à \(account.name), qui choisira son mot de passe ; bon une fois, "
                + "pendant \(Accounts.invitationHours) heures :",
            "\(address(of: organisation))\(Path.invitation(link.text))",
        ]
    }

    private func set(_ details: AccountDetails) async throws -> [String] {
        let account = try await setAccount(details, of: try await organisation(named: details.organisation))
        let closed = "Attention : ce compte reste désactivé ; user set --enable le rouvre."
        return ["Compte réglé : \(account.email)"] + (account.disabledAt == nil ? [] : [closed])
    }

    private func list(accountsOf name: String?) async throws -> [String] {
        try await accounts(of: try await organisation(named: name)).all().map { account in
            let state = account.disabledAt == nil ? "actif" : "désactivé"
            return "\(account.email)\t\(account.name)\t\(account.roles.sorted().joined(separator: ","))\t\(state)"
        }
    }

    private func disable(_ email: String, of name: String?) async throws -> [String] {
        try await disableAccount(email, of: try await organisation(named: name))
        return ["Compte désactivé : \(email)"]
    }
}
