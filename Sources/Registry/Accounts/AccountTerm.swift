public import Complaints

/// Until when an account is good.
public enum AccountTerm: Sendable, Equatable, Codable {
    /// Without an end.
    case unlimited
    /// To the end of this day, in Paris.
    case until(CivilDate)

    /// Days for which an auditor's account is good at most: an audit is prepared, held and answered for within them
    /// (R-67; docs/decisions/0019).
    public static let auditorDays = 90

    /// The last day; nil where there is none.
    public var day: CivilDate? {
        switch self {
        case .unlimited: nil
        case .until(let day): day
        }
    }

    /// Whether an account with these roles may have this end.
    ///
    /// - Parameter isNew: whether the end is being set; one that was set before may be over.
    static func check(
        _ end: CivilDate?,
        isNew: Bool,
        for roles: Set<String>,
        today: CivilDate
    ) throws(AccountRefusal) {
        if isNew, let end, end < today { throw .endIsOver }
        guard roles.contains(Role.auditor.rawValue) else { return }
        let latest = today.adding(days: auditorDays)
        guard let end else { throw .endMissing }
        guard end <= latest else { throw .endTooFar(latest: latest) }
    }
}
