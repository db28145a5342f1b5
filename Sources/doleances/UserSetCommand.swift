import App
import ArgumentParser

extension UserCommand {
    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Règle un compte ; ce qui n’est pas dit ne change pas.",
            discussion: "Des rôles, un mot de passe ou --enable mettent fin aussitôt aux sessions de ce compte."
        )

        @OptionGroup var place: Place
        @Option(help: "Organisme, s’il y en a plusieurs.") var organisation: String?
        @Option(help: "Adresse électronique du compte ; elle ne change pas.") var email: String
        @Option(help: "Nouveau nom affiché.") var name: String?
        @Option(help: "Tous ses rôles désormais, séparés par des virgules : \(RoleList.all).") var roles: String?
        @Flag(
            name: .customLong("password-stdin"),
            help: "Lit un nouveau mot de passe sur l’entrée standard (une ligne) ; au terminal, le demande."
        )
        var passwordStdin = false
        @Flag(help: "Rouvre un compte désactivé.") var enable = false
        @Option(help: "Dernier jour du compte, AAAA-MM-JJ, ou « aucune » ; un auditeur en a un, dans les 90 jours.")
        var expires: String?

        func run() async throws {
            try await place.run { .setAccount(try details) }
        }

        private var details: AccountDetails {
            get throws {
                AccountDetails(
                    organisation: organisation,
                    email: email,
                    name: name,
                    roles: try roles.map(RoleList.read),
                    password: passwordStdin ? try PasswordPrompt.read() : nil,
                    enables: enable,
                    term: try expires.map(TermText.read)
                )
            }
        }
    }
}
