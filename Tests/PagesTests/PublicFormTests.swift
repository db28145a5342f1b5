import Complaints
import Testing

@testable import Pages

@Suite struct `The public form` {
    let press: Press

    init() throws { press = try Press() }

    // Shows: R-01
    @Test func `asks for what the procedure's own form asks for, and goes out as files go`() throws {
        let form = try form(FormEntry())
        let names = form.descendants.compactMap { $0.attributes["name"] }
        let asked = ["nom", "prenom", "vous_etes", "courriel", "objet", "piece_jointe", "reclamation"]
        #expect(names.filter(asked.contains) == asked)
        #expect(form.attributes["method"] == "post")
        #expect(form.attributes["action"] == "/reclamation")
        #expect(form.attributes["enctype"] == "multipart/form-data")
        #expect(form.all("select").first?.all("option").count == 19)
        #expect(form.all("select").first?.all("option").first?.attributes["value"]?.isEmpty == true)
        #expect(form.sent["envoi"] == ["6Y1R8K"] && form.sent["etape"] == ["recapitulatif"])
        #expect(form.all("button").allSatisfy { $0.attributes["name"] == nil })
        #expect(form.all("input") { $0.attributes["multiple"] != nil }.count == 1)
    }

    // Shows: R-12
    @Test func `says what the star means before the first field, and stars what is mandatory`() throws {
        let html = press.render(page(FormEntry()))
        let legend = "Tous les champs contenant un &quot; * &quot; sont obligatoires."
        let legendAt = try #require(html.firstRange(of: legend)).lowerBound
        let fieldAt = try #require(html.firstRange(of: "<label")).lowerBound
        #expect(legendAt < fieldAt)
        let form = try form(FormEntry())
        let starred = form.all("label") { $0.text.hasSuffix(" *") }.compactMap { $0.attributes["for"] }
        let required = form.descendants.filter { $0.attributes["aria-required"] == "true" }
        #expect(starred == ["nom", "prenom", "vous_etes", "objet", "reclamation"])
        #expect(required.compactMap { $0.attributes["id"] } == starred)
    }

    // Shows
    @Test func `says of the e-mail and of the postal address that one of them is needed, and marks neither`() throws {
        let form = try form(FormEntry())
        for (name, words) in [("courriel", "il nous faut l’une ou l’autre"), ("adresse", "si vous n’avez pas")] {
            let label = try #require(form.all("label") { $0.attributes["for"] == name }.first)
            #expect(!label.text.contains("*"), "\(name)")
            let hint = form.all("p") { $0.attributes["id"] == "\(name)-aide" }.first
            #expect(hint?.text.contains(words) == true, "\(name)")
        }
        let entry = FormEntry(values: ["courriel": ""], mistakes: ["courriel": "mistake.missing.courriel"])
        #expect(try self.form(entry).text.contains("Donnez une adresse électronique, ou une adresse postale"))
    }

    // Shows, S-39
    @Test func `says what becomes of personal data, warns of health data, and asks for no consent`() throws {
        let form = try form(FormEntry())
        let notice = try #require(form.all("section").first).text
        for words in [
            "Ciné-Atelier", "intérêt légitime", "médiateur", "7\u{A0}ans", "rgpd@cine-atelier.example", "CNIL",
        ] {
            #expect(notice.contains(words), "\(words)")
        }
        #expect(form.all("p") { $0.attributes["id"] == "reclamation-aide" }.first?.text.contains("votre santé") == true)
        let documents = form.all("p") { $0.attributes["id"] == "piece_jointe-aide" }.first?.text ?? ""
        for words in ["10\u{A0}documents", "25\u{A0}Mo", "60\u{A0}Mo", "HEIC", "date et le lieu"] {
            #expect(documents.contains(words), "\(words)")
        }
        // The boxes that are there ask of the person's age, and who may read it.
        let boxes = form.all("input") { $0.attributes["type"] == "checkbox" }
        #expect(boxes.map { $0.attributes["name"] } == ["mineur", "mise_en_cause"])
    }

