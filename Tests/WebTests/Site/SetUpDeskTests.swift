import Complaints
import Foundation
import HTTPTypes
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `The first start` {
    private func keys(_ start: TestStart) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: start.keys).filter { $0.hasSuffix(".cle") }
    }

    // Shows: S-55, R-77
    @Test(arguments: Engine.available) func `opens the organisation and the first account, and begins the log`(
        engine: Engine
    ) async throws {
        try await TestStart.open(on: engine) { start in
            let closed = try await start.get("/")
            #expect(closed.status == 503 && closed.text.contains("imprime à son démarrage un lien"))
            let path = try await start.link()
            for _ in 0..<2 {
                let page = try await start.get(path)
                #expect(page.status == 200 && page.text.contains("Étape 1 sur 3"), "looking uses nothing")
            }
            let done = try await start.setUp(
                path,
                [
                    "adresse": "12 rue des Lilas\r\n75011 Paris", "courriel": "reclamations@cine-atelier.example",
                    "mediateur": "Médiation Exemple", "mediateur_adresse": "1 place du Marché\n69002 Lyon",
                    "mediateur_site": "https://mediation.example", "convention_fin": "2029-12-31",
                ]
            )
            #expect(done.status == 303 && done.location == "/premier-demarrage")
            let organisation = try #require(try await start.organisations.all().first)
            #expect(organisation.name == "Ciné-Atelier" && organisation.needsSecondFactor)
            let procedure = try #require(try await start.organisations.procedure(of: organisation.id))
            #expect(procedure.version == 1 && procedure.delays == .acpr && procedure.zone == .metropole)
            #expect(procedure.provider.postalAddress == "12 rue des Lilas\n75011 Paris")
            #expect(procedure.consumerMediator?.agreementEnds == CivilDate("2029-12-31"))
            let accounts = try await start.site.accounts(organisation).all()
            #expect(accounts.map(\.email) == ["camille@cine-atelier.example"] && accounts[0].hasPassword)
            #expect(accounts[0].roles == ["administrateur", "direction", "responsable"])
            #expect(try await start.organisations.versions(of: organisation.id).map(\.author) == [accounts[0].id])
            #expect(
                try await start.get("/registre/point-de-controle").text.contains("doleances/\(organisation.id)\n0\n")
            )
            #expect(try await start.get("/procedure").text.contains("Ciné-Atelier"))
            #expect(try keys(start) == ["\(organisation.id).cle"])
        }
    }

    // Shows: R-77, S-55
    @Test(arguments: Engine.available)
    func `shows the procedure and the form before anything is recorded, and goes back`(
        engine: Engine
    ) async throws {
        try await TestStart.open(on: engine) { start in
            let path = try await start.link()
            let typed = ["adresse": "12 rue des Lilas\r\n75011 Paris", "mot_de_passe": "", "mot_de_passe_encore": ""]
            let shown = try await start.setUp(path, typed.merging(["etape": "apercu"]) { $1 })
            #expect(shown.status == 200)
            for words in [
                "Étape 2 sur 3", "jours ouvrables", "75011 Paris", "Ciné-Atelier", "fieldset disabled",
                "name=\"reclamation\"", "value=\"Camille Roux\"",
            ] {
                #expect(shown.text.contains(words), "\(words)")
            }
            let back = try await start.setUp(path, typed.merging(["etape": "modification"]) { $1 })
            #expect(back.status == 200 && back.text.contains("Étape 1 sur 3") && back.text.contains("75011 Paris"))
            #expect(back.hidden("compte_nom") == "Camille Roux", "the second page keeps what was typed in it")
            let organisations = try await start.organisations.all()
            #expect(organisations.isEmpty)
        }
    }

    // Shows: S-53, S-55
    @Test(arguments: Engine.available)
    func `leads in three pages to the addresses to link, and asks for the second factor at the next sign-in`(
        engine: Engine
    ) async throws {
        try await TestStart.open(on: engine) { start in
            let done = try await start.setUp(try await start.link())
            let cookie = try #require(done.headers[.setCookie]?.prefix { $0 != ";" })
            let last = try await start.get(done.location, cookie: String(cookie))
            #expect(last.status == 200)
            for words in [
                "http://localhost/reclamation", "http://localhost/procedure", "que sur cette machine",
                "DOLEANCES_BASE_URL",
                "L’envoi de courriels n’est pas réglé", "Aucun médiateur de la consommation",
                "Un compte ouvert n’a pas encore de second facteur", "la vôtre comprise",
                "&lt;a href=\"http://localhost/reclamation\"&gt;Faire une réclamation&lt;/a&gt;",
            ] {
                #expect(last.text.contains(words), "\(words)")
            }
            #expect(try await start.get("/premier-demarrage").location == "/connexion?suite=/premier-demarrage")
            let page = try await start.get("/connexion?suite=/premier-demarrage")
            let enrolment = try await start.post(
                "/connexion",
                [
                    "jeton": page.hidden("jeton") ?? "", "suite": page.hidden("suite") ?? "",
                    "courriel": "camille@cine-atelier.example", "mot_de_passe": TestStart.password,
                ]
            )
            #expect(enrolment.status == 200)
            let shown = try await start.post(
                "/connexion",
                [
                    "jeton": enrolment.hidden("jeton") ?? "", "attente": enrolment.hidden("attente") ?? "",
                    "suite": enrolment.hidden("suite") ?? "",
                    "code": try TestApplication(settingUp: enrolment).code(at: start.clock.now),
                ]
            )
            #expect(shown.status == 200 && shown.text.contains("href=\"/premier-demarrage\""))
        }
    }

    // Shows: S-55
    @Test(arguments: Engine.available) func `is done once, whoever comes at the same time`(engine: Engine) async throws
    {
        try await TestStart.open(on: engine) { start in
            let path = try await start.link()
            async let one = start.setUp(path, ["nom": "Le premier"])
            async let other = start.setUp(path, ["nom": "Le second"])
            // Whoever asks for the page after the other has finished sends nothing that counts.
            let statuses = try await [one.status, other.status].sorted()
            #expect(statuses == [303, 410])
            #expect(try await start.organisations.all().count == 1)
            #expect(try keys(start).count == 1, "no key without its log")
            let again = try await start.setUp(path, ["nom": "Le troisième"])
            #expect(again.status == 410 && again.text.contains("Ce lien n’est plus bon"))
            #expect(try await start.get(path).status == 410)
            #expect(try await start.organisations.all().count == 1)
        }
    }

    // Shows: S-44, S-55
    @Test(arguments: Engine.available) func `looks the same for a link that is old, one of too many, or none`(
        engine: Engine
    ) async throws {
        try await TestStart.open(on: engine) { start in
            let none = try await start.get("/premier-demarrage/\(String(repeating: "0", count: 64))")
            #expect(none.status == 410)
            #expect(try await start.get("/premier-demarrage/x").text == none.text)
            let first = try await start.link()
            let old = try await start.link()
            #expect(try await start.get(first).status == 200, "a server that starts again takes nobody's link away")
            for _ in 0..<9 { _ = try await start.link() }
            #expect(try await start.get(first).text == none.text, "there are ten at most")
            #expect(try await start.get(old).status == 200)
            start.clock.advance(seconds: 24 * 3_600 - 1)
            let token = try await start.get(old).hidden("jeton") ?? ""
            #expect(!token.isEmpty)
            start.clock.advance(seconds: 1)
            let late = try await start.post(old, TestStart.typed.merging(["jeton": token]) { $1 })
            #expect(late.status == 410 && late.text == none.text)
            #expect(try await start.organisations.all().isEmpty)
        }
    }

    // Shows: S-55
    @Test(arguments: Engine.available) func `is over as soon as a command has made an organisation`(
        engine: Engine
    ) async throws {
        try await TestStart.open(on: engine) { start in
            let path = try await start.link()
            let token = try await start.get(path).hidden("jeton") ?? ""
            _ = try await start.organisations.add(name: "Par la commande", host: nil)
            #expect(try await start.site.firstStart.newLink() == nil)
            let sent = try await start.post(path, TestStart.typed.merging(["jeton": token]) { $1 })
            #expect(sent.status == 410)
            #expect(try await start.organisations.all().map(\.name) == ["Par la commande"])
            #expect(try keys(start).count == 1)
        }
    }

    // Shows: S-51, R-37
    @Test(arguments: Engine.available)
    func `says all that is wrong beside its field, and keeps every word but passwords`(
        engine: Engine
    ) async throws {
        try await TestStart.open(on: engine) { start in
            let path = try await start.link()
            let typed = [
                "nom": "O’Brien & <script>alert('x')</script>", "adresse": "1 rue \"Haute\"\n <b>",
                "courriel": "pas une", "responsable": "La médiation est obligatoire", "mediateur": "O'Brien",
                "convention_fin": "demain",
            ]
            let account = [
                "compte_nom": " ", "compte_courriel": "camille", "mot_de_passe": "azertyuiop",
                "mot_de_passe_encore": "autre",
            ]
            let refused = try await start.setUp(path, typed.merging(account) { $1 })
            #expect(refused.status == 422)
            for words in ["Il faut une adresse entière", "Il faut une date", "Rien n’a été enregistré"] {
                #expect(refused.text.contains(words), "\(words)")
            }
            for shown in [
                "O’Brien &amp; &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;", "1 rue &quot;Haute&quot;\n &lt;b&gt;",
                "value=\"pas une\"", "value=\"O&#39;Brien\"", "href=\"#reglages-courriel\"", "value=\"camille\"",
            ] {
                #expect(refused.text.contains(shown), "\(shown)")
            }
            let opened = try await start.setUp(path, account.merging(["nom": typed["nom"] ?? ""]) { $1 })
            #expect(opened.status == 422)
            for words in [
                "Donnez votre nom", "Donnez une adresse électronique", "moins de 15 caractères",
                "ne sont pas les mêmes",
                "Rien n’a été enregistré", "value=\"camille\"", "href=\"#mot_de_passe\"",
                "value=\"O’Brien &amp; &lt;script&gt;",
            ] {
                #expect(opened.text.contains(words), "\(words)")
            }
            for page in [refused, opened] {
                #expect(!page.text.contains("<script>") && !page.text.contains("azertyuiop"))
            }
            #expect(try await start.organisations.all().isEmpty)
            #expect(!FileManager.default.fileExists(atPath: start.keys), "no key before everything will do")
            let mended = try await start.setUp(path, ["nom": "O’Brien & <script>alert('x')</script>"])
            #expect(mended.status == 303)
            #expect(try await start.get("/").text.contains("O’Brien &amp; &lt;script&gt;"))
        }
    }

    // Shows: R-38
    @Test(arguments: Engine.available) func `marks what a mediator needs, and asks for just that`(
        engine: Engine
    ) async throws {
        try await TestStart.open(on: engine) { start in
            let path = try await start.link()
            let page = try await start.get(path).text
            for (field, label, mark) in [
                ("mediateur", "Médiateur de la consommation", "(facultatif)"),
                ("mediateur_adresse", "Son adresse postale", "(nécessaire avec un médiateur)"),
                ("mediateur_site", "Son site", "(nécessaire avec un médiateur)"),
            ] {
                let marked = "\(label) <span class=\"optional\">\(mark)</span>"
                #expect(page.contains("<label for=\"reglages-\(field)\">\(marked)</label>"), "\(field)")
            }
            let lacking = try await start.setUp(path, ["mediateur": "Médiation Exemple"])
            #expect(lacking.status == 422 && !lacking.text.contains("ne peut pas rester vide"))
            for field in ["mediateur_adresse", "mediateur_site"] {
                #expect(lacking.text.contains("id=\"reglages-\(field)-erreur\""), "\(field)")
            }
            let whole = [
                "mediateur": "Médiation Exemple", "mediateur_adresse": "69002 Lyon",
                "mediateur_site": "www.mediation.example",
            ]
            #expect(try await start.setUp(path, whole).status == 303)
            let organisation = try #require(try await start.organisations.all().first)
            let mediator = try await start.organisations.procedure(of: organisation.id)?.consumerMediator
            #expect(mediator?.website == "https://www.mediation.example")
        }
    }

    // Shows: S-13
    @Test func `does nothing for a form that is not its own, and keeps its words`() async throws {
        try await TestStart.open(on: .sqlite) { start in
            let path = try await start.link()
            let forged = try await start.post(path, TestStart.typed.merging(["jeton": "x"]) { $1 })
            #expect(forged.status == 403 && forged.text.contains("restée ouverte trop longtemps"))
            #expect(forged.text.contains("value=\"Camille Roux\"") && !forged.text.contains(TestStart.password))
            #expect(try await start.organisations.all().isEmpty)
        }
    }
}
