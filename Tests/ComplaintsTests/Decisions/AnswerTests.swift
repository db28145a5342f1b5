import Complaints
import TestSupport
import Testing

@Suite struct `An answer` {
    private func story(_ change: (inout Original) -> Void = { _ in }) throws -> Story {
        var original = Story.original
        change(&original)
        var story = Story(original)
        try story.lead(to: .investigating)
        return story
    }

    private func answer(_ story: Story, _ change: (inout Answer.Draft) -> Void = { _ in }) throws -> Answer {
        var draft = Story.answer
        change(&draft)
        let event = try story.file.answer(draft, procedure: story.procedure, story.signature())
        guard case .answered(let answer) = event else { throw Refusal.notAllowed }
        return answer
    }

    // Shows
    @Test func `partly upheld gives a consumer the mediator with name, address, site and limit date`() throws {
        let answer = try answer(story())
        #expect(answer.outcome == .partiallyUpheld)
        let limit = try #require(CivilDate("2027-11-23"))
        let mediator = try #require(Story.procedure.consumerMediator)
        #expect(answer.recourses == [.consumerMediator(mediator, until: limit), .certifier])
    }

    // Shows: R-47
    @Test func `treats a person of unknown status as a consumer, and must be told of some status`() throws {
        let undetermined = try answer(story()) { $0.consumer = .undetermined }
        #expect(undetermined.recourses.contains { if case .consumerMediator = $0 { true } else { false } })
        #expect(throws: Refusal.consumerStatusMissing) { try answer(story()) { $0.consumer = nil } }
    }

    @Test func `gives a professional no consumer mediator`() throws {
        let answer = try answer(story { $0.stakeholder = .employer }) { $0.consumer = .professional }
        #expect(answer.recourses == [.professionalMediation, .certifier])
    }

    // Shows: R-48
    @Test func `names the apprenticeship mediator for the contract, to its parties and to the family`() throws {
        for person in [Stakeholder.apprentice, .legalRepresentative, .employer, .apprenticeMaster] {
            var story = try story { $0.stakeholder = person }
            let judged = Qualification(nature: .complaint, theme: .apprenticeshipContract)
            story.apply(try story.file.qualify(judged, story.signature()))
            let answer = try answer(story) { $0.consumer = .undetermined }
            #expect(answer.recourses.first == .apprenticeshipMediator(Story.procedure.apprenticeshipMediator))
        }
    }

    // Shows: R-34
    @Test(arguments: [
        (Stakeholder.trainee, Theme.personalData, [Recourse.dataProtection]),
        (.trainee, .cpfDecision, [.cpfOperator]), (.employer, .cpfDecision, [.cpfOperator]),
        // The Caisse des Dépôts knows its own channels, and our decisions are not its.
        (.cpfOperator, .cpfDecision, []), (.cpfOperator, .billing, []), (.trainee, .billing, []),
    ])
    func `points to the CNIL for data, and whoever complains of a decision on a CPF to the Caisse des Dépôts`(
        person: Stakeholder,
        theme: Theme,
        own: [Recourse]
    ) throws {
        var story = try story { $0.stakeholder = person }
        story.apply(try story.file.qualify(Qualification(nature: .complaint, theme: theme), story.signature()))
        let answer = try answer(story) { $0.consumer = .professional }
        #expect(answer.recourses == [.professionalMediation] + own + [.certifier])
    }

    @Test func `wholly favourable needs neither status nor recourse`() throws {
        let answer = try answer(story()) {
            $0.grievances = [Grievance(claim: "Rembourser", outcome: .upheld, ground: "")]
            $0.consumer = nil
        }
        #expect(answer.recourses.isEmpty)
    }

