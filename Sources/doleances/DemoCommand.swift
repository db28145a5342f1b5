import App
import ArgumentParser

/// `doleances demo`: the same server over a believable school.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Met en marche un serveur de démonstration, rempli en utilisant le produit."
    )

    @Option(help: "Port d’écoute.")
    var port: Int?

    func run() async throws {
        try await told { try await Demo.run(port: port.map(String.init)) }
    }
}
