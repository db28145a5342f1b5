import Complaints

/// When a person does not agree that their message is no complaint.
extension ActForms {
    func contest(_ pen: FormPen) -> Body {
        Body(
            leads: [press.words("staff.act.contestation.lead")],
            fields: [
                pen.line("conteste_par", value: file.completed.fullName),
                pen.line("contestee_le", type: "date", value: today.description),
                pen.area("texte", rows: 5),
                pen.files(limits),
            ]
        )
    }

    func contestDecision(_ pen: FormPen) -> Body {
        let decisions = options(ContestDecision.Result.allCases, "contest")
        return Body(
            leads: [press.words("staff.act.decision-contestation.lead"), othersDecide, alone].compactMap(\.self),
            fields: [pen.radios("decision", decisions, value: nil), pen.area("motif", rows: 4)]
        )
    }

    /// Who must decide a contest, where the reader may not: the form would always be refused.
    var othersDecide: String? {
        guard hasPart, !inForce.isOnePerson else { return nil }
        let others = file.impartial(among: Set(assignable.map(\.id)))
        let names = assignable.filter { others.contains($0.id) }.map(\.name)
        return names.isEmpty
            ? nil : press.words("staff.act.decision-contestation.others", ["names": press.list(names)])
    }

    /// Where the reader decides for want of another, that this will be said.
    private var alone: String? {
        if inForce.isOnePerson { return press.words("staff.act.decision-contestation.one-person") }
        return hasPart && othersDecide == nil ? press.words("staff.act.decision-contestation.alone") : nil
    }

    /// Whether the reader requalified, or is named in the complaint.
    private var hasPart: Bool {
        file.requalifier == signedIn.officer.id || file.conflicted.contains(signedIn.officer.id)
    }
}
