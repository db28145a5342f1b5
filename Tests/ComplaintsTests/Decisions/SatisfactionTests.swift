import Complaints
import TestSupport
import Testing

@Suite struct `The answer to the satisfaction question` {
    private func closed() throws -> Story {
        var story = Story()
        try story.lead(to: .closed)
        return story
    }

    private func record(_ answer: Satisfaction, on story: Story) throws -> Event {
        try story.file.recordSatisfaction(answer, story.signature())
    }

    // Shows: R-42
    @Test func `is kept as it came, and moves nothing else of the file`() throws {
        var story = try closed()
        let before = story.file
        for mark in Satisfaction.Mark.allCases {
            var other = story
            let answer = Satisfaction(mark: mark, way: .spoken, on: story.instant.civilDate, text: "  Merci 🎭\n")
            other.apply(try record(answer, on: story))
            #expect(other.file.satisfaction == answer)
        }
        let answer = Satisfaction(mark: .two, way: .letter, on: story.instant.civilDate)
        story.apply(try record(answer, on: story))
        let after = story.file
        #expect(after.satisfaction == answer && after.stage == .closed && after.due == before.due)
        #expect(after.endedAt == before.endedAt && after.letters == before.letters)
        #expect(after.answeredAt == before.answeredAt && after.handler == before.handler)
        let read = try after.entries.map { try Entry(payload: $0.payload()) }
        #expect(CaseFile(id: after.id, entries: read) == after)
    }

    // Shows: R-42
    @Test func `is recorded once, and then only corrected with a reason`() throws {
        var story = try closed()
        let day = story.instant.civilDate
        // Nothing is corrected the first time, whatever a form says.
        let first = Satisfaction(mark: .one, way: .email, on: day, correction: "Rien encore à rectifier")
        story.apply(try record(first, on: story))
        #expect(story.file.satisfaction?.correction.isEmpty == true)
        var second = Satisfaction(mark: .five, way: .email, on: day)
        for reason in ["", "Erreur", "          \n"] {
            second.correction = reason
            #expect(throws: Refusal.reasonTooShort(minimum: 10)) { try record(second, on: story) }
        }
        second.correction = " Le chiffre avait été mal lu "
        story.apply(try record(second, on: story))
        #expect(story.file.satisfaction?.mark == .five)
        #expect(story.file.satisfaction?.correction == "Le chiffre avait été mal lu")
        #expect(story.file.entries.count { $0.event.kind == .satisfactionRecorded } == 2)
    }

    // Shows: R-42
    @Test func `comes between the first closing and today, and stays when the case is closed again`() throws {
        var story = try closed()
        let asked = story.instant.civilDate
        #expect(story.file.satisfactionAskedOn == asked)
        story.instant = story.instant.adding(seconds: 3 * 86_400)
        for day in [asked.adding(days: -1), asked.adding(days: 4)] {
            #expect(throws: Refusal.dateImpossible) {
                try record(Satisfaction(mark: .three, way: .email, on: day), on: story)
            }
        }
        let answer = Satisfaction(mark: .three, way: .email, on: asked.adding(days: 3))
        story.apply(try record(answer, on: story))
        story.apply(try story.file.reopen("Un élément nouveau est arrivé", story.signature()))
        story.apply(try story.file.answer(Story.answer, procedure: story.procedure, story.signature()))
        story.apply(try story.file.close("Réponse acceptée", story.signature()))
        #expect(story.file.satisfaction == answer && story.file.satisfactionAskedOn == asked)
    }

    // Shows: R-42
    @Test func `to the first closing is recorded after another one, with the day it came`() throws {
        var story = try closed()
        let came = story.instant.civilDate
        story.apply(try story.file.reopen("Un élément nouveau est arrivé", story.signature()))
        let answer = Satisfaction(mark: .two, way: .letter, on: came)
        #expect(throws: Refusal.notAtThisStage(.investigating)) { try record(answer, on: story) }
        story.instant = story.instant.adding(seconds: 9 * 86_400)
        story.apply(try story.file.answer(Story.answer, procedure: story.procedure, story.signature()))
        story.apply(try story.file.close("Réponse acceptée", story.signature()))
        story.apply(try record(answer, on: story))
        #expect(story.file.satisfaction == answer)
    }

    // Shows: R-42
    @Test func `is taken from the complainant once the question has left, and from our people before too`() throws {
        var story = try closed()
        let answer = Satisfaction(mark: .two, way: .form, on: story.instant.civilDate)
        let asked = { try story.file.recordSatisfaction(answer, story.signature(.complainant)) }
        #expect(throws: Refusal.notAllowed) { try asked() }
        #expect(try record(answer, on: story) == .satisfactionRecorded(answer))
        let notice = try #require(story.file.letters.last { $0.kind == .closing })
        story.apply(.letterIssued(LetterIssue(letter: notice.id, kind: .closing, way: .post, trace: "")))
        #expect(try asked() == .satisfactionRecorded(answer))
    }

    // Shows
    @Test func `is not taken down by whoever is named in the complaint`() throws {
        var story = try closed()
        let day = story.instant.civilDate
        story.apply(.qualified(Qualification(nature: .complaint, implicated: ["accueil-1"])))
        let desk = Officer(id: "accueil-1", roles: [.receptionDesk])
        #expect(throws: Refusal.barred) {
            try story.file.recordSatisfaction(
                Satisfaction(mark: .five, way: .spoken, on: day),
                story.signature(.officer(desk))
            )
        }
        #expect(!story.file.acts(for: desk).contains(.recordSatisfaction))
    }
}
