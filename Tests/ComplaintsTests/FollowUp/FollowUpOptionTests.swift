import Complaints
import TestSupport
import Testing

@Suite struct `What a complainant may do with a followed case` {
    private static func followUp(_ stage: Stage) throws -> FollowUp {
        var story = Story()
        try story.lead(to: stage)
        return try #require(FollowUp(of: story.file, on: story.instant.civilDate))
    }

    // Shows: R-41
    @Test(
        arguments: [
            (.received, [.add, .withdraw]), (.incomplete, [.complete, .withdraw]), (.registered, [.add, .withdraw]),
            (.investigating, [.add, .withdraw]), (.answered, [.add, .withdraw]), (.inMediation, [.add, .withdraw]),
            (.requalified, [.contest]), (.contested, [.add]), (.abandoned, [.complete]), (.closed, [.add]),
            (.withdrawn, []),
        ] as [(Stage, [FollowUp.Option])]
    ) func `follows from where it stands`(
        stage: Stage,
        options: [FollowUp.Option]
    ) throws {
        #expect(try Self.followUp(stage).options == options)
    }

    private static func issue(_ kind: LetterKind, in story: inout Story) throws {
        let letter = try #require(story.file.letters.last { $0.kind == kind })
        let issue = LetterIssue(letter: letter.id, kind: kind, way: .post, trace: "")
        story.apply(try story.file.issue(issue, story.signature()))
    }

    // Shows
    @Test func `is, after closing, to say if it satisfied, to write again and to turn to the mediator`() throws {
        var story = Story()
        try story.lead(to: .closed)
        let day = story.instant.civilDate
        let followUp = { (file: CaseFile, day: CivilDate) in try #require(FollowUp(of: file, on: day)) }
        #expect(try followUp(story.file, day).mediations.isEmpty, "no answer has left")
        #expect(story.file.satisfactionQuestionLeftOn == nil)
        try Self.issue(.answer, in: &story)
        try Self.issue(.closing, in: &story)
        #expect(story.file.satisfactionQuestionLeftOn == day)
        let closed = try followUp(story.file, day)
        #expect(closed.options == [.add, .rate])
        #expect(closed.mediations.map(\.mediator.name) == ["Médiation Exemple"])
        #expect(closed.mediations.map(\.until) == [day.adding(years: 1)])
        #expect(closed.mediations.map(\.isConditional) == [false])
        #expect(try followUp(story.file, day.adding(years: 1).adding(days: 1)).mediations.isEmpty, "it is too late")

        let answer = Satisfaction(mark: .two, way: .form, on: day, text: "Long")
        let answered = try story.file.recordSatisfaction(answer, story.signature(.complainant))
        story.apply(answered, by: .complainant)
        let rated = try followUp(story.file, day)
        #expect(rated.options == [.add] && rated.steps.last?.kind == .rated)
        #expect(rated.additions.map(\.text) == ["Long"])
    }

    @Test func `contests once`() throws {
        var story = Story()
        try story.lead(to: .contested)
        let decision = ContestDecision(result: .maintained, reason: "Toujours une simple question")
        let director = Author.officer(Officer(id: "direction-1", roles: [.management]))
        let decided = try story.file.decideContest(
            decision,
            among: ["direction-1"],
            procedure: story.procedure,
            story.signature(director)
        )
        story.apply(decided, by: director)
        #expect(story.file.stage == .requalified)
        #expect(try #require(FollowUp(of: story.file, on: story.instant.civilDate)).options.isEmpty)
    }

    @Test func `owes no reason for taking it back, where whoever records it for them does`() throws {
        let story = Story()
        #expect(throws: Refusal.reasonTooShort(minimum: 3)) { try story.file.withdraw("", story.signature()) }
        #expect(try story.file.withdraw("", story.signature(.complainant)) == .withdrawn(Reason("")))
    }

    // Shows: S-50
    @Test func `shows their own words later, and not what the staff noted of them`() throws {
        var story = Story()
        try story.lead(to: .incomplete)
        #expect(try #require(FollowUp(of: story.file, on: story.instant.civilDate)).missing == [])
        let completion = Completion(text: "La session de mars", fields: ["nom": "Àrçy"])
        story.apply(try story.file.complete(completion, story.signature(.complainant)), by: .complainant)
        story.apply(try story.file.amend(Amendment(text: "Elle a rappelé, agacée"), story.signature()))
        story.apply(
            try story.file.amend(Amendment(text: "Et ceci"), story.signature(.complainant)),
            by: .complainant
        )
        let followUp = try #require(FollowUp(of: story.file, on: story.instant.civilDate))
        #expect(followUp.additions.map(\.text) == ["La session de mars", "Et ceci"])
        #expect(followUp.steps.map(\.kind) == [.received, .completionRequested, .completed, .added])
        #expect(followUp.version == story.file.version)
    }

    // Shows: F-10
    @Test func `is done once when it is sent twice`() throws {
        var story = Story()
        let seen = story.file.version
        let add = { (file: CaseFile, signature: Signature) throws -> Event in
            try file.amend(Amendment(text: "Et ceci"), signature)
        }
        story.apply(try add(story.file, story.signature(.complainant)), by: .complainant)
        #expect(story.file.isRepeated(seen: seen, story.signature(.complainant), add))
        #expect(!story.file.isRepeated(seen: seen, story.signature(), add))
    }
}
