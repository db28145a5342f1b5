import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

@Suite struct `A host name` {
    // Shows: S-17
    @Test(arguments: [
        ("localhost", 200), ("LOCALHOST:8080", 200), ("Reclamations.Exemple.FR", 200), ("evil.example", 421),
        ("reclamations.exemple.fr.evil.example", 421),
        ("127.0.0.1", 421), ("", 400), ("a b", 400), ("localhost:x", 400), ("localhost:99999", 400),
        ("localhost:8080:1", 400), ("évil", 400),
        ("localhost/", 400), ("x@localhost", 400),
    ]) func `other than ours gets no page`(host: String, status: Int) async throws {
        let name = try #require(HTTPField.Name("X-Test-Host"))
        let code = try await TestCounter().run { client in
            try await client.execute(uri: "/reclamation", method: .get, headers: [name: host]) { $0.status.code }
        }
        #expect(code == status)
    }

    @Test(arguments: [("[::1]:8080", "::1", 8080), ("127.0.0.1", "127.0.0.1", nil), ("a.b-c_d:1", "a.b-c_d", 1)])
    func `is read with its port`(text: String, name: String, port: Int?) throws {
        let host = try #require(HostName(text))
        #expect(host.name == name)
        #expect(host.port == port)
    }

    @Test(arguments: ["[::1", "[]", "::1", "[::1]x", "a:", "a:-1", "a:+1", "a:١"]) func `of another shape is none`(
        text: String
    ) {
        #expect(HostName(text) == nil)
    }
}
