import Complaints
import TestSupport
import Testing

@Suite struct `A registered complaint` {
    private func registered() throws -> Story {
        var story = Story()
        try story.lead(to: .registered)
        return story
    }

    // Shows: R-23
    @Test func `is never given to somebody named in it, but by the management and on record`() throws {
        var story = try registered()
        let judged = Qualification(nature: .complaint, implicated: ["formateur-7"])
        story.apply(try story.file.qualify(judged, story.signature()))
        #expect(throws: Refusal.conflictOfInterest) {
            try story.file.assign(to: "formateur-7", override: "Personne d’autre n’est là", story.signature())
        }
        let director = Author.officer(Officer(id: "direction-1", roles: [.management]))
        let signature = Signature(by: director, at: story.instant)
        #expect(throws: Refusal.conflictOfInterest) { try story.file.assign(to: "formateur-7", signature) }
        let event = try story.file.assign(to: "formateur-7", override: "Personne d’autre n’est là", signature)
        #expect(event == .assigned(Assignment(handler: "formateur-7", override: "Personne d’autre n’est là")))
    }

    // Shows: R-23
    @Test func `loses a handler who steps aside`() throws {
        var story = try registered()
        story.apply(try story.file.assign(to: "a", story.signature()))
        story.apply(try story.file.recuse("a", reason: "Je connais la personne", story.signature()))
        #expect(story.file.handler == nil)
        #expect(throws: Refusal.conflictOfInterest) { try story.file.assign(to: "a", story.signature()) }
    }

    // Shows: R-30
    @Test func `is given more time only for a reason and to a later date`() throws {
        var story = try registered()
        let due = story.file.due.answer.due
        #expect(throws: Refusal.dateNotLater(due)) {
            try story.file.extend(Extension(reason: "Enquête en cours", until: due), story.signature())
        }
        #expect(throws: Refusal.reasonTooShort(minimum: 10)) {
            try story.file.extend(Extension(reason: "Enquête", until: due.adding(days: 1)), story.signature())
        }
        let until = due.adding(days: 30)
        story.apply(try story.file.extend(Extension(reason: "Enquête en cours", until: until), story.signature()))
        #expect(story.file.due.answer.due == until)
        #expect(story.file.reception.due.answer.due == due)
    }

    // Shows
    @Test func `is closed only with its actions, or the reason for none, and its answer`() throws {
        var story = try registered()
        story.apply(try story.file.answer(Story.answer, procedure: story.procedure, story.signature()))
        #expect(throws: Refusal.fileIncomplete([.measures])) { try story.file.close("Terminé", story.signature()) }
        story.apply(try story.file.dispenseWithMeasures("Rien à corriger ici", story.signature()))
        story.apply(try story.file.close("Terminé", story.signature()))
        #expect(story.file.stage == .closed)
        #expect(story.file.endedAt != nil)
    }

    @Test func `dates no action after today`() throws {
        let story = try registered()
        let tomorrow = story.instant.civilDate.adding(days: 1)
        #expect(throws: Refusal.dateImpossible) {
            try story.file.record(Measure(text: "Appel", doneOn: tomorrow), story.signature())
        }
    }

    @Test func `is reopened from closing and from withdrawal`() throws {
        for stage in [Stage.closed, .withdrawn] {
            var story = Story()
            try story.lead(to: stage)
            story.apply(try story.file.reopen("Un élément nouveau est arrivé", story.signature()))
            #expect(story.file.stage == (stage == .closed ? .investigating : .received))
            #expect(story.file.endedAt == nil)
        }
    }

    // Shows: R-19
    @Test func `is the fold of its events, and its payloads say the same again`() throws {
        for stage in `What may be done to a case file`.reachable {
            var story = Story()
            try story.lead(to: stage)
            let read = try story.file.entries.map { try Entry(payload: $0.payload()) }
            #expect(read == story.file.entries)
            #expect(CaseFile(id: story.file.id, entries: read) == story.file)
        }
    }
}
