import Complaints

extension StaffSamples {
    /// The templates of letters: none, some, each of their mistakes and moments; and the case page where a text begins from
    /// one.
    static func letterTemplates(_ press: Press) -> [(name: String, page: any Page)] {
        let proposals = TemplateProposal.allCases.map { proposal in
            let page = list([], TemplateEntry(proposal.draft(press)), press)
            return (name: "modeles-propose-\(proposal.rawValue)", page: page as any Page)
        }
        let wrong: [TemplateMistake] = [
            .name, .act, .textMissing, .textTooLong, .unknownField("nom <b>"), .brace, .wording(.compulsoryMediation),
        ]
        let typed = ["nom": ["Réponse <b>"], "acte": ["prorogation"], "texte": ["Bonjour {nom <b>}"]]
        let refused = TemplateEntry(typed: typed, mistakes: wrong, isPreview: true)
        let troubles = TemplateEntry.Trouble.allCases.map { trouble in
            let page = list(all, TemplateEntry(typed: typed, trouble: trouble), press)
            return (name: "modeles-\(trouble.rawValue)", page: page as any Page)
        }
        return [
            ("modeles-vides", list([], nil, press)), ("modeles", list(all, nil, press)),
            ("modeles-refuse", list(all, refused, press)),
        ] + proposals + troubles + sheets(press) + beginnings(press)
    }

    /// One template, proposed and withdrawn, with its versions.
    private static func sheets(_ press: Press) -> [(name: String, page: any Page)] {
        let typed = ["version": ["2"], "nom": ["Autre"], "texte": ["Autre {texte}"]]
        let refused = TemplateEntry(typed: typed, mistakes: [.unknownField("texte")])
        let done = TemplateDone.allCases.map { done in
            (name: "modele-\(done.rawValue)", page: sheet(versions, press, done: done) as any Page)
        }
        return [
            ("modele", sheet(versions, press)), ("modele-ancien", sheet(versions, press, shown: 1)),
            ("modele-retire-lui", sheet(Array(versions.dropFirst()), press)),
            ("modele-refuse", sheet(versions, press, refused)),
            ("modele-depasse", sheet(versions, press, TemplateEntry(typed: typed, trouble: .overtaken))),
        ] + done
    }

    /// The answer's form: before, begun with something open, begun behind what was there, and refused for what is open.
    private static func beginnings(_ press: Press) -> [(name: String, page: any Page)] {
        let file = StaffStory.file(.acted)
        let page = { (draft: ActDraft?) in casePage(file, templates: all, draft: draft, press: press) as any Page }
        let values = MergeField.values(of: file, under: StaffStory.procedure, on: StaffStory.today)
        let blank = ActDraft(act: .answer, values: ["version": ["9"]], trouble: .unfinished)
        let written = ActDraft(act: .answer, values: ["texte": ["Nous <avons> relu."]], trouble: .unfinished)
        let open = ["texte": ["Le numéro\u{A0}: [à compléter\u{A0}: numéro]"], "parti_de": ["\(all[0].id) 3"]]
        let unknown = ActDraft(
            act: .extend,
            values: ["motif": ["Nous cherchons."]],
            trouble: .unreadable(["modele": .choice])
        )
        return [
            ("partir", page(nil)), ("partir-place", page(blank.begun(from: all[0], with: [:]))),
            ("partir-suite", page(written.begun(from: all[0], with: values))),
            ("partir-ouvert", page(ActDraft(act: .answer, values: open, trouble: .refused(.leftToComplete)))),
            ("partir-inconnu", page(unknown)), ("dossier-parti", casePage(remembered, press: press)),
        ]
    }

    /// A case whose answer began from a template.
    private static var remembered: CaseFile {
        let file = StaffStory.file(.answered)
        let entries = file.entries.map { entry in
            guard case .answered = entry.event, let officer = entry.officer else { return entry }
            return Entry(
                event: entry.event,
                signature: Signature(by: .officer(Officer(id: officer, roles: [])), at: entry.at),
                caseFile: entry.caseFile,
                organisation: entry.organisation,
                letters: entry.letters,
                templates: [all[0].mark],
                previous: entry.previous
            )
        }
        return CaseFile(id: file.id, entries: entries) ?? file
    }

    /// Each field once, some written otherwise.
    private static let everything = """
        Réclamation {référence}, {NUMERO}, de {nom}, reçue le {date de réception}, « {objet} », {action de formation}.

        Échéance\u{A0}: {échéance}. {médiateur}, {site du médiateur}. {organisme}, {courriel de l'organisme}, {date du jour}.
        """

    private static let all = [
        sample("1", 3, .answer, "Réponse <b> complète", everything),
        sample("2", 1, .extend, "Attente", "Nous cherchons <encore> {objet}."),
        sample("3", 2, .requestCompletion, "Ancienne demande", "Bonjour.", isWithdrawn: true),
        sample("4", 2, .qualify, "Ancien avis", "Bonjour.", isWithdrawn: true),
        sample("5", 2, .decideContest, "Ancienne décision", "Bonjour.", isWithdrawn: true),
        sample("6", 2, .replyToMediator, "Anciennes observations", "Bonjour.", isWithdrawn: true),
    ]

    private static func sample(
        _ id: String,
        _ version: Int,
        _ act: Act,
        _ name: String,
        _ text: String,
        isWithdrawn: Bool = false
    ) -> LetterTemplate {
        LetterTemplate(
            id: "0e9d1c2b3a495867a6b5c4d30000000\(id)",
            version: version,
            draft: LetterTemplate.Draft(name: name, act: act, text: text),
            isWithdrawn: isWithdrawn
        )
    }

    /// Written, changed, withdrawn, taken up again: the newest first.
    private static var versions: [TemplatePage.Version] {
        [(4, false), (3, true), (2, false), (1, false)].map { number, isWithdrawn in
            let text = number == 1 ? "Bonjour {nom}. <b>" : everything
            let draft = LetterTemplate.Draft(name: "Réponse complète", act: .answer, text: text)
            let template = LetterTemplate(id: all[0].id, version: number, draft: draft, isWithdrawn: isWithdrawn)
            let at = StaffStory.instant("2026-11-2\(number - 1)T08:52:00Z")
            return TemplatePage.Version(template, by: "Inès O’Brien <b>", at: at)
        }
    }

    private static func list(_ templates: [LetterTemplate], _ entry: TemplateEntry?, _ press: Press) -> TemplatesPage {
        TemplatesPage(
            templates: templates,
            under: StaffStory.procedure,
            on: StaffStory.today,
            entry: entry,
            signedIn: desk(Officer(id: "ana", roles: [.administrator])),
            press: press
        )
    }

    private static func sheet(
        _ versions: [TemplatePage.Version],
        _ press: Press,
        _ entry: TemplateEntry? = nil,
        shown: Int? = nil,
        done: TemplateDone? = nil
    ) -> TemplatePage {
        TemplatePage(
            versions: versions,
            shown: shown,
            under: StaffStory.procedure,
            on: StaffStory.today,
            entry: entry,
            done: done,
            signedIn: desk(StaffStory.director),
            press: press
        )
    }
}
