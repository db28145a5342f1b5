import Complaints
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `The page of templates` {
    private let typed = ["nom": "Réponse favorable", "acte": "reponse", "texte": "Au sujet de «\u{A0}{objet}\u{A0}»."]

    /// The template of an address that a form led to.
    private func path(_ answer: TestAnswer) -> String { String(answer.location.prefix { $0 != "?" }) }

    // Shows: R-39
    @Test(arguments: Engine.available) func `keeps a template, and each of its versions`(engine: Engine) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.administrator])
            let register = site.books.register
            let made = try await desk.post("/reglages/modeles", typed)
            #expect(made.status == 303 && made.location.hasSuffix("?fait=fait"))
            let path = path(made)
            let page = try await desk.get(made.location)
            #expect(page.status == 200 && page.hidden("version") == "1")
            let look = "Au sujet de «\u{A0}Remboursement d’un stage annulé\u{A0}»."
            #expect(page.text.contains(look), "as it would look")
            let next = ["version": "1", "nom": "Réponse", "texte": "Sur {objet}, le {date du jour}."]
            #expect(try await desk.post(path, next).location == "\(path)?fait=change")
            let old = try await desk.get("\(path)?version=1")
            #expect(old.text.contains("Au sujet de «\u{A0}{objet}\u{A0}»."))
            #expect(try await desk.post(path, ["version": "2", "geste": "retirer"]).location == "\(path)?fait=retire")
            #expect(try await register.templates().map(\.isWithdrawn) == [true])
            #expect(try await desk.get("/reglages/modeles").text.contains("Modèles retirés"))
            let resumed = try await desk.post(path, ["version": "3", "geste": "reprendre"])
            #expect(resumed.location == "\(path)?fait=repris")
            let templates = try await register.templates()
            #expect(templates.map(\.version) == [4] && templates.map(\.isWithdrawn) == [false])
            #expect(templates.map(\.draft.text) == ["Sur {objet}, le {date du jour}."])
        }
    }

    // Shows: R-39
    @Test(arguments: Engine.available) func `says beside the text what is wrong, and keeps it`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.management])
            let wrong = ["nom": "", "acte": "cloture", "texte": "Bonjour {prénom <b>} et {objet"]
            let refused = try await desk.post("/reglages/modeles", wrong)
            #expect(refused.status == 422 && refused.text.contains("Bonjour {prénom &lt;b&gt;} et {objet"))
            let told = ["Donnez un nom", "Dites à quoi il sert", "Aucun champ ne s’appelle", "Une accolade est seule"]
            for words in told { #expect(refused.text.contains(words), "\(words)") }
            let looked = try await desk.post("/reglages/modeles", typed.merging(["geste": "apercu"]) { $1 })
            #expect(looked.status == 200 && looked.text.contains("Remboursement d’un stage annulé"))
            #expect(try await site.books.register.templates() == [])
            let proposed = try await desk.get("/reglages/modeles?propose=reponse-defavorable")
            #expect(proposed.text.contains("value=\"Défavorable, avec le médiateur\""))
            #expect(try await desk.get("/reglages/modeles?propose=inconnu").status == 200)
            #expect(try await desk.get("/reglages/modeles/inconnu").status == 404)
        }
    }

    // Shows: R-39
    @Test(arguments: Engine.available) func `tells the second of two that somebody changed it meanwhile`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let one = try await site.desk([.management])
            let two = try await site.desk([.administrator], email: "ana@cine-atelier.example")
            let path = path(try await one.post("/reglages/modeles", typed))
            let first = ["version": "1", "nom": "Réponse", "texte": "Le premier"]
            #expect(try await one.post(path, first).status == 303)
            let second = ["version": "1", "nom": "Réponse", "texte": "Le <second>"]
            let told = try await two.post(path, second)
            #expect(told.status == 409 && told.text.contains("Quelqu’un a changé ce modèle"))
            #expect(told.text.contains("Le &lt;second&gt;") && told.hidden("version") == "2")
            #expect(try await two.post(path, ["version": "1", "geste": "retirer"]).status == 409)
            #expect(try await site.books.register.templates().map(\.draft.text) == ["Le premier"])
            let knowing = second.merging(["version": "2"]) { $1 }
            #expect(try await two.post(path, knowing).status == 303)
        }
    }
}

@Suite struct `A text that begins from a template` {
    private let answer = [
        "grief_1": "Le remboursement", "decision_1": Outcome.upheld.rawValue, "signataire": "Inès Moreau",
        "consommateur": "oui",
    ]

    private func template(_ site: TestSite, _ text: String, _ act: Act = .answer) async throws -> LetterTemplate {
        let draft = LetterTemplate.Draft(name: "Favorable <b>", act: act, text: text)
        return try await site.books.register.makeTemplate(draft, by: "ana")
    }

    private func path(_ site: TestSite, _ noun: String, _ stage: Stage) async throws -> (CaseFile.ID, String) {
        let id = try await site.lead(to: stage)
        return (id, "/dossiers/\(try await site.books.register.caseFile(id).address)/\(noun)")
    }

