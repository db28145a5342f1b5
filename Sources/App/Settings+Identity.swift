public import OpenID
import Post

extension Settings {
    /// The provider of identities by which officers may sign in, and how it is asked.
    public struct IdentityService: Sendable {
        public let provider: ProviderSettings
        /// A PEM file of the only authorities to trust for it; nil for those of the machine.
        public let certificateAuthorityFile: String?

        /// The provider as the pages know it, asked by libcurl.
        var house: IdentityProvider {
            let client = WebClient(of: provider.issuer, certificateAuthorityFile: certificateAuthorityFile)
            return IdentityProvider(provider) { question in
                let request = WebRequest(
                    address: question.address,
                    form: question.form,
                    authorization: question.authorization
                )
                do throws(WebFailure) {
                    let reply = try await client.ask(request)
                    return ProviderAnswer(status: reply.status, body: reply.body)
                } catch {
                    throw ProviderSilence(words: error.words)
                }
            }
        }
    }

    /// The provider that the settings name; nil where they name none.
    ///
    /// - Throws: `Mistake` for whatever cannot be used, and for a part without the rest: people would look for a button in vain.
    static func identity(_ value: (Name) -> String?) throws -> IdentityService? {
        guard let issuer = value(.openIDIssuer) else {
            let others: [Name] = [.openIDClient, .openIDSecretFile, .openIDLabel, .openIDFactors, .openIDAuthorities]
            if let given = others.first(where: { value($0) != nil }) {
                throw Mistake(
                    description: "\(Name.openIDIssuer.variable) manque, alors que \(given.variable) est donné\u{A0}: "
                        + "donnez l’adresse du service d’identité, ou retirez l’autre réglage."
                )
            }
            return nil
        }
        guard let client = value(.openIDClient) else {
            throw Mistake(
                description: "\(Name.openIDClient.variable) manque\u{A0}: l’identifiant que le service d’identité a "
                    + "donné à ce logiciel."
            )
        }
        let secret = try value(.openIDSecretFile).map { try protected($0).line }
        do {
            let provider = try ProviderSettings(
                issuer: issuer,
                clientID: client,
                clientSecret: secret,
                label: value(.openIDLabel),
                factors: Set(list(value(.openIDFactors)))
            )
            return IdentityService(provider: provider, certificateAuthorityFile: value(.openIDAuthorities))
        } catch {
            throw Mistake(description: error.words(issuer))
        }
    }
}

extension ProviderSettings.Mistake {
    /// What is wrong and what to write instead.
    fileprivate func words(_ issuer: String) -> String {
        switch self {
        case .issuer:
            "\(Settings.Name.openIDIssuer.variable) ne convient pas\u{A0}: «\u{A0}\(issuer)\u{A0}». Écrivez l’adresse "
                + "en entier, comme https://connexion.exemple.fr\u{202F}; http:// ne vaut que sur cette machine."
        case .client:
            "\(Settings.Name.openIDClient.variable), ou le secret qui va avec, est vide, trop long ou n’est pas du texte."
        }
    }
}
