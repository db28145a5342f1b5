import Complaints
import Testing

@testable import Web

@Suite struct `A delay that somebody types` {
    @Test(arguments: [
        ("10 jours ouvrables", 10, Delay.Unit.workingDays), ("5 jours-ouvrés", 5, .businessDays),
        ("15 jours", 15, .calendarDays), ("30 j", 30, .calendarDays), ("30j.", 30, .calendarDays),
        ("2 mois", 2, .months), ("un mois", 1, .months), ("Deux\u{A0}mois", 2, .months), ("douze mois", 12, .months),
        ("quinze jours", 15, .calendarDays), ("cinq jours ouvrés", 5, .businessDays), ("un an", 1, .years),
    ]) func `is read in figures and in words`(typed: String, count: Int, unit: Delay.Unit) throws {
        #expect(try SettingText(.answerDelay, typed).delay == Delay(count, unit))
    }

    @Test(arguments: [
        "10", "mois", "0 jours", "-3 jours", "13 mois", "deux ans", "quelques mois", "2 lunes", "j", "30jj",
    ])
    func `is refused where it is none, or longer than a year`(typed: String) {
        #expect(throws: SettingMistake.self) { try SettingText(.answerDelay, typed).delay }
    }
}
