import Complaints
import HTTPTypes
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `The HTTP Observatory` {
    /// All that a page can have that sets no cookie, and loads no script or our own: it wins 10 by its policy, 5 by its referrer's, 5 by
    /// who may frame it. A cookie that is kept well wins 5 more.
    private static let most = 120

    // Shows: S-06
    @Test func `gives every kind of page all that it can have`() async throws {
        try await TestSite.open(origin: "https://localhost") { site in
            for path in ["/", "/reclamation", "/suivi", "/connexion", "/procedure", "/nulle-part"] {
                let reply = try await site.get(path)
                let cookies = reply.headers[values: .setCookie]
                let score = Observatory(headers: reply.headers, body: reply.text).score
                #expect(score == (cookies.isEmpty ? Self.most : Self.most + 5), "\(path): \(cookies)")
            }
            let desk = try await site.desk([.complaintsManager])
            let register = try await site.get("/registre", cookie: "__Host-session=\(desk.session.text)")
            #expect(register.status == 200 && Observatory(headers: register.headers, body: register.text).score >= 120)
        }
    }

    @Test(arguments: [
        ("Content-Security-Policy", "", 75), ("Content-Security-Policy", "default-src 'none'", 115),
        ("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'", 115),
        ("Content-Security-Policy", "default-src 'none'; script-src 'unsafe-inline'; frame-ancestors 'none'", 80),
        ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'", 110),
        ("Strict-Transport-Security", "", 80), ("Strict-Transport-Security", "max-age=3600", 110),
        ("Referrer-Policy", "", 115), ("Referrer-Policy", "unsafe-url", 110), ("X-Content-Type-Options", "", 115),
        ("Cross-Origin-Resource-Policy", "cross-origin", 80), ("Access-Control-Allow-Origin", "*", 50),
        ("Set-Cookie", "a=b; Secure; HttpOnly; SameSite=Lax", 125), ("Set-Cookie", "a=b; Secure; SameSite=Lax", 70),
        ("Set-Cookie", "a=b; HttpOnly", 80),
    ]) func `sees what is taken from a page`(name: String, value: String, score: Int) async throws {
        try await TestSite.open(origin: "https://localhost") { site in
            let reply = try await site.get("/reclamation")
            var headers = reply.headers
            headers[try #require(HTTPField.Name(name))] = value.isEmpty ? nil : value
            #expect(Observatory(headers: headers, body: reply.text).score == score)
        }
    }

    @Test func `sees a script from elsewhere`() async throws {
        try await TestSite.open(origin: "https://localhost") { site in
            let reply = try await site.get("/reclamation")
            let body = reply.text + "<script src=\"//ailleurs.example/a.js\"></script>"
            #expect(Observatory(headers: reply.headers, body: body).score == 50)
        }
    }
}
