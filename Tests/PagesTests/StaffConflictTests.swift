import Testing

@testable import Complaints
@testable import Pages

@Suite struct `A form that comes back because the file was changed` {
    let press: Press

    init() throws { press = try Press() }

    /// The page of a draft that came back, and the element that says why.
    private func page(_ file: CaseFile, _ draft: ActDraft, for officer: Officer) throws -> (StaffMarkup, said: String) {
        let page = StaffSamples.casePage(file, for: officer, draft: draft, press: press)
        let markup = try StaffMarkup(press.render(page))
        let alert = try #require(markup.root.descendants.first { $0.attributes["role"] == "alert" })
        return (markup, alert.text)
    }

    private func overtaken(_ act: Act, _ values: [String: [String]]) -> ActDraft {
        ActDraft(act: act, values: values, trouble: .overtaken)
    }

    // Shows: R-23
    @Test func `keeps whom and what the file names, with every word typed`() throws {
        var sent = StaffSamples.stale
        sent["mis_en_cause"] = ["paul"]
        sent["gravites"] = ["securite"]
        let file = StaffStory.file(.qualified)
        let (markup, said) = try page(file, overtaken(.qualify, sent), for: StaffStory.director)
        let form = try #require(StaffTestFiles.form("qualification", markup)).sent
        #expect(Set(form["mis_en_cause"] ?? []) == ["luc", "paul"])
        #expect(Set(form["gravites"] ?? []) == ["securite", "plusieurs-stagiaires"])
        #expect(form["theme"] == ["moyens"] && form["consommateur"] == ["oui"])
        #expect(form["motif"] == ["Panne <b>confirmée</b>."] && form["version"] == ["\(file.version)"])
        #expect(said.contains("est remis dans le formulaire"))
    }

    @Test func `leaves what was chosen, and says nothing of what it did not add`() throws {
        let sent = [
            "version": ["1"], "nature": ["demande-avis"], "motif": ["Un avis."], "theme": ["formateur"],
            "consommateur": ["non"], "mis_en_cause": ["paul", "luc"], "gravites": ["plusieurs-stagiaires"],
        ]
        let draft = overtaken(.qualify, sent)
        let (markup, said) = try page(StaffStory.file(.qualified), draft, for: StaffStory.director)
        let form = try #require(StaffTestFiles.form("qualification", markup)).sent
        for name in ["nature", "motif", "theme", "consommateur"] { #expect(form[name] == sent[name], "\(name)") }
        #expect(Set(form["mis_en_cause"] ?? []) == ["paul", "luc"] && !said.contains("est remis"))
    }

    @Test func `for any other reason has the boxes that were sent`() throws {
        let draft = ActDraft(
            act: .qualify,
            values: StaffSamples.stale,
            trouble: .refused(.reasonTooShort(minimum: 10))
        )
        let (markup, said) = try page(StaffStory.file(.qualified), draft, for: StaffStory.director)
        let form = try #require(StaffTestFiles.form("qualification", markup)).sent
        #expect(form["mis_en_cause"] == nil && form["theme"] == [""] && !said.contains("Mise en cause"))
    }

    @Test func `lists what was done since, by whom, and nothing that was seen or that the server did`() throws {
        var file = StaffStory.file(.qualified)
        let letter = LetterIssue(letter: "accuse-1", kind: .acknowledgement, way: .email, trace: "250")
        file.apply(StaffStory.entry(.letterIssued(letter), "2026-11-23T07:00:00Z", by: .system))
        let sent = StaffSamples.stale
        let (markup, said) = try page(file, overtaken(.qualify, sent), for: StaffStory.director)
        let alert = try #require(markup.root.descendants.first { $0.attributes["role"] == "alert" })
        #expect(alert.all("li").count == 1)
        for part in ["15/09/2026", "Inès Moreau", "Qualifiée", "Mise en cause ajoutée", "Luc \"Cadreur\" Étienne"] {
            #expect(alert.all("li").first?.text.contains(part) == true, "\(part)")
        }
        #expect(said.contains("Quelqu’un d’autre a modifié"))
    }

    // Shows: R-46
    @Test func `is silent on a mediation's pieces to whoever does not follow it`() throws {
        let note = ["version": ["1"], "texte": ["Rappelée."]]
        let (_, said) = try page(StaffStory.file(.mediated), overtaken(.note, note), for: StaffStory.desk)
        #expect(said.contains("Médiation terminée") && !said.contains("120 €"))
    }

    @Test func `says whether it was oneself, somebody else, or not known who`() throws {
        let cases: [(version: [String]?, officer: Officer, oneself: Bool, others: Bool, lines: Int)] = [
            (["2"], StaffStory.manager, true, false, 1), (["2"], StaffStory.director, false, true, 1),
            (["1"], StaffStory.manager, true, false, 2), (["9"], StaffStory.manager, false, false, 0),
            (["0"], StaffStory.manager, false, false, 0), (["-1"], StaffStory.manager, false, false, 0),
            (["3"], StaffStory.manager, false, false, 0), (["1", "2"], StaffStory.manager, false, false, 0),
            (["x"], StaffStory.manager, false, false, 0), (nil, StaffStory.manager, false, false, 0),
        ]
        for (version, officer, oneself, others, lines) in cases {
            var values = ["texte": ["Rappelée."]]
            values["version"] = version
            let (markup, said) = try page(StaffStory.file(.asked), overtaken(.note, values), for: officer)
            #expect(said.contains("Vous avez vous-même modifié") == oneself, "\(version ?? [])")
            #expect(said.contains("Quelqu’un d’autre") == others, "\(version ?? [])")
            #expect(said.contains("Le dossier a été modifié") == (!oneself && !others), "\(version ?? [])")
            let alert = try #require(markup.root.descendants.first { $0.attributes["role"] == "alert" })
            #expect(alert.all("li").count == lines, "\(version ?? [])")
        }
        let both = overtaken(.note, ["version": ["2"], "texte": ["Rappelée."]])
        let (_, said) = try page(StaffStory.file(.completed), both, for: StaffStory.manager)
        #expect(said.contains("Le dossier a été modifié") && said.contains("Compléments reçus"))
    }

    @Test func `lists it too where the act is no longer possible`() throws {
        let draft = overtaken(.answer, StaffSamples.grievances.merging(["version": ["8"]]) { $1 })
        let (markup, said) = try page(StaffStory.file(.closed), draft, for: StaffStory.director)
        #expect(StaffTestFiles.form("reponse", markup) == nil)
        #expect(said.contains("Dossier clos") && said.contains("Monsieur,"))
    }
}
