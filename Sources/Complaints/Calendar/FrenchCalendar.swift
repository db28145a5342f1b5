/// Which days are worked in a part of France, and when a delay ends there.
public struct FrenchCalendar: Sendable, Hashable {
    /// Whose public holidays count.
    public let zone: Zone

    /// The calendar of a zone.
    public init(zone: Zone) {
        self.zone = zone
    }

    /// Jour férié of the zone.
    public func isHoliday(_ date: CivilDate) -> Bool {
        PublicHoliday.allCases.contains { $0.date(in: date.year, zone: zone) == date }
    }

    /// Jour ouvrable: neither Sunday nor public holiday.
    public func isWorkingDay(_ date: CivilDate) -> Bool {
        date.weekday != .sunday && !isHoliday(date)
    }

    /// Jour ouvré: neither Saturday nor Sunday nor public holiday.
    public func isBusinessDay(_ date: CivilDate) -> Bool {
        date.weekday != .saturday && isWorkingDay(date)
    }

    /// The end of a delay that starts on `start`, a day which itself does not count (CPC art. 641).
    public func deadline(from start: CivilDate, after delay: Delay) -> Deadline {
        let target =
            switch delay.unit {
            case .workingDays: day(delay.count, after: start, counting: isWorkingDay)
            case .businessDays: day(delay.count, after: start, counting: isBusinessDay)
            case .calendarDays: start.adding(days: delay.count)
            case .months: start.adding(months: delay.count)
            case .years: start.adding(years: delay.count)
            }
        return Deadline(target: target, due: extended(target))
    }

    /// The first day from `date` on that is neither Saturday, nor Sunday, nor public holiday (CPC art. 642).
    public func extended(_ date: CivilDate) -> CivilDate {
        var day = date
        while !isBusinessDay(day), day < .last { day = day.adding(days: 1) }
        return day
    }

    private func day(_ count: Int, after start: CivilDate, counting counts: (CivilDate) -> Bool) -> CivilDate {
        var (day, left) = (start, count)
        while left > 0, day < .last {
            day = day.adding(days: 1)
            if counts(day) { left -= 1 }
        }
        return day
    }
}