    // Shows: R-39
    @Test(arguments: Engine.available) func `has what the case knows, keeps all else, and is remembered`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine, writesLetters: true) { site in
            let desk = try await site.desk([.complaintsManager])
            let register = site.books.register
            let (id, path) = try await path(site, "reponse", .investigating)
            let before = try await desk.get("/dossiers/\(path.split(separator: "/")[1])")
            #expect(!before.text.contains("name=\"commencer\""))
            let template = try await template(site, "Sur «\u{A0}{objet}\u{A0}», de {nom}, {numéro}.")
            let begin = answer.merging(["modele": template.id, "commencer": "1", "texte": "Bien reçu."]) { $1 }
            let version = try await register.caseFile(id).version
            let begun = try await desk.post(path, begin)
            #expect(begun.status == 200 && begun.text.contains("à la suite du vôtre"))
            let filled = "Sur «\u{A0}Remboursement refusé\u{A0}», de Noé D’Àrçy-🎭 &lt;b&gt;, REC-2026-0001."
            #expect(begun.text.contains("Bien reçu.\n\n\(filled)") && begun.text.contains("Le remboursement"))
            #expect(begun.text.contains("name=\"parti_de\" value=\"\(template.id) 1\""))
            #expect(try await register.caseFile(id).version == version, "nothing is done")
            let sent = answer.merging(["texte": "Bien reçu, et relu.", "parti_de": "\(template.id) 1"]) { $1 }
            #expect(try await desk.post(path, sent).status == 303)
            let file = try await register.caseFile(id)
            #expect(file.entries.last { $0.event.kind == .answered }?.templates == [template.mark])
            #expect(file.answer?.text == "Bien reçu, et relu.")
            let page = try await desk.get("/dossiers/\(file.address)")
            #expect(page.text.contains("À partir du modèle «\u{A0}Favorable &lt;b&gt;\u{A0}», version 1."))
            _ = try await register.inspect()
        }
    }

    // Shows: R-39
    @Test(arguments: Engine.available) func `does not leave while something in it is to be completed`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.complaintsManager])
            let (id, path) = try await path(site, "demande-complements", .received)
            let template = try await template(site, "Sous {numéro}, {action de formation}.", .requestCompletion)
            let begun = try await desk.post(path, ["modele": template.id, "commencer": "1", "message": " "])
            let open = "Sous [à compléter\u{A0}: numéro], [à compléter\u{A0}: action de formation]."
            #expect(begun.status == 200 && begun.text.contains(open))
            #expect(begun.text.contains("reste à compléter"))
            let before = try await site.books.register.caseFile(id).version
            for more in [[:], ["relire": "1"]] {
                let refused = try await desk.post(path, ["message": open].merging(more) { $1 })
                #expect(refused.status == 422 && refused.text.contains("id=\"demande-complements-message-erreur\""))
                #expect(refused.text.contains(open))
            }
            #expect(try await site.books.register.caseFile(id).version == before)
        }
    }

    // Shows: R-39, S-28
    @Test(arguments: Engine.available) func `takes what a person wrote for words, whatever braces it has`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.complaintsManager])
            var original = Story.original
            original.subject = "{nom} {{numéro}} {médiateur}"
            let id = try await site.books.receive(original)
            let address = try await site.books.register.caseFile(id).address
            let template = try await template(site, "Sur {objet}.", .requestCompletion)
            let path = "/dossiers/\(address)/demande-complements"
            let begun = try await desk.post(path, ["modele": template.id, "commencer": "1", "message": ""])
            #expect(begun.text.contains("Sur {nom} {{numéro}} {médiateur}."))
        }
    }

    // Shows: R-39
    @Test(arguments: Engine.available) func `begins from none that is withdrawn, or serves another act`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.complaintsManager])
            let register = site.books.register
            let (id, path) = try await path(site, "prorogation", .registered)
            let gone = try await template(site, "Retiré", .extend)
            let draft = gone.draft
            _ = try await register.changeTemplate(gone.id, to: draft, withdrawn: true, expecting: 1, by: "ana")
            let other = try await template(site, "Autre")
            _ = try await template(site, "Encore un peu", .extend)
            for chosen in [gone.id, other.id, "", "x"] {
                let typed = ["motif": "Le <loueur> se tait", "nouvelle_date": "2027-03-15", "modele": chosen]
                let refused = try await desk.post(path, typed.merging(["commencer": "1"]) { $1 })
                #expect(refused.status == 422 && refused.text.contains("id=\"prorogation-modele-erreur\""), "\(chosen)")
                #expect(refused.text.contains("Le &lt;loueur&gt; se tait") && !refused.text.contains(gone.id))
            }
            // What began from it before it was withdrawn is remembered all the same.
            let sent = [
                "motif": "Le loueur se tait", "nouvelle_date": "2027-03-15", "parti_de": "\(gone.id) 1",
            ]
            #expect(try await desk.post(path, sent).status == 303)
            let entries = try await register.caseFile(id).entries
            #expect(entries.last { $0.event.kind == .extended }?.templates == [gone.mark])
        }
    }
}
