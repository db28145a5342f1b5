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
        #expect(buttons(form) == ["", "ajouter", "relire"])
        #expect(form.sent["texte"] == ["\n  Monsieur,\n\nvous avez raison."])
        #expect(form.sent["piece_gardee"]?.first?.hasSuffix(" devis <1>.pdf") == true)
        #expect(form.text.contains("Elle partirait par courriel à"))
        #expect(form.all("article").count == 1 && !form.descendants.contains { $0.attributes["role"] == "alert" })
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

    @Test func `is sent by one button, that says whether it goes or is to be posted, or changed behind another`() throws
    {
        for (name, noun, words) in [
            ("relire-reponse", "reponse", "Envoyer la lettre"),
            ("relire-sans-relais", "reponse", "Enregistrer la lettre, à poster"),
            ("relire-papier", "demande-complements", "Enregistrer la lettre, à poster"),
        ] {
            let form = try form(name, noun)
            let sending = form.all("button") { $0.attributes["name"] == nil }
            #expect(sending.map(\.text) == [words] && sending.allSatisfy { !$0.has(class: "second") }, "\(name)")
            let folded = try #require(form.all("details").first)
            #expect(folded.attributes["open"] == nil, "\(name)")
            #expect(folded.all("summary").map(\.text) == ["Revenir au formulaire pour modifier"], "\(name)")
            #expect(folded.all("textarea").count == form.all("textarea").count, "\(name)")
            #expect(folded.all("button") { $0.attributes["name"] == "relire" }.count == 1, "\(name)")
        }
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
