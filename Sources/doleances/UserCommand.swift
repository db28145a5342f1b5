import App
import ArgumentParser

/// `doleances user add|set|reset|list|disable`.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "Ajoute, règle, rend accessibles, liste et désactive les comptes.",
        subcommands: [Add.self, Set.self, Reset.self, List.self, Disable.self]
    )

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
                    password: passwordStdin ? try PasswordPrompt.read() : nil
                )
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Liste les comptes.")

        @OptionGroup var place: Place
        @Option(help: "Organisme, s’il y en a plusieurs.") var organisation: String?

        func run() async throws { try await place.run(.listAccounts(organisation: organisation)) }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Désactive un compte et ferme ses sessions.")

        @OptionGroup var place: Place
        @Option(help: "Organisme, s’il y en a plusieurs.") var organisation: String?
        @Option(help: "Adresse électronique.") var email: String

        func run() async throws { try await place.run(.disableAccount(email: email, organisation: organisation)) }
    }
}
