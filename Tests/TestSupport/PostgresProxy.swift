import Foundation

/// A wire to a PostgreSQL server that a test can spoil (`postgres_proxy.py`): a real TCP connection through a process of
/// its own.
public struct PostgresProxy: Sendable {
    /// What becomes of a COMMIT.
    public enum Fault: String, Sendable, CaseIterable {
        /// It passes, and so does its answer.
        case none
        /// The server commits; the wire is cut before its answer comes through.
        case answerLost
        /// The server commits; its answer never comes through, and the wire stays open.
        case answerWithheld
        /// It never reaches the server: the wire is cut.
        case commitLost
    }

    /// The server's URL, by way of the proxy.
    public let url: String
    private let folder: URL

    /// Runs `body` with a proxy before the database of a URL, and stops it.
    public static func run<Result>(
        before url: String,
        _ body: (PostgresProxy) async throws -> Result
    ) async throws -> Result {
        try await withTemporaryFolder { folder in
            guard var parts = URLComponents(string: url), let port = parts.port else { throw URLError(.badURL) }
            let script = "\(Repository.root)/Tests/TestSupport/postgres_proxy.py"
            let child = try Child.start("/usr/bin/env", ["python3", script, String(port), folder.path()])
            try await child.says("\n")
            parts.port = Int(child.output.dropLast())
            // In clear, or the proxy would not see what passes.
            parts.queryItems = [URLQueryItem(name: "sslmode", value: "disable")]
            let result = try await body(PostgresProxy(url: parts.string ?? "", folder: folder))
            await child.kill()
            return result
        }
    }

    /// From the next COMMIT on.
    public func setFault(_ fault: Fault) throws {
        try fault.rawValue.write(to: folder.appending(path: "fault"), atomically: true, encoding: .utf8)
    }

    /// How many COMMITs have been seen so far.
    public var commits: Int {
        (try? String(contentsOf: folder.appending(path: "commits"), encoding: .utf8).count) ?? 0
    }
}
