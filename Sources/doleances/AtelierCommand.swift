import App
import ArgumentParser

/// `doleances atelier`: what there is to look at, without a database.
struct AtelierCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "atelier",
        abstract: "Montre chaque page, lettre et avis dans chacun de ses états, faits d’exemples."
    )

    @Option(help: "Port d’écoute.")
    var port: Int?

    func run() async throws {
        try await told { try await AtelierServer.run(port: port.map(String.init)) }
    }
}
