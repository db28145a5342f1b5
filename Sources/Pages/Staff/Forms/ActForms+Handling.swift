import Complaints

/// Between the register and the answer.
extension ActForms {
    func assignment(_ pen: FormPen) -> Body {
        let people = assignable.map { person in
            let isNamed = file.conflicted.contains(person.id)
            let name = isNamed ? press.words("staff.form.attribution.named", ["name": person.name]) : person.name
            return (value: person.id, label: name)
        }
        let mine = assignable.contains { $0.id == signedIn.officer.id } ? signedIn.officer.id : ""
        var fields = [pen.menu("gestionnaire", people, value: file.handler ?? mine)]
        if !file.conflicted.isEmpty, signedIn.officer.roles.contains(.management) {
            fields.append(pen.area("derogation", rows: 2, optional: true))
        }
        return Body(fields: fields)
    }

    func recusal(_ pen: FormPen) -> Body {
        let people = assignable.map { (value: $0.id, label: $0.name) }
        return Body(
            leads: [press.words("staff.act.recusation.lead")],
            fields: [pen.menu("agent", people, value: file.handler ?? ""), pen.area("motif", rows: 3)]
        )
    }

    func measure(_ pen: FormPen) -> Body {
        Body(
            leads: [press.words("staff.act.actions.lead")],
            fields: [
                pen.area("texte", rows: 4),
                pen.line("fait_le", type: "date", value: today.description),
                pen.files(limits),
            ]
        )
    }

    func holdingReply(_ pen: FormPen) -> Body {
        let due = FrenchDates.long(file.due.answer.due)
        return Body(
            leads: [press.words("staff.act.prorogation.lead", ["due": due])],
            fields: [pen.area("motif", rows: 4), pen.line("nouvelle_date", type: "date")]
        )
    }

    func closing(_ pen: FormPen) -> Body {
        let missing = file.missingPieces.map { press.words("piece.\($0.rawValue)") }
        let lead =
            missing.isEmpty
            ? press.words("staff.act.cloture.lead")
            : press.words("staff.act.cloture.lead.lacking", ["pieces": press.list(missing)])
        return Body(leads: [lead], fields: [pen.area("motif", rows: 2)])
    }

    /// What is noted of a person is read by the person who asks for it.
    func note(_ pen: FormPen) -> Body {
        Body(warning: press.words("staff.act.notes.warning"), fields: [pen.area("texte", rows: 4)])
    }
}
