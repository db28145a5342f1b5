/// Counting in days, months and years. A result outside 0001…9999 stops at the nearest end of that range.
extension CivilDate {
    /// 0001-01-01.
    public static let first = CivilDate(valid: 1, 1, 1)
    /// 9999-12-31.
    public static let last = CivilDate(valid: 9999, 12, 31)

    /// Days since 1970-01-01; negative before.
    ///
    /// Counts years from 1 March, so that the leap day is the last of its year and months have fixed offsets.
    public var daysSince1970: Int {
        let marchYear = month > 2 ? year : year - 1
        let marchMonth = (month + 9) % 12
        let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
        return marchYear * 365 + leapDays + (marchMonth * 153 + 2) / 5 + day - 1 - 719_468
    }

    /// The day that is `daysSince1970` days after 1970-01-01.
    public init(daysSince1970: Int) {
        // 719 162 days from 0001-01-01 to 1970-01-01; 2 932 896 from there to 9999-12-31.
        let days = min(max(daysSince1970, -719_162), 2_932_896) + 719_468
        // Eras of 400 years have 146 097 days; inside one, take back the leap days already passed.
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        self.init(valid: year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    /// Day of the week.
    public var weekday: Weekday {
        // 1970-01-01 was a Thursday, three days after a Monday.
        Weekday.allCases[((daysSince1970 + 3) % 7 + 7) % 7]
    }

    /// `days` later, earlier when negative.
    public func adding(days: Int) -> CivilDate {
        let (sum, overflow) = daysSince1970.addingReportingOverflow(days)
        return overflow ? (days > 0 ? .last : .first) : CivilDate(daysSince1970: sum)
    }

    /// The same quantième `months` later, or the last day of that month where it has none (CPC art. 641 al. 2).
    public func adding(months: Int) -> CivilDate {
        let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        if overflow || sum >= 120_000 || sum < 12 { return months > 0 ? .last : .first }
        let (newYear, newMonth) = (sum / 12, sum % 12 + 1)
        return CivilDate(valid: newYear, newMonth, min(day, Self.length(ofMonth: newMonth, in: newYear)))
    }

    /// The same day and month `years` later; 28 February for a 29 February in a common year (CPC art. 641 al. 2).
    public func adding(years: Int) -> CivilDate {
        let (months, overflow) = years.multipliedReportingOverflow(by: 12)
        return overflow ? (years > 0 ? .last : .first) : adding(months: months)
    }

    /// Days from this one to `other`: positive when `other` is later.
    public func days(until other: CivilDate) -> Int {
        other.daysSince1970 - daysSince1970
    }
}
