/// How long the provider waits for what a complaint lacks, in days from the request. Only proposed: a person
/// reminds, and a person abandons; but nobody abandons before the wait is over.
public struct CompletionWait: Sendable, Hashable, Codable {
    /// From when a reminder is proposed.
    public let reminder: Int
    /// From when abandonment is possible, and proposed; later than the reminder.
    public let abandonment: Int

    /// Nil unless 1 ≤ reminder < abandonment ≤ 365.
    public init?(reminder: Int, abandonment: Int) {
        guard reminder >= 1, reminder < abandonment, abandonment <= 365 else { return nil }
        self.init(valid: reminder, abandonment)
    }

    private init(valid reminder: Int, _ abandonment: Int) {
        self.reminder = reminder
        self.abandonment = abandonment
    }

    /// Fifteen days, then thirty.
    public static let standard = CompletionWait(valid: 15, 30)

    /// How far a wait has gone.
    public enum Standing: String, Sendable, CaseIterable {
        case waiting = "attente"
        /// The complainant could be reminded.
        case remindable = "relance"
        /// The wait is over.
        case abandonable = "abandon"
    }

    /// How far the wait for what was asked for on a day has gone.
    public func standing(askedOn day: CivilDate, on today: CivilDate) -> Standing {
        let days = day.days(until: today)
        return days >= abandonment ? .abandonable : days >= reminder ? .remindable : .waiting
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        let reminder = try values.decode(Int.self, forKey: .reminder)
        let abandonment = try values.decode(Int.self, forKey: .abandonment)
        guard let wait = CompletionWait(reminder: reminder, abandonment: abandonment) else {
            let reason = "\(reminder) and \(abandonment) are not days that follow one another, from 1 to 365"
            throw DecodingError.dataCorruptedError(forKey: .reminder, in: values, debugDescription: reason)
        }
        self = wait
    }

    private enum CodingKeys: String, CodingKey {
        case reminder = "relance"
        case abandonment = "abandon"
    }
}
