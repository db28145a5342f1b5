import App
import ArgumentParser
import Complaints
import Registry

/// `doleances organisation add|set|list`.
struct OrganisationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organisation",
        abstract: "Ajoute, règle et liste les organismes de formation.",
        subcommands: [Add.self, Set.self, List.self]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Ajoute un organisme.")

        @OptionGroup var place: Place
        @Option(help: "Nom de l’organisme.") var name: String
        @Option(help: "Nom d’hôte qui désigne cet organisme.") var host: String?
        @OptionGroup var details: ProviderOptions

        func run() async throws {
            try await told {
                try await Warehouse.use(try await Settings(given: place.given)) { warehouse in
                    let procedure = try details.applied(to: Procedure(provider: Provider(name: name)))
                    let organisation = try await warehouse.organisations.add(
                        name: name,
                        host: host?.lowercased(),
                        procedure: procedure
                    )
                    print("Organisme ajouté : \(organisation.name) (\(organisation.id))")
                    print("Clé publique du journal : \(organisation.logKey)")
                }
            }
        }
    }

    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Règle un organisme.")

        @OptionGroup var place: Place
        @Option(help: "Organisme : son nom, son hôte ou son identifiant, s’il y en a plusieurs.") var organisation:
            String?
        @Option(name: .customLong("second-factor"), help: "Second facteur à la connexion : on ou off.")
        var secondFactor: Switch?
        @OptionGroup var details: ProviderOptions

        func run() async throws {
            try await told {
                try await Warehouse.use(try await Settings(given: place.given)) { warehouse in
                    let chosen = try await warehouse.organisation(named: organisation)
                    if let secondFactor {
                        try await warehouse.organisations.set(secondFactor: secondFactor == .on, of: chosen.id)
                    }
                    if details.isGiven {
                        let register = try warehouse.organisations.register(of: chosen, compose: noLetters)
                        let procedure = try details.applied(to: try await register.currentProcedure())
                        let published = try await register.publish(
                            procedure,
                            author: "commande",
                            reason: "réglage en ligne de commande"
                        )
                        print("Procédure publiée, version \(published.version).")
                    }
                    print("Organisme réglé : \(chosen.name)")
                }
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Liste les organismes.")

        @OptionGroup var place: Place

        func run() async throws {
            try await told {
                try await Warehouse.use(try await Settings(given: place.given)) { warehouse in
                    for organisation in try await warehouse.organisations.all() {
                        print("\(organisation.id)\t\(organisation.name)\t\(organisation.host ?? "-")")
                    }
                }
            }
        }
    }
}

/// On or off.
enum Switch: String, ExpressibleByArgument, CaseIterable {
    case on, off
}
