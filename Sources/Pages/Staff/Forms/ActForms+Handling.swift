import Complaints

/// Between the register and the answer.
extension ActForms {
    func assignment(_ pen: FormPen) -> Body {
        let me = signedIn.officer
        // Whom the rules would always refuse at this hand is not offered.
        let isFree = { (id: String) in !file.conflicted.contains(id) }
        let offered =
            file.conflicted.contains(me.id) && !mayLiftConflict ? assignable.filter { isFree($0.id) } : assignable
        let people = offered.map { (value: $0.id, label: label($0)) }
        let isMine = assignable.contains { $0.id == me.id } && isFree(me.id)
        var fields = [pen.menu("gestionnaire", people, value: file.handler ?? (isMine ? me.id : ""))]
        if !file.conflicted.isEmpty, givesOnRecord {
            fields.append(pen.area("derogation", rows: 2, optional: true))
        }
        let opening = file.restriction == nil ? [] : [press.words("staff.act.attribution.restricted")]
        return Body(leads: conflictLeads + opening, fields: fields)
    }

    private var handlers: Handlers { Handlers(among: staff, under: inForce) }

    /// Whether there is anybody to choose for the case.
    var hasHandlersToChoose: Bool { file.hasHandlersToChoose(among: handlers) }

    /// Whether somebody can step aside, and leave the case to another.
    var hasHandlersToSpare: Bool {
        handlers.areSeveral && !handlers.accounts.isSubset(of: file.recused)
    }

    /// Whether some choice of the reader's needs a reason. Whoever of the management is named and handles the case by a rule
    /// that was lifted gives it on to those who are free, as anybody does.
    private var givesOnRecord: Bool {
        file.mayOverride(signedIn.officer) && (mayLiftConflict || file.bars(signedIn.officer))
    }

    /// Whether the reader may give the case to somebody in spite of a conflict.
    var mayLiftConflict: Bool { file.mayLiftConflict(signedIn.officer, among: staff) }

    /// What the history will say where the management passes over a conflict, before it does.
    private var conflictLeads: [String] {
        guard givesOnRecord, !file.conflicted.isEmpty else { return [] }
        guard mayLiftConflict else { return [press.words("staff.act.attribution.others")] }
        let names = assignable.filter { file.conflicted.contains($0.id) }.map(\.name)
        guard !names.isEmpty else { return [] }
        let holes = ["names": press.either(names), "by": signedIn.name]
        return [press.words("staff.act.attribution.lifting", holes)]
    }

    /// The name, and whether the case may be given to that person.
    private func label(_ person: (id: String, name: String)) -> String {
        let holes = ["name": person.name]
        if file.recused.contains(person.id) { return press.words("staff.form.attribution.recused", holes) }
        if file.implicated.contains(person.id) { return press.words("staff.form.attribution.named", holes) }
        return person.name
    }

    func recusal(_ pen: FormPen) -> Body {
        let people = assignable.filter { !file.recused.contains($0.id) }.map { (value: $0.id, label: $0.name) }
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
        return Body(leads: [lead], fields: [pen.area("motif", rows: 2)], caution: unsentCaution)
    }

    /// Nothing tells the person what was decided while the letters lie here; nil where all are gone.
    private var unsentCaution: String? {
        guard !unsent.isEmpty else { return nil }
        let letters = unsent.map { letter in
            press.words("staff.act.cloture.unsent.letter", ["letter": press.words("letter.\(letter.kind.rawValue)")])
        }
        let family = mailIsSet ? "staff.act.cloture.unsent.relay" : "staff.act.cloture.unsent"
        return press.words(
            "\(family).\(unsent.count == 1 ? "one" : "many")",
            ["count": FrenchNumbers.whole(unsent.count), "letters": press.list(letters)]
        )
    }

    /// What is noted of a person is read by the person who asks for it (R-69).
    func note(_ pen: FormPen) -> Body {
        Body(warning: press.words("staff.act.notes.warning"), fields: [pen.area("texte", rows: 4)])
    }
}
