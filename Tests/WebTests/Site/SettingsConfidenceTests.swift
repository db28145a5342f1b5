import Complaints
import TestSupport
import Testing

@testable import Registry
@testable import Web

extension TestDesk {
    /// What the page of a group of settings would send if nothing were changed.
    func settings(_ group: String) async throws -> [String: String] {
        let page = try await get("/reglages/\(group)")
        #expect(page.status == 200, "\(group)")
        var fields = ["version": page.hidden("version") ?? ""]
        fields["second_facteur_vu"] = page.hidden("second_facteur_vu")
        for match in page.text.matches(
            of: /<input id="reglages-[^"]+" name="([^"]+)" type="(?:text|email|tel|date)" value="([^"]*)"/
        ) {
            fields[String(match.output.1)] = String(match.output.2)
        }
        for match in page.text.matches(of: /<textarea id="reglages-[^"]+" name="([^"]+)"[^>]*>\n([^<]*)<\/textarea>/) {
            fields[String(match.output.1)] = String(match.output.2)
        }
        for match in page.text.matches(of: /<option value="([^"]*)" selected>/) {
            fields["jours_feries"] = String(match.output.1)
        }
        // Of what may be ticked, the last one alone: what has several is a test's own to send.
        for match in page.text.matches(
            of: /<input id="reglages-[^"]+" name="([^"]+)" type="(?:radio|checkbox)" value="([^"]*)" checked>/
        ) {
            fields[String(match.output.1)] = String(match.output.2)
        }
        return fields
    }
}

