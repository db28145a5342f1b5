import App
import ArgumentParser

/// `doleances export --journal`: the log as a file that anybody can verify without us.
struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Écrit le journal dans un fichier vérifiable sans Doléances (docs/journal.md)."
    )

    @OptionGroup var place: Place
    @Option(help: "Organisme, s’il y en a plusieurs.") var organisation: String?
    @Option(help: "Fichier à écrire.") var journal: String

    func run() async throws {
        try await told {
            try await JournalExport.run(try await Settings(given: place.given), organisation: organisation, to: journal)
        }
    }
}
