import Post

extension SMTPSettings.Mistake {
    /// What is wrong, for who wrote it.
    var words: String {
        switch self {
        case .url: "écrivez smtp://utilisateur@hôte:587 ou smtps://utilisateur@hôte:465"
        case .host: "l’hôte n’est ni un nom ni une adresse"
        case .port: "le port va de 1 à 65535"
        case .clearTextToAnotherHost: "tls=none n’est permis que vers cette machine"
        case .credentials: "un utilisateur sans mot de passe, ou l’inverse (DOLEANCES_MAIL_PASSWORD_FILE)"
        case .helloName: "hello n’est pas un nom d’hôte"
        case .timeout: "timeout va de 1 à 600 secondes"
        }
    }
}
