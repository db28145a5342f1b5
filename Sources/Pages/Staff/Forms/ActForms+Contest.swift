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
            leads: [press.words("staff.act.decision-contestation.lead"), whoDecides].compactMap(\.self),
            fields: [pen.radios("decision", decisions, value: nil), pen.area("motif", rows: 4)]
        )
    }

    /// Who must decide, where it is not simply the reader; and where it is the reader for want of another, that this will
    /// be said.
    private var whoDecides: String? {
        let reader = signedIn.officer.id
        guard reader == file.requalifier || file.conflicted.contains(reader) else { return nil }
        let others = file.impartial(among: Set(assignable.map(\.id)))
        guard !others.isEmpty else { return press.words("staff.act.decision-contestation.alone") }
        let names = assignable.filter { others.contains($0.id) }.map(\.name)
        return press.words("staff.act.decision-contestation.others", ["names": press.list(names)])
    }
}
