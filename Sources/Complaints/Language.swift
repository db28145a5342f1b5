/// A language that the public pages speak. French is the procedure's own; whoever complains may choose the other.
public enum Language: String, Sendable, Hashable, Codable, CaseIterable {
    case french = "fr"
    case english = "en"

    /// The one that a visitor may choose instead.
    public var other: Language { self == .french ? .english : .french }
}
