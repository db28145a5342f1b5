/// The two ends of a delay: by when we mean to act, and from when we are late.
public struct Deadline: Sendable, Hashable, Codable {
    /// Cible: the delay as counted, even when it ends on a day of rest. Alerts follow it.
    public let target: CivilDate
    /// Échéance: the target moved past Saturday, Sunday and public holidays (CPC art. 642). Lateness follows it, from
    /// the day after.
    public let due: CivilDate

    /// The two dates as they were computed, or agreed with the complainant.
    public init(target: CivilDate, due: CivilDate) {
        self.target = target
        self.due = due
    }

    private enum CodingKeys: String, CodingKey {
        case target = "cible"
        case due = "echeance"
    }
}
