import Foundation

/// A program that is told of what happens (`webhook_server.py`) on a free port of this machine, for as long as a test needs it.
/// It checks signatures by itself.
public struct WebhookServer: Sendable {
    /// A request that it got.
    public struct Request: Sendable, Decodable {
        public let method: String
        public let path: String
        /// By name in lower case.
        public let headers: [String: String]
        public let body: String
        /// The secrets that it is signed by, by their place among those that were given.
        public let signedBy: [Int]
    }

    /// Where it listens, on 127.0.0.1.
    public let port: Int
    private let isSecure: Bool
    private let folder: URL

    /// Runs `body` with a program that is told, over TLS where it is given a certificate, and stops it.
    public static func run<Result>(
        certificate: Certificates.Pair? = nil,
        _ body: (WebhookServer) async throws -> Result
    ) async throws -> Result {
        try await withTemporaryFolder { folder in
            var arguments = ["\(Repository.root)/Tests/TestSupport/webhook_server.py", folder.path()]
            if let certificate { arguments += ["--certificate", certificate.certificate, "--key", certificate.key] }
            let child = try Child.start(Python.path, arguments)
            try await child.says("\n")
            guard let port = Int(child.output.prefix { $0 != "\n" }) else { throw DidNotStart(errors: child.errors) }
            let result = try await body(WebhookServer(port: port, isSecure: certificate != nil, folder: folder))
            await child.kill()
            return result
        }
    }

    /// Where it is told, and what it then answers. - Parameter host: 127.0.0.1, or a name that leads there.
    public func address(_ way: String, at host: String = "127.0.0.1") -> String {
        "\(isSecure ? "https" : "http")://\(host):\(port)/\(way)"
    }

    /// Gives it the secrets that it checks signatures with.
    public func know(_ secrets: [String]) throws {
        try Data(secrets.joined(separator: "\n").utf8).write(to: folder.appending(path: "secrets"))
    }

    /// What it got so far, in order.
    public func requests() throws -> [Request] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.lastPathComponent.hasSuffix(".json") }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
            .map { try JSONDecoder().decode(Request.self, from: Data(contentsOf: $0)) }
    }

    /// It did not say where it listens.
    public struct DidNotStart: Error {
        /// What it said instead.
        public let errors: String
    }
}
