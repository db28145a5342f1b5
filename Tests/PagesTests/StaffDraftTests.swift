import Testing

@testable import Complaints
@testable import Pages

@Suite struct `What was typed for an act that was not done` {
    let press: Press
    /// Markup, quotation marks with and without a combining accent, an emoji, a decomposed letter, blank lines.
    static let hostile =
        "\n  <script>alert(\"x\")</script> & l'été \"\u{301} autofocus onfocus=\"x e\u{301} 🎭\n\n fin \n"

    init() throws { press = try Press() }

    // Shows: S-22
    @Test(arguments: StaffStory.Chapter.allCases) func `comes back to the letter, in every form of every stage`(
        chapter: StaffStory.Chapter
    ) throws {
        let file = StaffStory.file(chapter)
        let blank = try StaffMarkup(press.render(StaffSamples.casePage(file, press: press)))
        for act in file.acts(for: StaffStory.director) {
            guard let noun = act.noun else { continue }
            let typed = typed(try #require(StaffTestFiles.form(noun, blank)))
            let draft = ActDraft(act: act, values: typed, trouble: .refused(.textMissing))
            let page = StaffSamples.casePage(file, draft: draft, press: press)
            let form = try #require(StaffTestFiles.form(noun, StaffMarkup(press.render(page))))
            for (name, values) in typed {
                let sent = form.sent[name] ?? []
                #expect(
                    sent.map { Array($0.unicodeScalars) } == values.map { Array($0.unicodeScalars) },
                    "\(noun): \(name)"
                )
            }
        }
    }

    /// The fields of a form, each filled with a hostile text or its last choice.
    private func typed(_ form: StaffMarkup.Element) -> [String: [String]] {
        var typed: [String: [String]] = [:]
        for field in form.descendants {
            guard let name = field.attributes["name"], field.attributes["type"] != "hidden" else { continue }
            switch (field.name, field.attributes["type"]) {
            case ("textarea", _): typed[name] = [Self.hostile]
            case ("input", "radio"), ("input", "checkbox"): typed[name] = [field.attributes["value"] ?? ""]
            case ("input", "file"), ("button", _): break
            case ("select", _): typed[name] = [field.all("option").last?.attributes["value"] ?? ""]
            // Of a field of one line no browser sends a line end.
            default: typed[name] = [Self.hostile.replacing("\n", with: " ")]
            }
        }
        return typed
    }

    @Test func `keeps a mistake beside its field, and leads to it from above the form`() throws {
        let draft = ActDraft(
            act: .qualify,
            values: ["nature": ["demande-avis"], "motif": ["Non"]],
            trouble: .refused(.reasonTooShort(minimum: 10))
        )
        let page = StaffSamples.casePage(StaffStory.file(.received), draft: draft, press: press)
        let root = try StaffMarkup(press.render(page)).root
        let form = try #require(StaffTestFiles.form("qualification", StaffMarkup(press.render(page))))
        let summary = try #require(form.descendants.first { $0.attributes["role"] == "alert" })
        #expect(summary.attributes["tabindex"] == "-1")
        #expect(summary.all("a").map { $0.attributes["href"] } == ["#qualification-motif"])
        let field = try #require(form.all("textarea") { $0.attributes["name"] == "motif" }.first)
        #expect(field.attributes["aria-invalid"] == "true")
        #expect(field.attributes["aria-describedby"]?.contains("qualification-motif-erreur") == true)
        #expect(root.all("title").first?.text.hasPrefix("Erreur") == true)
    }

    @Test func `opens its form where it is not the next act`() throws {
        let draft = ActDraft(act: .note, values: ["texte": ["x"]], trouble: .overtaken)
        let page = StaffSamples.casePage(StaffStory.file(.acted), draft: draft, press: press)
        let opened = try StaffMarkup(press.render(page)).root.all("details") { $0.attributes["open"] != nil }
        #expect(opened.map { $0.attributes["id"] } == ["acte-notes"])
    }

