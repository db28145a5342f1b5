import Testing

@testable import Complaints
@testable import Pages

@Suite struct `The due date of an answer` {
    let press: Press

    init() throws { press = try Press() }

    static let letters: [(DueWords.Letter, String, String)] = [
        (.left(StaffStory.day("2026-11-24")), "Réponse donnée dans le délai", "done"),
        (.left(StaffStory.day("2026-11-25")), "Réponse donnée avec 1 jour de retard", "plain"),
        (.here, "À rendre demain, réponse écrite mais lettre pas encore partie", "soon"),
    ]

    // Shows: R-30
    @Test(arguments: [("2026-11-24", "soon"), ("2026-11-20", "late")])
    func `counts no days of a file that is closed, where its letter is still here`(due: String, mark: String) {
        let read = DueWords(
            due: StaffStory.day(due),
            answeredAt: StaffStory.instant("2026-11-19T09:00:00Z"),
            letter: .here,
            stage: .closed,
            today: StaffStory.today,
            press: press
        )
        #expect(read.words == "Réponse écrite mais lettre pas encore partie" && read.date == nil)
        #expect(read.mark == mark)
    }

    // Shows: R-30
    @Test(arguments: letters, [Stage.answered, .inMediation])
    func `counts it as given when its letter has left`(
        letter: (place: DueWords.Letter, words: String, mark: String),
        stage: Stage
    ) {
        let read = DueWords(
            due: StaffStory.day("2026-11-24"),
            answeredAt: StaffStory.instant("2026-11-20T09:00:00Z"),
            letter: letter.place,
            stage: stage,
            today: StaffStory.today,
            press: press
        )
        #expect(read.words == letter.words && read.mark == letter.mark)
    }
}
