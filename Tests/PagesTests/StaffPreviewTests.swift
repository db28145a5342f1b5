import Testing

@testable import Complaints
@testable import Pages

@Suite struct `The letter above the form of its act` {
    let press: Press

    init() throws { press = try Press() }

    private func form(_ name: String, _ noun: String) throws -> StaffMarkup.Element {
        let page = try #require(StaffSamples.previews(press).first { $0.name == name }?.page)
        return try #require(StaffTestFiles.form(noun, StaffMarkup(press.render(page))))
    }

    private func buttons(_ form: StaffMarkup.Element) -> [String] {
        form.all("button").map { $0.attributes["name"] ?? "" }
    }

    @Test(arguments: StaffStory.Chapter.allCases) func `is asked for by a second button, where the act sends one`(
        chapter: StaffStory.Chapter
    ) throws {
        let file = StaffStory.file(chapter)
        let page = try StaffMarkup(press.render(StaffSamples.casePage(file, press: press)))
        for act in file.acts(for: StaffStory.director) {
            guard let noun = act.noun, let form = StaffTestFiles.form(noun, page) else { continue }
            let names = buttons(form)
            #expect(names.filter { $0 == "relire" }.count == (act.mayCallForLetter ? 1 : 0), "\(noun)")
            #expect(names.first { $0 != "ajouter" } == "", "\(noun)")
        }
    }

    @Test func `stands before the fields, which keep what was typed and the documents that came`() throws {
        let form = try form("relire-reponse", "reponse")
        #expect(buttons(form) == ["relire", "ajouter", ""])
        #expect(form.sent["texte"] == ["\n  Monsieur,\n\nvous avez raison."])
        #expect(form.sent["piece_gardee"]?.first?.hasSuffix(" devis <1>.pdf") == true)
        #expect(form.text.contains("Elle partirait par courriel à"))
        #expect(form.all("article").count == 1 && !form.descendants.contains { $0.attributes["role"] == "alert" })
    }

    @Test func `is opened at its heading, by its address and by the focus, not at its middle`() throws {
        for name in ["relire-reponse", "relire-papier"] {
            let noun = name == "relire-papier" ? "demande-complements" : "reponse"
            let form = try form(name, noun)
            let focused = form.descendants.filter { $0.attributes["autofocus"] != nil }
            #expect(focused.map(\.name) == ["h3"] && focused.map { $0.attributes["id"] } == ["\(noun)-relecture"])
            let asking = form.all("button") { $0.attributes["name"] == "relire" }
            #expect(asking.allSatisfy { $0.attributes["formaction"]?.hasSuffix("/\(noun)#\(noun)-relecture") == true })
        }
    }

    // Shows: R-40
    @Test func `says that it must be printed, and what it then lacks`() throws {
        let unset = try form("relire-sans-relais", "reponse").text
        #expect(
            unset.contains("à imprimer") && unset.contains("n’est pas réglé") && !unset.contains("Elle partirait par")
        )
        let paper = try form("relire-papier", "demande-complements")
        #expect(
            paper.text.contains("n’a pas d’adresse électronique") && paper.text.contains("n’a pas d’adresse postale")
        )
        #expect(paper.all("p") { $0.has(class: "address-line") }.count == 3)
    }

    @Test func `is sent by the last button, that says what it does and how the letter goes, or changed behind another`()
        throws
    {
        for (name, noun, words) in [
            ("relire-reponse", "reponse", "Donner cette réponse et envoyer la lettre"),
            ("relire-sans-relais", "reponse", "Donner cette réponse\u{202F}; la lettre est à poster"),
            ("relire-papier", "demande-complements", "Demander les compléments\u{202F}; la lettre est à poster"),
            ("relire-cloture", "cloture", "Clore et envoyer la lettre"),
            ("relire-autre", "cloture", "Clore et envoyer la lettre"),
        ] {
            let form = try form(name, noun)
            let sending = form.all("button") { $0.attributes["name"] == nil }
            #expect(sending.map(\.text) == [words] && sending.allSatisfy { !$0.has(class: "second") }, "\(name)")
            // Enter in a field presses the first: it shows the letter again, and sends nothing.
            #expect(buttons(form).first == "relire" && buttons(form).last == "", "\(name)")
            #expect(form.sent["relue"] == [String(repeating: "7f", count: 32)], "\(name)")
            let folded = try #require(form.all("details").first)
            #expect(folded.attributes["open"] == nil, "\(name)")
            #expect(folded.all("summary").map(\.text) == ["Revenir au formulaire pour modifier"], "\(name)")
            #expect(folded.all("textarea").count == form.all("textarea").count, "\(name)")
            #expect(folded.all("button") { $0.attributes["name"] == "relire" }.count == 1, "\(name)")
            #expect(folded.all("button") { $0.attributes["name"] == nil }.isEmpty, "\(name)")
        }
    }

    // Shows: R-40
    @Test func `leaves in the open what is said beside the button that closes`() throws {
        let form = try form("relire-cloture", "cloture")
        let warnings = form.all("p") { $0.has(class: "warning") }
        #expect(warnings.count == 1 && warnings[0].text.contains("3 lettres de ce dossier ne sont pas encore parties"))
        #expect(form.all("details").flatMap { $0.all("p") { $0.has(class: "warning") } }.isEmpty)
    }

    @Test func `warns of words that open the text, since the letter has its own`() throws {
        let words = "Votre texte commence par une formule d’appel\u{202F}; la lettre en a déjà une."
        #expect(try form("relire-reponse", "reponse").text.contains(words))
        #expect(try !form("relire-papier", "demande-complements").text.contains(words))
    }

    @Test func `says that it is another than the one that was read over`() throws {
        let changed = "Le texte a changé depuis la relecture\u{A0}: relisez la lettre avant de l’envoyer."
        let other = try form("relire-autre", "cloture")
        let alerts = other.all("p") { $0.attributes["role"] == "alert" }
        #expect(alerts.map(\.text) == [changed])
        #expect(try !form("relire-cloture", "cloture").text.contains("depuis la relecture"))
        let none = try form("relire-autre-rien", "qualification")
        #expect(none.text.contains("aucune lettre ne part") && none.sent["relue"] == nil)
        #expect(none.all("details").isEmpty && buttons(none) == ["", "relire"])
    }

    @Test(arguments: Act.allCases.filter(\.mayCallForLetter))
    func `has words for the button of every act that sends one`(
        act: Act
    ) throws {
        let noun = try #require(act.noun)
        let words = press.words("staff.preview.send", ["act": press.words("staff.preview.act.\(noun)")])
        #expect(words.hasSuffix(" et envoyer la lettre") && !words.hasPrefix(" "))
    }

    @Test func `is not there, and nothing to send it with, where the act sends none, which the page explains`() throws {
        let page = try #require(StaffSamples.previews(press).first { $0.name == "relire-rien" }?.page)
        let root = try StaffMarkup(press.render(page)).root
        #expect(root.all("title").first?.text.hasPrefix("Aucune lettre – ") == true)
        let form = try #require(StaffTestFiles.form("qualification", StaffMarkup(press.render(page))))
        #expect(form.all("article").isEmpty && form.all("details").isEmpty)
        #expect(form.text.contains("Aucune lettre ne part avec cette décision"))
        #expect(form.text.contains("Une lettre part quand vous décidez que ce n’est pas une réclamation"))
        #expect(buttons(form) == ["", "relire"])
    }
}
