import Complaints
import HTTPTypes
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `The pages of the programs that are told` {
    private static let list = "/reglages/avertissements"
    private let fields = [
        "nom": "Logiciel de gestion", "adresse": "https://gestion.example/a?cle=secrete", "evenements": "reponse",
    ]

    private func only(_ site: TestSite) async throws -> SubscriberRecord {
        try #require(try await site.books.register.subscribers().first)
    }

    // Shows: S-57, S-58
    @Test(arguments: Engine.available)
    func `add one after the password, show its secret once, and tell the history`(engine: Engine) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.management])
            #expect(try await desk.get("/reglages").text.contains("href=\"\(Self.list)\""))
            #expect(try await desk.get(Self.list).text.contains("Aucun logiciel n’est averti"))
            site.books.clock.advance(seconds: 6 * 60)
            let asked = try await desk.post(Self.list, fields)
            #expect(asked.status == 401 && asked.text.contains("name=\"confirmation\""))
            let made = try await desk.post(Self.list, fields.merging(["confirmation": TestSite.password]) { $1 })
            let secret = try #require(made.text.firstMatch(of: /whsec_[A-Za-z0-9+\/]{43}=/)).output
            #expect(made.status == 200 && made.headers[.cacheControl] == "no-store")
            let page = "\(Self.list)/\(try await only(site).id)"
            for shown in [try await desk.get(Self.list), try await desk.get(page)] {
                #expect(shown.status == 200 && shown.text.contains("Logiciel de gestion"))
                #expect(!shown.text.contains(secret))
            }
            #expect(try await !desk.get(Self.list).text.contains("secrete"), "only its own page has all of the address")
            let history = try await desk.get("/reglages/historique").text
            #expect(history.contains("adresse où l’avertir") && history.contains("https://gestion.example/a"))
            #expect(!history.contains("secrete") && !history.contains(secret))
        }
    }

    // Shows: S-20
    @Test func `say all that is wrong at once, and keep what was typed`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.administrator])
            let wrong = ["nom": " ", "adresse": "https://ana:mot@gestion.example"]
            let refused = try await desk.post(Self.list, wrong)
            #expect(refused.status == 422 && refused.text.contains("ana:mot@gestion"))
            for words in ["sur une ligne de 60", "Donnez une adresse entière", "Choisissez au moins un événement"] {
                #expect(refused.text.contains(words), "\(words)")
            }
            let clear = try await desk.post(Self.list, fields.merging(["adresse": "http://gestion.example"]) { $1 })
            #expect(clear.status == 422 && clear.text.contains("pour que rien ne parte en clair"))
            for _ in 0..<10 { #expect(try await desk.post(Self.list, fields).status == 200) }
            let many = try await desk.post(Self.list, fields)
            #expect(many.status == 422 && many.text.contains("10 logiciels sont déjà avertis"))
        }
    }

    @Test(arguments: Engine.available)
    func `change it, try it, stop it, send again what it missed, and remove it`(engine: Engine) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.management])
            #expect(try await desk.post(Self.list, fields).status == 200)
            let id = try await only(site).id
            let page = "\(Self.list)/\(id)"
            let changed = try await desk.post("\(page)/reglage", fields.merging(["nom": "Gestion"]) { $1 })
            #expect(changed.location == "\(page)?fait=reglage")
            let trial = try await desk.post("\(page)/essai", [:])
            #expect(try await desk.get(trial.location).text.contains("L’essai part"))
            #expect(try await desk.post("\(page)/arret", [:]).location == "\(page)?fait=arret")
            let announcement = try #require(try await site.books.register.announcements(to: id).first)
            let stopped = try await desk.post("\(page)/renvoi", ["avertissement": announcement.id])
            #expect(stopped.status == 422 && stopped.text.contains("Reprenez-les d’abord"))
            #expect(try await desk.post("\(page)/reprise", [:]).status == 303)
            let shown = try await desk.get(page).text
            #expect(shown.contains("Non remis.") && shown.contains("Envoyer de nouveau"))
            #expect(try await desk.post("\(page)/renvoi", ["avertissement": announcement.id]).status == 303)
            let again = try await desk.post("\(page)/renvoi", ["avertissement": announcement.id])
            #expect(again.status == 422 && again.text.contains("en train de partir"))
            let renewed = try await desk.post("\(page)/secret", [:])
            #expect(renewed.status == 200 && renewed.text.contains("whsec_"))
            #expect(try await desk.get(page).text.contains("la signature de l’ancien secret"))
            #expect(try await desk.post("\(page)/autre", [:]).status == 404)
            let removed = try await desk.post("\(page)/suppression", [:])
            #expect(try await desk.get(removed.location).text.contains("Le logiciel est retiré"))
            #expect(try await desk.get(page).status == 404)
        }
    }

    @Test func `say on the dashboard what is told no more`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.management])
            #expect(try await desk.post(Self.list, fields.merging(["evenements": "reception"]) { $1 }).status == 200)
            try await site.books.receive()
            let register = site.books.register
            let missed = try #require(try await register.claimAnnouncement())
            try await register.announcementMissed(missed, .unreachable)
            #expect(try await !desk.get("/tableau-de-bord").text.contains("Rien ne parvient à"))
            #expect(try await desk.get(Self.list).text.contains("rien ne lui parvient depuis le 23/11/2026"))
            site.books.clock.advance(seconds: 61)
            let gone = try #require(try await register.claimAnnouncement())
            #expect(try await register.announcementMissed(gone, .refused, status: 410))
            let dashboard = try await desk.get("/tableau-de-bord").text
            #expect(dashboard.contains("n’est plus averti de ce qui arrive"))
            #expect(try await desk.get("/reglages/historique").text.contains("Le serveur"))
        }
    }
}
