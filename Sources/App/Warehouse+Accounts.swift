public import Complaints
public import Registry
import Storage
import Web

extension Warehouse {
    /// The accounts of an organisation.
    public func accounts(of organisation: Organisation) -> Accounts {
        Accounts(of: organisation.id, database: database, world: world, hasher: PasswordHasher())
    }

    /// Its administration by whoever has the machine.
    func administration(of organisation: Organisation) -> AccountAdministration {
        AccountAdministration(of: accounts(of: organisation))
    }

    /// Adds an account that can sign in at once, or one without a password, for somebody who is to choose it.
    ///
    /// - Parameter end: the last day on which it is good; an auditor's has one.
    /// - Throws: `Settings.Mistake` where address or password will not do, or the address has an account already;
    ///   `AccountRefusal`.
    @discardableResult public func addAccount(
        to organisation: Organisation,
        email: String,
        name: String,
        roles: Set<Role>,
        password: String?,
        expiresOn end: CivilDate? = nil
    ) async throws -> Account {
        guard AccountText.isEmail(email) else {
            throw Settings.Mistake(
                description: "--email : « \(email) » ne convient pas. Accepté : une adresse comme camille@exemple.fr.",
                code: .value
            )
        }
        try check(name: name)
        guard !roles.isEmpty else { throw RoleList.refusal("") }
        let newcomer = Newcomer(email: email, name: name, roles: Set(roles.map(\.rawValue)), expiresOn: end)
        if let password {
            try check(password: password, PasswordRules(organisation: organisation.name, name: name, email: email))
        }
        do {
            return try await administration(of: organisation).add(newcomer, password: password)
        } catch StorageError.duplicate {
            throw Settings.Mistake(
                description:
                    "--email : \(email) a déjà un compte chez \(organisation.name). Pour le changer ou le rouvrir : user set.",
                code: .exists
            )
        }
    }

    /// Changes what is said of an account, whole or not at all; roles, a password or letting in again end its sessions.
    ///
    /// - Returns: the account as it is then.
    /// - Throws: `Settings.Mistake` where nothing is said, something will not do, or there is no such account.
    public func setAccount(_ details: AccountDetails, of organisation: Organisation) async throws -> Account {
        guard details.isGiven else {
            throw Settings.Mistake(
                description: "Rien à régler : donnez --name, --roles, --expires, --password-stdin ou --enable.",
                code: .value
            )
        }
        let account = try await account(details.email, of: organisation)
        if let name = details.name { try check(name: name) }
        if details.roles?.isEmpty == true { throw RoleList.refusal("") }
        if let password = details.password {
            let name = details.name ?? account.name
            let rules = PasswordRules(organisation: organisation.name, name: name, email: account.email)
            try check(password: password, rules)
        }
        let change = AccountChange(
            name: details.name,
            roles: details.roles.map { Set($0.map(\.rawValue)) },
            password: details.password,
            enables: details.enables,
            term: details.term
        )
        return try await administration(of: organisation).change(account.id, change)
    }

    /// Disables an account; its sessions end at once.
    public func disableAccount(_ email: String, of organisation: Organisation) async throws {
        try await administration(of: organisation).disable(try await account(email, of: organisation).id)
    }

    /// The account that is meant. - Throws: `Settings.Mistake` where there is none.
    private func account(_ email: String, of organisation: Organisation) async throws -> Account {
        guard let account = try await accounts(of: organisation).find(email: email) else {
            throw Self.unknown(email)
        }
        return account
    }

    /// The same, of somebody who may sign in. - Throws: `Settings.Mistake` for one who may not, too.
    func openAccount(_ email: String, of organisation: Organisation) async throws -> Account {
        let account = try await account(email, of: organisation)
        guard account.isOpen(on: world.now().civilDate) else {
            let way = account.disabledAt == nil ? "son échéance est passée : user set --expires" : "user set --enable"
            throw Settings.Mistake(
                description: "Compte fermé : \(account.email). Rouvrez-le d’abord : \(way).",
                code: .account
            )
        }
        return account
    }

    private static func unknown(_ email: String) -> Settings.Mistake {
        Settings.Mistake(
            description: "Compte introuvable : \(email). La commande user list montre ceux qu’il y a.",
            code: .account
        )
    }

    private func check(name: String) throws {
        guard AccountText.isName(name) else {
            throw Settings.Mistake(description: "--name : donnez le nom de la personne.", code: .value)
        }
    }

    private func check(password: String, _ rules: PasswordRules) throws {
        if let mistake = rules.mistake(in: password) {
            throw Settings.Mistake(description: mistake.words, code: .value)
        }
    }
}

extension PasswordRules.Mistake {
    /// What to do about it.
    fileprivate var words: String {
        switch self {
        case .tooShort: "Mot de passe trop court : au moins 15 caractères. Une phrase convient."
        case .tooLong: "Mot de passe trop long : au plus 128 caractères."
        case .common: "Mot de passe trop courant : prenez plusieurs mots sans lien entre eux."
        case .personal: "Mot de passe trop proche du nom, de l’adresse ou de l’organisme."
        }
    }
}
