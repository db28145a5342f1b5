import Complaints

/// Before the register: is it a complaint, is it complete.
extension ActForms {
    func qualification(_ pen: FormPen) -> Body {
        let known = file.qualification
        let kind = inForce.kind(of: file.stakeholder)
        let consumer = known?.consumer ?? .proposed(for: kind, paidBy: file.completed.payer)
        var fields = [
            pen.radios("nature", options(Nature.allCases, "nature"), value: (known?.nature ?? .complaint).rawValue),
            pen.area("motif", rows: 3, value: known?.reason ?? ""),
            pen.menu("theme", options(Theme.allCases, "theme"), value: known?.theme?.rawValue ?? "", optional: true),
            pen.ticks(
                "gravites",
                options(Severity.allCases, "severity"),
                values: known?.severities.map(\.rawValue) ?? []
            ),
            pen.radios(
                "consommateur",
                options(ConsumerStatus.allCases, "consumer"),
                value: consumer.rawValue,
                note: payment
            ),
        ]
        if !colleagues.isEmpty {
            let names = colleagues.map { (value: $0.id, label: $0.name) }
            fields.append(pen.ticks("mis_en_cause", names, values: known?.implicated ?? []))
        }
        fields += sending(pen)
        let mayBeEmployed = kind?.mayBeEmployed == true
        return Body(leads: mayBeEmployed ? [press.words("staff.act.qualification.employment")] : [], fields: fields)
    }

    /// What the person says of who paid, and what is proposed for that: whoever reads it decides.
    var payment: String? {
        file.completed.payer.map { payer in
            let proposed = ConsumerStatus.proposed(for: inForce.kind(of: file.stakeholder), paidBy: payer)
            let holes = [
                "payer": press.words(payer), "proposed": press.words("consumer.\(proposed.rawValue)"),
            ]
            return press.words("staff.form.payment", holes)
        }
    }

    func completionRequest(_ pen: FormPen) -> Body {
        let lead =
            missing.isEmpty
            ? press.words("staff.act.demande-complements.lead.complete")
            : press.words("staff.act.demande-complements.lead", ["items": missingItems])
        return Body(leads: [lead], fields: [pen.area("message", rows: 5, optional: !missing.isEmpty)])
    }

    func completion(_ pen: FormPen) -> Body {
        Body(
            leads: [press.words("staff.act.complements.lead")],
            fields: missing.flatMap { supply($0, pen) } + [
                pen.area("texte", rows: 4, optional: true), pen.files(limits),
            ]
        )
    }

    func registration(_ pen: FormPen) -> Body {
        guard !missing.isEmpty else {
            return Body(leads: [press.words("staff.act.inscription.lead")], fields: [])
        }
        let lead = press.words("staff.act.inscription.lead.lacking", ["items": missingItems])
        return Body(leads: [lead], fields: [pen.area("en_l_etat", rows: 3)])
    }

    func amendment(_ pen: FormPen) -> Body {
        Body(
            leads: [press.words("staff.act.rectification.lead")],
            fields: [
                pen.area("texte", rows: 4),
                pen.line("courriel", type: "email", optional: true),
                pen.area("adresse", rows: 3, optional: true),
                pen.line("telephone", type: "tel", optional: true),
                pen.menu(FormEntry.minor, ages, value: "", optional: true),
            ] + pen.representative + (signedIn.officer.mayHandle ? sending(pen) : []) + [pen.files(limits)]
        )
    }

    /// The day it was sent, and the proof of it.
    private func sending(_ pen: FormPen) -> [Field] {
        [pen.line("envoyee_le", type: "date", optional: true), pen.line("preuve_envoi", optional: true)]
    }

    /// What may be noted of the person's age.
    private var ages: [(value: String, label: String)] {
        [("oui", press.words("staff.age.minor")), ("non", press.words("staff.age.adult"))]
    }

    private var stakeholders: [(value: String, label: String)] {
        inForce.offeredStakeholders.map { ($0.rawValue, press.words($0)) }
    }

    /// What is missing, in words: `le prénom et l’objet`.
    private var missingItems: String {
        press.list(missing.map { press.words("completeness.\($0.rawValue)") })
    }

    /// The fields that supply a missing thing.
    private func supply(_ item: Completeness.Item, _ pen: FormPen) -> [Field] {
        switch item {
        case .lastName, .firstName, .subject, .trainingAction: [pen.line(item.rawValue, optional: true)]
        case .contact:
            [pen.line("courriel", type: "email", optional: true), pen.area("adresse", rows: 3, optional: true)]
        case .stakeholder:
            [pen.menu(item.rawValue, stakeholders, value: "", optional: true)]
        case .description: [pen.area(item.rawValue, rows: 8, optional: true)]
        case .attachment: []
        }
    }
}
