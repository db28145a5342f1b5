import App
import ArgumentParser

extension UserCommand {
    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Imprime un lien par lequel une personne choisit un nouveau mot de passe.",
            discussion: "Le mot de passe d’avant reste bon jusque-là, sauf avec --second-factor."
        )

        @OptionGroup var place: Place
        @Option(help: "Organisme, s’il y en a plusieurs.") var organisation: String?
        @Option(help: "Adresse électronique du compte.") var email: String
        @Flag(
            name: .customLong("second-factor"),
            help: "Oublie aussi le second facteur, les codes de secours et le mot de passe, et ferme les sessions."
        )
        var secondFactor = false

        func run() async throws {
            try await place.run(.resetAccount(email: email, organisation: organisation, forgets: secondFactor))
        }
    }
}
