import Complaints
import Pages
import Registry

// The lines of an export for programs (docs/exports.md).

/// A line without persons.
struct AuditedLine: Sendable {
    let line: CaseLine
    /// Nil where the provider's list has not what was said.
    let stakeholder: Stakeholder?

    init(_ line: CaseLine, _ known: [Stakeholder]) {
        self.line = line
        stakeholder = line.stakeholder.flatMap { known.contains($0) ? $0 : nil }
    }
}

/// A line with persons, and how its case was dealt with; nil where that is closed to the reader, of no register, or gone.
struct ExportedLine: Sendable {
    let line: CaseLine
    let summary: CaseSummary
    let treatment: Treatment?
}

extension ExportWriter {
    /// What was done about a case.
    private static let measure = Shape<Measure>(
        "ActionExportee",
        [.day("faite_le") { $0.doneOn }, .string("texte") { $0.text }]
    )

    /// A line with how it was dealt with.
    static func json(_ line: ExportedLine) -> JSON {
        let whole = whole.json(line.summary)
        guard let treatment = line.treatment, case .object(let members) = whole,
            case .object(let more) = dealt.json(treatment)
        else { return whole }
        return .object(members + more)
    }

    private static let dealt = Shape<Treatment>(
        "TraitementExporte",
        [
            .maybeWord("decision") { $0.outcome }, .maybe("decision_reprise") { $0.formerOutcome },
            .maybeInstant("terminee_le") { $0.endedAt }, .list("actions", measure) { $0.measures },
            .maybe("action_reprise") { $0.formerMeasure }, .maybe("sans_action") { $0.dispensed },
            .flag("illisible") { $0.isUnreadable },
        ]
    )

    /// A line with the persons in it; a closed one has its numbers, its stage and its dates, and nothing else.
    static let whole = Shape<CaseSummary>(
        "LigneExportee",
        [
            .maybe("numero") { $0.number }, .string("reference") { $0.reference }, .word("etape") { $0.stage },
            .flag("ferme") { $0.isHidden }, .instant("recue_le") { $0.receivedAt },
            .maybeInstant("accusee_le") { $0.acknowledgedAt }, .day("reponse_due_le") { $0.answerDue },
            .maybeInstant("repondue_le") { $0.answerHasLeft ? $0.answeredAt : nil },
            .maybe("personne") { $0.isHidden ? nil : $0.person }, .maybe("objet") { $0.isHidden ? nil : $0.subject },
            .maybe("vous_etes") { $0.isHidden ? nil : $0.stakeholder?.rawValue },
            .maybeWord("canal") { $0.isHidden ? nil : $0.channel },
            .maybeWord("origine") { $0.isHidden ? nil : $0.origin },
            .maybe("tiers_nom") { $0.isHidden ? nil : $0.thirdParty?.name },
            .maybe("tiers_reference") { $0.isHidden ? nil : $0.thirdParty?.reference },
            .maybeDay("tiers_echeance") { $0.isHidden ? nil : $0.thirdParty?.due },
            .maybe("saisie_par") { $0.isHidden ? nil : $0.enteredByName },
            .maybeWord("theme") { $0.isHidden ? nil : $0.theme },
            .maybe("gestionnaire") { $0.isHidden ? nil : $0.handlerName },
        ]
    )

    /// A line without them.
    static let withoutPersons = Shape<AuditedLine>(
        "LigneExporteeSansNoms",
        [
            .maybe("numero") { $0.line.number?.description }, .string("reference") { $0.line.reference.description },
            .word("etape") { $0.line.stage }, .flag("ferme") { $0.line.isHidden },
            .instant("recue_le") { $0.line.receivedAt }, .maybeInstant("accusee_le") { $0.line.acknowledgedAt },
            .day("reponse_due_le") { $0.line.answerDue },
            .maybeInstant("repondue_le") { $0.line.answerHasLeft ? $0.line.answeredAt : nil },
            .maybe("vous_etes") { $0.line.isHidden ? nil : $0.stakeholder?.rawValue },
            .maybeWord("canal") { $0.line.isHidden ? nil : $0.line.channel },
            .maybeWord("theme") { $0.line.isHidden ? nil : $0.line.theme },
        ]
    )
}