    // Shows: S-20
    @Test(arguments: [
        (ActDraft.Trouble.unreadable(["fait_le": .date]), String?.some("1")), (.unfinished, "1"), (.expired, "1"),
        (.overtaken, nil),
    ]) func `goes on from the version that its writer had seen, until they are told of another`(
        trouble: ActDraft.Trouble,
        kept: String?
    ) throws {
        let file = StaffStory.file(.acted)
        let values = ["version": ["1"], "texte": ["Devis demandé"], "fait_le": ["hier"]]
        let draft = ActDraft(act: .recordMeasure, values: values, trouble: trouble)
        let markup = try StaffMarkup(press.render(StaffSamples.casePage(file, draft: draft, press: press)))
        #expect(file.version > 1)
        #expect(try #require(StaffTestFiles.form("actions", markup)).sent["version"] == [kept ?? "\(file.version)"])
        #expect(try #require(StaffTestFiles.form("notes", markup)).sent["version"] == ["\(file.version)"])
    }

    @Test func `is shown to be copied where the act is no longer possible`() throws {
        let draft = ActDraft(
            act: .answer,
            values: StaffSamples.grievances,
            trouble: .refused(.notAtThisStage(.closed))
        )
        let page = StaffSamples.casePage(StaffStory.file(.closed), draft: draft, press: press)
        let markup = try StaffMarkup(press.render(page))
        #expect(StaffTestFiles.form("reponse", markup) == nil)
        #expect(markup.root.text.contains("\n  Monsieur,\n\nvous avez raison."))
        #expect(markup.root.text.contains("Dédommager <le temps perdu>"))
    }

    static let causes: [(Refusal, Act, [String: [String]], String?)] = [
        (.reasonTooShort(minimum: 10), .close, [:], "motif"),
        (.reasonTooShort(minimum: 10), .register, [:], "en_l_etat"),
        (.reasonTooShort(minimum: 10), .assign, [:], "derogation"),
        (.reasonTooShort(minimum: 10), .recordSatisfaction, [:], "motif"),
        (.dateImpossible, .recordSatisfaction, ["le": ["2030-01-01"]], "le"),
        (.lacking([.stakeholder]), .register, [:], "en_l_etat"),
        (.nothingAsked, .requestCompletion, [:], "message"),
        (.conflictOfInterest, .assign, [:], "gestionnaire"), (.othersMayHandle, .assign, [:], "gestionnaire"),
        (.textMissing, .answer, ["texte": ["Bonjour"], "signataire": [" "]], "signataire"),
        (.textMissing, .refer, ["mediateur": ["M"], "objet": [""]], "objet"),
        (.noGrievance, .answer, [:], "grief_1"),
        (.groundMissing(grievance: 2), .answer, StaffSamples.grievances, "motif_2"),
        (.consumerStatusMissing, .answer, [:], "consommateur"),
        (.forbiddenWording(.europeanPlatform), .answer, ["motif_2": ["ec.europa.eu/consumers/odr"]], "motif_2"),
        (.dateNotLater(StaffStory.today), .extend, [:], "nouvelle_date"),
        (.leftToComplete, .extend, ["motif": ["Voici : [à compléter : quoi]"]], "motif"),
        (.leftToComplete, .answer, ["texte": ["Bon"], "solution_1": ["[a completer]"]], "solution_1"),
        (.dateImpossible, .recordMeasure, ["fait_le": ["2030-01-01"]], "fait_le"),
        (.dayBeforeComplaint(StaffStory.today), .recordMeasure, ["fait_le": ["2025-01-01"]], "fait_le"),
        (.stillWaiting(until: StaffStory.today), .abandon, ["motif": ["Rien depuis"]], nil),
        (.dateImpossible, .refer, ["saisi_le": ["2030-01-01"]], "saisi_le"),
        (.dateImpossible, .recordMediation, ["le": ["2030-01-01"]], "le"),
        (.dateImpossible, .recordNotice, ["notifie_le": ["2030-01-01"]], "notifie_le"),
        (.dateImpossible, .replyToMediator, ["envoyee_le": ["2030-01-01"]], "envoyee_le"),
        (.dateImpossible, .contest, ["contestee_le": ["2030-01-01"]], "contestee_le"),
        (.dateNotLater(StaffStory.today), .prolongMediation, [:], "nouvelle_date"),
        (.replyDueTooEarly, .recordNotice, [:], "reponse_due"),
        (.textMissing, .contest, ["conteste_par": [""], "texte": ["Je réclame"]], "conteste_par"),
        (.textMissing, .contest, ["conteste_par": [""], "texte": [""]], "conteste_par"),
        (.anotherMustDecide, .decideContest, [:], nil),
        (.unknownOfficer, .assign, [:], "gestionnaire"), (.unknownOfficer, .recuse, [:], "agent"),
        (.unknownOfficer, .qualify, [:], "mis_en_cause"), (.reasonNotFresh, .qualify, [:], "motif"),
        (.proofMissing, .amend, [:], "preuve_envoi"), (.tooManyDocuments, .amend, [:], "piece_jointe"),
        (.dateNotEarlier(StaffStory.today), .qualify, [:], "envoyee_le"), (.barred, .answer, [:], nil),
        (.forbiddenWording(.compulsoryMediation), .qualify, ["motif": ["La médiation est obligatoire"]], "motif"),
        (
            .forbiddenWording(.compulsoryMediation), .amend,
            ["representant_nom": ["La médiation est obligatoire"]], "representant_nom"
        ),
        (.mediatorMissing, .answer, [:], nil),
        (.mediatorExpired(StaffStory.today), .answer, [:], nil),
        (.fileIncomplete([.answer]), .close, [:], nil),
    ]