    // Shows: R-80
    @Test func `names the browser's own fields for what it may fill in`() throws {
        let tokens = try form(FormEntry()).descendants.compactMap { $0.attributes["autocomplete"] }
        #expect(tokens == ["family-name", "given-name", "email", "tel", "street-address", "off"])
    }

    // Shows: S-42
    @Test func `hides its trap from people, whatever they see or hear with`() throws {
        let trap = try #require(try form(FormEntry()).all("div") { $0.has(class: "trap") }.first)
        #expect(trap.attributes["aria-hidden"] == "true")
        let field = try #require(trap.all("input").first)
        #expect(field.attributes["name"] == "site_web" && field.attributes["tabindex"] == "-1")
    }

    // Shows: S-22
    @Test func `gives back every word as it was typed`() throws {
        let sent = try form(FormEntry(values: PublicSamples.typed)).sent
        for (field, value) in PublicSamples.typed {
            #expect(sent[field]?.map { Array($0.unicodeScalars) } == [Array(value.unicodeScalars)], "\(field)")
        }
    }

    @Test func `keeps a text that begins with blank lines`() throws {
        #expect(try form(FormEntry(values: ["reclamation": "\n\n a"])).sent["reclamation"] == ["\n\n a"])
    }

    // Shows: R-80
    @Test func `leads from each line of the summary to its field, which says the same`() throws {
        let mistakes = ["nom": "mistake.missing.nom", "courriel": "mistake.email.malformed"]
        let root = try StaffMarkup(press.render(page(FormEntry(mistakes: mistakes)))).root
        let summary = try #require(root.all("div") { $0.attributes["role"] == "alert" }.first)
        #expect(summary.attributes["tabindex"] == "-1" && summary.attributes["autofocus"] != nil)
        #expect(summary.all("a").compactMap { $0.attributes["href"] } == ["#nom", "#courriel"])
        for link in summary.all("a") {
            let field = String(link.attributes["href"]?.dropFirst() ?? "")
            let control = try #require(root.all("input") { $0.attributes["id"] == field }.first)
            let said = root.all("p") { $0.attributes["id"] == "\(field)-erreur" }.first?.text ?? ""
            #expect(control.attributes["aria-invalid"] == "true")
            #expect(control.attributes["aria-describedby"]?.hasSuffix("\(field)-erreur") == true)
            #expect(said.hasSuffix(link.text) && said.hasPrefix("Erreur"))
        }
        #expect(root.all("title").first?.text.hasPrefix("Erreur – ") == true)
    }

    // Shows: S-32
    @Test func `offers to go on without what is missing, only where there is something to receive`() throws {
        let missing = ["nom": "mistake.missing.nom"]
        let words = ["reclamation": "Rien ne va."]
        #expect(try offersToContinue(FormEntry(values: words, mistakes: missing)))
        #expect(try !offersToContinue(FormEntry(values: words)))
        #expect(try !offersToContinue(FormEntry(values: ["reclamation": " \n"], mistakes: missing)))
        let worse = missing.merging(["courriel": "mistake.email.malformed"]) { one, _ in one }
        #expect(try !offersToContinue(FormEntry(values: words, mistakes: worse)))
    }

    @Test func `lists the documents that came, and says of each other why it did not`() throws {
        let entry = FormEntry(
            received: StaffStory.original.files,
            refused: [RefusedDocument(name: "<i>.mov", reason: .tooLarge)]
        )
        let form = try form(entry)
        let box = try #require(form.all("input") { $0.attributes["name"] == "retirer" }.first)
        #expect(box.attributes["value"] == StaffStory.original.files[0].id)
        #expect(form.text.contains("facture <2026> \"image\".pdf") && form.text.contains("(2,9\u{A0}Mo)"))
        #expect(form.text.contains("<i>.mov\u{A0}: ce document dépasse 25\u{A0}Mo"))
        #expect(form.text.contains("Vous pouvez envoyer votre réclamation sans lui"))
    }

