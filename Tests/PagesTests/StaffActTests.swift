import Testing

@testable import Complaints
@testable import Pages

@Suite struct `The acts on a case page` {
    let press: Press

    init() throws { press = try Press() }

    // Shows: R-67
    @Test(arguments: Stage.allCases) func `are those that the officer may do at this stage, once each, and no other`(
        stage: Stage
    ) throws {
        let file = StaffTestFiles.at(stage)
        for officer in StaffTestFiles.officers {
            let markup = try StaffMarkup(press.render(StaffSamples.casePage(file, for: officer, press: press)))
            let nouns = StaffTestFiles.nouns(markup, of: file.identifier)
            let allowed = file.acts(for: officer).compactMap(\.noun)
            #expect(nouns.sorted() == allowed.sorted(), "\(stage), \(officer.roles)")
        }
    }

    @Test func `send the token, and the version of the file they were made from`() throws {
        let file = StaffStory.file(.acted)
        let root = try StaffMarkup(press.render(StaffSamples.casePage(file, press: press))).root
        let forms = root.all("form") { $0.attributes["action"]?.hasPrefix(Path.caseFile("REC-2026-0007")) == true }
        #expect(forms.count == file.acts(for: StaffStory.director).compactMap(\.noun).count)
        for form in forms {
            #expect(form.attributes["method"] == "post")
            #expect(form.sent["jeton"] == ["jeton-de-session"])
            #expect(form.sent["version"] == [String(file.version)])
            let takesFiles = form.all("input") { $0.attributes["type"] == "file" }.isEmpty == false
            #expect((form.attributes["enctype"] == "multipart/form-data") == takesFiles)
        }
    }

    static let natural: [(StaffStory.Chapter, String?)] = [
        (.received, "qualification"), (.qualified, "demande-complements"), (.asked, "complements"),
        (.completed, "inscription"), (.registered, "attribution"), (.assigned, "actions"), (.acted, "reponse"),
        (.extended, "reponse"), (.answered, "cloture"), (.referred, "issue-mediation"), (.mediated, "cloture"),
        (.closed, nil), (.reopened, "reponse"), (.requalified, nil), (.abandoned, nil), (.withdrawn, nil),
    ]

    @Test(arguments: natural) func `put the most natural one in its place under the heading`(
        chapter: StaffStory.Chapter,
        noun: String?
    ) throws {
        let page = StaffSamples.casePage(StaffStory.file(chapter), press: press)
        let root = try StaffMarkup(press.render(page)).root
        let place = try #require(root.all("section") { $0.attributes["id"] == "acte" }.first)
        let action = place.all("form").first?.attributes["action"]
        #expect(action == noun.map { Path.act($0, of: StaffStory.file(chapter).identifier) })
    }

    @Test func `say who may do the next one where the reader may not`() throws {
        let page = StaffSamples.casePage(StaffStory.file(.received), for: StaffStory.desk, press: press)
        let root = try StaffMarkup(press.render(page)).root
        let place = try #require(root.all("section") { $0.attributes["id"] == "acte" }.first)
        #expect(place.all("form").isEmpty)
        #expect(place.text.contains("Responsable des réclamations"))
    }

    // Shows: R-10
    @Test(arguments: [(14, "complements", false), (15, "une relance", true), (30, "l’abandon peut être décidé", true)])
    func `propose a reminder after fifteen days and an abandonment after thirty`(
        days: Int,
        words: String,
        isSaid: Bool
    ) {
        let file = StaffStory.asked(on: StaffStory.today.adding(days: -days))
        let html = press.render(StaffSamples.casePage(file, press: press))
        #expect(html.contains("il y a \(days) jours"))
        #expect(html.contains(words))
        #expect(html.contains("sans réponse") == isSaid)
    }

    // Shows: R-69
    @Test func `warn that a note can be read by the person it is about`() throws {
        let markup = try StaffMarkup(press.render(StaffSamples.casePage(StaffStory.file(.acted), press: press)))
        let form = try #require(StaffTestFiles.form("notes", markup))
        #expect(form.text.contains("Consultable par la personne concernée"))
    }

