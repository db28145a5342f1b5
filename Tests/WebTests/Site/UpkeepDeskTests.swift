import Complaints
import HTTPTypes
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `The page of the service’s state` {
    // Shows: S-60, R-67
    @Test(arguments: Engine.available)
    func `counts all that waits for whoever watches, an administrator too, and names nobody`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let id = try await site.books.receive()
            try await site.books.receive()
            let manager = try await site.desk([.complaintsManager])
            try await site.restrict(id, to: [manager.account.id])
            let original = Story.original
            for role in [Role.management, .administrator] {
                let desk = try await site.desk([role], email: "\(role.rawValue)@cine-atelier.example")
                let page = try await desk.get("/etat")
                #expect(page.status == 200)
                for words in [
                    "2 réceptions attendent", "L’envoi de courriels n’est pas réglé",
                    "Aucune vérification d’une sauvegarde n’est enregistrée", "doleances verify --restored",
                ] { #expect(page.text.contains(words), "\(role): \(words)") }
                for words in [original.lastName, original.subject, original.email ?? "@@"] {
                    #expect(!page.text.contains(words), "\(role): \(words)")
                }
                #expect(page.text.contains("href=\"/tableau-de-bord#qualify\"") == (role == .management))
            }
            let reader = try await site.desk([.internalControl], email: "leo@cine-atelier.example")
            #expect(try await reader.get("/etat").status == 403)
        }
    }

    @Test(arguments: Engine.available) func `says when a check was done, and what is left of the disk`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.management])
            try await site.books.register.note(.logCheck)
            try await site.books.register.note(.restoreCheck)
            site.disk.free = 81_300_000_000
            let page = try await desk.get("/etat").text
            #expect(page.contains("Il reste 81,3\u{A0}Go sur le disque des données"))
            #expect(page.contains("Le journal a été vérifié le 23\u{A0}novembre 2026"))
            #expect(page.contains("Une sauvegarde, rétablie à part, a été vérifiée le 23\u{A0}novembre 2026"))
        }
    }

    @Test(arguments: Engine.available)
    func `has its list of first steps on the dashboard until somebody puts it aside`(engine: Engine) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.management])
            let clerk = try await site.desk([.receptionDesk], email: "paul@cine-atelier.example")
            #expect(try await desk.get("/tableau-de-bord").text.contains("Pour bien commencer"))
            #expect(try await !clerk.get("/tableau-de-bord").text.contains("Pour bien commencer"))
            let refused = try await desk.post("/etat/premiers-pas", [:], token: "faux")
            #expect(refused.status == 403)
            #expect(try await desk.get("/tableau-de-bord").text.contains("Pour bien commencer"))
            let done = try await desk.post("/etat/premiers-pas", [:])
            #expect(done.status == 303 && done.location == "/tableau-de-bord")
            #expect(try await !desk.get("/tableau-de-bord").text.contains("Pour bien commencer"))
            #expect(try await desk.get("/etat").status == 200, "the page itself stays")
        }
    }

    @Test(arguments: Engine.available) func `lets each turn the weekly letter off and on in their account`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine, hasRelay: true) { site in
            let desk = try await site.desk([.complaintsManager])
            #expect(try await desk.get("/compte").text.contains("Vous la recevez chaque lundi"))
            let off = try await desk.post("/compte/lettre", ["lettre": "non"])
            #expect(off.status == 303 && off.location == "/compte?fait=lettre")
            #expect(try await desk.get(off.location).text.contains("Vous ne la recevez pas"))
            _ = try await desk.post("/compte/lettre", ["lettre": "oui"])
            #expect(try await desk.get("/compte").text.contains("Vous la recevez chaque lundi"))
            let clerk = try await site.desk([.receptionDesk], email: "paul@cine-atelier.example")
            #expect(try await !clerk.get("/compte").text.contains("La lettre de la semaine"))
        }
    }

    @Test func `promises no weekly letter where none can leave`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let account = try await desk.get("/compte").text
            #expect(account.contains("ce serveur n’envoie pas de courriels") && !account.contains("Vous la recevez"))
            #expect(try await !desk.get("/etat").text.contains("Une lettre vous dit la même chose"))
        }
    }
}

@Suite struct `The leaflet` {
    @Test(arguments: Engine.available) func `has the provider’s own delays, and the address of its form`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine, origin: "https://reclamations.example") { site in
            let page = try await site.send(.get, "/depliant", at: "reclamations.example")
            #expect(page.status == 200)
            for words in [
                "https://reclamations.example/reclamation", "<svg class=\"square\"", "RECLAMATION", "version 1",
            ] {
                #expect(page.text.lowercased().contains(words.lowercased()), "\(words)")
            }
            #expect(!page.text.contains("DOLEANCES_BASE_URL"))
            for path in ["/", "/procedure"] {
                #expect(
                    try await site.send(.get, path, at: "reclamations.example").text.contains("href=\"/depliant\""),
                    "\(path)"
                )
            }
        }
    }

    @Test(arguments: ["http://localhost", "http://127.0.0.1:8080"])
    func `warns on the screen alone where its addresses open on this machine alone`(origin: String) async throws {
        try await TestSite.open(origin: origin) { site in
            let page = try await site.get("/depliant").text
            let warning = try #require(page.firstMatch(of: /<div class="screen notice" role="note">(.*)<\/div>/)).1
            #expect(warning.contains("\(origin)/reclamation") && warning.contains("DOLEANCES_BASE_URL"))
        }
    }
}
