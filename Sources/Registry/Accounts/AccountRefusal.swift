public import Complaints

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