    // Shows
    @Test func `ask for what is missing by its name, and offer fields for it alone`() throws {
        let asked = try StaffMarkup(press.render(StaffSamples.casePage(StaffStory.file(.qualified), press: press)))
        #expect(StaffTestFiles.form("demande-complements", asked)?.text.contains("la qualité de la personne") == true)
        let page = StaffSamples.casePage(StaffStory.file(.asked), press: press)
        let form = try #require(StaffTestFiles.form("complements", StaffMarkup(press.render(page))))
        #expect(Set(form.sent.keys) == ["jeton", "version", "vous_etes", "texte"])
    }

    // Shows: R-08
    @Test func `ask why a complaint is registered as it is, only where something is missing`() throws {
        for (chapter, isAsked) in [(StaffStory.Chapter.qualified, true), (.completed, false)] {
            let page = StaffSamples.casePage(StaffStory.file(chapter), press: press)
            let form = try #require(StaffTestFiles.form("inscription", StaffMarkup(press.render(page))))
            #expect((form.sent["en_l_etat"] != nil) == isAsked)
        }
    }

    // Shows: R-23
    @Test func `mark whoever is named in the complaint, and leave the override to the management`() throws {
        let file = StaffStory.file(.registered)
        for (officer, mayOverride) in [(StaffStory.director, true), (StaffStory.manager, false)] {
            let markup = try StaffMarkup(press.render(StaffSamples.casePage(file, for: officer, press: press)))
            let form = try #require(StaffTestFiles.form("attribution", markup))
            #expect(form.all("option").contains { $0.text == "Luc \"Cadreur\" Étienne (mise en cause)" })
            #expect((form.sent["derogation"] != nil) == mayOverride)
        }
    }

    // Shows: R-23
    @Test func `leave a note to whoever is named in the complaint, say why, and to the management how to pass over it`()
        throws
    {
        for (role, expected) in [(Role.complaintsManager, ["notes"]), (.management, ["attribution", "notes"])] {
            let officer = Officer(id: "luc", roles: [role])
            let page = StaffSamples.casePage(StaffStory.file(.registered), for: officer, press: press)
            let markup = try StaffMarkup(press.render(page))
            #expect(StaffTestFiles.nouns(markup, of: "REC-2026-0007").sorted() == expected)
            let notice = try #require(markup.root.all("div") { $0.has(class: "notice") }.first)
            #expect(notice.text.contains("vous met en cause"))
            #expect(notice.text.contains("passer outre") == (role == .management))
        }
    }

    // Shows: R-23
    @Test func `offer to choose among the people of the provider, and name those stepped aside`() throws {
        let event = Event.recused(Recusal(officer: "ines", reason: "A conduit le stage."))
        let page = StaffSamples.casePage(StaffStory.file(.registered, then: [event]), press: press)
        let markup = try StaffMarkup(press.render(page))
        let assignment = try #require(StaffTestFiles.form("attribution", markup))
        #expect(assignment.all("option").contains { $0.text == "Inès Moreau (récusation)" })
        let recusal = try #require(StaffTestFiles.form("recusation", markup))
        #expect(recusal.all("select").map { $0.attributes["name"] } == ["agent"])
        #expect(recusal.all("option").compactMap { $0.attributes["value"] }.sorted() == ["", "camille", "luc"])
        let judgement = try #require(StaffTestFiles.form("qualification", markup))
        #expect(judgement.sent["mis_en_cause"] == ["luc"])
        #expect(judgement.text.contains("écrivez ci-dessus une raison nouvelle"))
    }

    @Test func `are read back by their noun`() {
        for act in Act.allCases { #expect(act.noun.flatMap(Act.init(noun:)) == (act == .issueLetter ? nil : act)) }
        #expect(Act(noun: "effacer") == nil)
    }
}
