import Complaints
import Testing

@testable import Pages

@Suite struct `Dates and numbers, as the French write them` {
    @Test func `give a day its full and its short form`() throws {
        let day = try #require(CivilDate("2026-11-23"))
        #expect(FrenchDates.long(day) == "23\u{A0}novembre 2026")
        #expect(FrenchDates.short(day) == "23/11/2026")
    }

    @Test func `call the first of a month premier, and no other day`() throws {
        #expect(try FrenchDates.long(#require(CivilDate("2027-05-01"))) == "1er\u{A0}mai 2027")
        #expect(try FrenchDates.long(#require(CivilDate("2027-08-02"))) == "2\u{A0}août 2027")
        #expect(try FrenchDates.short(#require(CivilDate("2027-05-01"))) == "01/05/2027")
    }

    @Test func `show a moment on the clock of Paris, in winter and in summer`() throws {
        let winter = try #require(Instant("2026-11-23T09:52:01Z"))
        let summer = try #require(Instant("2026-07-14T22:05:00Z"))
        #expect(FrenchDates.short(winter) == "23/11/2026 à 10\u{A0}h\u{A0}52")
        #expect(FrenchDates.long(summer) == "15\u{A0}juillet 2026 à 0\u{A0}h\u{A0}05")
        #expect(FrenchDates.universal(winter) == "2026-11-23 09:52:01\u{A0}UTC")
    }

    @Test(arguments: [
        (10, Delay.Unit.workingDays, "10\u{A0}jours ouvrables"), (1, .workingDays, "1\u{A0}jour ouvrable"),
        (5, .businessDays, "5\u{A0}jours ouvrés"), (1, .businessDays, "1\u{A0}jour ouvré"),
        (15, .calendarDays, "15\u{A0}jours"), (1, .calendarDays, "1\u{A0}jour"),
        (2, .months, "2\u{A0}mois"), (1, .years, "1\u{A0}an"), (7, .years, "7\u{A0}ans"),
    ])
    func `name a delay in its unit`(count: Int, unit: Delay.Unit, words: String) throws {
        #expect(try FrenchDates.delay(#require(Delay(count, unit))) == words)
    }

    @Test(arguments: [
        (0, "0\u{A0}octet"), (1, "1\u{A0}octet"), (812, "812\u{A0}octets"), (1_000, "1\u{A0}ko"),
        (11_001, "12\u{A0}ko"), (999_000, "999\u{A0}ko"), (999_001, "1\u{A0}Mo"), (2_871_204, "2,9\u{A0}Mo"),
        (26_214_400, "26,3\u{A0}Mo"), (1_234_000_000, "1\u{202F}234\u{A0}Mo"),
    ])
    func `never make a file look smaller than it is`(bytes: Int, words: String) {
        #expect(FrenchNumbers.fileSize(bytes) == words)
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1_204, "1\u{202F}204"), (-1_234_567, "−1\u{202F}234\u{202F}567")])
    func `group thousands`(number: Int, words: String) {
        #expect(FrenchNumbers.whole(number) == words)
    }
}
