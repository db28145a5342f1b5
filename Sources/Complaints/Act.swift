/// Everything that can be done to a case file, and in one table each: from which stages, and by whom.
public enum Act: String, Sendable, CaseIterable {
    case qualify, contest, decideContest, requestCompletion, complete, register, assign, recuse
    case restrict, liftRestriction, recordMeasure, dispenseWithMeasures, extend, answer
    case refer, recordNotice, replyToMediator, prolongMediation, recordMediation
    case close, recordSatisfaction, reopen, withdraw, abandon, amend, split, link, unlink, note, issueLetter

    /// The stages from which it may be done.
    public var stages: Set<Stage> {
        switch self {
        case .qualify: [.received, .incomplete, .registered, .investigating, .requalified]
        case .contest: [.requalified]
        case .decideContest: [.contested]
        case .requestCompletion: [.received, .incomplete]
        case .complete: [.incomplete, .abandoned]
        case .register: [.received, .incomplete]
        case .recordMeasure, .dispenseWithMeasures: [.registered, .investigating, .answered, .inMediation]
        case .extend, .answer: [.registered, .investigating]
        case .refer: [.registered, .investigating, .answered, .closed]
        case .recordNotice, .replyToMediator, .prolongMediation, .recordMediation: [.inMediation]
        case .close: [.answered]
        case .recordSatisfaction: [.closed]
        case .reopen: [.closed, .withdrawn]
        case .withdraw: [.received, .incomplete, .registered, .investigating, .answered, .inMediation]
        case .abandon: [.incomplete]
        case .assign, .recuse, .restrict, .liftRestriction, .amend, .split, .link, .unlink, .note, .issueLetter:
            Set(Stage.allCases).subtracting([.archived, .erased])
        }
    }

    /// The roles that may do it. The complainant and the server itself are listed apart.
    public var roles: Set<Role> {
        switch self {
        case .qualify, .register, .assign, .recuse, .recordMeasure, .dispenseWithMeasures, .extend, .answer, .refer,
            .recordMediation, .close, .reopen, .abandon, .decideContest, .recordNotice, .replyToMediator,
            .prolongMediation, .restrict, .liftRestriction, .link, .unlink:
            [.complaintsManager, .management]
        case .requestCompletion, .complete, .withdraw, .issueLetter, .contest, .recordSatisfaction, .split:
            [.receptionDesk, .complaintsManager, .management]
        case .amend: [.receptionDesk, .complaintsManager, .management, .dataProtection]
        case .note: [.receptionDesk, .complaintsManager, .management, .internalControl, .dataProtection]
        }
    }

    /// Whether the person who complains may do it themself.
    public var isOpenToComplainant: Bool {
        switch self {
        case .complete, .withdraw, .amend, .contest: true
        default: false
        }
    }

    /// Whether the server does it by itself.
    public var isOpenToSystem: Bool { self == .issueLetter }
}

extension CaseFile {
    /// Refuses an act that this author, this author's own part in the case, its restriction, or this stage
    /// does not allow.
    public func permit(_ act: Act, _ signature: Signature) throws(Refusal) {
        let allowed =
            switch signature.author {
            case .officer(let officer): !act.roles.isDisjoint(with: officer.roles)
            case .complainant: act.isOpenToComplainant
            case .system: act.isOpenToSystem
            }
        guard allowed else { throw .notAllowed }
        if case .officer(let officer) = signature.author {
            if shutsOut(officer) { throw .restricted }
            if bars(officer), !remains(act, to: officer) { throw .barred }
        }
        guard act.stages.contains(stage) else { throw .notAtThisStage(stage) }
    }

    /// The acts that this officer may do now, in the order of `Act`.
    public func acts(for officer: Officer) -> [Act] {
        Act.allCases.filter { act in
            !isVain(act) && (try? permit(act, Signature(by: .officer(officer), at: receivedAt))) != nil
        }
    }

    /// Whether an act would always be refused now: a second contest, a prolongation of no delay, and the end of what
    /// is not: a restriction, a link.
    private func isVain(_ act: Act) -> Bool {
        switch act {
        case .contest: contest != nil
        case .prolongMediation: mediation.outcomeDue == nil
        case .liftRestriction: restriction == nil
        case .unlink: linked.isEmpty
        default: false
        }
    }
}
