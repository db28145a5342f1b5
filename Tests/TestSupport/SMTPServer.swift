import Foundation

/// A real mail relay (`smtp_server.py`, on aiosmtpd) on a free port of this machine, for as long as a test needs it.
public struct SMTPServer: Sendable {
    /// How the relay protects the conversation.
    public enum Security: String, Sendable, CaseIterable {
        /// Clear text to the end.
        case plain
        /// Clear text, then TLS.
        case startTLS = "starttls"
        /// TLS from the first byte.
        case implicitTLS = "implicit"
    }

    /// A letter that the relay took.
    public struct Letter: Sendable {
        /// Exactly what was sent, the dots undoubled.
        public let bytes: [UInt8]
        /// What was written outside, and how the conversation went.
        public let envelope: Envelope
    }

    /// What the relay knows of a letter without opening it.
    public struct Envelope: Sendable, Decodable {
        /// What followed `MAIL` on the wire, word for word.
        public let mail: String
        /// The recipients' addresses.
        public let recipients: [String]
        /// The name in EHLO.
        public let greeting: String
        /// Who signed in.
        public let login: String?
        /// Whether the letter came over TLS.
        public let isEncrypted: Bool
    }

    /// Where it listens, on 127.0.0.1.
    public let port: Int
    private let folder: URL

    /// Runs `body` with a relay, and stops it. `fault` is one of those that `smtp_server.py` explains.
    public static func run<Result>(
        _ security: Security = .plain,
        certificate: Certificates.Pair? = nil,
        account: (user: String, password: String)? = nil,
        fault: String? = nil,
        _ body: (SMTPServer) async throws -> Result
    ) async throws -> Result {
        try await withTemporaryFolder { folder in
            var arguments = ["\(Repository.root)/Tests/TestSupport/smtp_server.py", folder.path()]
            arguments += ["--security", security.rawValue]
            if let certificate { arguments += ["--certificate", certificate.certificate, "--key", certificate.key] }
            if let account { arguments += ["--user", account.user, "--password", account.password] }
            if let fault { arguments += ["--fault", fault] }
            let child = try Child.start(Python.path, arguments)
            let port = try await port(of: child)
            let result = try await body(SMTPServer(port: port, folder: folder))
            await child.kill()
            return result
        }
    }

    /// The letters taken so far, in order.
    public func letters() throws -> [Letter] {
        let names = try files(ending: ".json")
        return try names.map { name in
            let envelope = try JSONDecoder().decode(Envelope.self, from: Data(contentsOf: name))
            let letter = name.deletingPathExtension().appendingPathExtension("eml")
            return Letter(bytes: Array(try Data(contentsOf: letter)), envelope: envelope)
        }
    }

    /// Every word heard so far, whatever became of it; TLS handshakes apart.
    public func heard() throws -> String {
        try files(ending: ".heard").map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }.joined()
    }

    private func files(ending suffix: String) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.lastPathComponent.hasSuffix(suffix) }
            .sorted {
                $0.lastPathComponent.utf8.count == $1.lastPathComponent.utf8.count
                    ? $0.lastPathComponent < $1.lastPathComponent
                    : $0.lastPathComponent.utf8.count < $1.lastPathComponent.utf8.count
            }
    }

    /// The relay says its port on its first line, once it listens.
    private static func port(of child: Child) async throws -> Int {
        let deadline = ContinuousClock.now + .seconds(120)
        while ContinuousClock.now < deadline {
            if child.output.hasSuffix("\n"), let port = Int(child.output.dropLast()) { return port }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw DidNotStart(errors: child.errors)
    }

    /// The relay did not say where it listens.
    public struct DidNotStart: Error {
        /// What it said instead.
        public let errors: String
    }
}
