extension CaseFile {
    /// Records that a mediator was seized. Says nothing on admissibility: that is the mediator's alone.
    public func refer(_ referral: Referral, procedure: Procedure, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.refer, signature)
        guard !referral.mediator.isBlank, !referral.subject.isBlank else { throw .textMissing }
        guard referral.on >= startedOn, referral.on <= signature.day else { throw .dateImpossible }
        try check(referral.replyDue, inLetterOf: referral.on)
        var referral = referral
        referral.noticeDue =
            referral.kind == .consumer
            ? MediationDelays.inForce.notice(fromReferralOn: referral.on, in: procedure.zone) : nil
        return .referred(referral)
    }

    /// Records a letter of the mediator's. The notice that the file is complete starts the ninety days of a consumer
    /// mediation; the notice that the request is refused ends it.
    public func recordNotice(
        _ notice: MediatorNotice,
        procedure: Procedure,
        _ signature: Signature
    ) throws(Refusal) -> Event {
        try permit(.recordNotice, signature)
        guard !notice.text.isBlank || !notice.files.isEmpty else { throw .textMissing }
        guard let referral, notice.on >= referral.on, notice.on <= signature.day else { throw .dateImpossible }
        try check(notice.replyDue, inLetterOf: notice.on)
        var notice = notice
        notice.outcomeDue =
            notice.kind == .accepted && referral.kind == .consumer
            ? MediationDelays.inForce.outcome(fromNoticeOf: notice.on, in: procedure.zone) : nil
        return .mediatorWrote(notice)
    }

    /// Records that the mediator takes longer, to a date later than the present one (C. conso. R612-5).
    public func prolongMediation(
        _ prolongation: MediationProlongation,
        _ signature: Signature
    ) throws(Refusal) -> Event {
        try permit(.prolongMediation, signature)
        guard let present = mediation.outcomeDue else { throw .noMediationDelay }
        try demand(reason: prolongation.reason, atLeast: 3)
        guard prolongation.until > present.target else { throw .dateNotLater(present.target) }
        return .mediationProlonged(prolongation)
    }

    /// Records what was sent to the mediator, with its documents: what was asked for by a date is then done.
    public func reply(_ reply: MediationReply, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.replyToMediator, signature)
        guard !reply.text.isBlank || !reply.files.isEmpty else { throw .textMissing }
        guard let referral, reply.sentOn >= referral.on, reply.sentOn <= signature.day else { throw .dateImpossible }
        return .mediatorAnswered(reply)
    }

    /// Records how the mediation ended.
    public func recordMediation(_ outcome: MediationOutcome, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.recordMediation, signature)
        guard let referral, outcome.on >= referral.on, outcome.on <= signature.day else { throw .dateImpossible }
        return .mediationEnded(outcome)
    }

    /// A letter asks for nothing before its own day: that is a slip of the hand, and would be late at once.
    private func check(_ replyDue: CivilDate?, inLetterOf day: CivilDate) throws(Refusal) {
        guard let replyDue else { return }
        guard replyDue >= day else { throw .replyDueTooEarly }
    }
}
