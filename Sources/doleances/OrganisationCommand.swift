import App
import ArgumentParser

/// `doleances organisation add|set|show|history|list|accept-restore`.
struct OrganisationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organisation",
        abstract: "Ajoute, règle, montre et liste les organismes de formation.",
        subcommands: [Add.self, Set.self, Show.self, History.self, List.self, AcceptRestore.self]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Ajoute un organisme.")

        @OptionGroup var place: Place
        @OptionGroup var settings: OrganisationOptions

        func run() async throws { try await place.run(.addOrganisation(settings.details)) }
    }

    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Règle un organisme ; ce qui n’est pas dit ne change pas, et « aucun » efface un réglage."
        )

        @OptionGroup var place: Place
        @Option(help: "Organisme : son nom, son hôte ou son identifiant, s’il y en a plusieurs.")
        var organisation: String?
        @Option(help: "Pourquoi, pour l’historique des réglages.") var reason: String?
        @OptionGroup var settings: OrganisationOptions

        func run() async throws {
            try await place.run(
                .setOrganisation(named: organisation, details: settings.details, reason: reason)
            )
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Montre les réglages d’un organisme.")

        @OptionGroup var place: Place
        @Option(help: "Organisme, s’il y en a plusieurs.") var organisation: String?
        @Option(help: "Version de la procédure, au lieu de celle en vigueur.") var version: Int?
        @Flag(help: "En JSON.") var json = false

        func run() async throws {
            try await place.run(.showOrganisation(named: organisation, version: version, asJSON: json))
        }
    }

    struct History: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Liste les versions des réglages d’un organisme : numéro, date, auteur, raison."
        )

        @OptionGroup var place: Place
        @Option(help: "Organisme, s’il y en a plusieurs.") var organisation: String?

        func run() async throws { try await place.run(.listVersions(organisation: organisation)) }
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
            abstract: "Continue sur une copie plus ancienne des livres, après une perte ; le journal le dira toujours."
        )

        @OptionGroup var place: Place
        @Option(help: "Organisme : son nom, son hôte ou son identifiant, s’il y en a plusieurs.")
        var organisation: String?
        @Option(help: "Ce qui s’est passé, sans nommer personne : le journal le garde pour toujours.")
        var reason: String
        @Flag(help: "Les clés aussi viennent de la copie : rien ne montre ce qui manque.") var keysLost = false

        func run() async throws {
            try await place.run(.acceptRestore(named: organisation, reason: reason, keysLost: keysLost))
        }
    }
}
