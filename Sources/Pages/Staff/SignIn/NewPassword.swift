/// The two fields in which somebody chooses a password. What was typed is never shown again.
public struct NewPassword: Sendable {
    /// What a choice may have wrong (S-51).
    public enum Mistake: String, Sendable, CaseIterable {
        /// Under 15 characters.
        case short
        /// Over 128.
        case long
        /// Little more than what is tried first.
        case common
        /// Little more than names that everybody knows.
        case personal
        /// The second field does not repeat the first.
        case different
    }

    /// Beside the first field.
    let mistakes: [String]
    let isWrong: Bool
    /// Beside the second.
    let difference: String?

    /// - Parameter mistakes: all that the last choice had wrong.
    public init(mistakes: [Mistake] = [], press: Press) {
        let words = { (mistake: Mistake) in press.words("staff.password.mistake.\(mistake.rawValue)") }
        self.mistakes = mistakes.filter { $0 != .different }.map(words)
        isWrong = !self.mistakes.isEmpty
        difference = mistakes.contains(.different) ? words(.different) : nil
    }
}
