import Complaints

extension StaffSamples {
    /// Case pages that show again what was sent and not done.
    static func drafts(_ press: Press) -> [(name: String, page: any Page)] {
        let page = { (chapter: StaffStory.Chapter, draft: ActDraft) in
            casePage(StaffStory.file(chapter), draft: draft, press: press)
        }
        let requalified = ["nature": ["demande-avis"], "motif": ["Non <b>"], "gravites": ["securite", "harcelement"]]
        let measured = ["texte": ["  J’ai \"vu\" <le loueur>\n"], "fait_le": ["2026-13-45"]]
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
            ("un-grief-de-plus", page(.acted, ActDraft(act: .answer, values: grievances, trouble: .unfinished))),
            (
                "illisible",
                page(.assigned, ActDraft(act: .recordMeasure, values: measured, trouble: .unreadable(faults)))
            ),
            (
                "depasse",
                page(.assigned, ActDraft(act: .note, values: ["texte": ["Rappelée ce matin."]], trouble: .overtaken))
            ),
            (
                "perdu",
                page(.closed, ActDraft(act: .answer, values: grievances, trouble: .refused(.notAtThisStage(.closed))))
            ),
        ]
    }

    /// An answer as it was typed: the second grievance is in the fourth row, and has no ground.
    static let grievances = [
        "grief_1": ["Rembourser \"deux\" jours"], "decision_1": ["accueillie"], "motif_1": [""],
        "solution_1": ["Virement de 480 €"],
        "grief_2": [""], "decision_2": [""], "motif_2": [""], "solution_2": [""],
        "grief_4": ["Dédommager <le temps perdu>"], "decision_4": ["rejetee"], "motif_4": [""], "solution_4": [""],
        "texte": ["\n  Monsieur,\n\nvous avez raison."], "signataire": ["Inès Moreau"], "consommateur": ["oui"],
    ]

    private static let faults: [String: FieldFault] = ["fait_le": .date, "piece_jointe": .file]
}
