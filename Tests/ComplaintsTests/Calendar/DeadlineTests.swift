import Complaints
import Foundation
import Testing

/// A delay to compute: start, count, unit, zone, then the target and the due date expected.
typealias DeadlineVector = (start: String, count: Int, unit: Delay.Unit, zone: Zone, target: String, due: String)

@Suite struct `A deadline` {
    static let vectors: [DeadlineVector] = [
        ("2026-04-29", 10, .workingDays, .metropole, "2026-05-13", "2026-05-13"),
        ("2026-04-29", 10, .businessDays, .metropole, "2026-05-18", "2026-05-18"),
        ("2026-12-18", 10, .workingDays, .metropole, "2026-12-31", "2026-12-31"),
        ("2026-12-18", 10, .workingDays, .alsaceMoselle, "2027-01-02", "2027-01-04"),
        ("2026-12-18", 10, .businessDays, .metropole, "2027-01-05", "2027-01-05"),
        ("2027-03-24", 10, .workingDays, .metropole, "2027-04-06", "2027-04-06"),
        ("2027-03-24", 10, .workingDays, .alsaceMoselle, "2027-04-07", "2027-04-07"),
        ("2027-07-09", 10, .workingDays, .metropole, "2027-07-22", "2027-07-22"),
        ("2027-07-09", 10, .businessDays, .metropole, "2027-07-26", "2027-07-26"),
        ("2026-11-23", 2, .months, .metropole, "2027-01-23", "2027-01-25"),
        ("2026-12-31", 2, .months, .metropole, "2027-02-28", "2027-03-01"),
        ("2025-12-30", 2, .months, .metropole, "2026-02-28", "2026-03-02"),
        ("2026-09-01", 2, .months, .metropole, "2026-11-01", "2026-11-02"),
        ("2027-03-08", 2, .months, .metropole, "2027-05-08", "2027-05-10"),
        ("2026-10-26", 2, .months, .metropole, "2026-12-26", "2026-12-28"),
        ("2028-02-29", 7, .years, .metropole, "2035-02-28", "2035-02-28"),
        // Overseas: the abolition of slavery puts the end off by a day.
        ("2026-12-09", 10, .calendarDays, .guyane, "2026-12-19", "2026-12-21"),
        ("2026-05-11", 10, .workingDays, .metropole, "2026-05-23", "2026-05-26"),
        ("2026-05-11", 10, .workingDays, .martinique, "2026-05-26", "2026-05-26"),
        ("2026-05-22", 5, .calendarDays, .guadeloupe, "2026-05-27", "2026-05-28"),
        ("2026-05-23", 5, .calendarDays, .saintMartin, "2026-05-28", "2026-05-29"),
        ("2026-12-15", 5, .businessDays, .laReunion, "2026-12-22", "2026-12-22"),
    ]

    // Shows: R-27, R-28
    @Test(arguments: vectors) func `falls on the day that the law says`(vector: DeadlineVector) throws {
        let start = try #require(CivilDate(vector.start))
        let delay = try #require(Delay(vector.count, vector.unit))
        let deadline = FrenchCalendar(zone: vector.zone).deadline(from: start, after: delay)
        #expect(deadline.target.description == vector.target)
        #expect(deadline.due.description == vector.due)
    }

    /// Another way to count: list the days that count, then pick one.
    private func brute(_ start: CivilDate, _ count: Int, _ unit: Delay.Unit, _ zone: Zone) -> Deadline {
        let holidays = Set(
            (start.year...start.year + 4).flatMap { PublicHoliday.observed(in: $0, zone: zone).map(\.date) }
        )
        let after = sequence(first: start.adding(days: 1)) { $0.adding(days: 1) }
        let isOpen = { (day: CivilDate) in ![.saturday, .sunday].contains(day.weekday) && !holidays.contains(day) }
        let days = after.lazy.filter { day in
            switch unit {
            case .workingDays: day.weekday != .sunday && !holidays.contains(day)
            case .businessDays: isOpen(day)
            case .calendarDays: true
            case .months: day == self.anniversary(start, day, months: 1)
            case .years: day == self.anniversary(start, day, months: 12)
            }
        }
        let target = Array(days.prefix(count)).last ?? start
        let due = sequence(first: target) { $0.adding(days: 1) }.first(where: isOpen) ?? target
        return Deadline(target: target, due: due)
    }

    /// The day of the month of `day` that ends a whole number of steps of so many months; nil in a month of none.
    private func anniversary(_ start: CivilDate, _ day: CivilDate, months: Int) -> CivilDate? {
        guard ((day.year - start.year) * 12 + day.month - start.month) % months == 0 else { return nil }
        return (1...start.day).reversed().lazy.compactMap { CivilDate(year: day.year, month: day.month, day: $0) }.first
    }

