import App
import ArgumentParser

extension UserCommand {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Liste les comptes : adresse, nom, rôles, dernière connexion, second facteur, échéance, état."
        )

        @OptionGroup var place: Place
        @Option(help: "Organisme, s’il y en a plusieurs.") var organisation: String?

        @Flag(help: "En JSON.") var json = false

        func run() async throws { try await place.run(.listAccounts(organisation: organisation, asJSON: json)) }
    }
}
