import Complaints
import Pages
import Registry

/// The errands about accounts.
extension Warehouse {
    func add(_ account: NewAccount) async throws -> [String] {
        let organisation = try await organisation(named: account.organisation)
        let added = try await addAccount(
            to: organisation,
            email: account.email,
            name: account.name,
            roles: account.roles,
            password: account.password,
            expiresOn: account.expiresOn
        )
        let link = account.password == nil ? try await invite(added, to: organisation) : []
        return ["Compte ajouté : \(account.email)"] + link
    }

    func reset(_ email: String, of name: String?, _ forgets: Bool) async throws -> [String] {
        let organisation = try await organisation(named: name)
        let account = try await openAccount(email, of: organisation)
        guard forgets else { return try await invite(account, to: organisation) }
        let link = try await administration(of: organisation).reset(account.id)
        return ["Mot de passe et second facteur oubliés ; ce lien seul rouvre le compte."]
            + handing(link, to: account, organisation)
    }

    /// A link by which somebody chooses a password that nobody else knows (S-55). It takes back those given before.
    private func invite(_ account: Account, to organisation: Organisation) async throws -> [String] {
        handing(try await administration(of: organisation).invite(account.id), to: account, organisation)
    }

    private func handing(_ link: StaffToken, to account: Account, _ organisation: Organisation) -> [String] {
        [
            "Lien à donner à \(account.name), qui choisira son mot de passe ; bon une fois, "
                + "pendant \(Accounts.invitationHours) heures :",
            "\(address(of: organisation))\(Path.invitation(link.text))",
        ]
    }

    func set(_ details: AccountDetails) async throws -> [String] {
        let account = try await setAccount(details, of: try await organisation(named: details.organisation))
        return ["Compte réglé : \(account.email)"] + warnings(of: account)
    }

    func list(accountsOf name: String?, _ asJSON: Bool) async throws -> [String] {
        let standings = try await accounts(of: try await organisation(named: name)).standings()
        let sheet = AccountSheet(standings: standings, today: world.now().civilDate)
        return asJSON ? [try sheet.json] : sheet.lines
    }

    func disable(_ email: String, of name: String?) async throws -> [String] {
        try await disableAccount(email, of: try await organisation(named: name))
        return ["Compte désactivé : \(email)"]
    }

    /// What keeps an account from being used all the same.
    private func warnings(of account: Account) -> [String] {
        guard account.disabledAt == nil else {
            return ["Attention : ce compte reste désactivé ; user enable le rouvre."]
        }
        guard !account.isOpen(on: world.now().civilDate) else { return [] }
        return ["Attention : l’échéance de ce compte est passée ; user set --expires en donne une autre."]
    }
}
