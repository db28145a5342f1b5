import Complaints
import HTTPTypes
import HummingbirdTesting
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `The names of the site` {
    private static let hosts = SiteHosts(
        origin: origin("https://Reclamations.Exemple.fr:8443/"),
        others: ["autre.exemple.fr", "192.0.2.7", "pas un nom"]
    )

    private static func origin(_ url: String) -> SiteOrigin {
        guard let origin = SiteOrigin(url) else { preconditionFailure("\(url) is no address of a site.") }
        return origin
    }

    private static func name(_ text: String) -> HTTPField.Name {
        HTTPField.Name(text) ?? .accept
    }

    // Shows: S-17
    @Test(arguments: [
        ("reclamations.exemple.fr", true), ("autre.exemple.fr", true), ("192.0.2.7", true), ("localhost", true),
        ("127.0.0.1", true), ("::1", true), ("exemple.fr", false), ("192.0.2.8", false), ("pas", false),
        ("2001:db8::1", false),
    ]) func `are the base URL's, the settings' and the machine's own`(name: String, isOurs: Bool) {
        #expect(Self.hosts.contains(name) == isOurs)
    }

    // Shows: S-17
    @Test(arguments: [("192.0.2.8", true), ("2001:db8::1", true), ("ailleurs.example", false), ("1.example", false)])
    func `are any address where the server listens on all of them, and no other name`(name: String, isOurs: Bool) {
        let hosts = SiteHosts(origin: Self.origin("http://127.0.0.1:8080"), listensEverywhere: true)
        #expect(hosts.contains(name) == isOurs)
    }

    // Shows: S-17
    @Test func `are the organisations' too, and a refusal has its page, its headers and its line in the log`()
        async throws
    {
        try await TestSite.open(hosts: SiteHosts(origin: Self.origin("http://localhost"))) { site in
            #expect(try await !site.site.isOurs("cinema.exemple.fr"))
            _ = try await site.books.organisations.add(
                name: "Cinéma",
                host: "cinema.exemple.fr",
                procedure: Story.procedure
            )
            _ = try await site.site.registers.all(fresh: true)
            #expect(try await site.site.isOurs("cinema.exemple.fr"))
        }
        try await TestSite.open { site in
            let fields: HTTPFields = [Self.name("Host"): "ailleurs.example"]
            let second = try await site.run { client in
                try await client.execute(uri: "/", method: .get, headers: fields) { TestAnswer($0) }
            }
            #expect(second.status == 400)
            #expect(second.headers[.contentSecurityPolicy] != nil && second.text.contains("<h1>"))
            #expect(site.log.all.contains { $0.contains("status=400") })
        }
    }

    // Shows: S-18
    @Test func `and the visitor's address are never taken from what a stranger writes`() async throws {
        try await TestSite.open { site in
            let forged: HTTPFields = [
                Self.name("X-Forwarded-Host"): "ailleurs.example", Self.name("X-Forwarded-Proto"): "https",
                Self.name("Forwarded"): "for=192.0.2.1;host=ailleurs.example;proto=https",
                Self.name("X-Forwarded-For"): "192.0.2.1", Self.name("X-Original-URL"): "/tableau-de-bord",
            ]
            for path in ["/", "/reclamation", "/connexion", "/tableau-de-bord", "/absent"] {
                let answers = try await site.run { client in
                    try await client.execute(uri: path, method: .get, headers: forged) { TestAnswer($0) }
                }
                #expect(
                    !answers.text.contains("ailleurs.example") && !answers.location.contains("ailleurs.example"),
                    "\(path)"
                )
                #expect(answers.headers[.strictTransportSecurity] == nil)
            }
        }
    }
}
