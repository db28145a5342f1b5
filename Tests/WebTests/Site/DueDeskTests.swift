import Complaints
import HTTPTypes
import TestSupport
import Testing

@testable import Registry
@testable import Web

@Suite struct `What comes due, on the site` {
    // Shows: R-29
    @Test(arguments: Engine.available) func `is mailed to those who want it: each turns the daily letter off and on`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine, hasRelay: true) { site in
            let desk = try await site.desk([.complaintsManager])
            #expect(try await desk.get("/compte").text.contains(", le matin des jours ouvrés, quand"))
            let off = try await desk.post("/compte/lettre-du-jour", ["lettre": "non"])
            #expect(off.status == 303 && off.location == "/compte?fait=lettre")
            let page = try await desk.get(off.location).text
            #expect(!page.contains(", le matin des jours ouvrés, quand"))
            #expect(page.contains("chaque lundi, à partir de sept heures"))
            _ = try await desk.post("/compte/lettre-du-jour", ["lettre": "oui"])
            #expect(try await desk.get("/compte").text.contains(", le matin des jours ouvrés, quand"))
        }
    }

    // Shows: R-29
    @Test(arguments: Engine.available) func `is marked for whoever stands in, from an absence noted on one's own page`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.complaintsManager])
            let clerk = try await site.desk([.receptionDesk], email: "paul@cine-atelier.example")
            let luc = try await site.desk([.management], email: "luc@cine-atelier.example")
            #expect(try await !clerk.get("/compte").text.contains("absence-titre"))
            let id = try await site.lead(to: .registered)
            let staff = [Officer(id: desk.account.id, roles: [.complaintsManager])]
            try await site.books.register.change(id, by: .officer(Story.manager)) {
                try $0.assign(to: desk.account.id, among: staff, $1)
            }
            let wrong = try await desk.post(
                "/compte/absence",
                ["du": "2026-12-01", "au": "demain", "remplace_par": luc.account.id]
            )
            #expect(wrong.status == 422 && wrong.text.contains("Cette date ne se lit pas"))
            #expect(wrong.text.contains("value=\"2026-12-01\"") && wrong.text.contains("value=\"demain\""))
            let own = try await desk.post(
                "/compte/absence",
                ["du": "2026-12-01", "au": "2026-12-03", "remplace_par": desk.account.id]
            )
            #expect(own.status == 422 && own.text.contains("qui peut traiter des dossiers"))
            let noted = try await desk.post(
                "/compte/absence",
                ["du": "2026-11-23", "au": "2027-01-31", "remplace_par": luc.account.id]
            )
            #expect(noted.status == 303 && noted.location == "/compte?fait=absence")
            #expect(try await desk.get(noted.location).text.contains("Absence notée"))
            site.books.clock.advance(seconds: 45 * 86_400)
            let late = TestDesk(site: site, account: luc.account, session: try await site.session(of: luc.account))
            #expect(try await late.get("/tableau-de-bord").text.contains("en remplacement d’Inès Moreau"))
            let again = TestDesk(site: site, account: desk.account, session: try await site.session(of: desk.account))
            #expect(try await !again.get("/tableau-de-bord").text.contains("en remplacement d’Inès Moreau"))
            #expect(try await again.post("/compte/absence", ["fin": "oui"]).location == "/compte?fait=fin-d-absence")
            #expect(try await !late.get("/tableau-de-bord").text.contains("en remplacement d’Inès Moreau"))
        }
    }

    // Shows: R-29, S-62
    @Test(arguments: Engine.available) func `is noted for somebody else by whoever administers the accounts`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let admin = try await site.desk([.administrator], email: "ana@cine-atelier.example")
            let ines = try await site.hire([.complaintsManager], email: "ines@cine-atelier.example")
            let luc = try await site.hire([.management], email: "luc@cine-atelier.example")
            let path = "/reglages/comptes/\(ines.id)"
            #expect(try await admin.get(path).text.contains("absence-titre"))
            let wrong = try await admin.post("\(path)/absence", ["du": "", "au": "2026-12-03", "remplace_par": luc.id])
            #expect(wrong.status == 422 && wrong.text.contains("Cette date ne se lit pas"))
            let noted = try await admin.post(
                "\(path)/absence",
                ["du": "2026-11-30", "au": "2026-12-03", "remplace_par": luc.id]
            )
            #expect(noted.status == 303 && noted.location == "\(path)?fait=absence")
            #expect(try await admin.get(noted.location).text.contains("du 30/11/2026 au 03/12/2026"))
            let journal = try await admin.get("/audit/acces").text
            #expect(journal.contains("du 30/11/2026 au 03/12/2026"))
        }
    }

    // Shows: R-29, S-57
    @Test(arguments: Engine.available)
    func `is read by a calendar at a secret address, without a cookie, until it ends`(engine: Engine) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.complaintsManager])
            let file = try await site.books.register.caseFile(try await site.lead(to: .registered))
            let made = try await desk.post("/compte/calendrier", [:])
            #expect(made.status == 200)
            let address = try #require(made.text.firstMatch(of: /(\/calendrier\/[0-9a-f]{64}\.ics)/)).output.1
            let feed = try await site.get(String(address))
            #expect(feed.status == 200 && feed.headers[.contentType] == "text/calendar; charset=utf-8")
            #expect(feed.headers[.cacheControl] == "no-store" && feed.headers[.setCookie] == nil)
            #expect(feed.text.contains("\(file.address)\u{A0}: réponse"))
            #expect(feed.text.contains("DTSTART;VALUE=DATE:20270125"))
            for words in ["Noé", "Remboursement", "Àrçy"] { #expect(!feed.text.contains(words), "\(words)") }
            #expect(try await desk.get("/compte").text.contains("Un agenda l’a lue"))
            let guess = "/calendrier/\(String(repeating: "0", count: 64)).ics"
            for wrong in ["/calendrier/x.ics", guess, String(address.dropLast(4))] {
                #expect(try await site.get(wrong).status == 410, "\(wrong)")
            }
            try await site.restrict(file.id, to: [try await site.hire([.management], email: "b@example.org").id])
            #expect(try await !site.get(String(address)).text.contains(file.address), "closed to its owner")
            try await site.site.accounts(site.books.organisation).disable(desk.account.id)
            #expect(try await site.get(String(address)).status == 410)
            #expect(!site.log.all.contains { $0.contains(address.dropFirst(12).prefix(64)) })
        }
    }

    // Shows: R-88
    @Test(arguments: Engine.available)
    func `came through a third party: entered with its name, reference and day, filtered, exported, and in the log`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.complaintsManager])
            let path = "/receptions/saisir"
            let fields = [
                "canal": "certificateur", "arrivee_le": "2026-11-20", "nom": "Àrçy", "prenom": "Noé",
                "vous_etes": "stagiaire", "courriel": "noe@exemple.example", "objet": "Salle froide",
                "reclamation": "Trois jours sans chauffage", "tiers_reference": "S-14",
                "tiers_echeance": "2026-11-27", "envoi": try #require(try await desk.get(path).hidden("envoi")),
            ]
            let nameless = try await desk.post(path, fields)
            #expect(nameless.status == 422 && nameless.text.contains("Dites quel tiers"))
            #expect(nameless.text.contains("value=\"S-14\""))
            let far = fields.merging(["tiers_nom": "AFNOR Certification", "tiers_echeance": "2062-11-27"]) { $1 }
            #expect(try await desk.post(path, far).text.contains("à plus de deux ans"))
            let entered = try await desk.post(path, fields.merging(["tiers_nom": "AFNOR <b>"]) { $1 })
            #expect(entered.status == 303)
            let page = try await desk.get(entered.location).text
            #expect(page.contains("AFNOR &lt;b&gt;") && page.contains("S-14") && page.contains("27/11/2026"))
            let id = try #require(try await site.books.register.find("2026-R-0001"))
            let file = try await site.books.register.caseFile(id)
            #expect(file.origin == .certifier && file.thirdParty?.reference == "S-14")
            let payload = String(decoding: try file.entries[0].payload(), as: UTF8.self)
            #expect(payload.contains(#""tiers":{"#) && payload.contains(#""echeance":"2026-11-27""#))
            let today = try await desk.get("/tableau-de-bord").text
            #expect(today.contains("Un tiers attend une réponse") && today.contains("AFNOR &lt;b&gt;"))
            let manager = Author.officer(Story.manager)
            try await site.books.register.change(id, by: manager) {
                try $0.qualify(Qualification(nature: .complaint), $1)
            }
            _ = try await site.books.register.enter(id, by: manager)
            _ = try await site.lead(to: .registered)
            for (word, isThere) in [("tous", true), ("certificateur", true), ("financeur", false)] {
                let list = try await desk.get("/registre?origine=\(word)").text
                #expect(list.contains("Salle froide") == isThere && !list.contains("Remboursement refusé"), "\(word)")
            }
            let table = try await desk.post("/registre/export.csv", ["origine": "tous"])
            #expect(table.status == 200 && table.text.contains("AFNOR <b>;S-14;27/11/2026"))
            _ = try await site.books.register.inspect()
        }
    }

    // Shows: R-10
    @Test(arguments: Engine.available) func `is counted where it was given up, and proposed where it could be`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let id = try await site.lead(to: .incomplete)
            _ = try await site.lead(to: .received)
            let before = try await site.desk([.complaintsManager])
            #expect(try await before.get("/receptions?etat=a-completer").text.contains("Aucune réception de 2026"))
            #expect(try await !before.get("/tableau-de-bord").text.contains("une relance est possible"))
            site.books.clock.advance(seconds: 15 * 86_400)
            let account = before.account
            let desk = TestDesk(site: site, account: account, session: try await site.session(of: account))
            #expect(try await desk.get("/tableau-de-bord").text.contains("une relance est possible"))
            site.books.clock.advance(seconds: 15 * 86_400)
            let later = TestDesk(site: site, account: account, session: try await site.session(of: account))
            #expect(try await later.get("/tableau-de-bord").text.contains("l’abandon est possible"))
            try await site.books.register.change(id, by: .officer(Story.manager)) {
                try $0.abandon("Sans nouvelles depuis un mois", after: .standard, $1)
            }
            let page = try await later.get("/receptions?etat=abandonnee").text
            #expect(page.contains("Une réception de 2026 a été abandonnée faute de compléments, sur 2."))
            #expect(try await !later.get("/receptions").text.contains("faute de compléments"))
        }
    }
}
