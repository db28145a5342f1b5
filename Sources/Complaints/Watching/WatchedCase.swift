/// A case that something is awaited of, as far as its dates go: what letters and calendars are made from, without a word of
/// it.
public struct WatchedCase: Sendable, Hashable {
    /// Which.
    public let id: CaseFile.ID
    /// Its register number or, before it has one, its reference.
    public let identifier: String
    public let stage: Stage
    /// The account of whoever handles it.
    public let handler: String?
    /// Whether it has been judged to be a complaint or not.
    public let isQualified: Bool
    /// The day that its delays are counted from.
    public let startedOn: CivilDate
    /// When it must be answered.
    public let answer: Deadline
    /// By when it must be acknowledged; nil once it is.
    public let acknowledgement: CivilDate?
    /// The day that a third party gave.
    public let thirdParty: CivilDate?
    /// What its mediation waits for; nothing for those who do not follow it.
    public let mediation: [MediationDue]
    /// When its complainant was last asked to complete it, while that is awaited.
    public let askedOn: CivilDate?

    public init(
        id: CaseFile.ID,
        identifier: String,
        stage: Stage,
        handler: String? = nil,
        isQualified: Bool,
        startedOn: CivilDate,
        answer: Deadline,
        acknowledgement: CivilDate? = nil,
        thirdParty: CivilDate? = nil,
        mediation: [MediationDue] = [],
        askedOn: CivilDate? = nil
    ) {
        self.id = id
        self.identifier = identifier
        self.stage = stage
        self.handler = handler
        self.isQualified = isQualified
        self.startedOn = startedOn
        self.answer = answer
        self.acknowledgement = acknowledgement
        self.thirdParty = thirdParty
        self.mediation = mediation
        self.askedOn = askedOn
    }

    /// Every day by which something must happen, the earliest first.
    ///
    /// - Parameter wait: how long what it lacks is waited for.
    public func dues(_ wait: CompletionWait) -> [CaseDue] {
        let awaited = stage.awaitsAnswer
        var dues = mediation.map { CaseDue($0.step.inCalendars, on: $0.due) }
        if awaited { dues.append(CaseDue(.answer, on: answer.due)) }
        if awaited, let acknowledgement { dues.append(CaseDue(.acknowledgement, on: acknowledgement)) }
        if awaited, let thirdParty { dues.append(CaseDue(.thirdParty, on: thirdParty)) }
        if stage == .incomplete, let askedOn {
            dues.append(CaseDue(.reminder, on: askedOn.adding(days: wait.reminder)))
            dues.append(CaseDue(.abandonment, on: askedOn.adding(days: wait.abandonment)))
        }
        return dues.sorted()
    }

    /// What a day asks of it: the most pressing thing; nil where it waits for nothing yet.
    public func matter(on today: CivilDate, _ wait: CompletionWait) -> (matter: CaseMatter, day: CivilDate)? {
        matters(on: today, wait).min { $0.matter < $1.matter }
    }

    private func matters(on today: CivilDate, _ wait: CompletionWait) -> [(matter: CaseMatter, day: CivilDate)] {
        var matters = dues(wait).compactMap { due in
            due.matter(on: today).map { (matter: $0, day: due.day) }
        }
        guard stage.awaitsAnswer else { return matters }
        let state = DeadlineState(from: startedOn, to: answer, on: today)
        if let matter = CaseMatter(state) { matters.append((matter, answer.due)) }
        if stage == .received, !isQualified { matters.append((.toJudge, startedOn)) }
        return matters
    }
}

extension MediationDue.Step {
    fileprivate var inCalendars: CaseDue.Step {
        switch self {
        case .reply: .mediatorReply
        case .notice: .mediatorNotice
        case .outcome: .mediatorOutcome
        }
    }
}
