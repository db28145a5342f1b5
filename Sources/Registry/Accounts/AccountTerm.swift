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

/// Why something is not done to an account.
public enum AccountRefusal: Error, Sendable, Equatable {
    /// There is none of that identifier.
    case unknown
    /// It would have no role.
    case roleMissing
    /// An auditor's account has an end.
    case endMissing
    /// The end is before today.
    case endIsOver
    /// An auditor's account would be good for too long: this is the latest day.
    case endTooFar(latest: CivilDate)
    /// Nobody could administer the accounts any more.
    case lastAdministrator
    /// It is the administrator's own: another administrator does it.
    case anotherMustDecide
    /// It is the administrator's own, and would be lost by mistake.
    case ownAccount
    /// It is disabled or over: no link opens it.
    case notOpen
    /// Its name, roles or end are no longer those that the change was made from.
    case changedMeanwhile
}
