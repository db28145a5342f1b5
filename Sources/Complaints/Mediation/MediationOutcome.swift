/// How the mediation ended (K17).
public struct MediationOutcome: Sendable, Hashable, Codable {
    /// What came of it.
    public enum Result: String, Sendable, Codable, CaseIterable {
        case agreement = "accord"
        case proposalDeclined = "proposition-refusee"
        case inadmissible = "irrecevable"
        case abandoned = "abandon"
    }

    /// What came of it.
    public var result: Result
    /// When.
    public var on: CivilDate
    /// In words.
    public var text: String

    public init(result: Result, on: CivilDate, text: String) {
        self.result = result
        self.on = on
        self.text = text
    }

    private enum CodingKeys: String, CodingKey {
        case result = "issue"
        case on = "le"
        case text = "texte"
    }
}
