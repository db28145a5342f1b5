import TestSupport
import Testing

@testable import Complaints

@Suite struct `Whoever has a part in the complaint` {
    private let director = Officer(id: "direction-1", roles: [.management, .complaintsManager])
    private let reason = "Personne d’autre n’est là"

    private func story(naming named: [String], at stage: Stage = .registered) throws -> Story {
        var story = Story()
        try story.lead(to: stage)
        let judged = Qualification(nature: .complaint, implicated: named)
        story.apply(try story.file.qualify(judged, among: Story.staff, story.signature()))
        return story
    }

    private func assign(
        _ story: Story,
        to handler: String,
        by officer: Officer,
        _ override: String = "",
        among staff: [Officer] = Story.staff
    ) throws -> Event {
        try story.file.assign(
            to: handler,
            among: staff,
            override: override,
            Signature(by: .officer(officer), at: story.instant)
        )
    }

    // Shows: R-23
    @Test(arguments: Stage.allCases) func `may read and note, and do nothing else, at whatever stage`(
        stage: Stage
    ) throws {
        let everyRole = Officer(id: "x", roles: Set(Role.allCases).subtracting([.management]))
        for recused in [true, false] {
            var story = try `What may be done to a case file`.story(at: stage)
            let judged = Qualification(nature: .complaint, implicated: ["x"])
            story.apply(recused ? .recused(Recusal(officer: "x", reason: reason)) : .qualified(judged))
            story.file.stage = stage
            for row in `What may be done to a case file`.rows where row.act != "note" {
                let outcome = `What may be done to a case file`.attempt(row.act, on: story, by: .officer(everyRole))
                #expect(outcome == .failure(.barred), "\(row.act)")
            }
            #expect(story.file.acts(for: everyRole) == ([.archived, .erased].contains(stage) ? [] : [.note]))
        }
    }

    // Shows: R-23
    @Test func `handles it once the management has passed over that on record, until it is given to another`() throws {
        var story = try story(naming: ["a"])
        let handler = Officer(id: "a", roles: [.complaintsManager])
        #expect(throws: Refusal.conflictOfInterest) { try assign(story, to: "a", by: Story.manager, reason) }
        story.apply(try assign(story, to: "a", by: director, reason))
        #expect(!story.file.bars(handler) && story.file.acts(for: handler).contains(.answer))
        story.apply(try assign(story, to: Story.manager.id, by: director))
        #expect(story.file.acts(for: handler) == [.note])
    }

    // Shows: R-23
    @Test func `of the management takes it on record only, and only while nobody else may handle it`() throws {
        let story = try story(naming: [director.id, "a"], at: .received)
        #expect(story.file.acts(for: director) == [.assign, .note])
        for named in [director.id, "a"] {
            #expect(throws: Refusal.othersMayHandle) { try assign(story, to: named, by: director, reason) }
            #expect(throws: Refusal.othersMayHandle) { try assign(story, to: named, by: director) }
        }
        // The reception desk handles nothing, and the other one is named too.
        let alone = Story.staff.filter { [director.id, "a", "accueil-1"].contains($0.id) }
        for named in [director.id, "a"] {
            #expect(throws: Refusal.conflictOfInterest) { try assign(story, to: named, by: director, among: alone) }
            let event = try assign(story, to: named, by: director, reason, among: alone)
            #expect(event == .assigned(Assignment(handler: named, override: reason)))
        }
    }

