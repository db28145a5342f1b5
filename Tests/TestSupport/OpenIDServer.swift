import Foundation

/// A real provider of identities (`openid_server.py`, on Canaille) on a free port of this machine, for as long as a test needs it.
/// Two people have an account there: `ines` and `paul`.
public struct OpenIDServer: Sendable {
    /// What it calls us, and what we show it.
    public static let clientID = "doleances"
    public static let clientSecret = "secret-du-client"

    /// Its name for itself, which is its address.
    public let issuer: String

    /// Runs `body` with a provider, and stops it.
    ///
    /// - Parameters:
    ///   - redirect: where it may send browsers back to.
    ///   - algorithm: how it signs: `RS256` or `ES256`.
    public static func run<Result>(
        backTo redirect: String,
        algorithm: String = "RS256",
        _ body: (OpenIDServer) async throws -> Result
    ) async throws -> Result {
        let script = "\(Repository.root)/Tests/TestSupport/openid_server.py"
        let child = try Child.start(Python.path, [script, redirect, "--algorithm", algorithm])
        try await child.says("\n")
        let result = try await body(OpenIDServer(issuer: String(child.output.prefix { $0 != "\n" })))
        await child.kill()
        return result
    }

    /// Has somebody say who they are there, in a browser of their own. - Returns: where the provider sends them back to.
    public func visit(_ address: String, as name: String) async throws -> String {
        let script = "\(Repository.root)/Tests/TestSupport/openid_visit.py"
        let visit = try await Child.run(Python.path, [script, address, name, "\(name)-chez-eux"])
        guard visit.status == 0 else { throw Refused(errors: visit.errors) }
        return String(visit.output.prefix { $0 != "\n" })
    }

    /// The provider did not send the browser back.
    public struct Refused: Error {
        /// What became of it.
        public let errors: String

        public init(errors: String) { self.errors = errors }
    }
}
