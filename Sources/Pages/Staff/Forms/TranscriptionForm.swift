import Complaints

/// Writes the form of a transcription: how it came, from whom, what it says. The person's fields have the names of the
/// public form.
struct TranscriptionForm {
    let entry: TranscriptionPage.Entry
    /// What says what a person can be said to be, and to whom a complaint in confidence goes.
    let procedure: Procedure
    let today: CivilDate
    let limits: DocumentLimits
    /// Whether letters can leave by e-mail: nothing else is promised.
    let hasRelay: Bool
    let press: Press

    private var pen: FormPen { FormPen(press: press, noun: "saisie", values: entry.values, mistakes: mistakes) }

    /// - Parameter token: the session's, against forged forms.
    func form(token: String) -> ActForm {
        let groups = [
            group("arrivee", arrival), group("tiers", thirdParty), group("personne", person), group("texte", words),
            group("mineur", minor),
        ]
        return ActForm(
            id: "saisie",
            title: press.words("staff.saisie.title"),
            leads: [],
            warning: nil,
            path: Path.transcription,
            token: token,
            version: nil,
            hasFiles: true,
            groups: groups,
            fields: [],
            caution: press.words(hasRelay ? "staff.saisie.caution" : "staff.saisie.caution.papier"),
            send: press.words("staff.saisie.send"),
            reread: nil,
            preview: nil,
            add: nil,
            trouble: trouble(in: groups.flatMap(\.fields)),
            isOpen: true,
            submission: entry.submission,
            received: entry.received.map { ReceivedDocument($0, press) },
            discontent: entry.values?["parole"]?.first
        )
    }

    private func group(_ name: String, _ fields: [Field]) -> ActForm.Group {
        ActForm.Group(legend: press.words("staff.saisie.group.\(name)"), fields: fields)
    }

    private var arrival: [Field] {
        let channels = Channel.entered.map { (value: $0.rawValue, label: press.words("channel.\($0.rawValue)")) }
        let yes = [(value: "oui", label: press.words("staff.saisie.agreed"))]
        return [
            pen.menu("canal", channels, value: ""), pen.ticks("accord", yes, values: []),
            pen.line("arrivee_le", type: "date", value: today.description),
            pen.line("envoyee_le", type: "date", optional: true), pen.line("preuve_envoi", optional: true),
            pen.line("numero", optional: true),
        ]
    }

    /// Whoever passed it on, where it did not come from its author.
    private var thirdParty: [Field] {
        [
            pen.line("tiers_nom", optional: true), pen.line("tiers_reference", optional: true),
            pen.line("tiers_echeance", type: "date", optional: true),
        ]
    }

    private var person: [Field] {
        let people = procedure.offeredStakeholders.map { (value: $0.rawValue, label: press.words($0)) }
        return [
            pen.line("nom", optional: true), pen.line("prenom", optional: true),
            pen.menu("vous_etes", people, value: "", optional: true),
            pen.line("courriel", type: "email", optional: true), pen.area("adresse", rows: 3, optional: true),
            pen.line("telephone", type: "tel", optional: true),
        ]
    }

    private var words: [Field] {
        [
            pen.line("objet", optional: true), pen.area("reclamation", rows: 12, optional: true), pen.files(limits),
            pen.line("action_formation", optional: true), pen.line("quand", optional: true),
            pen.area("demande", rows: 3, optional: true),
            pen.menu("paye_par", press.payers, value: "", optional: true), confidence,
        ]
    }

    /// What the writing says of a person under eighteen; nobody is asked for it.
    private var minor: [Field] {
        let yes = [(value: "oui", label: press.words("staff.age.minor"))]
        return [pen.ticks(FormEntry.minor, yes, values: [])] + pen.representative
    }

    /// The box for a complaint about whoever handles complaints, or about the management, and to whom it then goes.
    private var confidence: Field {
        let yes = [(value: "oui", label: press.words("staff.saisie.confided"))]
        let help = press.words("staff.saisie.confidence", ["recipient": press.recipient(of: procedure)])
        return pen.ticks(FormEntry.confidential, yes, values: [], help: help)
    }

    /// What is wrong, by field name.
    private var mistakes: [String: String] {
        var mistakes = entry.trouble?.mistakes(press, Self.fields) ?? [:]
        let documents = entry.missing.map { document in
            let line = ComplaintFormPage.RefusedLine(document, "staff.document.refused", limits, press)
            return press.words("staff.saisie.missing", ["name": line.name, "reason": line.reason])
        }
        if !documents.isEmpty { mistakes[FormEntry.documents] = documents.joined(separator: " ") }
        return mistakes
    }

    /// The fields that mend a refusal.
    static func fields(behind refusal: Refusal) -> [String] {
        switch refusal {
        case .dateImpossible: ["arrivee_le"]
        case .sentAfterArrival: ["envoyee_le"]
        case .proofMissing: ["preuve_envoi"]
        case .agreementMissing: ["accord"]
        case .textMissing: ["reclamation"]
        case .thirdPartyMissing: ["tiers_nom"]
        case .thirdPartyDayImpossible: ["tiers_echeance"]
        default: []
        }
    }

    private func trouble(in fields: [Field]) -> ActForm.Trouble? {
        let other = entry.isOther ? press.words("staff.saisie.other") : nil
        let words = other ?? entry.trouble?.words(press, besides: Self.fields)
        return ActForm.Trouble(words, beside: fields, filesWereLost: entry.filesWereLost)
    }
}
