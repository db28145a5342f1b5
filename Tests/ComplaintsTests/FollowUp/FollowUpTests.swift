import Complaints
import TestSupport
import Testing

@Suite struct `What a complainant may follow` {
    private static func followUp(_ stage: Stage, on day: String = "2026-11-23") throws -> FollowUp {
        var story = Story()
        try story.lead(to: stage)
        let today = try #require(CivilDate(day))
        return try #require(FollowUp(of: story.file, on: today))
    }

    // Shows: R-41
    @Test(
        arguments: [
            (.received, .received), (.incomplete, .incomplete), (.registered, .underWay), (.investigating, .underWay),
            (.answered, .answered), (.inMediation, .inMediation), (.closed, .closed), (.requalified, .requalified),
            (.contested, .contested), (.withdrawn, .withdrawn), (.abandoned, .abandoned),
        ] as [(Stage, FollowUp.Standing)]
    ) func `has a word for every stage`(
        stage: Stage,
        standing: FollowUp.Standing
    ) throws {
        #expect(try Self.followUp(stage).standing == standing)
    }

    // Shows: R-41
    @Test func `says what comes next and until when, and owns to being late`() throws {
        let acknowledgement = try #require(try Self.followUp(.received).next)
        guard case .acknowledgement(let day, false) = acknowledgement else {
            Issue.record("\(acknowledgement)")
            return
        }
        #expect(day == Story().file.due.acknowledgement.due)
        #expect(try Self.followUp(.received).hasAcknowledgement)
        let due = Story().file.due.answer.due
        #expect(try Self.followUp(.registered, on: "2027-02-15").next == .answer(by: due, isLate: true))
        let request = CompletionRequest(missing: [], message: "Quelle session ?")
        #expect(try Self.followUp(.incomplete).next == .completion(request))
        #expect(try Self.followUp(.contested).next == .decision)
        for stage in [.answered, .closed, .withdrawn, .requalified, .abandoned] as [Stage] {
            #expect(try Self.followUp(stage).next == nil, "\(stage)")
        }
    }

    // Shows: S-50
    @Test func `has nothing that the staff keeps to itself`() throws {
        var story = Story()
        try story.lead(to: .registered)
        let file = story.file
        story.apply(try file.note("Elle a déjà réclamé l’an passé", story.signature()))
        let stepsAside = try story.file.recuse(
            "formateur-7",
            among: Story.staff,
            reason: "Nommé dans la réclamation",
            story.signature()
        )
        story.apply(stepsAside)
        story.apply(try story.file.record(Measure(text: "Appel", doneOn: file.receivedAt.civilDate), story.signature()))
        let followUp = try #require(FollowUp(of: story.file, on: file.receivedAt.civilDate))
        #expect(followUp.steps.map(\.kind) == [.received, .registered])
        let said = String(reflecting: followUp)
        for hidden in ["déjà réclamé", "formateur-7", "Appel", "responsable-1"] { #expect(!said.contains(hidden)) }
        #expect(followUp.letters == ["lettre-0", "lettre-2"])
    }

    // Shows: S-50
    @Test func `has none of the mails that were laid on their case by mistake, and the others as before`() throws {
        let mails = ["a", "b", "c"].map { id in
            FileSummary(id: id, name: "courriel.eml", type: "message/rfc822", length: 1, digest: "00")
        }
        var story = Story()
        story.apply(.completionRequested(CompletionRequest(missing: [], message: "Quelle session ?")))
        story.apply(.amended(Amendment(text: "La mienne", files: [mails[0]])), by: .complainant)
        let before = try #require(FollowUp(of: story.file, on: story.instant.civilDate))
        #expect(before.additions.map(\.text) == ["La mienne"] && before.steps.last?.kind == .added)
        story.apply(.amended(Amendment(text: "Celle de Zoé", files: [mails[1]])), by: .complainant)
        story.apply(.completed(Completion(text: "Celle de Zoé aussi", files: [mails[2]])), by: .complainant)
        let other = ReceptionReference(year: 2026, ordinal: 2)
        for mail in mails.dropFirst() {
            story.apply(try story.file.misplace([mail], to: other, story.signature()))
        }
        let after = try #require(FollowUp(of: story.file, on: story.instant.civilDate))
        #expect(after.steps == before.steps && after.additions == before.additions)
    }
}
