import App
import ArgumentParser

/// Where the books are: the same two options for every verb.
struct Place: ParsableArguments {
    @Option(name: .customLong("data"), help: "Dossier des données (SQLite).")
    var data: String?

    @Option(name: .customLong("database"), help: "Adresse PostgreSQL, à la place de --data.")
    var database: String?

    @Option(name: .customLong("keys"), help: "Dossier des clés de signature des journaux.")
    var keys: String?

    /// As settings, ahead of the environment.
    var given: [Settings.Name: String] {
        var given: [Settings.Name: String] = [:]
        given[.data] = data
        given[.database] = database
        given[.keys] = keys
        return given
    }

    /// Has an errand done over these books, and prints what came of it.
    func run(_ errand: () throws -> Errand) async throws {
        try await told {
            for line in try await errand().run(try await Settings(given: given)) { print(line) }
        }
    }

    func run(_ errand: Errand) async throws { try await run { errand } }
}
