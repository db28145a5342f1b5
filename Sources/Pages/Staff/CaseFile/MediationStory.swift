import Complaints

/// What is known of a mediation; only those who may read its pieces see it (C. conso. L612-3; ).
struct MediationStory: Sendable {
    let facts: [CaseHeading.Fact]
    /// Whether a delay of the mediator's is among the facts: the page then says whose it is.
    let hasDelays: Bool
    /// Letters of the mediator's and to the mediator, oldest first.
    var pieces: [LaterPiece]
    let outcome: String?
    let outcomeText: String?
}

extension MediationStory {
    init?(_ file: CaseFile, for officer: Officer, pieces writer: PieceWriter, press: Press) {
        guard file.showsMediation(to: officer), let referral = file.referral else { return nil }
        let side = referral.byComplainant ? "oui" : "non"
        let course = file.mediation
        let told: [(String, String?)] = [
            ("mediator", referral.mediator),
            ("mediation.kind", press.words("setting.\(referral.kind.rawValue)")),
            ("referrer", press.words("staff.form.mediation.par_reclamant.\(side)")),
            ("referred", FrenchDates.short(referral.on)),
            ("mediation.subject", referral.subject),
            ("reply", course.replyDue.map(FrenchDates.short)),
            ("notice", course.acceptance == nil ? referral.noticeDue.map { FrenchDates.short($0.due) } : nil),
            ("accepted", course.acceptance.map { FrenchDates.short($0.on) }),
            ("outcome", course.outcomeDue.map { FrenchDates.short($0.due) }),
        ]
        facts = told.compactMap { key, value in
            value.map { CaseHeading.Fact(term: press.words("staff.fact.\(key)"), value: $0) }
        }
        hasDelays = referral.noticeDue != nil
        pieces = writer.mediation()
        outcome = file.mediationOutcome.map { outcome in
            let result = press.words("mediation.\(outcome.result.rawValue)")
            return press.words("staff.mediation.outcome", ["result": result, "date": FrenchDates.short(outcome.on)])
        }
        outcomeText = file.mediationOutcome.flatMap { $0.text.isBlank ? nil : $0.text }
    }
}