    // Shows: R-80
    @Test func `is read again before it is sent, and carries every word along`() throws {
        let entry = FormEntry(values: PublicSamples.typed, received: StaffStory.original.files)
        let root = try StaffMarkup(press.render(recap(entry))).root
        let form = try #require(root.all("form").first)
        for (field, value) in PublicSamples.typed {
            #expect(form.sent[field]?.map { Array($0.unicodeScalars) } == [Array(value.unicodeScalars)], "\(field)")
        }
        let shown = root.all("dd") { $0.has(class: "typed") }.map(\.text)
        #expect(shown.contains(StaffStory.original.text) && shown.contains("Stagiaire"))
        #expect(form.sent["incomplete"] == nil)
        let buttons = form.all("button").map { [$0.attributes["name"], $0.attributes["value"]].compactMap(\.self) }
        #expect(buttons == [["etape", "envoi"], ["etape", "modification"]])
    }

    // Shows: R-87
    @Test func `offers to come in confidence, says to whom, and carries the choice along`() throws {
        var procedure = PublicSamples.procedure
        let shown = { (entry: FormEntry) in
            ComplaintFormPage(
                procedure: procedure,
                submission: "6Y1R8K",
                entry: entry,
                limits: PublicSamples.limits,
                hasRelay: true,
                press: press
            )
        }
        let alone = try StaffMarkup(press.render(shown(FormEntry()))).root
        #expect(alone.text.contains("remise à la direction seule") && alone.text.contains("Défenseur des droits"))
        let box = try #require(alone.all("input") { $0.attributes["name"] == FormEntry.confidential }.first)
        #expect(box.attributes["checked"] == nil && box.attributes["aria-describedby"] == "mise_en_cause-aide")
        procedure.confidential = ConfidentialRecipients(accounts: ["camille"], function: "la présidente <Ada>")
        let named = try StaffMarkup(press.render(shown(FormEntry(values: [FormEntry.confidential: "oui"])))).root
        #expect(named.text.contains("en confidence, à la présidente <Ada>") && !named.text.contains("Défenseur"))
        #expect(named.all("form").first?.sent[FormEntry.confidential] == ["oui"])
        let entry = FormEntry(values: PublicSamples.typed.merging([FormEntry.confidential: "oui"]) { $1 })
        let reread = try StaffMarkup(press.render(recap(entry))).root
        #expect(reread.all("form").first?.sent[FormEntry.confidential] == ["oui"])
        #expect(reread.all("dt").map(\.text).contains("En confidence"))
        let plain = try StaffMarkup(press.render(recap(FormEntry(values: PublicSamples.typed)))).root
        #expect(!plain.all("dt").map(\.text).contains("En confidence"))
    }

    // Shows: R-87
    @Test func `owns that a provider of one person reads its own complaint, and names who is outside`() throws {
        func sample(_ name: String) throws -> String {
            let page = try #require(PublicSamples.all(press).first { $0.name == name }?.page)
            return try StaffMarkup(press.render(page)).root.text
        }
        for name in ["formulaire-une-personne", "procedure-une-personne"] {
            let told = try sample(name)
            #expect(told.contains("qu’une personne, Inès Moreau\u{A0}: c’est elle qui lit"), "\(name)")
            for words in ["au médiateur de la consommation", "à l’inspection du travail"] {
                #expect(told.contains(words), "\(name)")
            }
            #expect(!told.contains("la direction seule"), "\(name)")
        }
        #expect(press.confidant(of: StaffStory.confided, PublicSamples.onePerson)?.contains("seule personne") == true)
        let others = press.elsewhere("field.mise_en_cause.elsewhere", PublicSamples.procedure)
        #expect(others?.contains("médiateur") == false)
        #expect(press.recipient(of: Procedure(provider: Provider(name: "A"))).contains("la direction seule"))
    }

