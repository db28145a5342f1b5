import App
import ArgumentParser

extension UserCommand {
    struct Enable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Rouvre un compte désactivé, avec le mot de passe qu’il avait."
        )

        @OptionGroup var place: Place
        @Option(help: "Organisme, s’il y en a plusieurs.") var organisation: String?
        @Option(help: "Adresse électronique.") var email: String

        func run() async throws { try await place.run(.enableAccount(email: email, organisation: organisation)) }
    }
}
