/// How long an act may take, in the unit that the law or the procedure states.
///
/// Coded as `{"unite":"jours-ouvrables","nombre":10}`.
public struct Delay: Sendable, Hashable, Codable {
    /// What is counted.
    public enum Unit: String, Sendable, Hashable, Codable, CaseIterable {
        /// Jours ouvrables: every day but Sundays and public holidays.
        case workingDays = "jours-ouvrables"
        /// Jours ouvrés: Monday to Friday but public holidays.
        case businessDays = "jours-ouvres"
        /// Jours calendaires: every day.
        case calendarDays = "jours-calendaires"
        case months = "mois"
        case years = "ans"
    }

    /// What is counted.
    public let unit: Unit
    /// How many of them, 1…3660.
    public let count: Int

    /// Nil when `count` is not in 1…3660: no procedure means a delay of none, nor one of more than ten years of days.
    public init?(_ count: Int, _ unit: Unit) {
        guard (1...3_660).contains(count) else { return nil }
        self.init(valid: count, unit)
    }

    /// A delay known to be in range.
    init(valid count: Int, _ unit: Unit) {
        self.count = count
        self.unit = unit
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let unit = try values.decode(Unit.self, forKey: .unit)
        let count = try values.decode(Int.self, forKey: .count)
        guard let delay = Delay(count, unit) else {
            let reason = "\(count) is not a number of units from 1 to 3660"
            throw DecodingError.dataCorruptedError(forKey: .count, in: values, debugDescription: reason)
        }
        self = delay
    }

    private enum CodingKeys: String, CodingKey {
        case unit = "unite"
        case count = "nombre"
    }
}
