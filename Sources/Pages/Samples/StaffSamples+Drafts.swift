import Complaints

extension StaffSamples {
    /// Case pages that show again what was sent and not done.
    static func drafts(_ press: Press) -> [(name: String, page: any Page)] {
        let page = { (chapter: StaffStory.Chapter, draft: ActDraft) in
            casePage(StaffStory.file(chapter), draft: draft, press: press)
        }
        let requalified = ["nature": ["demande-avis"], "motif": ["Non <b>"], "gravites": ["securite", "harcelement"]]
        return [
            (
                "refus-motif",
                page(
                    .received,
                    ActDraft(act: .qualify, values: requalified, trouble: .refused(.reasonTooShort(minimum: 10)))
                )
            ),
            (
                "refus-manques",
                page(
                    .qualified,
                    ActDraft(act: .register, values: ["en_l_etat": [""]], trouble: .refused(.lacking([.stakeholder])))
                )
            ),
            (
                "champ-disparu",
                page(
                    .asked,
                    ActDraft(act: .complete, values: ["objet": ["La <salle>"], "texte": ["Vu."]], trouble: .overtaken)
                )
            ),
            (
                "refus-griefs",
                page(
                    .acted,
                    ActDraft(act: .answer, values: grievances, trouble: .refused(.groundMissing(grievance: 2)))
                )
            ),
            (
                "refus-mediateur",
                page(.acted, ActDraft(act: .answer, values: grievances, trouble: .refused(.mediatorMissing)))
            ),
            ("un-grief-de-plus", page(.acted, unfinished)),
            (
                "illisible",
                page(.assigned, ActDraft(act: .recordMeasure, values: measured, trouble: .unreadable(faults)))
            ),
            (
                "perdu",
                page(.closed, ActDraft(act: .answer, values: grievances, trouble: .refused(.notAtThisStage(.closed))))
            ),
        ] + several(press)
    }

    /// Case pages of forms in which several things, or all, are missing.
    private static func several(_ press: Press) -> [(name: String, page: any Page)] {
        let page = { (chapter: StaffStory.Chapter, draft: ActDraft) in
            casePage(StaffStory.file(chapter), draft: draft, press: press)
        }
        return [
            (
                "refus-restriction",
                page(
                    .assigned,
                    ActDraft(
                        act: .restrict,
                        values: ["cause": ["autre"], "precision": ["<b>"], "lecteurs": ["paul"]],
                        trouble: .refused(.several([.noReaderMayHandle, .reasonTooShort(minimum: 10)]))
                    )
                )
            ),
            (
                "refus-plusieurs",
                page(
                    .acted,
                    ActDraft(
                        act: .answer,
                        values: grievances.merging(["texte": [" "]]) { $1 },
                        trouble: .refused(.several([.textMissing, .groundMissing(grievance: 2), .mediatorMissing]))
                    )
                )
            ),
            (
                "refus-sans-decision",
                page(
                    .acted,
                    ActDraft(
                        act: .answer,
                        values: grievances.merging(["decision_1": [""]]) { $1 },
                        trouble: .unreadable(["decision_1": .choice])
                    )
                )
            ),
        ] + empty(press)
    }

    /// The same of forms that were sent with nothing in them.
    private static func empty(_ press: Press) -> [(name: String, page: any Page)] {
        let page = { (chapter: StaffStory.Chapter, draft: ActDraft) in
            casePage(StaffStory.file(chapter), draft: draft, press: press)
        }
        return [
            (
                "refus-contestation",
                page(
                    .requalified,
                    ActDraft(
                        act: .contest,
                        values: ["conteste_par": [""], "texte": [""]],
                        trouble: .refused(.textMissing)
                    )
                )
            ),
            (
                "refus-complements",
                page(.asked, ActDraft(act: .complete, values: ["texte": [""]], trouble: .refused(.textMissing)))
            ),
        ]
    }

    /// An answer that gains a row, and keeps the document that was chosen.
    private static var unfinished: ActDraft {
        var draft = ActDraft(act: .answer, values: grievances, trouble: .unfinished)
        draft.kept = [StaffStory.document("devis <1>.pdf", "application/pdf", 81_200)]
        draft.filesAreKept = true
        return draft
    }

    /// Case pages that show again what was sent and, for a reason that is none of the rules', not done.
    static func mishaps(_ press: Press) -> [(name: String, page: any Page)] {
        let page = { (act: Act, values: [String: [String]], trouble: ActDraft.Trouble) in
            casePage(
                StaffStory.file(.assigned),
                draft: ActDraft(act: act, values: values, trouble: trouble),
                press: press
            )
        }
        return [
            ("depasse", page(.note, ["texte": ["Rappelée ce matin."], "version": ["4"]], .overtaken)),
            (
                "depasse-par-soi",
                casePage(
                    StaffStory.file(.qualified),
                    for: StaffStory.manager,
                    draft: ActDraft(act: .qualify, values: stale, trouble: .overtaken),
                    press: press
                )
            ),
            ("session-terminee", page(.note, ["texte": ["Rappelée ce soir."]], .expired)),
            ("envoi-trop-lourd", page(.recordMeasure, measured, .oversized)),
            ("envoi-interrompu", page(.note, ["texte": ["Rappelée à m"]], .cutShort)),
            ("registre-muet", page(.note, ["texte": ["Rappelée hier."]], .unavailable)),
        ]
    }

    /// A qualification from a page older than the one before it, which knew of nobody named and of no theme.
    static let stale = [
        "version": ["1"], "nature": ["reclamation"], "motif": ["Panne <b>confirmée</b>."], "theme": [""],
        "consommateur": ["a-determiner"],
    ]

    /// An answer as it was typed: the second grievance is in the fourth row, and has no ground.
    static let grievances = [
        "grief_1": ["Rembourser \"deux\" jours"], "decision_1": ["accueillie"], "motif_1": [""],
        "solution_1": ["Virement de 480 €"],
        "grief_2": [""], "decision_2": [""], "motif_2": [""], "solution_2": [""],
        "grief_4": ["Dédommager <le temps perdu>"], "decision_4": ["rejetee"], "motif_4": [""], "solution_4": [""],
        "texte": ["\n  Monsieur,\n\nvous avez raison."], "signataire": ["Inès Moreau"], "consommateur": ["oui"],
    ]

    private static let measured = ["texte": ["  J’ai \"vu\" <le loueur>\n"], "fait_le": ["2026-13-45"]]

    private static let faults: [String: FieldFault] = ["fait_le": .date, "piece_jointe": .file]
}
