import App
import ArgumentParser

extension UserCommand {
    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Désactive un compte et ferme ses sessions.")

        @OptionGroup var place: Place
        @Option(help: "Organisme, s’il y en a plusieurs.") var organisation: String?
        @Option(help: "Adresse électronique.") var email: String

        func run() async throws { try await place.run(.disableAccount(email: email, organisation: organisation)) }
    }
}