    // Shows: R-34
    @Test func `is refused without a mediator to name, without a ground, without a grievance, without words`() throws {
        var procedure = Story.procedure
        procedure.consumerMediator = nil
        let story = try story()
        #expect(throws: Refusal.mediatorMissing) {
            try story.file.answer(Story.answer, procedure: procedure, story.signature())
        }
        #expect(throws: Refusal.groundMissing(grievance: 2)) { try answer(story) { $0.grievances[1].ground = "Non." } }
        #expect(throws: Refusal.noGrievance) { try answer(story) { $0.grievances = [] } }
        #expect(throws: Refusal.textMissing) { try answer(story) { $0.text = " \n" } }
        #expect(throws: Refusal.textMissing) { try answer(story) { $0.signatory = "" } }
    }

    // Shows
    @Test func `is refused for all that is wrong with it at once`() throws {
        let found: [Refusal] = [
            .textMissing, .groundMissing(grievance: 1), .groundMissing(grievance: 2),
            .forbiddenWording(.europeanPlatform), .consumerStatusMissing,
        ]
        #expect(throws: Refusal.several(found)) {
            try answer(story()) { draft in
                draft.grievances = [
                    Grievance(claim: " ", outcome: .rejected, ground: ""),
                    Grievance(claim: "Le train", outcome: .partiallyUpheld, ground: "Non", remedy: "europa.eu/odr"),
                ]
                draft.signatory = ""
                draft.consumer = nil
            }
        }
        #expect(Refusal.several(found).each == found && Refusal.textMissing.each == [.textMissing])
    }

    // Shows: R-38
    @Test(arguments: [("2026-11-22", true), ("2026-11-23", false), ("2026-11-24", false)])
    func `that rejects is refused to a consumer from the day after the mediator's agreement ends`(
        end: String,
        isRefused: Bool
    ) throws {
        let end = try #require(CivilDate(end))
        var procedure = Story.procedure
        procedure.consumerMediator?.agreementEnds = end
        let story = try story()
        for consumer in [ConsumerStatus.consumer, .undetermined] {
            var draft = Story.answer
            draft.consumer = consumer
            if isRefused {
                #expect(throws: Refusal.mediatorExpired(end)) {
                    try story.file.answer(draft, procedure: procedure, story.signature())
                }
            } else {
                _ = try story.file.answer(draft, procedure: procedure, story.signature())
            }
        }
        var professional = Story.answer
        professional.consumer = .professional
        _ = try story.file.answer(professional, procedure: procedure, story.signature())
        var favourable = Story.answer
        favourable.grievances = [favourable.grievances[0]]
        _ = try story.file.answer(favourable, procedure: procedure, story.signature())
    }

    // Shows
    @Test func `never makes mediation a duty nor names the closed European platform, in whatever part of it`() throws {
        let changes: [@Sendable (inout Answer.Draft, String) -> Void] = [
            { $0.text = $1 }, { $0.signatory = $1 }, { $0.grievances[0].claim = $1 }, { $0.grievances[1].ground = $1 },
            { $0.grievances[0].remedy = $1 },
            { $0.files = [FileSummary(id: "1", name: $1, type: "text/plain", length: 1, digest: "00")] },
        ]
        for change in changes {
            #expect(throws: Refusal.forbiddenWording(.compulsoryMediation)) {
                try answer(story()) { change(&$0, "La médiation est obligatoire.") }
            }
            #expect(throws: Refusal.forbiddenWording(.europeanPlatform)) {
                try answer(story()) { change(&$0, "Voyez https://EC.europa.eu/consumers/odr/ pour cela.") }
            }
            #expect(throws: Never.self) {
                try answer(story()) { change(&$0, "Vous n’êtes pas tenu de saisir le médiateur.") }
            }
        }
    }

    @Test(arguments: [
        ([Outcome.upheld, .upheld], Outcome.upheld), ([.rejected, .rejected], .rejected),
        ([.upheld, .rejected], .partiallyUpheld), ([.partiallyUpheld], .partiallyUpheld),
    ])
    func `comes as a whole to what its grievances come to`(outcomes: [Outcome], whole: Outcome) {
        #expect(Outcome(of: outcomes) == whole)
    }
}
