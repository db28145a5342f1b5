extension CaseFile {
    /// Records that a mediator was seized. Says nothing on admissibility: that is the mediator's alone.
    public func refer(_ referral: Referral, procedure: Procedure, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.refer, signature)
        try refuse([
            referral.mediator.isBlank || referral.subject.isBlank ? .textMissing : nil,
            referral.on >= startedOn && referral.on <= signature.day ? nil : .dateImpossible,
            objection(toReplyBy: referral.replyDue, inLetterOf: referral.on),
        ])
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
        try refuse([
            notice.text.isBlank && notice.files.isEmpty ? .textMissing : nil,
            objection(toDay: notice.on, signature),
            objection(toReplyBy: notice.replyDue, inLetterOf: notice.on),
        ])
        var notice = notice
        notice.outcomeDue =
            notice.kind == .accepted && referral?.kind == .consumer
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
        try refuse([
            shortness(of: prolongation.reason, atLeast: 3),
            prolongation.until > present.target ? nil : .dateNotLater(present.target),
        ])
        return .mediationProlonged(prolongation)
    }

    /// Records what was sent to the mediator, with its documents: what was asked for by a date is then done.
    public func reply(_ reply: MediationReply, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.replyToMediator, signature)
        try refuse([
            reply.text.isBlank && reply.files.isEmpty ? .textMissing : nil, objection(toDay: reply.sentOn, signature),
            unfinished(in: [reply.text]),
        ])
        return .mediatorAnswered(reply)
    }

    /// Records how the mediation ended.
    public func recordMediation(_ outcome: MediationOutcome, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.recordMediation, signature)
        try refuse([objection(toDay: outcome.on, signature)])
        return .mediationEnded(outcome)
    }

    /// Nothing happens in a mediation before it began, nor after today.
    private func objection(toDay day: CivilDate, _ signature: Signature) -> Refusal? {
        guard let referral, day >= referral.on, day <= signature.day else { return .dateImpossible }
        return nil
    }

    /// A letter asks for nothing before its own day: that is a slip of the hand, and would be late at once.
    private func objection(toReplyBy due: CivilDate?, inLetterOf day: CivilDate) -> Refusal? {
        due.map { $0 >= day } ?? true ? nil : .replyDueTooEarly
    }
}
