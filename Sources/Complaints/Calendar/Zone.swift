/// The part of France whose public holidays count for a provider.
public enum Zone: String, Sendable, Hashable, Codable, CaseIterable {
    /// Metropolitan France outside Alsace and Moselle.
    case metropole
    /// Haut-Rhin, Bas-Rhin and Moselle: Good Friday and 26 December too (C. trav. L3134-13).
    case alsaceMoselle = "alsace-moselle"
    case guadeloupe
    case martinique
    case guyane
    case laReunion = "la-reunion"
    case mayotte
    case saintMartin = "saint-martin"
    case saintBarthelemy = "saint-barthelemy"
}

extension Zone {
    /// The day that commemorates the abolition of slavery (C. trav. L3422-2); nil in metropolitan France.
    var abolitionDay: (month: Int, day: Int)? {
        switch self {
        case .metropole, .alsaceMoselle: nil
        case .mayotte: (4, 27)
        case .martinique: (5, 22)
        case .guadeloupe: (5, 27)
        case .saintMartin: (5, 28)
        case .guyane: (6, 10)
        case .saintBarthelemy: (10, 9)
        case .laReunion: (12, 20)
        }
    }
}
