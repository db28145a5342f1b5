import Complaints

/// Before the mediator: dates and words, never a view on admissibility.
extension ActForms {
    func referral(_ pen: FormPen) -> Body {
        let sides = ["oui", "non"].map { (value: $0, label: press.words("staff.form.mediation.par_reclamant.\($0)")) }
        // What makes it true, the day and who seized, is for the one who records it to say: nothing of it is proposed.
        return Body(
            leads: [press.words("staff.act.mediation.lead")],
            fields: [
                pen.radios("cadre", options(MediationKind.allCases, "setting"), value: presumed.rawValue),
                pen.radios("par_reclamant", sides, value: nil),
                pen.line("mediateur", value: namedMediator?.name ?? ""),
                pen.line("saisi_le", type: "date"),
                pen.line("objet", value: file.completed.subject),
                pen.line("reponse_due", type: "date", value: proposedReply, optional: true),
            ]
        )
    }

    func notice(_ pen: FormPen) -> Body {
        Body(
            leads: [press.words("staff.act.avis-mediateur.lead")],
            fields: [
                pen.radios("avis", options(MediatorNotice.Kind.allCases, "notice"), value: nil),
                pen.line("notifie_le", type: "date", value: today.description),
                pen.area("texte", rows: 4),
                pen.line("reponse_due", type: "date", value: proposedReply, optional: true),
                pen.files(limits),
            ]
        )
    }

    func mediationReply(_ pen: FormPen) -> Body {
        let due = file.mediation.replyDue.map { FrenchDates.long($0) }
        let lead = due.map { press.words("staff.act.reponse-mediateur.lead.due", ["due": $0]) }
        return Body(
            leads: [lead ?? press.words("staff.act.reponse-mediateur.lead")],
            fields: [
                pen.line("envoyee_le", type: "date", value: today.description), pen.area("texte", rows: 4),
                pen.files(limits),
            ]
        )
    }

    func prolongation(_ pen: FormPen) -> Body {
        let due = file.mediation.outcomeDue.map { FrenchDates.long($0.target) }
        return Body(
            leads: due.map { [press.words("staff.act.prolongation-mediation.lead", ["due": $0])] } ?? [],
            fields: [pen.line("nouvelle_date", type: "date"), pen.area("motif", rows: 3), pen.files(limits)]
        )
    }

    /// In the presumed setting, the mediator that the answer named, else the one of today; nil where none is known.
    private var namedMediator: Mediator? {
        let named = (file.answer?.recourses ?? []).compactMap { recourse -> Mediator? in
            switch (recourse, presumed) {
            case (.consumerMediator(let mediator, _), .consumer): mediator
            case (.apprenticeshipMediator(let mediator), .apprenticeship): mediator
            default: nil
            }
        }
        if let mediator = named.first { return mediator }
        return switch presumed {
        case .consumer: inForce.shown(on: today).consumerMediator
        case .apprenticeship: inForce.apprenticeshipMediator
        case .conventional: nil
        }
    }

    func mediationOutcome(_ pen: FormPen) -> Body {
        Body(
            fields: [
                pen.radios("issue", options(MediationOutcome.Result.allCases, "mediation"), value: nil),
                pen.line("le", type: "date", value: today.description),
                pen.area("texte", rows: 4, optional: true),
            ]
        )
    }

    /// The setting that the person's status suggests; whoever records may say otherwise.
    private var presumed: MediationKind {
        if file.qualification?.theme == .apprenticeshipContract { return .apprenticeship }
        return file.qualification?.consumer == .professional ? .conventional : .consumer
    }

    /// The date that the law would set for a reply to a letter of today; empty while it sets none.
    private var proposedReply: String {
        MediationDelays.inForce.reply(toLetterOf: today, in: procedure.zone)?.description ?? ""
    }
}
