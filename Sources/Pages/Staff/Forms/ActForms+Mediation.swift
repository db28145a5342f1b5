import Complaints

/// Before the mediator: dates and words, never a view on admissibility.
extension ActForms {
    func referral(_ pen: FormPen) -> Body {
        let sides = ["oui", "non"].map { (value: $0, label: press.words("staff.form.mediation.par_reclamant.\($0)")) }
        return Body(
            leads: [press.words("staff.act.mediation.lead")],
            fields: [
                pen.radios("par_reclamant", sides, value: "oui"),
                pen.line("mediateur", value: namedMediator?.name ?? ""),
                pen.line("saisi_le", type: "date", value: today.description),
                pen.line("objet", value: file.completed.subject),
                pen.line("reponse_due", type: "date", optional: true),
            ]
        )
    }

    /// The mediator that the answer named, else the one of today.
    private var namedMediator: Mediator? {
        for case .consumerMediator(let mediator, _) in file.answer?.recourses ?? [] { return mediator }
        return inForce.consumerMediator
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
}
