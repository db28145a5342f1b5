import Complaints
import Foundation
import Testing

@Suite struct `A civil date` {
    @Test(arguments: ["2026-11-23", "0001-01-01", "9999-12-31", "2028-02-29", "2000-02-29"])
    func `is written as it is read`(text: String) throws {
        #expect(try #require(CivilDate(text)).description == text)
    }

    @Test(arguments: [
        "", "2026-11-2", "2026-11-233", "2026/11/23", "26-11-23", "2026-13-01", "2026-00-10", "2026-11-00",
        "2026-11-31", "2026-02-29", "1900-02-29", "0000-01-01", "+026-11-23", "2026-11-23 ", " 026-11-23",
        "٢٠٢٦-11-23", "2026-1１-3",
    ])
    func `is refused when it does not exist or is not in ISO form`(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test func `counts every day of its range one after the other, with the right weekday`() {
        var day = CivilDate.first
        var weekday = Weekday.monday.rawValue  // 0001-01-01 was a Monday in the proleptic Gregorian calendar.
        var count = 1
        var wrong = 0
        while day < .last {
            let next = day.adding(days: 1)
            let expected =
                CivilDate(year: day.year, month: day.month, day: day.day + 1)
                ?? CivilDate(year: day.year, month: day.month + 1, day: 1)
                ?? CivilDate(year: day.year + 1, month: 1, day: 1)
            if next != expected || day >= next || day.weekday.rawValue != weekday { wrong += 1 }
            weekday = weekday % 7 + 1
            count += 1
            day = next
        }
        #expect(wrong == 0)
        // 24 cycles of 400 years (146 097 days) and 399 years more.
        #expect(count == 24 * 146_097 + 399 * 365 + 96)
    }

    @Test(arguments: [
        ("2026-11-23", 2, "2027-01-23"), ("2026-12-31", 2, "2027-02-28"), ("2027-12-31", 2, "2028-02-29"),
        ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -1, "2025-12-15"), ("2026-05-31", 1, "2026-06-30"),
        ("2026-11-23", 0, "2026-11-23"), ("9999-11-30", 2, "9999-12-31"), ("0001-01-31", -1, "0001-01-01"),
        ("2026-11-23", Int.max, "9999-12-31"), ("2026-11-23", Int.min, "0001-01-01"),
    ])
    func `adds months to the same quantième or to the last of the month`(start: String, months: Int, end: String) throws
    {
        #expect(try #require(CivilDate(start)).adding(months: months).description == end)
    }

    // Shows: R-27
    @Test(arguments: [
        ("2028-02-29", 7, "2035-02-28"), ("2028-02-29", 4, "2032-02-29"), ("2027-02-28", 1, "2028-02-28"),
        ("2096-02-29", 4, "2100-02-28"), ("2026-11-23", 7, "2033-11-23"), ("2026-11-23", Int.max, "9999-12-31"),
    ])
    func `adds years, and a 29 February falls back to the 28th`(start: String, years: Int, end: String) throws {
        #expect(try #require(CivilDate(start)).adding(years: years).description == end)
    }

    @Test func `stops at the ends of its range`() throws {
        let day = try #require(CivilDate("2026-11-23"))
        #expect(day.adding(days: Int.max) == .last)
        #expect(day.adding(days: Int.min) == .first)
        #expect(CivilDate.last.adding(days: 1) == .last)
        #expect(CivilDate.first.adding(days: -1) == .first)
        #expect(CivilDate(daysSince1970: 0).description == "1970-01-01")
    }

    @Test func `knows the last day of a month`() throws {
        #expect(try #require(CivilDate("2027-02-28")).isLastDayOfMonth)
        #expect(try !#require(CivilDate("2028-02-28")).isLastDayOfMonth)
        #expect(try #require(CivilDate("2026-11-30")).isLastDayOfMonth)
    }

    @Test func `is a string in JSON, and nothing else`() throws {
        let day = try #require(CivilDate("2026-11-23"))
        #expect(try String(decoding: JSONEncoder().encode([day]), as: UTF8.self) == #"["2026-11-23"]"#)
        #expect(try JSONDecoder().decode([CivilDate].self, from: Data(#"["2026-11-23"]"#.utf8)) == [day])
        for wrong in [#"["2026-02-30"]"#, "[20261123]", #"["23/11/2026"]"#] {
            #expect(throws: DecodingError.self) { try JSONDecoder().decode([CivilDate].self, from: Data(wrong.utf8)) }
        }
    }
}
