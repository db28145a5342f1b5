import Complaints
import HTTPTypes
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `What may be said besides` {
    private static let representative = [
        "representant_nom": "Adèle D’Àrçy", "representant_contact": "02 00 00 00 00",
    ]

    private func original(_ site: TestSite) async throws -> Original? {
        guard let id = try await site.books.register.find("2026-R-0001") else { return nil }
        return try await site.books.register.caseFile(id).reception.original
    }

    // Shows: R-86
    @Test(arguments: Engine.available)
    func `of a minor is kept of nobody who does not say to be one, no word of it lost`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            var form = try await site.openForm()
            form.words.merge(Self.representative) { $1 }
            let again = try await site.post(form.body("envoi"))
            #expect(again.status == 422 && again.text.contains("id=\"mineur-erreur\""))
            #expect(again.text.contains("<details class=\"fold\" open>"))
            #expect(again.text.contains("Adèle D’Àrçy") && again.text.contains("02 00 00 00 00"))
            #expect(again.text.contains("Trois jours sans chauffage"))
            #expect(try await original(site) == nil)
            form.words["mineur"] = "oui"
            let recap = try await site.post(form.body("recapitulatif"))
            #expect(recap.status == 200 && recap.text.contains("J’ai moins de 18\u{A0}ans"))
            #expect(try await site.post(form.body("envoi")).status == 303)
            let kept = try await original(site)?.minor
            #expect(kept == Minor(representative: "Adèle D’Àrçy", contact: "02 00 00 00 00"))
        }
    }

    // Shows
    @Test func `of a minor is the address that is asked for, where it is the one of who represents them`() async throws
    {
        try await TestSite.open { site in
            var form = try await site.openForm()
            form.words["courriel"] = ""
            form.words["mineur"] = "oui"
            #expect(try await site.post(form.body("envoi")).text.contains("id=\"courriel-erreur\""))
            form.words["representant_adresse"] = "9 rue Haute\n29000 Quimper"
            #expect(try await site.post(form.body("envoi")).status == 303)
            #expect(try await original(site)?.paperAddress == "9 rue Haute\n29000 Quimper")
        }
    }

    @Test func `is kept as it was said, and nothing where nothing was`() async throws {
        try await TestSite.open { site in
            var form = try await site.openForm()
            form.words.merge(["quand": " Fin mars", "paye_par": "ne-sait-pas"]) { $1 }
            let recap = try await site.post(form.body("recapitulatif"))
            #expect(recap.status == 200 && recap.text.contains(" Fin mars") && recap.text.contains("Je ne sais pas"))
            #expect(!recap.text.contains("J’ai moins de"))
            #expect(try await site.post(form.body("envoi")).status == 303)
            let kept = try #require(try await original(site))
            #expect(kept.when == " Fin mars" && kept.payer == .unknown && kept.minor == nil)
            let bare = try await site.openForm()
            #expect(try await site.post(bare.body("envoi")).status == 303)
            let id = try #require(try await site.books.register.find("2026-R-0002"))
            let nothing = try await site.books.register.caseFile(id).reception.original
            #expect(nothing.when == nil && nothing.payer == nil && nothing.minor == nil)
        }
    }

    @Test(arguments: [
        ("quand", String(repeating: "a", count: 301)), ("paye_par", "mon oncle"),
        ("representant_nom", String(repeating: "a", count: 201)),
        ("representant_contact", String(repeating: "a", count: 301)),
        ("representant_adresse", String(repeating: "a", count: 1_001)),
    ]) func `is told what is wrong with it beside its field`(field: String, value: String) async throws {
        try await TestSite.open { site in
            var form = try await site.openForm()
            form.words["mineur"] = "oui"
            form.words[field] = value
            let again = try await site.post(form.body("envoi"))
            #expect(again.status == 422 && again.text.contains("id=\"\(field)-erreur\""))
            #expect(again.text.contains("href=\"#\(field)\""))
        }
    }

    // Shows: R-85
    @Test(arguments: [Stakeholder.employee, .trainer])
    func `to those who may be employed is where a labour dispute goes, and that it may be sent all the same`(
        person: Stakeholder
    ) async throws {
        try await TestSite.open { site in
            var form = try await site.openForm()
            let plain = try await site.post(form.body("recapitulatif"))
            #expect(!plain.text.contains("contrat-de-travail"))
            form.words["vous_etes"] = person.rawValue
            for step in ["recapitulatif", "modification"] {
                let page = try await site.post(form.body(step))
                #expect(page.status == 200 && page.text.contains("Trois jours sans chauffage"), "\(step)")
                for place in ["comité social et économique", "inspection du travail", "conseil de prud’hommes"] {
                    #expect(page.text.contains(place), "\(step): \(place)")
                }
                #expect(page.text.contains("Envoyez votre réclamation"), "\(step)")
            }
            let sent = try await site.post(form.body("envoi"))
            #expect(sent.status == 303)
            let receipt = try await site.send(.get, sent.location)
            #expect(receipt.status == 200 && receipt.text.contains("conseil de prud’hommes"))
            #expect(!receipt.text.contains("Envoyez votre réclamation"), "it is sent")
            #expect(try await original(site)?.text == "Trois jours sans chauffage")
        }
    }

    // Shows: R-47
    @Test func `of who paid is proposed to the officer, who decides otherwise`() async throws {
        try await TestSite.open { site in
            var original = Story.original
            original.payer = .person
            let id = try await site.books.receive(original)
            let desk = try await site.desk([.complaintsManager])
            let path = "/dossiers/2026-R-0001"
            let page = try await desk.get(path).text
            #expect(page.contains("value=\"oui\" checked") && page.contains("c’est vous qui décidez"))
            #expect(page.contains("La personne ou sa famille, à titre personnel"))
            let typed = ["nature": Nature.complaint.rawValue, "consommateur": "non"]
            #expect(try await desk.post("\(path)/qualification", typed).status == 303)
            let file = try await site.books.register.caseFile(id)
            #expect(file.qualification?.consumer == .professional && file.completed.payer == .person)
        }
    }

    // Shows
    @Test(arguments: Engine.available) func `in a letter is entered by staff, whose own letters then go where it says`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine, writesLetters: true) { site in
            let desk = try await site.desk([.complaintsManager])
            let entry = try await desk.get("/receptions/saisir")
            var typed = Self.representative.merging([
                "envoi": entry.hidden("envoi") ?? "", "canal": "courrier", "arrivee_le": "2026-11-23", "nom": "Àrçy",
                "prenom": "Noé", "vous_etes": "apprenti", "reclamation": "Sans chauffage", "quand": "En novembre",
                "paye_par": "mon oncle", "representant_adresse": "9 rue Haute\n29000 Quimper",
            ]) { $1 }
            let again = try await desk.post("/receptions/saisir", typed)
            #expect(again.status == 422 && again.text.contains("id=\"saisie-paye_par-erreur\""))
            #expect(again.text.contains("Adèle D’Àrçy") && again.text.contains("En novembre"))
            typed["paye_par"] = "employeur"
            #expect(try await desk.post("/receptions/saisir", typed).status == 303)
            let kept = try #require(try await original(site))
            #expect(kept.minor?.representative == "Adèle D’Àrçy" && kept.payer == .employer)
            let page = try await desk.get("/dossiers/2026-R-0001").text
            #expect(page.contains("Moins de 18\u{A0}ans") && page.contains("02 00 00 00 00"))
            let id = try #require(try await site.books.register.find("2026-R-0001"))
            let letter = try #require(try await site.books.register.letters(of: id).first)
            let shown = try await desk.get("/lettres/\(letter.id)").text
            #expect(shown.contains("Aux bons soins d’Adèle D’Àrçy") && shown.contains("9 rue Haute"))
        }
    }

    // Shows
    @Test func `of somebody’s age is noted later, and not both ways at once`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.lead(to: .registered)
            let path = "/dossiers/\(try await site.books.register.caseFile(id).address)/rectification"
            let both = ["texte": "Dit-il", "mineur": "non", "representant_nom": "Adèle"]
            let refused = try await desk.post(path, both)
            #expect(refused.status == 422 && refused.text.contains("id=\"rectification-mineur-erreur\""))
            #expect(refused.text.contains("value=\"Adèle\""))
            let young = ["texte": "Dit-il", "representant_nom": "Adèle", "telephone": "06 00"]
            #expect(try await desk.post(path, young).status == 303)
            var file = try await site.books.register.caseFile(id)
            #expect(file.completed.minor == Minor(representative: "Adèle") && file.completed.telephone == "06 00")
            #expect(try await desk.post(path, ["texte": "18 ans", "mineur": "non"]).status == 303)
            file = try await site.books.register.caseFile(id)
            #expect(file.completed.minor == nil && file.completed.telephone == "06 00")
        }
    }
}
