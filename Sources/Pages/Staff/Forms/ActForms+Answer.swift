import Complaints

/// The reasoned answer: a decision and its ground for each grievance.
extension ActForms {
    func answer(_ pen: FormPen) -> Body {
        let consumer = file.qualification?.consumer
        return Body(
            leads: [recourseLead],
            groups: rows(pen).map { grievance($0, pen) },
            fields: [
                pen.area("texte", rows: 14),
                pen.line("signataire", value: signatory, autocomplete: "name"),
                pen.radios(
                    "consommateur",
                    options(ConsumerStatus.allCases, "consumer"),
                    value: consumer?.rawValue,
                    note: payment
                ),
                pen.files(limits, note: "staff.form.reponse.piece_jointe.note"),
            ],
            canAdd: rows(pen).count < ActDraft.grievanceLimit
        )
    }

    /// The rows that were sent; where one more was asked for, an empty one, while there is room.
    private func rows(_ pen: FormPen) -> [Int] {
        guard pen.values != nil, let draft else { return [1] }
        let wanted = draft.trouble == .unfinished ? draft.filledRows.count + 1 : 1
        return Array(1...min(max(draft.sentRows.count, wanted), ActDraft.grievanceLimit))
    }

    private func grievance(_ row: Int, _ pen: FormPen) -> ActForm.Group {
        let decided = pen.values?["decision_\(row)"]?.first
        var claim = pen.area("grief_\(row)", rows: 2, value: row == 1 ? file.completed.subject : "")
        claim.isFocused = draft?.trouble == .unfinished && row == rows(pen).last
        return ActForm.Group(
            legend: press.words("staff.form.reponse.grievance", ["row": String(row)]),
            fields: [
                claim,
                pen.radios("decision_\(row)", options(Outcome.allCases, "outcome"), value: decided),
                pen.area("motif_\(row)", rows: 3),
                pen.area("solution_\(row)", rows: 2, optional: true),
            ]
        )
    }

    /// Whoever the settings say; else who writes.
    private var signatory: String {
        procedure.provider.signatory.isBlank ? signedIn.name : procedure.provider.signatory
    }

    /// The rules choose the recourses; a consumer's need a mediator to be set.
    private var recourseLead: String {
        guard let mediator = inForce.consumerMediator else {
            return press.words("staff.act.reponse.lead.mediatorless")
        }
        if case .expired(let end) = MediatorStanding(of: mediator, on: today) {
            return press.words("staff.act.reponse.lead.mediatorExpired", ["date": FrenchDates.long(end)])
        }
        return press.words("staff.act.reponse.lead", ["mediator": mediator.name])
    }
}
