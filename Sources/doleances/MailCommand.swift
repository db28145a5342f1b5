import App
import ArgumentParser

/// `doleances mail …`: mails that are handed over.
struct MailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail",
        abstract: "Reçoit un courriel d’un autre programme.",
        subcommands: [Ingest.self]
    )

    struct Ingest: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Garde le courriel lu sur l’entrée standard\u{202F}; le serveur le trie ensuite."
        )

        @OptionGroup var place: Place
        @Option(help: "Organisme, s’il y en a plusieurs.") var organisation: String?

        func run() async throws {
            try await told {
                let settings = try await Settings(given: place.given)
                let lines = try await MailIngestion.run(settings, organisation: organisation)
                for line in lines { print(line) }
            }
        }
    }
}
