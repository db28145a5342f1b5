import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import Web

@Suite struct `The line of a request` {
    // Shows: S-26, S-46
    @Test(arguments: [
        (
            "/dossiers/canary?canary=canary", HTTPRequest.Method.get, "method=GET", "route=/dossiers/{numero}",
            "status=200"
        ),
        ("/canary", .get, "method=GET", "route=NotFound", "status=404"),
        ("/dossiers/canary", .delete, "method=DELETE", "route=NotFound", "status=405"),
        ("/panne?canary", .get, "method=GET", "route=/panne", "status=500"),
        ("/reclamation?canary", .post, "method=POST", "route=/reclamation", "status=303"),
    ]) func `has the route and nothing that the visitor wrote`(
        path: String,
        method: HTTPRequest.Method,
        name: String,
        route: String,
        status: String
    ) async throws {
        let counter = TestCounter()
        var headers: HTTPFields = [.cookie: "session=canary", .referer: "https://canary/"]
        if let fetchSite = HTTPField.Name("Sec-Fetch-Site") { headers[fetchSite] = "same-origin" }
        let sent = headers
        try await counter.run { client in
            try await client.execute(uri: path, method: method, headers: sent, body: ByteBuffer(string: "canary")) {
                _ in
            }
        }
        let lines = counter.log.all.filter { $0.hasPrefix("info request ") }
        let line = try #require(lines.first)
        #expect(lines.count == 1)
        for part in [name, route, status, "ms=", "hb.request.id="] { #expect(line.contains(part)) }
        #expect(!counter.log.all.contains { $0.contains("canary") && !$0.contains("Unforeseen") })
    }

    // Shows: S-26
    @Test func `cannot be forged by a method`() async throws {
        let counter = TestCounter()
        let method = try #require(HTTPRequest.Method("CANARY"))
        try await counter.run { client in try await client.execute(uri: "/reclamation", method: method) { _ in } }
        let line = try #require(counter.log.all.first { $0.hasPrefix("info request ") })
        #expect(line.contains("method=other"))
    }
}
