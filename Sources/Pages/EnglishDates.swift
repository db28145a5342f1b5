public import Complaints

/// Dates, hours and delays as British readers write them. A number never parts from the word behind it (U+00A0).
public enum EnglishDates {
    /// “23 November 2026”.
    public static func long(_ date: CivilDate) -> String {
        "\(date.day)\u{A0}\(months[date.month - 1]) \(date.year)"
    }

    /// “23 November 2026 at 10:52”, on a clock in Paris.
    public static func long(_ instant: Instant) -> String { "\(long(instant.civilDate)) at \(hour(instant))" }

    /// “10:52”, on a clock in Paris.
    public static func hour(_ instant: Instant) -> String {
        let time = instant.parisTime
        return "\(time.hour):\(time.minute < 10 ? "0" : "")\(time.minute)"
    }

    /// “10 working days”, “1 month”. English has one word for « jours ouvrables » and « jours ouvrés », so what
    /// tells them apart is said beside it, where it matters (`unit.…`).
    public static func delay(_ delay: Delay) -> String {
        let unit =
            switch delay.unit {
            case .workingDays, .businessDays: "working day"
            case .calendarDays: "day"
            case .months: "month"
            case .years: "year"
            }
        return counted(delay.count, unit)
    }

    /// “1 day”, “15 days”.
    static func days(_ count: Int) -> String { counted(count, "day") }

    /// “1 hour”, “12 hours”.
    static func hours(_ count: Int) -> String { counted(count, "hour") }

    /// “1 year”, “7 years”.
    static func years(_ count: Int) -> String { counted(count, "year") }

    private static func counted(_ count: Int, _ unit: String) -> String {
        "\(count)\u{A0}\(unit)\(count == 1 ? "" : "s")"
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
