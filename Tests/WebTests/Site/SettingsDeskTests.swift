import Complaints
import HTTPTypes
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `The settings of the organisation` {
    private func history(_ site: TestSite) async throws -> [SettingsChange] {
        try await site.books.organisations.history(of: site.books.organisation.id)
    }

    @Test func `are each in one group, whose page shows them`() async throws {
        let grouped = SettingsGroup.allCases.flatMap(\.settings)
        #expect(grouped.count == Set(grouped).count)
        #expect(Set(grouped) == Set(OrganisationSetting.allCases).subtracting([.delays]))
        #expect(Set(OrganisationSetting.allCases.map(\.field)).count == OrganisationSetting.allCases.count)
        try await TestSite.open { site in
            let desk = try await site.desk([.administrator])
            let page = try await desk.get("/reglages")
            #expect(page.status == 200 && page.text.contains("Ciné-Atelier"))
            for group in SettingsGroup.allCases {
                #expect(page.text.contains("href=\"/reglages/\(group.rawValue)\""), "\(group)")
            }
            #expect(try await desk.get("/reglages/rien").status == 404)
            #expect(try await desk.get("/tableau-de-bord").text.contains("href=\"/reglages\""), "their way there")
        }
    }

    // Shows
    @Test(arguments: Engine.available) func `hold for what comes, and move no due date already given`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.management])
            let early = try await site.books.receive()
            let due = try await site.books.register.caseFile(early).due
            var typed = try await desk.settings("delais")
            #expect(typed["delai_reponse"] == "2 mois" && typed["jours_feries"] == "metropole")
            typed["delai_reponse"] = "10 jours"
            typed["motif"] = "Décision du conseil"
            let saved = try await desk.post("/reglages/delais", typed)
            #expect(saved.status == 303 && saved.location == "/reglages?fait=delais")
            let page = try await desk.get(saved.location)
            #expect(page.text.contains("10 jours") && page.text.contains("C’est enregistré"))
            #expect(try await site.books.register.caseFile(early).due == due)
            let late = try await site.books.register.caseFile(try await site.books.receive())
            #expect(late.due.answer.target.description == "2026-12-03" && late.due.answer != due.answer)
            let newest = try #require(try await history(site).first)
            #expect(newest.author == desk.account.id && newest.reason == "Décision du conseil")
            #expect(newest.procedure?.version == 2 && newest.former?.version == 1)
            let again = try await desk.post("/reglages/delais", typed)
            #expect(again.status == 303)
            #expect(try await history(site).count == 2, "what changes nothing is no change")
        }
    }

    // Shows: S-58
    @Test(arguments: Engine.available) func `are changed after the password once more, the words carried along`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.administrator])
            var typed = try await desk.settings("personnes")
            typed["responsable"] = "O’Brien <script>"
            site.books.clock.advance(seconds: 5 * 60)
            let asked = try await desk.post("/reglages/personnes", typed)
            #expect(asked.status == 401 && asked.text.contains("Confirmer que c’est vous"))
            #expect(asked.hidden("responsable") == "O’Brien &lt;script&gt;")
            #expect(try await history(site).count == 1)
            typed["confirmation"] = "autre chose"
            let wrong = try await desk.post("/reglages/personnes", typed)
            #expect(wrong.status == 401 && wrong.text.contains("Ce n’est pas votre mot de passe"))
            #expect(wrong.hidden("responsable") == "O’Brien &lt;script&gt;" && !wrong.text.contains("autre chose"))
            typed["confirmation"] = TestSite.password
            #expect(try await desk.post("/reglages/personnes", typed).status == 303)
            let procedure = try await site.books.register.currentProcedure()
            #expect(procedure.provider.complaintsContact == "O’Brien <script>")
            #expect(try await desk.get("/reglages").text.contains("O’Brien &lt;script&gt;"))
        }
    }

    // Shows: R-37
    @Test(arguments: Engine.available) func `are refused beside their fields, all at once, and keep every word`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.management])
            let bad = [
                (
                    "organisme", ["nom": "", "courriel": "pas une", "nda": "12"],
                    ["rester vide", "adresse entière", "onze"]
                ),
                ("personnes", ["signataire": "La médiation est obligatoire"], ["reglages-signataire-erreur"]),
                (
                    "mediation", ["mediateur_site": "", "convention_fin": "2020-01-01"],
                    ["son adresse postale et son site"]
                ),
                ("delais", ["delai_accuse": "bientôt", "jours_feries": "bretagne"], ["un délai", "dans la liste"]),
                ("completude", ["relance": "40", "qualites": "Juré"], ["mot de la liste", "avant le classement"]),
                (
                    "conservation", ["conservation": "sept", "motif": String(repeating: "x", count: 501)],
                    ["de 1 à 30", "500"]
                ),
            ]
            for (group, wrong, words) in bad {
                var typed = try await desk.settings(group)
                typed.merge(wrong) { $1 }
                if group == "completude" { typed["completude"] = "nom" }
                let refused = try await desk.post("/reglages/\(group)", typed)
                #expect(refused.status == 422 && refused.text.contains("Rien n’a été enregistré"), "\(group)")
                for word in words { #expect(refused.text.contains(word), "\(group): \(word)") }
                for value in wrong.values where !value.isEmpty && value != "bretagne" {
                    #expect(refused.text.contains(value), "\(group): \(value)")
                }
            }
            #expect(try await history(site).count == 1)
        }
    }

    // Shows: R-38
    @Test(arguments: Engine.available) func `take a mediator away, and give another with all three details`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.management])
            var typed = try await desk.settings("mediation")
            for name in ["mediateur", "mediateur_adresse", "mediateur_site", "convention_debut", "convention_fin"] {
                typed[name] = ""
            }
            #expect(try await desk.post("/reglages/mediation", typed).status == 303)
            #expect(try await site.books.register.currentProcedure().consumerMediator == nil)
            typed = try await desk.settings("mediation")
            typed["mediateur_site"] = "www.ouest.example"
            let nameless = try await desk.post("/reglages/mediation", typed)
            for field in ["mediateur", "mediateur_adresse"] {
                #expect(nameless.status == 422 && nameless.text.contains("id=\"reglages-\(field)-erreur\""), "\(field)")
            }
            typed["mediateur"] = "Médiation Ouest"
            typed["mediateur_site"] = ""
            typed["convention_fin"] = "2028-12-31"
            let lacking = try await desk.post("/reglages/mediation", typed)
            #expect(lacking.status == 422 && lacking.text.contains("id=\"reglages-mediateur_site-erreur\""))
            #expect(!lacking.text.contains("ne peut pas rester vide"), "it may, where there is no mediator")
            typed["mediateur_adresse"] = "1 quai Neuf\n44000 Nantes"
            typed["mediateur_site"] = "ouest.example"
            #expect(try await desk.post("/reglages/mediation", typed).status == 303)
            let mediator = try #require(try await site.books.register.currentProcedure().consumerMediator)
            #expect(mediator.name == "Médiation Ouest" && mediator.postalAddress == "1 quai Neuf\n44000 Nantes")
            #expect(mediator.agreementEnds == CivilDate("2028-12-31") && mediator.agreedOn == nil)
            #expect(mediator.website == "https://ouest.example")
        }
    }

    @Test(arguments: Engine.available) func `keep what somebody else has changed since the page was opened`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let one = try await site.desk([.management])
            let other = try await site.desk([.administrator], email: "ana@cine-atelier.example")
            var first = try await one.settings("organisme")
            var second = try await other.settings("organisme")
            first["telephone"] = "3949"
            second["nda"] = "53 29 99999 29"
            #expect(try await one.post("/reglages/organisme", first).status == 303)
            #expect(try await other.post("/reglages/organisme", second).status == 303)
            let provider = try await site.books.register.currentProcedure().provider
            #expect(provider.telephone == "3949" && provider.activityDeclaration == "53 29 99999 29")
        }
    }

    // Shows: S-53
    @Test(arguments: Engine.available) func `tell each change in their history, commands' too, before and after`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.administrator])
            let (id, organisations) = (site.books.organisation.id, site.books.organisations)
            site.books.clock.advance(seconds: 60)
            var typed = try await desk.settings("acces")
            typed["second_facteur"] = "on"
            typed["hote"] = "un-autre.example"
            #expect(try await desk.post("/reglages/acces", typed).status == 303)
            #expect(try await organisations.all().map(\.needsSecondFactor) == [true])
            #expect(try await organisations.all().map(\.host) == [nil], "the host name is the machine's affair")
            site.books.clock.advance(seconds: 60)
            var change = OrganisationChange()
            change.host = "reclamations.exemple.fr"
            change.name = "L’École d’image"
            _ = try await organisations.change(id, change, author: "commande", reason: "déménagement")
            _ = try await organisations.change(id, change, author: "commande", reason: "la même chose")
            _ = try await site.site.registers.all(fresh: true)
            let changes = try await history(site)
            #expect(changes.map(\.author) == ["commande", desk.account.id, "installation"])
            #expect(changes[0].besides.map(\.setting) == [.host] && changes[0].procedure?.version == 2)
            #expect(changes[1].besides.map { [$0.former, $0.present] } == [["off", "on"]])
            #expect(changes[1].procedure == nil && changes[2].former == nil)
            // Once a second factor is asked for, those who had shown none sign in again.
            #expect(try await desk.get("/reglages/historique").status == 303)
            let again = TestDesk(site: site, account: desk.account, session: try await site.session(of: desk.account))
            let page = try await again.get("/reglages/historique")
            #expect(page.status == 200)
            for words in [
                "Inès Moreau", "Une commande, sur la machine", "L’installation", "déménagement", "Ciné-Atelier",
                "L’École d’image", "reclamations.exemple.fr", "Pas demandé", "version 2 de la procédure",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            let order = ["déménagement", "Pas demandé", "L’installation"].compactMap { word in
                page.text.firstRange(of: word)?.lowerBound
            }
            #expect(order.count == 3 && order == order.sorted(), "the newest first")
        }
    }

    // Shows: S-60
    @Test(arguments: Role.allCases) func `are open to the management and administrators alone`(role: Role) async throws
    {
        try await TestSite.open { site in
            let desk = try await site.desk([role])
            let may = role == .management || role == .administrator
            for path in ["/reglages", "/reglages/historique", "/reglages/delais"] {
                #expect(try await desk.get(path).status == (may ? 200 : 403), "\(path)")
            }
            let typed = ["delai_accuse": "5 jours", "delai_reponse": "10 jours", "jours_feries": "mayotte"]
            #expect(try await desk.post("/reglages/delais", typed).status == (may ? 303 : 403))
            #expect(try await history(site).count == (may ? 2 : 1))
        }
    }

    // Shows: S-13
    @Test func `lose no word to a session that is over, and carry no password`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.administrator])
            let stale = try await desk.post("/reglages/personnes", ["responsable": "Ada"], token: "x")
            #expect(stale.status == 403 && stale.text.contains("value=\"Ada\""))
            site.books.clock.advance(seconds: 31 * 60)
            let typed = ["responsable": "Ada Lebrun", "confirmation": TestSite.password, "version": "1"]
            let late = try await desk.post("/reglages/personnes", typed)
            #expect(late.status == 401 && late.hidden("repris.responsable") == "Ada Lebrun")
            #expect(!late.text.contains(TestSite.password))
            let resumed = try await site.post(
                "/connexion",
                [
                    "jeton": late.hidden("jeton") ?? "", "suite": late.hidden("suite") ?? "",
                    "courriel": desk.account.email, "mot_de_passe": TestSite.password,
                    "repris.responsable": "Ada Lebrun", "repris.version": "1",
                ]
            )
            #expect(resumed.status == 200 && resumed.text.contains("value=\"Ada Lebrun\""))
            #expect(resumed.text.contains("Votre session était terminée"))
            #expect(try await history(site).count == 1)
        }
    }
}
