import Complaints

/// What is known of a mediation; only those who may read its pieces see it (C. conso. L612-3; ).
struct MediationStory: Sendable {
    let facts: [CaseHeading.Fact]
    let outcome: String?
    let text: String?
}

extension MediationStory {
    init?(_ file: CaseFile, for officer: Officer, press: Press) {
        guard officer.readsMediation, let referral = file.referral else { return nil }
        let side = referral.byComplainant ? "oui" : "non"
        let told: [(String, String?)] = [
            ("mediator", referral.mediator),
            ("referrer", press.words("staff.form.mediation.par_reclamant.\(side)")),
            ("referred", FrenchDates.short(referral.on)),
            ("mediation.subject", referral.subject),
            ("reply", referral.replyDue.map(FrenchDates.short)),
        ]
        facts = told.compactMap { key, value in
            value.map { CaseHeading.Fact(term: press.words("staff.fact.\(key)"), value: $0) }
        }
        outcome = file.mediationOutcome.map { outcome in
            let result = press.words("mediation.\(outcome.result.rawValue)")
            return press.words("staff.mediation.outcome", ["result": result, "date": FrenchDates.short(outcome.on)])
        }
        text = file.mediationOutcome.flatMap { $0.text.isBlank ? nil : $0.text }
    }
}
