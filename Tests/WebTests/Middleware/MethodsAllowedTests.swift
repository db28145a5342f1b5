import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

@Suite struct `A route` {
    // Shows: S-10
    @Test(arguments: [
        ("/reclamation", HTTPRequest.Method.put, "GET, HEAD, POST"), ("/reclamation", .options, "GET, HEAD, POST"),
        ("/connexion", .get, "POST"),
        ("/connexion/", .get, "POST"), ("/dossiers/REC-2026-0001", .post, "GET, HEAD"),
        ("/lettres/liste", .get, "POST"), ("/lettres/1", .post, "GET, HEAD"),
        ("/reclamation", .trace, "GET, HEAD, POST"),
        ("/reclamation", .connect, "GET, HEAD, POST"), ("/absent", .trace, ""),
    ]) func `answers only its methods, and says which`(
        path: String,
        method: HTTPRequest.Method,
        allowed: String
    ) async throws {
        try await TestCounter().run { client in
            try await client.execute(uri: path, method: method) { response in
                #expect(response.status == .methodNotAllowed)
                #expect(response.headers[.allow] == allowed)
            }
        }
    }

    // Shows: S-10
    @Test(arguments: ["/absent", "/dossiers", "/dossiers/1/2", "/dossiers/inconnu", "/"])
    func `that does not exist is not found`(path: String) async throws {
        try await TestCounter().run { client in
            try await client.execute(uri: path, method: .get) { response in
                #expect(response.status == .notFound)
                #expect(response.headers[.allow] == nil)
            }
        }
    }
}
