extension CaseFile {
    /// Records that a mediator was seized. Says nothing on admissibility: that is the mediator's alone.
    public func refer(_ referral: Referral, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.refer, signature)
        guard !referral.mediator.isBlank, !referral.subject.isBlank else { throw .textMissing }
        guard referral.on >= startedOn, referral.on <= signature.day else { throw .dateImpossible }
        return .referred(referral)
    }

    /// Records how the mediation ended.
    public func recordMediation(_ outcome: MediationOutcome, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.recordMediation, signature)
        guard let referral, outcome.on >= referral.on, outcome.on <= signature.day else { throw .dateImpossible }
        return .mediationEnded(outcome)
    }
}
