import Complaints
import Foundation
import Testing

@Suite struct `An instant` {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2026-11-23T09:52:01Z", 1_795_427_521), ("1969-12-31T23:59:59Z", -1),
        ("0001-01-01T00:00:00Z", -62_135_596_800), ("9999-12-31T23:59:59Z", 253_402_300_799),
    ])
    func `is written as it is read`(text: String, seconds: Int) throws {
        let instant = try #require(Instant(text))
        #expect(instant.secondsSince1970 == Int64(seconds))
        #expect(Instant(secondsSince1970: Int64(seconds)).description == text)
    }

    @Test(arguments: [
        "", "2026-11-23T09:52:01", "2026-11-23T09:52:01+00:00", "2026-11-23 09:52:01Z", "2026-11-23T9:52:01Z",
        "2026-11-23T24:00:00Z", "2026-11-23T09:60:00Z", "2026-12-31T23:59:60Z", "2026-11-23T09:52:01.5Z",
        "2026-02-29T00:00:00Z", "2026-11-23T09:52:01z",
    ])
    func `is refused in any other form`(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test func `agrees with Foundation over six centuries`() throws {
        let format = Date.ISO8601FormatStyle()
        for step in 0..<4_000 {
            let seconds = -9_000_000_000 + step * 4_567_891
            let instant = Instant(secondsSince1970: Int64(seconds))
            let text = Date(timeIntervalSince1970: Double(seconds)).formatted(format)
            try #require(instant.description == text)
            try #require(Instant(text) == instant)
        }
    }

    @Test func `sorts as text`() {
        let instants = (0..<1_000).map { Instant(secondsSince1970: Int64($0 * 7_919 * 7_919 % 4_000_000_000)) }
        #expect(instants.sorted().map(\.description) == instants.map(\.description).sorted())
    }

    @Test func `stops at the ends of its range`() throws {
        let end = try #require(Instant("9999-12-31T23:59:59Z"))
        #expect(end.adding(seconds: 1) == end)
        #expect(end.adding(seconds: Int.max) == end)
        #expect(end.adding(seconds: Int.min).description == "0001-01-01T00:00:00Z")
        #expect(end.civilDate == .last)
    }

    @Test func `is a string in JSON, and nothing else`() throws {
        let instant = try #require(Instant("2026-11-23T09:52:01Z"))
        let json = try JSONEncoder().encode([instant])
        #expect(String(decoding: json, as: UTF8.self) == #"["2026-11-23T09:52:01Z"]"#)
        #expect(try JSONDecoder().decode([Instant].self, from: json) == [instant])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Instant].self, from: Data("[0]".utf8)) }
    }
}

@Suite struct `Paris time` {
    // Shows: R-31
    @Test(arguments: [
        // A complaint sent at 23:59:59 local belongs to that day.
        ("2026-11-23T22:59:59Z", "2026-11-23", 23, 59, 59), ("2026-11-23T23:00:00Z", "2026-11-24", 0, 0, 0),
        ("2026-07-14T21:59:59Z", "2026-07-14", 23, 59, 59), ("2026-07-14T22:00:00Z", "2026-07-15", 0, 0, 0),
        ("2026-12-31T23:00:00Z", "2027-01-01", 0, 0, 0),
        // The night of 29 March 2026 has no hour 2.
        ("2026-03-28T22:59:59Z", "2026-03-28", 23, 59, 59), ("2026-03-28T23:00:00Z", "2026-03-29", 0, 0, 0),
        ("2026-03-29T00:59:59Z", "2026-03-29", 1, 59, 59), ("2026-03-29T01:00:00Z", "2026-03-29", 3, 0, 0),
        ("2026-03-29T21:59:59Z", "2026-03-29", 23, 59, 59), ("2026-03-29T22:00:00Z", "2026-03-30", 0, 0, 0),
        // The night of 25 October 2026 has it twice.
        ("2026-10-24T21:59:59Z", "2026-10-24", 23, 59, 59), ("2026-10-24T22:00:00Z", "2026-10-25", 0, 0, 0),
        ("2026-10-25T00:59:59Z", "2026-10-25", 2, 59, 59), ("2026-10-25T01:00:00Z", "2026-10-25", 2, 0, 0),
        ("2026-10-25T22:59:59Z", "2026-10-25", 23, 59, 59), ("2026-10-25T23:00:00Z", "2026-10-26", 0, 0, 0),
    ])
    func `reads the clock of every night that matters`(
        utc: String,
        day: String,
        hour: Int,
        minute: Int,
        second: Int
    ) throws {
        let instant = try #require(Instant(utc))
        #expect(instant.civilDate.description == day)
        #expect(instant.parisTime == (hour, minute, second))
    }

    // Shows: R-31
    @Test func `agrees with the tz database hour by hour from 1996 to 2037`() throws {
        let paris = try #require(TimeZone(identifier: "Europe/Paris"))
        let start = try #require(Instant("1996-01-01T00:00:00Z"))
        let end = try #require(Instant("2038-01-01T00:00:00Z"))
        var instant = start
        var differences = 0
        while instant < end {
            let date = Date(timeIntervalSince1970: Double(instant.secondsSince1970))
            if paris.secondsFromGMT(for: date) != (instant.isParisSummer ? 7_200 : 3_600) { differences += 1 }
            instant = instant.adding(seconds: 3_600)
        }
        #expect(differences == 0)
    }

    @Test(arguments: [
        ("2026-11-23", 10, 30, "2026-11-23T09:30:00Z"), ("2026-07-14", 0, 0, "2026-07-13T22:00:00Z"),
        ("2026-03-29", 1, 59, "2026-03-29T00:59:00Z"), ("2026-03-29", 2, 30, "2026-03-29T01:30:00Z"),
        ("2026-03-29", 3, 0, "2026-03-29T01:00:00Z"), ("2026-10-25", 2, 30, "2026-10-25T00:30:00Z"),
        ("2026-10-25", 3, 0, "2026-10-25T02:00:00Z"),
    ])
    func `finds the moment of a clock reading`(day: String, hour: Int, minute: Int, utc: String) throws {
        let day = try #require(CivilDate(day))
        #expect(Instant(parisDate: day, hour: hour, minute: minute).description == utc)
    }

    @Test func `reads back every clock reading but those that do not come`() {
        var day = CivilDate(daysSince1970: 20_000)
        var missed: [String] = []
        for _ in 0..<1_500 {
            for hour in 0..<24 {
                let instant = Instant(parisDate: day, hour: hour)
                if instant.civilDate != day || instant.parisTime != (hour, 0, 0) { missed.append("\(day) \(hour)") }
            }
            day = day.adding(days: 1)
        }
        #expect(missed == ["2025-03-30 2", "2026-03-29 2", "2027-03-28 2", "2028-03-26 2"])
    }
}
