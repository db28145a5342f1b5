import Complaints
import TestSupport
import Testing

@Suite struct `A requalification` {
    private let director = Author.officer(Officer(id: "direction-1", roles: [.management]))
    private let both: Set<String> = ["direction-1", "responsable-1"]

    private func contested(from stage: Stage = .received) throws -> Story {
        var story = Story()
        try story.lead(to: stage)
        let judged = Qualification(nature: .informationRequest, reason: "Simple question sur le planning")
        story.apply(try story.file.qualify(judged, story.signature()))
        let contest = Story.contest(on: story.instant.civilDate)
        story.apply(try story.file.contest(contest, story.signature(.complainant)), by: .complainant)
        return story
    }

    private func decide(
        _ result: ContestDecision.Result,
        _ story: Story,
        by author: Author,
        among deciders: Set<String>,
        procedure: Procedure = Story.procedure
    ) throws -> ContestDecision {
        let event = try story.file.decideContest(
            ContestDecision(result: result, reason: "Relu avec la personne"),
            among: deciders,
            procedure: procedure,
            story.signature(author)
        )
        guard case .contestDecided(let decided) = event else { throw Refusal.notAllowed }
        return decided
    }

    // Shows
    @Test func `is contested once, in the person's words, and waits for a decision`() throws {
        let story = try contested()
        #expect(story.file.stage == .contested && story.file.stage.isOpen)
        #expect(story.file.contest?.by == "Noé D’Àrçy-🎭 <b>")
        #expect(story.file.acts(for: Story.manager).contains(.decideContest))
    }

    // Shows: R-06
    @Test func `is not decided again by whoever made it, while somebody else can`() throws {
        let story = try contested()
        let manager = Author.officer(Story.manager)
        #expect(throws: Refusal.anotherMustDecide) { try decide(.maintained, story, by: manager, among: both) }
        #expect(try decide(.maintained, story, by: director, among: both).isAlone == false)
    }

    // Shows: R-06
    @Test func `is decided again by the one person there is, which is declared`() throws {
        let story = try contested()
        let decided = try decide(.maintained, story, by: .officer(Story.manager), among: ["responsable-1"])
        #expect(decided.isAlone)
    }

    // Shows: R-06, S-59
    @Test func `is decided alone, and says so, where the provider declares that it is one person`() throws {
        let story = try contested()
        var procedure = Story.procedure
        procedure.isOnePerson = true
        for author in [director, .officer(Story.manager)] {
            #expect(try decide(.maintained, story, by: author, among: both, procedure: procedure).isAlone)
        }
    }