    @Test(arguments: causes) func `knows which field a refusal is about`(
        refusal: Refusal,
        act: Act,
        values: [String: [String]],
        field: String?
    ) {
        #expect(ActDraft(act: act, values: values, trouble: .refused(refusal)).fields(behind: refusal).first == field)
    }

    @Test func `says everything that is wrong, each beside its field, and leads to each from above the form`() throws {
        let refusal = Refusal.several([.textMissing, .groundMissing(grievance: 2), .mediatorMissing])
        let draft = ActDraft(
            act: .answer,
            values: StaffSamples.grievances.merging(["texte": [" "]]) { $1 },
            trouble: .unreadable(["consommateur": .choice], besides: .several(refusal.each + [.consumerStatusMissing]))
        )
        let page = StaffSamples.casePage(StaffStory.file(.acted), draft: draft, press: press)
        let form = try #require(StaffTestFiles.form("reponse", StaffMarkup(press.render(page))))
        let summary = try #require(form.descendants.first { $0.attributes["role"] == "alert" })
        let targets = summary.all("a").compactMap { $0.attributes["href"] }
        #expect(targets == ["#reponse-motif_2", "#reponse-texte", "#reponse-consommateur-1"])
        #expect(summary.text.contains("Un texte est nécessaire ici") && summary.text.contains("grief n° 2"))
        #expect(summary.text.contains("dans les réglages, puis répondez"))
        let marks = form.descendants.filter { $0.attributes["id"]?.hasSuffix("-erreur") == true }.map(\.text)
        #expect(marks.count == 3 && marks[2].hasSuffix("Choisissez une réponse."))
    }

    @Test func `asks for a decision where one is missing`() throws {
        let page = try #require(StaffSamples.all(press).first { $0.name == "refus-sans-decision" }?.page)
        let form = try #require(StaffTestFiles.form("reponse", StaffMarkup(press.render(page))))
        #expect(form.text.contains("Choisissez une décision.") && !form.text.contains("Choisissez une réponse."))
    }

    @Test func `asks for no words where a document does in their place`() {
        let values = ["conteste_par": [""], "texte": [""]]
        var draft = ActDraft(act: .contest, values: values, trouble: .refused(.textMissing))
        #expect(draft.mistakes(press).keys.sorted() == ["conteste_par", "texte"])
        draft.kept = [StaffStory.document("lettre.pdf", "application/pdf", 1)]
        #expect(draft.mistakes(press).keys.sorted() == ["conteste_par"])
    }

