import Complaints
import Testing

@Suite struct `The Easter table` {
    /// Easter, Easter Monday, Good Friday, Ascension and Whit Monday of seven years.
    static let table = [
        (2024, "03-31", "04-01", "03-29", "05-09", "05-20"), (2025, "04-20", "04-21", "04-18", "05-29", "06-09"),
        (2026, "04-05", "04-06", "04-03", "05-14", "05-25"), (2027, "03-28", "03-29", "03-26", "05-06", "05-17"),
        (2028, "04-16", "04-17", "04-14", "05-25", "06-05"), (2029, "04-01", "04-02", "03-30", "05-10", "05-21"),
        (2030, "04-21", "04-22", "04-19", "05-30", "06-10"),
    ]

    // Shows: R-27
    @Test func `is computed day for day`() {
        for (year, sunday, monday, friday, ascension, whitMonday) in Self.table {
            let date = { (holiday: PublicHoliday) in holiday.date(in: year, zone: .alsaceMoselle)?.description }
            #expect(easter(year).description == "\(year)-\(sunday)")
            #expect(date(.easterMonday) == "\(year)-\(monday)")
            #expect(date(.goodFriday) == "\(year)-\(friday)")
            #expect(date(.ascension) == "\(year)-\(ascension)")
            #expect(date(.whitMonday) == "\(year)-\(whitMonday)")
        }
    }

    @Test func `agrees with Gauss's older method in every year of four centuries, and falls on a Sunday`() throws {
        for year in 1800..<2200 {
            try #require(easter(year) == gauss(year), "\(year)")
            try #require(easter(year).weekday == .sunday)
        }
    }

    /// Gauss, 1816, with its two exceptions.
    private func gauss(_ year: Int) -> CivilDate? {
        let (a, b, c) = (year % 19, year % 4, year % 7)
        let k = year / 100
        let m = (15 - (13 + 8 * k) / 25 + k - k / 4) % 30
        let n = (4 + k - k / 4) % 7
        let d = (19 * a + m) % 30
        let e = (2 * b + 4 * c + 6 * d + n) % 7
        var day = 22 + d + e
        if d == 29, e == 6 { day -= 7 }
        if d == 28, e == 6, (11 * m + 11) % 30 < 19 { day -= 7 }
        return CivilDate(year: year, month: day > 31 ? 4 : 3, day: day > 31 ? day - 31 : day)
    }
}

@Suite struct `Public holidays` {
    // Shows: R-27
    @Test func `are the eleven of the Code du travail, in its spelling`() {
        let observed = PublicHoliday.observed(in: 2026, zone: .metropole).map { "\($0.date) \($0.holiday.rawValue)" }
        #expect(
            observed == [
                "2026-01-01 1er janvier", "2026-04-06 Lundi de Pâques", "2026-05-01 1er mai", "2026-05-08 8 mai",
                "2026-05-14 Ascension", "2026-05-25 Lundi de Pentecôte", "2026-07-14 14 juillet",
                "2026-08-15 Assomption", "2026-11-01 Toussaint", "2026-11-11 11 novembre", "2026-12-25 Jour de Noël",
            ]
        )
    }

    // Shows: R-27
    @Test func `are two more in Alsace-Moselle`() {
        let here = PublicHoliday.observed(in: 2026, zone: .alsaceMoselle).map(\.holiday)
        #expect(here.count == 13)
        #expect(here.filter { $0.date(in: 2026, zone: .metropole) == nil } == [.goodFriday, .secondChristmasDay])
    }

    // Shows: R-27
    @Test(arguments: [
        (Zone.mayotte, "2026-04-27"), (.martinique, "2026-05-22"), (.guadeloupe, "2026-05-27"),
        (.saintMartin, "2026-05-28"), (.guyane, "2026-06-10"), (.saintBarthelemy, "2026-10-09"),
        (.laReunion, "2026-12-20"),
    ])
    func `are one more overseas, on each territory's own day`(zone: Zone, day: String) throws {
        let abolition = try #require(CivilDate(day))
        #expect(PublicHoliday.observed(in: 2026, zone: zone).count == 12)
        for other in Zone.allCases {
            #expect(FrenchCalendar(zone: other).isHoliday(abolition) == (other == zone))
        }
    }

    @Test(arguments: [
        (2008, PublicHoliday.labourDay), (2059, .victoryDay), (2070, .victoryDay), (2081, .victoryDay),
        (2092, .victoryDay),
    ])
    func `are ten days only in a year where Ascension meets May`(year: Int, meets: PublicHoliday) {
        let observed = PublicHoliday.observed(in: year, zone: .metropole)
        #expect(observed.count == 11)
        #expect(Set(observed.map(\.date)).count == 10)
        #expect(PublicHoliday.ascension.date(in: year, zone: .metropole) == meets.date(in: year, zone: .metropole))
    }

    @Test func `are eleven days in every other year of the century, but where Ascension meets May`() {
        let short = (2001...2100).filter { year in
            Set(PublicHoliday.observed(in: year, zone: .metropole).map(\.date)).count != 11
        }
        #expect(short == [2008, 2059, 2070, 2081, 2092])
    }
}
