import Foundation

/// One PostgreSQL for all tests of a process: made in a temporary folder, on loopback, gone when the process ends.
public actor PostgresServer {
    /// Started at first need.
    public static let shared = PostgresServer()

    private var start: Task<String, any Error>?

    /// Why there is no server: the tests fail, and say what to install.
    public struct Missing: Error, CustomStringConvertible {
        public let description: String
    }

    /// A new database, as ours must be. - Returns: its URL.
    public func createDatabase() async throws -> String {
        let start = start ?? Task { try await Self.launch() }
        self.start = start
        let base = try await start.value
        let name = "t" + UUID().uuidString.lowercased().replacing("-", with: "")
        let made = try await Child.run(
            "/usr/bin/env",
            [
                "psql", "-q", "-d", base + "/postgres", "-c",
                "CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'",
            ]
        )
        guard made.status == 0 else { throw Missing(description: made.errors) }
        return "\(base)/\(name)"
    }

    private static func launch() async throws -> String {
        if let given = ProcessInfo.processInfo.environment["TEST_POSTGRES"] { return given }
        let script = Repository.root + "/Tests/TestSupport/postgres_server.sh"
        let port = try await Child.run("/bin/bash", [script, String(ProcessInfo.processInfo.processIdentifier)])
        guard port.status == 0 else { throw Missing(description: "PostgreSQL did not start: \(port.errors)") }
        return "postgresql://postgres@127.0.0.1:\(port.output.filter(\.isNumber))"
    }
}
