import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

@Suite struct `The security headers` {
    private static let expected = [
        "Content-Security-Policy":
            "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
            + "connect-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
        "X-Frame-Options": "DENY",
        "Cache-Control": "no-store",
        "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    ]

    // Shows: S-02, S-03, S-04, S-05, S-08, S-10
    @Test(arguments: [
        ("/reclamation", HTTPRequest.Method.get, 200), ("/reclamation", .head, 200), ("/reclamation", .post, 303),
        ("/absent", .get, 404),
        ("/reclamation", .delete, 405), ("/reclamation", .trace, 405), ("/panne", .get, 500), ("/attente", .get, 503),
        ("/trop", .get, 413),
        ("/dossiers/inconnu", .get, 404), ("/%00", .get, 404), ("//", .post, 404),
    ]) func `are on every response, whatever made it`(
        path: String,
        method: HTTPRequest.Method,
        status: Int
    ) async throws {
        try await TestCounter().run { client in
            try await client.execute(uri: path, method: method) { response in
                #expect(response.status.code == status)
                for (name, value) in Self.expected {
                    let field = try #require(HTTPField.Name(name))
                    #expect(response.headers[field] == value, "\(name)")
                }
                let field = try #require(HTTPField.Name("Permissions-Policy"))
                let features = try #require(response.headers[field])
                #expect(features.split(separator: ", ").allSatisfy { $0.hasSuffix("=()") })
                #expect(features.contains("camera=()") && features.contains("geolocation=()"))
                #expect(response.headers[.server] == nil)
            }
        }
    }

    // Shows: S-35, S-08
    @Test func `leave a file its sandbox and a page its caching`() async throws {
        try await TestCounter().run { client in
            try await client.execute(uri: "/fichier", method: .get) { response in
                #expect(response.headers[values: .contentSecurityPolicy] == ["sandbox; default-src 'none'"])
                #expect(response.headers[values: .cacheControl] == ["private, no-store"])
                #expect(response.headers[.server] == nil)
            }
        }
    }

    // Shows: S-02
    @Test func `promise no HTTPS where there is none`() async throws {
        try await TestCounter(isSecure: false).run { client in
            try await client.execute(uri: "/reclamation", method: .get) { response in
                #expect(response.headers[.strictTransportSecurity] == nil)
                #expect(response.headers[.contentSecurityPolicy] != nil)
            }
        }
    }

    // Shows: S-03
    @Test func `are there even where no middleware stands between them and an error`() async throws {
        let router = Router(context: Visit.self)
        router.add(middleware: SecurityHeaders(isSecure: true))
        router.get("panne") { _, _ -> String in throw Unforeseen() }
        let log = LogLines()
        try await Application(router: router, logger: log.logger).test(.router) { client in
            for (path, status) in [("/panne", 500), ("/absent", 404)] {
                try await client.execute(uri: path, method: .get) { response in
                    #expect(response.status.code == status)
                    #expect(response.headers[.contentSecurityPolicy] == Self.expected["Content-Security-Policy"])
                }
            }
        }
        #expect(log.all.contains { $0.contains("Unforeseen") })
        #expect(!log.all.contains { $0.contains("canary") })
    }
}
