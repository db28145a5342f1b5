/// The delays that a provider's procedure promises.
public struct DeadlineRules: Sendable, Hashable, Codable {
    /// For the accusé de réception.
    public var acknowledgement: Delay
    /// For the answer.
    public var answer: Delay

    /// Delays of one's own.
    public init(acknowledgement: Delay, answer: Delay) {
        self.acknowledgement = acknowledgement
        self.answer = answer
    }

    /// Ten jours ouvrables and two months, as ACPR recommendation 2022-R-01, amended in 2024, asks of financial firms.
    public static let acpr = DeadlineRules(
        acknowledgement: Delay(valid: 10, .workingDays),
        answer: Delay(valid: 2, .months)
    )

    /// Five jours ouvrés and fifteen calendar days.
    public static let rapide = DeadlineRules(
        acknowledgement: Delay(valid: 5, .businessDays),
        answer: Delay(valid: 15, .calendarDays)
    )

    private enum CodingKeys: String, CodingKey {
        case acknowledgement = "accuse"
        case answer = "reponse"
    }
}
