import Foundation

/// One PostgreSQL for all tests of a process: made in a temporary folder, on loopback, gone when the process ends.
public actor PostgresServer {
    /// Started at first need.
    public static let shared = PostgresServer()

    private var start: Task<PostgresCluster, any Error>?

    /// A new database, as ours must be. - Returns: its URL.
    public func createDatabase() async throws -> String { try await cluster().createDatabase() }

    /// The server, for a database unlike ours. Others use it too.
    public func cluster() async throws -> PostgresCluster {
        let start = start ?? Task { try await Self.launch() }
        self.start = start
        return try await start.value
    }

    private static func launch() async throws -> PostgresCluster {
        if let given = ProcessInfo.processInfo.environment["TEST_POSTGRES"] {
            return PostgresCluster(base: given, folder: "")
        }
        return try await PostgresCluster.start()
    }
}

/// A PostgreSQL server that a test may stop, restart and spoil.
public struct PostgresCluster: Sendable {
    /// Why there is no server: the tests fail, and say what to install.
    public struct Missing: Error, CustomStringConvertible {
        public let description: String
    }

    /// How a database is made as ours must be.
    public static let ourOptions = "TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"

    /// `postgresql://postgres@127.0.0.1:port`
    public let base: String
    /// Where its files are, `data` and the like; empty where somebody else started it.
    public let folder: String

    /// Starts one with settings of its own (`fsync=off`), for as long as the process of the tests runs.
    public static func start(_ settings: [String] = []) async throws -> PostgresCluster {
        let script = Repository.root + "/Tests/TestSupport/postgres_server.sh"
        let owner = String(ProcessInfo.processInfo.processIdentifier)
        // Beside the tests' own folder and not in it: this one must not go before its server has stopped.
        let folder = "\(Scratch.path)-postgres-\(UUID().uuidString.prefix(8))"
        let made = try await Child.run("/bin/bash", [script, "start", owner, folder] + settings)
        let words = made.output.split(whereSeparator: \.isWhitespace).map(String.init)
        guard made.status == 0, words.count == 2 else {
            throw Missing(description: "PostgreSQL did not start: \(made.errors)")
        }
        return PostgresCluster(base: "postgresql://postgres@127.0.0.1:\(words[0])", folder: words[1])
    }

    /// Where it listens.
    public var port: Int { Int(base.split(separator: ":").last ?? "") ?? 0 }

    /// A new database. - Returns: its URL.
    public func createDatabase(_ options: String = ourOptions) async throws -> String {
        let name = "t" + UUID().uuidString.lowercased().replacing("-", with: "")
        try await Self.sql("CREATE DATABASE \(name) \(options)", on: base + "/postgres")
        return "\(base)/\(name)"
    }

    /// Stops it as a power cut would, or asks it to end, or starts it again: `pg_ctl`'s words.
    public func control(_ words: String...) async throws {
        let script = Repository.root + "/Tests/TestSupport/postgres_server.sh"
        let made = try await Child.run("/bin/bash", [script, "control", folder] + words)
        guard made.status == 0 else { throw Missing(description: made.errors) }
    }

    /// What an administrator would type into `psql`. - Returns: the answer, a line a row.
    @discardableResult public static func sql(_ text: String, on url: String) async throws -> String {
        let arguments = ["psql", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", url, "-c", text]
        let made = try await Child.run("/usr/bin/env", arguments)
        guard made.status == 0 else { throw Missing(description: made.errors) }
        return made.output.trimmingCharacters(in: .newlines)
    }
}
