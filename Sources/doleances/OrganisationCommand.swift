import App
import ArgumentParser

/// `doleances organisation add|set|list|accept-restore`.
struct OrganisationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organisation",
        abstract: "Ajoute, règle et liste les organismes de formation.",
        subcommands: [Add.self, Set.self, List.self, AcceptRestore.self]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Ajoute un organisme.")

        @OptionGroup var place: Place
        @Option(help: "Nom de l’organisme.") var name: String
        @Option(help: "Nom d’hôte qui désigne cet organisme.") var host: String?
        @OptionGroup var provider: ProviderOptions

        func run() async throws {
            try await place.run(.addOrganisation(name: name, host: host, details: provider.details))
        }
    }

    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Règle un organisme.")

        @OptionGroup var place: Place
        @Option(help: "Organisme : son nom, son hôte ou son identifiant, s’il y en a plusieurs.")
        var organisation: String?
        @Option(name: .customLong("second-factor"), help: "Second facteur à la connexion : on ou off.")
        var secondFactor: Switch?
        @OptionGroup var provider: ProviderOptions

        func run() async throws {
            let isOn = secondFactor.map { $0 == .on }
            try await place.run(
                .setOrganisation(named: organisation, secondFactor: isOn, details: provider.details)
            )
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Liste les organismes.")

        @OptionGroup var place: Place

        func run() async throws { try await place.run(.listOrganisations) }
    }
}

extension OrganisationCommand {
    struct AcceptRestore: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "accept-restore",
            abstract: "Continue sur une copie plus ancienne des livres, après une perte ; le journal le dira toujours."
        )

        @OptionGroup var place: Place
        @Option(help: "Organisme : son nom, son hôte ou son identifiant, s’il y en a plusieurs.")
        var organisation: String?
        @Option(help: "Ce qui s’est passé, sans nommer personne : le journal le garde pour toujours.")
        var reason: String

        func run() async throws { try await place.run(.acceptRestore(named: organisation, reason: reason)) }
    }
}

/// On or off.
enum Switch: String, ExpressibleByArgument, CaseIterable {
    case on, off
}
