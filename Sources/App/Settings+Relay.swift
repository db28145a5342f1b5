import FoundationEssentials
import Mail
import Post

extension Settings {
    /// The relay that the settings name; nil where they name none.
    ///
    /// - Throws: `Mistake` for whatever cannot be used, and for a part without the rest: an operator who meant letters to
    ///   leave must never find them waiting.
    static func relay(_ url: String?, _ passwordFile: String?, _ sender: String?) throws -> Relay? {
        guard let url else {
            if sender != nil || passwordFile != nil {
                let given: Name = sender == nil ? .mailPasswordFile : .mailSender
                throw Mistake(
                    description: "\(Name.mailRelay.variable) manque, alors que \(given.variable) est donné : "
                        + "aucune lettre ne partirait. Donnez le relais, ou retirez l’autre réglage."
                )
            }
            return nil
        }
        guard let sender else {
            throw Mistake(description: "\(Name.mailSender.variable) manque : l’adresse dont partent les courriels.")
        }
        guard let address = EmailAddress(sender) else {
            throw Mistake(
                description:
                    "\(Name.mailSender.variable) n’est pas une adresse électronique utilisable : « \(sender) ». "
                    + "Écrivez l’adresse seule, sans nom ni chevrons : reclamations@exemple.fr"
            )
        }
        let password = try passwordFile.map { try protected($0).line }
        do {
            return Relay(smtp: try SMTPSettings(url: url, password: password), sender: address)
        } catch {
            throw Mistake(description: "\(Name.mailRelay.variable) ne convient pas : \(error.words).")
        }
    }
}

extension SMTPSettings.Mistake {
    /// What is wrong and what to write instead, for the operator; the URL itself may hold a password and is not shown.
    fileprivate var words: String {
        switch self {
        case .url: "écrivez smtp://utilisateur@serveur:587 ou smtps://utilisateur@serveur:465, sans chemin"
        case .host: "le serveur n’est ni un nom d’hôte ni une adresse IP"
        case .port: "le port doit être un nombre de 1 à 65535"
        case .clearTextToAnotherHost: "tls=none ne vaut que pour un relais de cette machine (127.0.0.1, ::1, localhost)"
        case .credentials:
            "il faut un utilisateur et un mot de passe, ou ni l’un ni l’autre, sans caractère de contrôle"
        case .helloName: "hello= doit être un nom d’hôte"
        case .timeout: "timeout= doit être un nombre de secondes, de 1 à 600"
        }
    }
}
