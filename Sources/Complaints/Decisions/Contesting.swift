extension CaseFile {
    /// Records that the person contests the judgement that it is no complaint: once for each such judgement.
    public func contest(_ contest: Contest, _ signature: Signature) throws(Refusal) -> Event {
        try permit(.contest, signature)
        guard self.contest == nil else { throw .alreadyContested }
        let isSaid = !contest.by.isBlank && (!contest.text.isBlank || !contest.files.isEmpty)
        let isPossible = contest.on >= (requalifiedOn ?? startedOn) && contest.on <= signature.day
        try refuse([isSaid ? nil : .textMissing, isPossible ? nil : .dateImpossible])
        return .contested(contest)
    }

    /// Decides a contest. Somebody who neither requalified nor is named in the complaint must do it where the provider
    /// has such a person; where it has none, or declares that it is one person, the
    /// decision says so by itself.
    ///
    /// - Parameters:
    ///   - deciders: the accounts that may decide at all, this one included.
    ///   - procedure: the version in force that day, for its mediator (docs/decisions/0015) and for who there is (0019).
    public func decideContest(
        _ decision: ContestDecision,
        among deciders: Set<String>,
        procedure: Procedure,
        _ signature: Signature
    ) throws(Refusal) -> Event {
        try permit(.decideContest, signature)
        try demand(reason: decision.reason)
        try refuse([forbiddenWording(in: [decision.reason]), unfinished(in: [decision.reason])])
        guard case .officer(let officer) = signature.author else { throw .notAllowed }
        var decided = ContestDecision(result: decision.result, reason: decision.reason.trimmed)
        if procedure.isOnePerson {
            decided.isAlone = true
        } else if officer.id == requalifier || conflicted.contains(officer.id) {
            guard impartial(among: deciders).isEmpty else { throw .anotherMustDecide }
            decided.isAlone = true
        }
        if decision.result == .maintained, qualification?.consumer != .professional {
            decided.recourse = procedure.shown(on: signature.day).consumerMediator
                .map { .consumerMediator($0, until: startedOn.adding(years: 1)) }
        }
        return .contestDecided(decided)
    }

    /// The day of the judgement that may be contested.
    private var requalifiedOn: CivilDate? {
        let judged = entries.last { $0.event.kind == .qualified }
        return judged?.at.civilDate
    }
}
