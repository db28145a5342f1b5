public import Complaints

/// Dates, hours and delays as French readers write them. A number never parts from the word behind it (U+00A0).
public enum FrenchDates {
    /// « 23 novembre 2026 », « 1er mai 2026 ».
    public static func long(_ date: CivilDate) -> String {
        "\(date.day == 1 ? "1er" : "\(date.day)")\u{A0}\(months[date.month - 1]) \(date.year)"
    }

    /// « 23/11/2026 ».
    public static func short(_ date: CivilDate) -> String {
        "\(twoDigits(date.day))/\(twoDigits(date.month))/\(date.year)"
    }

    /// « 23/11/2026 à 10 h 52 », on a clock in Paris.
    public static func short(_ instant: Instant) -> String { "\(short(instant.civilDate)) à \(hour(instant))" }

    /// « 23 novembre 2026 à 10 h 52 », on a clock in Paris.
    public static func long(_ instant: Instant) -> String { "\(long(instant.civilDate)) à \(hour(instant))" }

    /// « 10 h 52 », on a clock in Paris.
    public static func hour(_ instant: Instant) -> String {
        let time = instant.parisTime
        return "\(time.hour)\u{A0}h\u{A0}\(twoDigits(time.minute))"
    }

    /// The first whole minute from an instant on, as `hour` writes it: whoever waits for it does not come too early.
    static func wholeHour(from instant: Instant) -> String { hour(instant.adding(seconds: 59)) }

    /// « 2026-11-23 09:52:01 UTC », for those who compare clocks.
    public static func universal(_ instant: Instant) -> String {
        let text = instant.description
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(8))\u{A0}UTC"
    }

    /// « 10 jours ouvrables », « 1 jour ouvré », « 2 mois », « 1 an ».
    public static func delay(_ delay: Delay) -> String {
        let isOne = delay.count < 2
        let unit =
            switch delay.unit {
            case .workingDays: isOne ? "jour ouvrable" : "jours ouvrables"
            case .businessDays: isOne ? "jour ouvré" : "jours ouvrés"
            case .calendarDays: isOne ? "jour" : "jours"
            case .months: "mois"
            case .years: isOne ? "an" : "ans"
            }
        return "\(delay.count)\u{A0}\(unit)"
    }

    /// « 1 jour », « 15 jours ».
    static func days(_ count: Int) -> String { "\(count)\u{A0}\(count < 2 ? "jour" : "jours")" }

    /// « 1 heure », « 12 heures ».
    static func hours(_ count: Int) -> String { "\(count)\u{A0}\(count < 2 ? "heure" : "heures")" }

    /// « 1 an », « 7 ans ».
    static func years(_ count: Int) -> String { "\(count)\u{A0}\(count < 2 ? "an" : "ans")" }

    private static let months = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ]

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