@Suite struct `The settings of who gets what in confidence, and of who there is` {
    // Shows: R-87
    @Test(arguments: Engine.available) func `name who gets a complaint in confidence, by their accounts and function`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.management])
            let control = try await site.hire([.internalControl], email: "zoe@cine-atelier.example")
            var typed = try await desk.settings("confidence")
            #expect(typed["destinataires"] == nil && typed["fonction"] == "")
            typed["fonction"] = "la présidente"
            let lacking = try await desk.post("/reglages/confidence", typed)
            #expect(lacking.status == 422 && lacking.text.contains("donnez les deux, ou aucun des deux"))
            #expect(lacking.text.contains("value=\"la présidente\""))
            typed["destinataires"] = control.email
            let powerless = try await desk.post("/reglages/confidence", typed)
            #expect(powerless.status == 422 && powerless.text.contains("doit pouvoir traiter un dossier"))
            typed["destinataires"] = "personne@cine-atelier.example"
            #expect(try await desk.post("/reglages/confidence", typed).text.contains("Choisissez des comptes ouverts"))
            typed["destinataires"] = desk.account.email
            #expect(try await desk.post("/reglages/confidence", typed).status == 303)
            let named = try #require(try await site.books.register.currentProcedure().confidential)
            #expect(named == ConfidentialRecipients(accounts: [desk.account.id], function: "la présidente"))
            #expect(try await desk.get("/reglages/historique").text.contains(desk.account.email))
            typed = try await desk.settings("confidence")
            #expect(typed["destinataires"] == desk.account.email && typed["fonction"] == "la présidente")
            typed["fonction"] = ""
            #expect(try await desk.post("/reglages/confidence", typed).text.contains("retirez aussi les comptes"))
            typed["destinataires"] = nil
            #expect(try await desk.post("/reglages/confidence", typed).status == 303)
            #expect(try await site.books.register.currentProcedure().confidential == nil)
        }
    }

    // Shows: R-87
    @Test(arguments: Engine.available) func `say who is named and cannot open or handle a case, and that nobody can`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.management])
            let accounts = site.site.accounts(site.books.organisation)
            let ada = try await accounts.add(email: "ada@example.org", name: "Ada Diaz", roles: ["direction"])
            let (shut, unable) = ("Ada Diaz ne peut pas ouvrir de dossier", "Ada Diaz ouvre ces dossiers, sans")
            let nobody = "Aucun des comptes nommés"
            var procedure = Story.procedure
            procedure.confidential = ConfidentialRecipients(
                accounts: [ada.id, desk.account.id],
                function: "la présidente"
            )
            try await site.books.publish(procedure)
            var page = try await desk.get("/reglages").text
            #expect(page.contains(shut), "she was invited, and has not come")
            #expect(!page.contains(nobody) && !page.contains("Inès Moreau ne peut pas"))
            procedure.confidential = ConfidentialRecipients(accounts: [ada.id], function: "la présidente")
            try await site.books.publish(procedure)
            #expect(try await desk.get("/reglages").text.contains(nobody))
            try await accounts.change(ada.id, AccountChange(password: TestSite.password))
            page = try await desk.get("/reglages").text
            #expect(!page.contains(shut) && !page.contains(unable) && !page.contains(nobody))
            let end = site.books.clock.now.civilDate
            try await accounts.change(ada.id, AccountChange(term: .until(end)))
            site.books.clock.advance(seconds: 24 * 3600)
            let later = TestDesk(site: site, account: desk.account, session: try await site.session(of: desk.account))
            #expect(try await later.get("/reglages").text.contains(shut), "her end is past")
            try await accounts.change(ada.id, AccountChange(roles: ["accueil"], term: .unlimited))
            #expect(try await later.get("/reglages").text.contains(unable), "she has no such role any more")
        }
    }

    // Shows: R-67, R-87
    @Test(arguments: Engine.available) func `propose nobody who can open no case file, and take nobody such`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.management])
            let reader = try await site.hire([.administrator, .receptionDesk], email: "leo@cine-atelier.example")
            let others = [
                try await site.hire([.auditor], email: "audit@certificateur.example"),
                try await site.hire([.administrator], email: "ana@cine-atelier.example"),
            ]
            let page = try await desk.get("/reglages/confidence").text
            #expect(page.contains("value=\"\(desk.account.email)\"") && page.contains("value=\"\(reader.email)\""))
            for other in others {
                #expect(!page.contains(other.email), "\(other.roles)")
                var typed = try await desk.settings("confidence")
                typed.merge(["destinataires": other.email, "fonction": "la présidente"]) { $1 }
                let refused = try await desk.post("/reglages/confidence", typed)
                #expect(refused.status == 422 && refused.text.contains("id=\"reglages-destinataires-erreur\""))
                #expect(refused.text.contains("des comptes qui peuvent ouvrir un dossier"), "\(other.roles)")
            }
            #expect(try await site.books.register.currentProcedure().confidential == nil)
        }
    }

    // Shows: R-87
    @Test(arguments: Engine.available) func `are called for on today's page where who is named can read no more`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.management])
            let manager = try await site.desk([.complaintsManager], email: "luc@cine-atelier.example")
            let ada = try await site.hire([.management], email: "ada@cine-atelier.example")
            let zoe = try await site.hire([.internalControl], email: "zoe@cine-atelier.example")
            var procedure = Story.procedure
            procedure.confidential = ConfidentialRecipients(accounts: [ada.id, zoe.id], function: "la présidente")
            try await site.books.publish(procedure)
            let lost = "pour recevoir les réclamations en confidence"
            #expect(try await !desk.get("/tableau-de-bord").text.contains(lost), "both can")
            let accounts = site.site.accounts(site.books.organisation)
            try await accounts.disable(ada.id)
            let today = try await desk.get("/tableau-de-bord").text
            #expect(today.contains("Une personne nommée \(lost)") && today.contains("<a href=\"/reglages\">Voir qui"))
            #expect(try await !manager.get("/tableau-de-bord").text.contains(lost), "they can name nobody")
            try await accounts.change(zoe.id, AccountChange(roles: ["administrateur"]))
            #expect(try await desk.get("/tableau-de-bord").text.contains("2 personnes nommées \(lost)"))
        }
    }

    @Test(arguments: Engine.available) func `name nobody whose account is over, and keep whoever is named`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.management])
            let accounts = site.site.accounts(site.books.organisation)
            let gone = try await site.hire([.management], email: "ada@cine-atelier.example")
            let typed = ["version": "1", "destinataires": gone.email, "fonction": "la présidente"]
            #expect(try await desk.post("/reglages/confidence", typed).status == 303)
            try await accounts.disable(gone.id)
            var again = try await desk.settings("confidence")
            #expect(again["destinataires"] == gone.email, "still named, and shown")
            again["fonction"] = "la directrice"
            #expect(try await desk.post("/reglages/confidence", again).status == 303)
            let named = try await site.books.register.currentProcedure().confidential
            #expect(named == ConfidentialRecipients(accounts: [gone.id], function: "la directrice"))
            again = try await desk.settings("confidence")
            again["destinataires"] = nil
            again["fonction"] = ""
            #expect(try await desk.post("/reglages/confidence", again).status == 303)
            #expect(try await desk.post("/reglages/confidence", typed).status == 422, "closed is closed")
        }
    }

    // Shows: S-59
    @Test(arguments: Engine.available) func `declare that the provider is one person, which its procedure says`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.administrator])
            var typed = try await desk.settings("personnes")
            #expect(typed["une_personne"] == "off")
            typed["une_personne"] = "on"
            #expect(try await desk.post("/reglages/personnes", typed).status == 303)
            #expect(try await site.books.register.currentProcedure().isOnePerson)
            #expect(try await desk.settings("personnes")["une_personne"] == "on")
            #expect(try await desk.get("/procedure/versions").text.contains("une seule"))
            let history = try await desk.get("/reglages/historique").text
            #expect(history.contains("Une seule\u{A0}: tous les comptes sont les siens"))
        }
    }
}
