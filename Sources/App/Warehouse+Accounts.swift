public import Complaints
import Mail
public import Registry

extension Warehouse {
    /// The accounts of an organisation.
    public func accounts(of organisation: Organisation) -> Accounts {
        Accounts(of: organisation.id, database: database, world: world, hasher: PasswordHasher())
    }

    /// Adds an account that can sign in at once.
    ///
    /// - Throws: `Settings.Mistake` where address or password will not do; `StorageError.duplicate`.
    public func addAccount(
        to organisation: Organisation,
        email: String,
        name: String,
        roles: Set<Role>,
        password: String
    ) async throws {
        guard EmailAddress(email) != nil else {
            throw Settings.Mistake(
                description: "--email : « \(email) » ne convient pas. Accepté : une adresse comme camille@exemple.fr.",
                code: .value
            )
        }
        guard !name.allSatisfy(\.isWhitespace) else {
            throw Settings.Mistake(description: "--name : donnez le nom de la personne.", code: .value)
        }
        guard !roles.isEmpty else { throw RoleList.refusal("") }
        let rules = PasswordRules(organisation: organisation.name, name: name, email: email)
        if let mistake = rules.mistake(in: password) {
            throw Settings.Mistake(description: mistake.words, code: .value)
        }
        let held = Set(roles.map(\.rawValue))
        _ = try await accounts(of: organisation).add(email: email, name: name, roles: held, password: password)
    }

    /// Disables an account; its sessions end at once.
    public func disableAccount(_ email: String, of organisation: Organisation) async throws {
        let accounts = accounts(of: organisation)
        guard let account = try await accounts.find(email: email) else {
            throw Settings.Mistake(
                description: "Compte introuvable : \(email). La commande user list montre ceux qu’il y a.",
                code: .account
            )
        }
        try await accounts.disable(account.id)
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
