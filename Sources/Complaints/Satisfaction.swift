/// Satisfaction: what the person answered to the one question that the notice of closing asks, whatever was decided
/// (procedure §4; R-42). The annual figures count its mark.
public struct Satisfaction: Sendable, Hashable, Codable {
    /// The figure that the person gave, as the letter offers it: 1, not at all, to 5, wholly.
    public enum Mark: Int, Sendable, Codable, CaseIterable {
        case one = 1
        case two, three, four, five
    }

    /// By which way it came: some of `Channel`, under the same names.
    public enum Way: String, Sendable, Codable, CaseIterable {
        /// By the person's own hand, on the follow-up pages.
        case form = "formulaire"
        case email = "courriel"
        case letter = "courrier"
        case telephone
        case spoken = "oral"

        /// The ways by which staff may have received what they note.
        public static let noted = allCases.filter { $0 != .form }
    }

    /// The figure.
    public var mark: Mark
    /// How it came.
    public var way: Way
    /// The day it reached us.
    public var on: CivilDate
    /// What the person added, in their words; may be empty.
    public var text: String
    /// Why it takes the place of the one recorded before; empty for the first.
    public var correction: String

    public init(mark: Mark, way: Way, on: CivilDate, text: String = "", correction: String = "") {
        self.mark = mark
        self.way = way
        self.on = on
        self.text = text
        self.correction = correction
    }

    private enum CodingKeys: String, CodingKey {
        case mark = "note"
        case way = "voie"
        case on = "le"
        case text = "texte"
        case correction = "rectification"
    }
}