    // Shows: S-33
    @Test func `says at the head of the recap, and beside the others, what does not come along and what to do`() throws
    {
        let lone = RefusedDocument(name: "<i>.mov", reason: .tooLarge)
        let root = try StaffMarkup(
            press.render(recap(FormEntry(values: PublicSamples.typed, refused: [lone], refusalNotice: "c2NlbGxl")))
        ).root
        let alert = try #require(root.all("div") { $0.attributes["role"] == "alert" }.first)
        #expect(alert.all("h2").map(\.text) == ["Un document n’est pas joint"] && alert.attributes["autofocus"] != nil)
        #expect(alert.text.contains("<i>.mov\u{A0}: ce document dépasse 25\u{A0}Mo"))
        #expect(alert.text.contains("Modifier") && alert.text.contains("par courriel ou par courrier"))
        #expect(alert.text.contains("elle sera reçue"))
        #expect(root.all("dd") { $0.has(class: "mistake") }.map(\.text) == ["Non jointe\u{A0}: <i>.mov"])
        #expect(root.all("title").first?.text.hasPrefix("Un document n’est pas joint – ") == true)
        #expect(root.all("form").first?.sent["avis"] == ["c2NlbGxl"])
        let two = FormEntry(values: PublicSamples.typed, refused: [lone], othersRefused: 1)
        #expect(press.render(recap(two)).contains("2 documents ne sont pas joints"))
        #expect(try form(FormEntry(refused: [lone], refusalNotice: "c2NlbGxl")).sent["avis"] == ["c2NlbGxl"])
        let whole = press.render(recap(FormEntry(values: PublicSamples.typed)))
        #expect(!whole.contains("role=\"alert\"") && !whole.contains("name=\"avis\""))
    }

    @Test func `promises no e-mail where none can leave`() throws {
        for (name, isPromised) in [("formulaire", true), ("formulaire-sans-relais", false)] {
            let page = try #require(PublicSamples.all(press).first { $0.name == name }?.page)
            let text = try StaffMarkup(press.render(page)).root.text
            #expect(text.contains("Nous y envoyons l’accusé de réception") == isPromised, "\(name)")
            #expect(text.contains("Ce site n’envoie pas de courriels") != isPromised, "\(name)")
        }
    }

    // Shows: S-32
    @Test func `remembers through the recap that something may be missing`() throws {
        let entry = FormEntry(values: ["reclamation": "Rien ne va."], acceptsIncomplete: true)
        let root = try StaffMarkup(press.render(recap(entry))).root
        #expect(root.all("form").first?.sent["incomplete"] == ["oui"])
        #expect(root.text.contains("Non renseigné"))
    }

    // Shows: R-40
    @Test func `is read again with a warning where no letter could reach its author`() throws {
        let warns = { (values: [String: String], hasRelay: Bool) in
            let page = self.recap(FormEntry(values: values), hasRelay: hasRelay)
            return try StaffMarkup(self.press.render(page)).root.text.contains("sans adresse postale, nous ne pourrons")
        }
        let email = ["courriel": "noe@courrier.example"]
        #expect(try warns(email, false) && !warns(email, true))
        #expect(try !warns(email.merging(["adresse": "4 quai de la Fosse"]) { $1 }, false))
        #expect(try !warns(email.merging(["representant_adresse": "9 rue Haute"]) { $1 }, false))
        #expect(try !warns([:], false), "what is missing is asked for anyhow")
    }

    private func page(_ entry: FormEntry) -> ComplaintFormPage {
        ComplaintFormPage(
            procedure: PublicSamples.procedure,
            submission: "6Y1R8K",
            entry: entry,
            limits: PublicSamples.limits,
            hasRelay: true,
            press: press
        )
    }

    private func recap(_ entry: FormEntry, hasRelay: Bool = true) -> RecapPage {
        RecapPage(
            procedure: PublicSamples.procedure,
            submission: "6Y1R8K",
            entry: entry,
            limits: PublicSamples.limits,
            hasRelay: hasRelay,
            press: press
        )
    }

    private func form(_ entry: FormEntry) throws -> StaffMarkup.Element {
        try #require(try StaffMarkup(press.render(page(entry))).root.all("form").first)
    }

    private func offersToContinue(_ entry: FormEntry) throws -> Bool {
        try form(entry).all("button") { $0.attributes["name"] == "incomplete" && $0.attributes["value"] == "oui" }.count
            == 1
    }
}
