/// Civil time in Europe/Paris, computed from the European rule, whatever zone and tz database the server has.
///
/// Directive 2000/84/EC: summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of
/// October. France has done so since 1996; earlier moments may be an hour off.
extension Instant {
    /// The civil day in Paris: a complaint sent at 23:59:59 there belongs to that day.
    public var civilDate: CivilDate { parisReading.utcDate }

    /// The wall clock in Paris.
    public var parisTime: (hour: Int, minute: Int, second: Int) {
        let second = parisReading.dayAndSecond.second
        return (second / 3_600, second / 60 % 60, second % 60)
    }

    /// The moment at which a Paris clock shows this hour on this day.
    ///
    /// On the last Sunday of October 02:00…02:59 comes twice: the first is meant. On the last Sunday of March it does
    /// not come: the clock then shows an hour more.
    public init(parisDate: CivilDate, hour: Int, minute: Int = 0) {
        let reading = Instant(utc: parisDate, secondOfDay: hour * 3_600 + minute * 60)
        let inSummer = reading.adding(seconds: -7_200)
        self = inSummer.isParisSummer ? inSummer : reading.adding(seconds: -3_600)
    }

    /// Whether Paris is at UTC+2 (heure d'été) rather than UTC+1.
    public var isParisSummer: Bool {
        let year = utcDate.year
        return self >= Self.change(in: 3, of: year) && self < Self.change(in: 10, of: year)
    }

    /// The moment that UTC reads as Paris reads this one.
    private var parisReading: Instant { adding(seconds: isParisSummer ? 7_200 : 3_600) }

    /// 01:00 UTC on the last Sunday of a month of 31 days.
    private static func change(in month: Int, of year: Int) -> Instant {
        let last = CivilDate(valid: year, month, 31)
        return Instant(utc: last.adding(days: -(last.weekday.rawValue % 7)), secondOfDay: 3_600)
    }
}
