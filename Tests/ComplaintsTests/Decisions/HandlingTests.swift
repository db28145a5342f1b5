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
        story.apply(try story.file.qualify(judged, among: Story.staff, story.signature()))
        let (staff, reason) = (Story.staff, "Personne d’autre n’est là")
        #expect(throws: Refusal.conflictOfInterest) {
            try story.file.assign(to: "formateur-7", among: staff, override: reason, story.signature())
        }
        let director = Author.officer(Officer(id: "direction-1", roles: [.management]))
        let signature = Signature(by: director, at: story.instant)
        #expect(throws: Refusal.conflictOfInterest) {
            try story.file.assign(to: "formateur-7", among: staff, signature)
        }
        let event = try story.file.assign(to: "formateur-7", among: staff, override: reason, signature)
        #expect(event == .assigned(Assignment(handler: "formateur-7", override: reason)))
    }

    // Shows: R-23
    @Test func `loses a handler who steps aside`() throws {
        var story = try registered()
        let staff = Story.staff
        story.apply(try story.file.assign(to: "a", among: staff, story.signature()))
        let reason = "Je connais la personne"
        story.apply(try story.file.recuse("a", among: staff, reason: reason, story.signature()))
        #expect(story.file.handler == nil)
        #expect(throws: Refusal.conflictOfInterest) { try story.file.assign(to: "a", among: staff, story.signature()) }
    }

    // Shows: R-30
    @Test func `is given more time only for a reason and to a later date`() throws {
        var story = try registered()
        let due = story.file.due.answer.due
        #expect(throws: Refusal.dateNotLater(due)) {
            try extend(story, "Enquête en cours", until: due)
        }
        #expect(throws: Refusal.reasonTooShort(minimum: 10)) {
            try extend(story, "Enquête", until: due.adding(days: 1))
        }
        let until = due.adding(days: 30)
        story.apply(try extend(story, "Enquête en cours", until: until))
        #expect(story.file.due.answer.due == until)
        #expect(story.file.reception.due.answer.due == due)
    }

    private func extend(
        _ story: Story,
        _ reason: String,
        until day: CivilDate,
        in zone: Zone = .metropole
    ) throws
        -> Event
    {
        try story.file.extend(Extension(reason: reason, until: day), zone: zone, story.signature())
    }

    // Shows
    @Test(arguments: [
        ("2027-02-12", Zone.metropole, "2027-02-12"), ("2027-02-13", .metropole, "2027-02-15"),
        ("2027-02-14", .metropole, "2027-02-15"), ("2027-03-26", .metropole, "2027-03-26"),
        ("2027-03-26", .alsaceMoselle, "2027-03-30"), ("2027-05-01", .metropole, "2027-05-03"),
        ("2027-05-06", .metropole, "2027-05-07"),
    ])
    func `is given a date that is worked, while the one aimed at stays`(day: String, zone: Zone, due: String) throws {
        var story = try registered()
        let (until, expected) = (try #require(CivilDate(day)), try #require(CivilDate(due)))
        story.apply(try extend(story, "Enquête en cours", until: until, in: zone))
        #expect(story.file.due.answer == Deadline(target: until, due: expected))
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

    // Shows: R-26
    @Test func `dates no action before the day that its delays are counted from, a proven sending included`() throws {
        var story = try registered()
        let received = story.file.startedOn
        let action = Measure(text: "Appel", doneOn: received.adding(days: -1))
        #expect(throws: Refusal.dayBeforeComplaint(received)) { try story.file.record(action, story.signature()) }
        let sending = story.procedure.sending(on: received.adding(days: -1), proof: "Cachet de Nice")
        story.apply(try story.file.amend(Amendment(text: "", sending: sending), story.signature()))
        story.apply(try story.file.record(action, story.signature()))
        #expect(story.file.measures == [action])
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

    // Shows: R-42
    @Test func `asks once whether the handling satisfied, however often it is closed`() throws {
        var story = Story()
        try story.lead(to: .answered)
        #expect(story.file.asksSatisfaction)
        story.apply(try story.file.close("Réponse acceptée", story.signature()))
        #expect(!story.file.asksSatisfaction)
        let referral = Referral(byComplainant: true, mediator: "M", on: story.instant.civilDate, subject: "Le train")
        story.apply(try story.file.refer(referral, procedure: story.procedure, story.signature()))
        let outcome = MediationOutcome(result: .agreement, on: story.instant.civilDate, text: "Accord")
        story.apply(try story.file.recordMediation(outcome, story.signature()))
        #expect(story.file.stage == .answered && !story.file.asksSatisfaction)
    }

    // Shows
    @Test func `keeps its due dates when it is reopened, until a holding reply gives another`() throws {
        var story = Story()
        try story.lead(to: .closed)
        let due = story.file.due
        story.apply(try story.file.reopen("Un élément nouveau est arrivé", story.signature()))
        #expect(story.file.due == due && story.file.stage.awaitsAnswer)
        let until = try #require(CivilDate("2027-02-12"))
        story.apply(try extend(story, "Enquête en cours", until: until))
        #expect(story.file.due.answer.due == until)
    }

    @Test func `has no end while something is awaited of it, by whatever way it came back`() throws {
        var late = Story()
        try late.lead(to: .abandoned)
        #expect(late.file.endedAt != nil)
        late.apply(try late.file.complete(Completion(text: "Voici"), late.signature(.complainant)), by: .complainant)
        #expect(late.file.stage == .received && late.file.endedAt == nil)
        var seized = Story()
        try seized.lead(to: .closed)
        let day = seized.instant.civilDate
        let referral = Referral(byComplainant: true, mediator: "CM2C", on: day, subject: "Train")
        seized.apply(try seized.file.refer(referral, procedure: seized.procedure, seized.signature()))
        #expect(seized.file.endedAt == nil)
        let outcome = MediationOutcome(result: .agreement, on: day, text: "Accord")
        seized.apply(try seized.file.recordMediation(outcome, seized.signature()))
        #expect(seized.file.stage == .answered && seized.file.endedAt == nil)
    }

    // Shows: R-19
    @Test func `is the fold of its events, and its payloads say the same again`() throws {
        for stage in Stage.allCases where ![.archived, .erased].contains(stage) {
            var story = Story()
            try story.lead(to: stage)
            let read = try story.file.entries.map { try Entry(payload: $0.payload()) }
            #expect(read == story.file.entries)
            #expect(CaseFile(id: story.file.id, entries: read) == story.file)
        }
    }
}
