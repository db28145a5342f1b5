/// An edition of the guide de lecture of the Référentiel national qualité, whose indicator 31 says what a complaint is. The
/// day tells which one is quoted; its words are in the catalogue.
///
/// Another edition is one more case, with its number, its day and its words. Version 8, which stood for six weeks, is left
/// out: providers had two months to follow it.
public enum QualityGuide: String, Sendable, CaseIterable {
    case version7 = "v7"
    case version9 = "v9"

    /// As it stands on its cover.
    public var number: Int {
        switch self {
        case .version7: 7
        case .version9: 9
        }
    }

    /// The day it was published.
    public var publishedOn: CivilDate {
        switch self {
        case .version7: CivilDate(valid: 2021, 3, 29)
        case .version9: CivilDate(valid: 2024, 1, 8)
        }
    }

    /// The newest one of a day; the first one of all for a day before it.
    public static func inForce(on day: CivilDate) -> QualityGuide {
        allCases.last { $0.publishedOn <= day } ?? .version7
    }
}
