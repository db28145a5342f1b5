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

    // Shows: R-43
    @Test func `propose no day of a seizure, nor who seized: an untouched form records none`() throws {
        let page = StaffSamples.casePage(StaffStory.file(.answered), press: press)
        let sent = try #require(StaffTestFiles.form("mediation", StaffMarkup(press.render(page)))).sent
        #expect(sent["saisi_le"] == [""] && sent["par_reclamant"] ?? [] == [])
        #expect(sent["cadre"] == ["consommation"])
    }

    // Shows: R-13
    @Test(arguments: Stage.allCases) func `that take documents say which kinds, how large and how many`(
        stage: Stage
    ) throws {
        let page = StaffSamples.casePage(StaffTestFiles.at(stage), press: press)
        let root = try StaffMarkup(press.render(page)).root
        let fields = root.all("input") { $0.attributes["type"] == "file" }
        if [.registered, .investigating].contains(stage) { #expect(!fields.isEmpty, "an action has documents") }
        for field in fields {
            #expect(field.attributes["accept"] == PublicSamples.limits.accept)
            let described = (field.attributes["aria-describedby"] ?? "").split(separator: " ").map(String.init)
            let notes = root.all("p") { described.contains($0.attributes["id"] ?? "") }.map(\.text).joined()
            for words in ["10\u{A0}documents", "25\u{A0}Mo", "60\u{A0}Mo", "HEIC"] {
                #expect(notes.contains(words), "\(field.attributes["id"] ?? ""): \(words)")
            }
        }
    }

    @Test func `keep what was written for a contest that turns out to be another's to decide`() throws {
        let values = ["decision": ["maintien"], "motif": ["Rien n’est réclamé <ici>."]]
        let draft = ActDraft(act: .decideContest, values: values, trouble: .refused(.anotherMustDecide))
        let file = StaffStory.file(.contested)
        let page = StaffSamples.casePage(file, for: StaffStory.manager, draft: draft, press: press)
        let form = try #require(StaffTestFiles.form("decision-contestation", StaffMarkup(press.render(page))))
        #expect(form.sent["motif"] == ["Rien n’est réclamé <ici>."])
        #expect(form.text.contains("une autre personne de votre organisme doit décider"))
    }

    // Shows: R-43
    @Test func `propose the mediator whom the person was told of, and no consumer mediator in another setting`() throws
    {
        let proposed = { (file: CaseFile, procedure: Procedure) in
            let page = StaffSamples.casePage(file, procedure: procedure, press: press)
            return try #require(StaffTestFiles.form("mediation", StaffMarkup(press.render(page)))).sent["mediateur"]
        }
        var later = StaffStory.procedure
        later.consumerMediator?.name = "Un autre"
        later.apprenticeshipMediator = later.consumerMediator
        later.apprenticeshipMediator?.name = "Médiateur de la CCI"
        #expect(try proposed(StaffStory.file(.answered), later) == ["Médiation Ouest"])
        #expect(try proposed(StaffStory.file(.acted), later) == ["Un autre"])
        later.consumerMediator?.agreementEnds = StaffStory.today.adding(days: -1)
        #expect(try proposed(StaffStory.file(.acted), later) == [""])
        let contract = Qualification(nature: .complaint, theme: .apprenticeshipContract, consumer: .undetermined)
        let apprentice = StaffStory.file(.acted, then: [.qualified(contract)])
        #expect(try proposed(apprentice, later) == ["Médiateur de la CCI"])
        let company = StaffStory.file(
            .acted,
            then: [.qualified(Qualification(nature: .complaint, consumer: .professional))]
        )
        #expect(try proposed(company, StaffStory.procedure) == [""])
    }

    // Shows: R-38
    @Test func `say before an answer that the mediator's agreement is over, and who signs`() throws {
        var procedure = StaffStory.procedure
        procedure.provider.signatory = "Ada Lebrun, directrice"
        let page = { StaffSamples.casePage(StaffStory.file(.acted), procedure: procedure, press: press) }
        let current = try #require(StaffTestFiles.form("reponse", StaffMarkup(press.render(page()))))
        #expect(!current.text.contains("a pris fin"))
        #expect(current.sent["signataire"] == ["Ada Lebrun, directrice"])
        procedure.consumerMediator?.agreementEnds = StaffStory.today.adding(days: -1)
        let over = try #require(StaffTestFiles.form("reponse", StaffMarkup(press.render(page()))))
        #expect(over.text.contains("a pris fin le 22\u{A0}novembre 2026"))
    }

    // Shows: R-40
    @Test func `say beside the button that closes which letters have not gone, whoever sends them`() throws {
        let warnings = { (letters: [LetterLine], mailIsSet: Bool) in
            let file = StaffStory.file(.answered)
            let page = StaffSamples.casePage(file, letters: letters, mailIsSet: mailIsSet, press: press)
            let form = try #require(StaffTestFiles.form("cloture", StaffMarkup(press.render(page))))
            #expect(form.all("button").map { $0.attributes["name"] } == [nil, "relire"], "a notice, not a refusal")
            return form.all("p") { $0.has(class: "warning") }.map(\.text)
        }
        let letters = StaffSamples.letterLines
        let all = try warnings(letters, false)
        #expect(all.count == 1 && all[0].contains("4 lettres de ce dossier ne sont pas encore parties\u{A0}: «\u{A0}"))
        #expect(all[0].contains("«\u{A0}Réponse\u{A0}» et «\u{A0}Avis de clôture\u{A0}»"))
        let one = try warnings(letters.filter { $0.state == .issued || $0.kind == .answer }, false)
        #expect(one.count == 1 && one[0].contains("Une lettre de ce dossier n’est pas encore partie"))
        #expect(one[0].contains("«\u{A0}Réponse\u{A0}»") && !one[0].contains("Accusé"))
        #expect(try warnings(letters.filter { $0.state == .issued }, false).isEmpty)
        // A relay takes what waits, and nothing else.
        let relayed = try warnings(letters, true)
        #expect(relayed.count == 1 && relayed[0].contains("3 lettres de ce dossier ne sont pas encore parties"))
        #expect(relayed[0].contains("«\u{A0}Réponse\u{A0}»") && !relayed[0].contains("Avis de clôture"))
        let alone = try warnings(letters.filter { $0.kind == .answer }, true)
        #expect(alone.count == 1 && alone[0].contains("Une lettre de ce dossier n’est pas encore partie"))
        #expect(try warnings(letters.filter { $0.state == .issued || $0.kind == .closing }, true).isEmpty)
    }

    // Shows: R-33
    @Test func `say of an answer's documents that no letter carries them`() throws {
        let page = StaffSamples.casePage(StaffStory.file(.acted), press: press)
        let form = try #require(StaffTestFiles.form("reponse", StaffMarkup(press.render(page))))
        #expect(form.text.contains("gardés au dossier et nommés dans la lettre, sans y être joints"))
        #expect(form.text.contains("Pour que la personne les reçoive, envoyez-les vous-même. Jusqu’à"))
        #expect(!form.text.contains("Documents joints"))
    }

    // Shows: R-69
    @Test func `warn that a note can be read by the person it is about`() throws {
        let markup = try StaffMarkup(press.render(StaffSamples.casePage(StaffStory.file(.acted), press: press)))
        let form = try #require(StaffTestFiles.form("notes", markup))
        #expect(form.text.contains("Consultable par la personne concernée"))
    }

    // Shows: R-08, R-09
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
