import App
import ArgumentParser

extension UserCommand {
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ajoute un compte.",
            discussion: "Sans --password-stdin, imprime un lien par lequel la personne choisit son mot de passe."
        )

        @OptionGroup var place: Place
        @Option(help: "Organisme, s’il y en a plusieurs.") var organisation: String?
        @Option(help: "Adresse électronique.") var email: String
        @Option(help: "Nom affiché.") var name: String
        @Option(
            help:
                "Rôles, séparés par des virgules : accueil, responsable, direction, controle, rgpd, auditeur, administrateur."
        )
        var roles: String
        @Option(help: "Dernier jour du compte, AAAA-MM-JJ ; un auditeur en a un, dans les 90 jours.") var expires:
            String?
        @Flag(
            name: .customLong("password-stdin"),
            help: "Lit le mot de passe sur l’entrée standard (une ligne) ; au terminal, le demande."
        )
        var passwordStdin = false

        func run() async throws {
            try await place.run { .addAccount(try account) }
        }

        private var account: NewAccount {
            get throws {
                NewAccount(
                    organisation: organisation,
                    email: email,
                    name: name,
                    roles: try RoleList.read(roles),
                    password: passwordStdin ? try PasswordPrompt.read() : nil,
                    expiresOn: try expires.map(TermText.day)
                )
            }
        }
    }
}
