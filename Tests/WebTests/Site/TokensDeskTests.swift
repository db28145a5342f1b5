import Complaints
import HTTPTypes
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `The page of one's own tokens` {
    private let fields = ["nom": "Logiciel de gestion", "jusqu_au": "2027-02-21", "portee": "lecture-et-actes"]

    // Shows: S-57, S-58, S-62
    @Test(arguments: Engine.available) func `makes one after the password, shows it once, and ends it`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.complaintsManager])
            let fresh = try await desk.get("/compte/jetons")
            #expect(fresh.status == 200 && fresh.text.contains("Vous n’en avez aucun"))
            #expect(fresh.text.contains("value=\"2027-02-21\""), "ninety days")
            site.books.clock.advance(seconds: 6 * 60)
            let asked = try await desk.post("/compte/jetons", fields)
            #expect(asked.status == 401 && asked.text.contains("name=\"confirmation\"") && !asked.text.contains("dol_"))
            let made = try await desk.post("/compte/jetons", fields.merging(["confirmation": TestSite.password]) { $1 })
            let text = try #require(made.text.firstMatch(of: /dol_[0-9A-Z]{64}/)).output
            #expect(made.status == 200 && made.headers[.cacheControl] == "no-store")
            let token = try #require(AccessToken(text))
            let page = try await desk.get("/compte/jetons").text
            #expect(page.contains(token.id) && !page.contains(text) && page.contains("Jamais utilisé"))
            #expect(try await site.ask(.get, Path.apiCases, showing: String(text)).status == 200)
            #expect(try await desk.get("/compte/jetons").text.contains("Dernier usage le 23/11/2026"))
            let ended = try await desk.post("/compte/jetons/fin", ["identifiant": token.id])
            #expect(ended.status == 303 && ended.location == "/compte/jetons?fait=fin")
            #expect(try await desk.get(ended.location).text.contains("Le jeton a pris fin"))
            #expect(try await site.ask(.get, Path.apiCases, showing: String(text)).status == 401)
            let watch = try await site.desk([.management], email: "luc@cine-atelier.example")
            let journal = try await watch.get("/audit/acces?genre=compte").text
            #expect(journal.contains("a fait le jeton \(token.id)") && journal.contains("le jeton \(token.id) de"))
        }
    }

    // Shows: S-20
    @Test func `says all that is wrong with one at once, and keeps what was typed`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let wrong = ["nom": " ", "jusqu_au": "demain", "portee": "tout"]
            let refused = try await desk.post("/compte/jetons", wrong)
            #expect(refused.status == 422)
            for words in ["sur une ligne de 60", "ne se lit pas", "Choisissez ce qu’il permet"] {
                #expect(refused.text.contains(words), "\(words)")
            }
            for (day, words) in [("2026-11-22", "Ce jour est passé"), ("2027-11-24", "Le dernier jour possible")] {
                let answer = try await desk.post("/compte/jetons", fields.merging(["jusqu_au": day]) { $1 })
                #expect(
                    answer.status == 422 && answer.text.contains(words) && answer.text.contains("gestion"),
                    "\(day)"
                )
            }
            for _ in 0..<10 { #expect(try await desk.post("/compte/jetons", fields).status == 200) }
            let many = try await desk.post("/compte/jetons", fields)
            #expect(many.status == 422 && many.text.contains("déjà 10 jetons"))
        }
    }

    // Shows: S-13, S-56
    @Test func `does nothing for a form of another session, and ends all with another password`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let stale = try await desk.post("/compte/jetons", fields, token: "rien")
            #expect(stale.status == 403 && stale.text.contains("d’une session passée"))
            let accounts = site.site.accounts(site.books.organisation)
            #expect(try await accounts.tokens(of: desk.account.id).isEmpty)
            let token = try await site.token(of: desk.account)
            let password = "tournevis marmotte galet"
            let chosen = ["ancien": TestSite.password, "mot_de_passe": password, "mot_de_passe_encore": password]
            #expect(try await desk.post("/compte/mot-de-passe", chosen).status == 303)
            #expect(try await site.ask(.get, Path.apiCases, showing: token.text).status == 401)
        }
    }
}