    // Shows: R-27, R-28
    @Test(arguments: Zone.allCases) func `agrees with counting on one's fingers`(zone: Zone) throws {
        let calendar = FrenchCalendar(zone: zone)
        for step in 0..<130 {
            let start = CivilDate(daysSince1970: 20_450 + step * 11)
            for unit in Delay.Unit.allCases {
                let count = unit == .years ? 1 + step % 3 : 1 + step % 17
                let delay = try #require(Delay(count, unit))
                let expected = brute(start, count, unit, zone)
                try #require(calendar.deadline(from: start, after: delay) == expected, "\(start) \(delay)")
            }
        }
    }

    // Shows: R-28
    @Test func `is due on an open day, never before its target, and at most five days after`() {
        for zone in Zone.allCases {
            let calendar = FrenchCalendar(zone: zone)
            for step in 0..<2_000 {
                let target = CivilDate(daysSince1970: 20_000 + step * 3)
                let due = calendar.extended(target)
                #expect(calendar.isBusinessDay(due) && (0...5).contains(target.days(until: due)))
                #expect((due == target) == calendar.isBusinessDay(target))
            }
        }
    }

    @Test func `stops at the end of time`() throws {
        let start = try #require(CivilDate("9999-12-30"))
        for unit in Delay.Unit.allCases {
            let delay = try #require(Delay(3_660, unit))
            #expect(FrenchCalendar(zone: .metropole).deadline(from: start, after: delay).due == .last)
        }
    }

    // Shows: R-28
    @Test func `keeps both dates in JSON, under their French names`() throws {
        let calendar = FrenchCalendar(zone: .metropole)
        let start = try #require(CivilDate("2026-11-23"))
        let deadline = calendar.deadline(from: start, after: DeadlineRules.acpr.answer)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let json = try encoder.encode(deadline)
        #expect(String(decoding: json, as: UTF8.self) == #"{"cible":"2027-01-23","echeance":"2027-01-25"}"#)
        #expect(try JSONDecoder().decode(Deadline.self, from: json) == deadline)
    }
}

@Suite struct `The delays` {
    // Shows: R-25
    @Test func `have the two presets`() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = { (rules: DeadlineRules) in String(decoding: try encoder.encode(rules), as: UTF8.self) }
        let acpr = #"{"accuse":{"nombre":10,"unite":"jours-ouvrables"},"reponse":{"nombre":2,"unite":"mois"}}"#
        let rapide =
            #"{"accuse":{"nombre":5,"unite":"jours-ouvres"},"reponse":{"nombre":15,"unite":"jours-calendaires"}}"#
        #expect(try text(.acpr) == acpr)
        #expect(try text(.rapide) == rapide)
        for rules in [DeadlineRules.acpr, .rapide] {
            #expect(try JSONDecoder().decode(DeadlineRules.self, from: encoder.encode(rules)) == rules)
        }
    }

    @Test(arguments: [0, -1, 3_661, Int.max]) func `refuse a senseless number`(count: Int) {
        #expect(Delay(count, .months) == nil)
        let json = Data(#"{"unite":"mois","nombre":\#(count)}"#.utf8)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Delay.self, from: json) }
    }
}

@Suite struct `The state of a delay` {
    // Shows: R-29
    @Test(arguments: [
        ("2026-11-23", DeadlineState.running), ("2026-12-23", .running), ("2026-12-24", .half), ("2027-01-10", .half),
        ("2027-01-11", .fourFifths), ("2027-01-22", .fourFifths), ("2027-01-23", .due), ("2027-01-25", .due),
        ("2027-01-26", .overdue), ("2030-01-01", .overdue), ("2026-01-01", .running),
    ])
    func `warns at half, at four fifths, on the day, and when late`(today: String, state: DeadlineState) throws {
        let start = try #require(CivilDate("2026-11-23"))
        let deadline = FrenchCalendar(zone: .metropole).deadline(from: start, after: DeadlineRules.acpr.answer)
        #expect(DeadlineState(from: start, to: deadline, on: try #require(CivilDate(today))) == state)
    }

    // Shows: R-29
    @Test func `only ever advances, one step after the other for a delay of ten days`() throws {
        let start = try #require(CivilDate("2026-11-20"))
        let calendar = FrenchCalendar(zone: .metropole)
        let deadline = calendar.deadline(from: start, after: try #require(Delay(10, .calendarDays)))
        let states = (0...15).map { DeadlineState(from: start, to: deadline, on: start.adding(days: $0)) }
        #expect(states == states.sorted())
        #expect(Array(Set(states)).sorted() == DeadlineState.allCases)
        #expect(states.firstIndex(of: .half) == 5)
        #expect(states.firstIndex(of: .fourFifths) == 8)
        #expect(states.firstIndex(of: .due) == 10)
        #expect(states.firstIndex(of: .overdue) == 11)
    }
}
