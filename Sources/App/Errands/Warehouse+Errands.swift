import Complaints
import Registry

extension Warehouse {
    /// Does an errand over these books, and answers with the lines to print.
    func run(_ errand: Errand) async throws -> [String] {
        switch errand {
        case .addOrganisation(let name, let host, let details): try await add(name, host, details)
        case .setOrganisation(let name, let secondFactor, let details): try await set(name, secondFactor, details)
        case .acceptRestore(let name, let reason): try await acceptRestore(name, reason)
        case .listOrganisations:
            try await organisations.all().map { "\($0.id)\t\($0.name)\t\($0.host ?? "-")" }
        case .addAccount(let account): try await add(account)
        case .listAccounts(let name): try await list(accountsOf: name)
        case .disableAccount(let email, let name): try await disable(email, of: name)
        }
    }

    private func add(_ name: String, _ host: String?, _ details: ProviderDetails) async throws -> [String] {
        let procedure = try details.applied(to: Procedure(provider: Provider(name: name)))
        let organisation = try await organisations.add(name: name, host: host?.lowercased(), procedure: procedure)
        return [
            "Organisme ajouté : \(organisation.name) (\(organisation.id))",
            "Clé publique du journal : \(organisation.logKey)",
        ]
    }

    private func set(_ name: String?, _ secondFactor: Bool?, _ details: ProviderDetails) async throws -> [String] {
        let chosen = try await organisation(named: name)
        var lines: [String] = []
        if let secondFactor { try await organisations.set(secondFactor: secondFactor, of: chosen.id) }
        if details.isGiven {
            let register = try organisations.register(of: chosen, compose: noLetters)
            let published = try await register.publish(
                try details.applied(to: try await register.currentProcedure()),
                author: "commande",
                reason: "réglage en ligne de commande"
            )
            lines.append("Procédure publiée, version \(published.version).")
        }
        return lines + ["Organisme réglé : \(chosen.name)"]
    }

    private func acceptRestore(_ name: String?, _ reason: String) async throws -> [String] {
        guard reason.trimmed.count >= 10 else {
            throw Settings.Mistake(description: "Donnez la raison en dix caractères au moins (--reason).")
        }
        let chosen = try await organisation(named: name)
        let register = try organisations.register(of: chosen, compose: noLetters)
        try await register.goOn(reason: reason.trimmed, author: "commande")
        return ["Copie acceptée : le journal de \(chosen.name) continue d’ici, et le dit."]
    }

    private func add(_ account: NewAccount) async throws -> [String] {
        try await addAccount(
            to: try await organisation(named: account.organisation),
            email: account.email,
            name: account.name,
            roles: account.roles,
            password: account.password
        )
        return ["Compte ajouté : \(account.email)"]
    }

    private func list(accountsOf name: String?) async throws -> [String] {
        try await accounts(of: try await organisation(named: name)).all().map { account in
            let state = account.disabledAt == nil ? "actif" : "désactivé"
            return "\(account.email)\t\(account.name)\t\(account.roles.sorted().joined(separator: ","))\t\(state)"
        }
    }

    private func disable(_ email: String, of name: String?) async throws -> [String] {
        try await disableAccount(email, of: try await organisation(named: name))
        return ["Compte désactivé : \(email)"]
    }
}
