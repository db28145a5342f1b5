/// A public holiday of French labour law, in the order of C. trav. L3133-1 with those of Alsace-Moselle and overseas;
/// the raw value is its official French name, as the State's list (etalab/jours-feries-france) spells it.
public enum PublicHoliday: String, Sendable, Hashable, Codable, CaseIterable {
    case newYear = "1er janvier"
    /// Alsace-Moselle, where L3134-13 limits it to communes with a Protestant church; counted in the whole zone.
    case goodFriday = "Vendredi saint"
    case easterMonday = "Lundi de Pâques"
    case labourDay = "1er mai"
    case victoryDay = "8 mai"
    case ascension = "Ascension"
    case whitMonday = "Lundi de Pentecôte"
    case nationalDay = "14 juillet"
    case assumption = "Assomption"
    case allSaints = "Toussaint"
    case armistice = "11 novembre"
    case christmas = "Jour de Noël"
    /// Alsace-Moselle.
    case secondChristmasDay = "2ème jour de Noël"
    /// Overseas, on a day of each territory's own (C. trav. L3422-2).
    case abolitionOfSlavery = "Abolition de l'esclavage"

    /// Its day of `year`, 1…9999, in a zone; nil where it is not observed.
    public func date(in year: Int, zone: Zone) -> CivilDate? {
        switch self {
        case .newYear: CivilDate(valid: year, 1, 1)
        case .goodFriday: zone == .alsaceMoselle ? easter(year).adding(days: -2) : nil
        case .easterMonday: easter(year).adding(days: 1)
        case .labourDay: CivilDate(valid: year, 5, 1)
        case .victoryDay: CivilDate(valid: year, 5, 8)
        case .ascension: easter(year).adding(days: 39)
        case .whitMonday: easter(year).adding(days: 50)
        case .nationalDay: CivilDate(valid: year, 7, 14)
        case .assumption: CivilDate(valid: year, 8, 15)
        case .allSaints: CivilDate(valid: year, 11, 1)
        case .armistice: CivilDate(valid: year, 11, 11)
        case .christmas: CivilDate(valid: year, 12, 25)
        case .secondChristmasDay: zone == .alsaceMoselle ? CivilDate(valid: year, 12, 26) : nil
        case .abolitionOfSlavery: zone.abolitionDay.map { CivilDate(valid: year, $0.month, $0.day) }
        }
    }

    /// Every public holiday of a year in a zone, in the order of the calendar. Two may share a day, as 1 May and
    /// Ascension did in 2008.
    public static func observed(in year: Int, zone: Zone) -> [(holiday: PublicHoliday, date: CivilDate)] {
        allCases
            .compactMap { holiday in holiday.date(in: year, zone: zone).map { (holiday, $0) } }
            .sorted { $0.1 < $1.1 }
    }
}
