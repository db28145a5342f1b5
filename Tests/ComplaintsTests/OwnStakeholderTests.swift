import Complaints
import Foundation
import TestSupport
import Testing

@Suite struct `The kinds of person` {
    private let former = OwnStakeholder(name: "Ancien apprenti", kind: .apprentice)
    private let juror = OwnStakeholder(name: "Juré", kind: Stakeholder(rawValue: "certificateur"))

    // Shows: R-11
    @Test func `cover the parties that the procedure and the national standard name, each once`() {
        let codes = Stakeholder.standard.map(\.rawValue)
        #expect(Set(codes).count == codes.count)
        let named = [
            "stagiaire", "apprenti", "bilan-competences", "candidat-vae", "representant-legal", "entreprise", "tuteur",
            "financeur", "caisse-des-depots", "formateur", "intervenant-externe", "donneur-ordre", "prescripteur",
            "prospect", "certificateur", "partenaire", "salarie", "autre",
        ]
        #expect(Set(named).isSubset(of: codes) && codes.last == "autre")
    }

    // Shows: R-11
    @Test func `are offered with the provider's own, which stay known when they are offered no more`() throws {
        var procedure = Story.procedure
        #expect(procedure.offeredStakeholders == Stakeholder.standard)
        procedure.offer([former, juror])
        #expect(procedure.offeredStakeholders.suffix(3).map(\.rawValue) == ["Ancien apprenti", "Juré", "autre"])
        #expect(procedure.offeredStakeholders.count == Stakeholder.standard.count + 2)
        procedure.offer([OwnStakeholder(name: "Juré", kind: .employer)])
        #expect(procedure.offeredStakeholders.suffix(2).map(\.rawValue) == ["Juré", "autre"])
        #expect(procedure.knownStakeholders.contains(former.stakeholder))
        #expect(procedure.kind(of: former.stakeholder) == .apprentice && procedure.kind(of: .trainee) == .trainee)
        #expect(procedure.kind(of: juror.stakeholder) == .employer && procedure.kind(of: nil) == nil)
        let read = try JSONDecoder().decode(Procedure.self, from: JSONEncoder().encode(procedure))
        #expect(read == procedure)
        procedure.offer([former])
        #expect(procedure.offeredStakeholders.contains(former.stakeholder))
        #expect(procedure.ownStakeholders.count == 2)
    }

    // Shows
    @Test(arguments: [true, false]) func `of the provider's own have the recourses of what they are taken for`(
        isOffered: Bool
    ) throws {
        var procedure = Story.procedure
        procedure.offer([former, juror])
        var original = Story.original
        original.stakeholder = former.stakeholder
        var story = Story(original, procedure: procedure)
        try story.lead(to: .investigating)
        let judged = Qualification(nature: .complaint, theme: .apprenticeshipContract)
        story.apply(try story.file.qualify(judged, story.signature()))
        if !isOffered { procedure.offer([]) }
        let event = try story.file.answer(Story.answer, procedure: procedure, story.signature())
        guard case .answered(let answer) = event else { throw Refusal.notAllowed }
        #expect(answer.recourses.first == .apprenticeshipMediator(procedure.apprenticeshipMediator))
        #expect(story.file.stakeholder?.rawValue == "Ancien apprenti")
    }
}