    // Shows: R-36
    @Test func `marks every text with a forbidden wording, and none that no letter prints`() {
        let duty = "La médiation est obligatoire"
        let refused = ActDraft.Trouble.refused(.forbiddenWording(.compulsoryMediation))
        let answer = ["motif_1": [duty], "texte": ["Voyez ec.europa.eu/consumers/odr"], "signataire": ["Inès"]]
        let mistakes = ActDraft(act: .answer, values: answer, trouble: refused).mistakes(press)
        #expect(Set(mistakes.keys) == ["motif_1", "texte"])
        #expect(mistakes["texte"] == press.words(.forbiddenWording(.europeanPlatform)))
        let came = ["texte": [duty], "nom": [duty], "reclamation": [duty]]
        #expect(ActDraft(act: .complete, values: came, trouble: refused).mistakes(press).keys.sorted() == ["nom"])
    }

    @Test func `numbers its grievances as the rules count them, empty rows left out`() throws {
        let draft = ActDraft(
            act: .answer,
            values: StaffSamples.grievances,
            trouble: .refused(.groundMissing(grievance: 2))
        )
        let page = StaffSamples.casePage(StaffStory.file(.acted), draft: draft, press: press)
        let form = try #require(StaffTestFiles.form("reponse", StaffMarkup(press.render(page))))
        #expect(form.sent["grief_2"] == ["Dédommager <le temps perdu>"])
        #expect(form.sent["decision_2"] == ["rejetee"])
        #expect(form.sent["grief_3"] == [""] && form.sent["decision_3"] == nil && form.sent["grief_4"] == nil)
        let wrong = form.all("textarea") { $0.attributes["aria-invalid"] != nil }
        #expect(wrong.map { $0.attributes["name"] } == ["motif_2"])
    }

    @Test(arguments: [1, 2, 8]) func `comes back with the rows of grievances that it was sent with`(count: Int) throws {
        var values = Dictionary(uniqueKeysWithValues: (1...count).map { ("grief_\($0)", ["Grief \($0)"]) })
        values["grief_\(count)"] = [""]
        values["decision_\(count)"] = ["rejetee"]
        for trouble in [ActDraft.Trouble.refused(.textMissing), .overtaken, .expired, .unreadable([:])] {
            let draft = ActDraft(act: .answer, values: values, trouble: trouble)
            let page = StaffSamples.casePage(StaffStory.file(.acted), draft: draft, press: press)
            let form = try #require(StaffTestFiles.form("reponse", StaffMarkup(press.render(page))))
            let fields = form.all("textarea") { $0.attributes["name"]?.hasPrefix("grief_") == true }
            #expect(fields.compactMap { $0.attributes["name"] } == (1...count).map { "grief_\($0)" })
            #expect(form.sent["decision_\(count)"] == ["rejetee"])
        }
    }

    @Test func `gains one empty row of grievance, where writing goes on, and never more than eight`() throws {
        for (count, rows) in [(1, [1, 2]), (7, Array(1...8)), (8, Array(1...8))] {
            let values = Dictionary(uniqueKeysWithValues: (1...count).map { ("grief_\($0)", ["Grief"]) })
            let draft = ActDraft(act: .answer, values: values, trouble: .unfinished)
            let page = StaffSamples.casePage(StaffStory.file(.acted), draft: draft, press: press)
            let form = try #require(StaffTestFiles.form("reponse", StaffMarkup(press.render(page))))
            let fields = form.all("textarea") { $0.attributes["name"]?.hasPrefix("grief_") == true }
            #expect(fields.compactMap { $0.attributes["name"] } == rows.map { "grief_\($0)" })
            #expect(fields.filter { $0.attributes["autofocus"] != nil }.count == 1)
            #expect(form.descendants.filter { $0.attributes["role"] == "alert" }.isEmpty)
            #expect(form.all("button") { $0.attributes["name"] == "ajouter" }.isEmpty == (rows.count == 8))
        }
    }
}