    // Shows: R-23
    @Test func `of the management takes it where the only other one stepped aside`() throws {
        var story = try story(naming: [director.id])
        let two = Story.staff.filter { [director.id, Story.manager.id].contains($0.id) }
        #expect(throws: Refusal.othersMayHandle) {
            try assign(story, to: director.id, by: director, reason, among: two)
        }
        let signature = story.signature()
        story.apply(try story.file.recuse(Story.manager.id, among: two, reason: "Je connais la personne", signature))
        story.apply(try assign(story, to: director.id, by: director, reason, among: two))
        #expect(story.file.handler == director.id && !story.file.bars(director))
        // Held by a lifted rule, it is not renewed by the same hand once somebody else is there.
        #expect(throws: Refusal.othersMayHandle) { try assign(story, to: director.id, by: director, reason) }
    }

    // Shows: R-23
    @Test func `of the management gives it to another only on record`() throws {
        let story = try story(naming: [director.id], at: .received)
        #expect(throws: Refusal.conflictOfInterest) { try assign(story, to: "a", by: director) }
        let event = try assign(story, to: "a", by: director, reason)
        #expect(event == .assigned(Assignment(handler: "a", override: reason)))
    }

    // Shows: R-23
    @Test func `cannot come back once stepped aside, not even as the management`() throws {
        var story = try story(naming: [])
        let signature = Signature(by: .officer(director), at: story.instant)
        story.apply(try story.file.recuse(director.id, among: Story.staff, reason: "Je connais la personne", signature))
        #expect(throws: Refusal.barred) { try assign(story, to: director.id, by: director, reason) }
        #expect(story.file.acts(for: director) == [.note])
        // Somebody else of the management may call them back; they cannot then renew that themself.
        let other = Officer(id: "direction-2", roles: [.management])
        story.apply(try assign(story, to: director.id, by: other, reason))
        #expect(story.file.acts(for: director).contains(.answer))
        #expect(throws: Refusal.conflictOfInterest) { try assign(story, to: director.id, by: director, reason) }
    }

    // Shows: R-23
    @Test func `loses the case when named after it was given`() throws {
        var story = try story(naming: [])
        story.apply(try assign(story, to: "a", by: director))
        let judged = Qualification(nature: .complaint, implicated: ["a"])
        story.apply(try story.file.qualify(judged, among: Story.staff, story.signature()))
        #expect(story.file.handler == nil)
    }

    // Shows: R-23
    @Test func `is freed of it by a fresh reason and another hand only`() throws {
        var story = Story()
        let first = "Il a donné le cours en cause"
        let named = Qualification(nature: .complaint, reason: first, implicated: ["a", "formateur-7"])
        story.apply(try story.file.qualify(named, among: Story.staff, story.signature()))
        for stale in [first, " \(first.uppercased()) ! "] {
            let lifted = Qualification(nature: .complaint, reason: stale, implicated: ["a"])
            #expect(throws: Refusal.reasonNotFresh) { try story.file.qualify(lifted, story.signature()) }
        }
        let short = Qualification(nature: .complaint, reason: "Erreur", implicated: ["a"])
        #expect(throws: Refusal.reasonTooShort(minimum: 10)) { try story.file.qualify(short, story.signature()) }
        #expect(story.file.conflicted == ["a", "formateur-7"])
        // One whom the management let handle it cannot free themself.
        let lifted = Qualification(nature: .complaint, reason: "Le cours était d’un autre", implicated: ["formateur-7"])
        story.apply(try assign(story, to: "a", by: director, reason))
        let own = Signature(by: .officer(Officer(id: "a", roles: [.complaintsManager])), at: story.instant)
        #expect(throws: Refusal.barred) { try story.file.qualify(lifted, own) }
        story.apply(try story.file.qualify(lifted, story.signature()))
        #expect(story.file.conflicted == ["formateur-7"])
    }

    // Shows: R-23
    @Test(arguments: ["", "nobody", "Camille", "accueil-1"])
    func `is somebody of the provider who may handle a case, as is whoever gets it`(stranger: String) throws {
        let story = try story(naming: [])
        #expect(throws: Refusal.unknownOfficer) { try assign(story, to: stranger, by: director, reason) }
        #expect(throws: Refusal.unknownOfficer) {
            try story.file.recuse(stranger, among: Story.staff, reason: reason, story.signature())
        }
        let judged = Qualification(nature: .complaint, implicated: [stranger])
        if stranger == "accueil-1" {
            #expect(throws: Never.self) { try story.file.qualify(judged, among: Story.staff, story.signature()) }
        } else {
            #expect(throws: Refusal.unknownOfficer) {
                try story.file.qualify(judged, among: Story.staff, story.signature())
            }
        }
    }
}
