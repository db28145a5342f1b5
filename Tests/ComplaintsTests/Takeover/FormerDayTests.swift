import Testing

@testable import Complaints

@Suite struct `A day in somebody's spreadsheet` {
    @Test(arguments: [
        ("12/03/2024", "2024-03-12"), ("12.3.24", "2024-03-12"), ("2024-03-12", "2024-03-12"), ("45363", "2024-03-12"),
        ("45363.75", "2024-03-12"), ("12 mars 2024", "2024-03-12"), ("mardi 12 mars 2024", "2024-03-12"),
        ("1er août 2024", "2024-08-01"), ("12/03/2024 10:32", "2024-03-12"), ("2024-03-12T10:32:00", "2024-03-12"),
        ("12-03-2024 à 10h30", "2024-03-12"), ("29/02/2024", "2024-02-29"),
        ("3/5/24", "2024-05-03"), ("03-05-2024", "2024-05-03"), ("3 mai 2024", "2024-05-03"),
        ("le 3 mai 2024 à 14 h 30", "2024-05-03"), ("3-mai-24", "2024-05-03"), ("12-sept-2024", "2024-09-12"),
        ("3 févr. 24", "2024-02-03"), ("45363,4375", "2024-03-12"), ("03/05/2024 à 9 h", "2024-05-03"),
        ("03 05 2024", "2024-05-03"), ("1er-août-24", "2024-08-01"), ("3\u{202F}mai\u{A0}2024", "2024-05-03"),
        ("vendredi 03/05/2024 10:32:15", "2024-05-03"),
    ]) func `is read in all the ways that people write one`(text: String, day: String) throws {
        #expect(try FormerDay.read(text).description == day)
    }

    @Test(arguments: [
        ("31/02/2024", FormerDay.Mistake.impossible), ("03/14/2024", .impossible), ("29/02/2023", .impossible),
        ("mars 2023", .vague), ("mars", .vague), ("2023", .vague), ("03/2023", .vague), ("hier", .unreadable),
        ("12/03/204", .unreadable), ("1234567", .unreadable), ("12/03/2024/5", .unreadable), ("?", .unreadable),
        ("le 12", .unreadable), ("--", .unreadable), ("/", .unreadable), ("99999999999999999999", .unreadable),
        ("mars-24", .vague), ("janv. 2024", .vague), ("30-févr-24", .impossible), ("le", .unreadable),
        ("3 mai 204", .unreadable), ("12 03", .unreadable), ("14 h 30", .unreadable),
    ]) func `is refused with the reason where it is none`(text: String, mistake: FormerDay.Mistake) {
        #expect(throws: mistake) { try FormerDay.read(text) }
    }
}
