/// Avis de réception d’une lettre: the slip of a registered letter came back, signed by whoever it was handed to.
public struct LetterDelivery: Sendable, Hashable, Codable {
    /// The letter.
    public var letter: String
    /// Which one.
    public var kind: LetterKind
    /// The day that the slip says.
    public var on: CivilDate
    /// The slip, where somebody kept it.
    public var files: [FileSummary]

    public init(letter: String, kind: LetterKind, on: CivilDate, files: [FileSummary] = []) {
        self.letter = letter
        self.kind = kind
        self.on = on
        self.files = files
    }

    private enum CodingKeys: String, CodingKey {
        case letter = "lettre"
        case kind = "genre"
        case on = "distribuee_le"
        case files = "pieces"
    }
}