    // Shows: R-23
    @Test func `is not decided by somebody named in the complaint, while somebody else can`() throws {
        var story = Story()
        let judged = Qualification(
            nature: .informationRequest,
            reason: "Simple question sur le planning",
            implicated: ["direction-1"]
        )
        story.apply(try story.file.qualify(judged, among: Story.staff, story.signature()))
        story.apply(try story.file.contest(Story.contest(on: story.instant.civilDate), story.signature()))
        #expect(story.file.impartial(among: both.union(["direction-2"])) == ["direction-2"])
        #expect(throws: (any Error).self) {
            try decide(.reinstated, story, by: director, among: both.union(["direction-2"]))
        }
    }

    // Shows: R-06
    @Test(arguments: [Stage.received, .incomplete, .registered, .investigating])
    func `that is overturned puts the case back where it was, as a complaint`(stage: Stage) throws {
        var story = try contested(from: stage)
        let decided = try decide(.reinstated, story, by: director, among: both)
        story.apply(.contestDecided(decided), by: director)
        #expect(story.file.stage == stage)
        #expect(story.file.qualification?.nature == .complaint)
        #expect(story.file.qualification?.reason == "Relu avec la personne")
        #expect(story.file.letters.last?.kind == .contestReinstated)
    }

    // Shows: R-06
    @Test func `that is maintained cannot be contested again, but a new one can`() throws {
        var story = try contested()
        story.apply(.contestDecided(try decide(.maintained, story, by: director, among: both)), by: director)
        #expect(story.file.stage == .requalified)
        #expect(story.file.letters.last?.kind == .contestMaintained)
        #expect(!story.file.acts(for: Story.manager).contains(.contest))
        #expect(throws: Refusal.alreadyContested) {
            try story.file.contest(Story.contest(on: story.instant.civilDate), story.signature())
        }
        let other = Qualification(nature: .opinionRequest, reason: "Plutôt une demande d’avis")
        story.apply(try story.file.qualify(other, story.signature()))
        #expect(story.file.contest == nil)
        #expect(story.file.acts(for: Story.manager).contains(.contest))
    }

    // Shows: R-38
    @Test func `that is maintained names the mediator in force that day to whoever may be a consumer`() throws {
        let story = try contested()
        let limit = try #require(CivilDate("2027-11-23"))
        let named = { (procedure: Procedure) in
            try decide(.maintained, story, by: director, among: both, procedure: procedure).recourse
        }
        var procedure = Story.procedure
        let mediator = try #require(procedure.consumerMediator)
        #expect(try named(procedure) == .consumerMediator(mediator, until: limit))
        #expect(try decide(.reinstated, story, by: director, among: both).recourse == nil)
        procedure.consumerMediator?.agreementEnds = story.instant.civilDate.adding(days: -1)
        #expect(try named(procedure) == nil)
        procedure.consumerMediator = nil
        #expect(try named(procedure) == nil)
    }

    // Shows: R-47
    @Test func `that is maintained names no consumer mediator to a professional`() throws {
        var story = Story()
        let judged = Qualification(
            nature: .informationRequest,
            reason: "Simple question sur le planning",
            consumer: .professional
        )
        story.apply(try story.file.qualify(judged, story.signature()))
        story.apply(try story.file.contest(Story.contest(on: story.instant.civilDate), story.signature()))
        #expect(try decide(.maintained, story, by: director, among: both).recourse == nil)
    }

    // Shows: R-07
    @Test func `is counted with its contest and what came of it`() throws {
        var story = try contested()
        story.apply(.contestDecided(try decide(.reinstated, story, by: director, among: both)), by: director)
        let other = Qualification(nature: .opinionRequest, reason: "Plutôt une demande d’avis")
        story.apply(try story.file.qualify(other, story.signature()))
        story.apply(try story.file.contest(Story.contest(on: story.instant.civilDate), story.signature()))
        story.apply(.contestDecided(try decide(.maintained, story, by: director, among: both)), by: director)
        let counts = story.file.qualificationHistory
        #expect(counts.judgements == 2 && counts.requalifications == 2 && counts.contests == 2)
        #expect(counts.maintained == 1 && counts.reinstated == 1)
    }

    @Test func `is contested in words or with a document, on a day that can be, and decided for a reason`() throws {
        var story = Story()
        try story.lead(to: .requalified)
        let today = story.instant.civilDate
        for (by, text) in [(" ", "Je réclame"), ("Noé", " ")] {
            #expect(throws: Refusal.textMissing) {
                try story.file.contest(Contest(by: by, on: today, text: text), story.signature())
            }
        }
        for day in [today.adding(days: -1), today.adding(days: 1)] {
            #expect(throws: Refusal.dateImpossible) {
                try story.file.contest(Story.contest(on: day), story.signature())
            }
        }
        let paper = FileSummary(id: "lettre", name: "lettre.pdf", type: "application/pdf", length: 1, digest: "00")
        story.apply(try story.file.contest(Contest(by: "Noé", on: today, text: "", files: [paper]), story.signature()))
        #expect(story.file.files.map(\.id).contains("lettre"))
        let bare = ContestDecision(result: .maintained, reason: "Non")
        #expect(throws: Refusal.reasonTooShort(minimum: 10)) {
            try story.file.decideContest(bare, among: both, procedure: story.procedure, story.signature(director))
        }
        let wrong = ContestDecision(result: .maintained, reason: "Car la médiation est obligatoire.")
        #expect(throws: Refusal.forbiddenWording(.compulsoryMediation)) {
            try story.file.decideContest(wrong, among: both, procedure: story.procedure, story.signature(director))
        }
    }
}
