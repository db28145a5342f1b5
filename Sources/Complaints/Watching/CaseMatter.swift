/// What the daily letter says of a case, the most pressing first.
public enum CaseMatter: String, Sendable, CaseIterable {
    /// The due date of the answer is past.
    case late = "en-retard"
    /// The day that a third party gave is past.
    case thirdPartyLate = "tiers-passe"
    /// It should have been acknowledged.
    case unacknowledged = "accuse"
    /// The reply to the mediator is due within a week, or was.
    case mediatorReply = "mediateur"
    /// The target of the answer is reached, the due date not passed.
    case due = "a-echeance"
    /// The day that a third party gave is near.
    case thirdPartySoon = "tiers"
    /// Four fifths of the delay have passed.
    case fourFifths = "quatre-cinquiemes"
    /// It has not been judged to be a complaint or not.
    case toJudge = "a-qualifier"
    /// The wait for what it lacks is over.
    case toAbandon = "abandon"
    /// Its complainant could be reminded of what it lacks.
    case toRemind = "relance"
    /// Half of the delay has passed.
    case half = "moitie"

    /// From how many days before a day that others gave it is near.
    static let near = 7

    /// What a running delay calls for; nil in its first half.
    init?(_ state: DeadlineState) {
        switch state {
        case .running: return nil
        case .half: self = .half
        case .fourFifths: self = .fourFifths
        case .due: self = .due
        case .overdue: self = .late
        }
    }
}

extension CaseMatter: Comparable {
    /// The more pressing one is less.
    public static func < (one: CaseMatter, other: CaseMatter) -> Bool { one.place < other.place }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension CaseDue {
    /// What it calls for on a day, but for the answer, whose delay says more; nil where it is not near.
    func matter(on today: CivilDate) -> CaseMatter? {
        let left = today.days(until: day)
        switch step {
        case .acknowledgement: return left < 0 ? .unacknowledged : nil
        case .thirdParty where left < 0: return .thirdPartyLate
        case .thirdParty: return left <= CaseMatter.near ? .thirdPartySoon : nil
        case .mediatorReply: return left <= CaseMatter.near ? .mediatorReply : nil
        case .reminder: return left <= 0 ? .toRemind : nil
        case .abandonment: return left <= 0 ? .toAbandon : nil
        case .answer, .mediatorNotice, .mediatorOutcome: return nil
        }
    }
}
