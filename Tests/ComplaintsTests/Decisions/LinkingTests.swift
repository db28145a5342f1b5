import TestSupport
import Testing

@testable import Complaints

@Suite struct `A case file among others` {
    private static let reason = "Le même stage, la même panne"
    private static let other = ReceptionReference(year: 2026, ordinal: 2)

    // Shows: R-15
    @Test func `is linked with another once, for a reason, and the same stands in its history when that ends`() throws {
        var story = Story()
        try story.lead(to: .registered)
        let before = story.file
        #expect(!story.file.acts(for: Story.manager).contains(.unlink), "there is nothing to end")
        #expect(throws: Refusal.notLinked) {
            try story.file.unlink(from: Self.other, Self.reason, story.signature())
        }
        #expect(throws: Refusal.reasonTooShort(minimum: 10)) {
            try story.file.link(with: Self.other, "Pareil", story.signature())
        }
        let own = story.file.reception.reference
        #expect(throws: Refusal.alreadyLinked) { try story.file.link(with: own, Self.reason, story.signature()) }
        story.apply(try story.file.link(with: Self.other, " \(Self.reason) ", story.signature()))
        #expect(story.file.linked == [Self.other] && story.file.relatives == [Self.other])
        #expect(throws: Refusal.several([.alreadyLinked, .reasonTooShort(minimum: 10)])) {
            try story.file.link(with: Self.other, "", story.signature())
        }
        story.apply(try story.file.unlink(from: Self.other, Self.reason, story.signature()))
        #expect(story.file.linked.isEmpty && story.file.relatives == [Self.other])
        let (number, stage, due) = (story.file.number, story.file.stage, story.file.due)
        #expect(number == before.number && stage == before.stage && due == before.due)
        for entry in story.file.entries.suffix(2) { #expect(try Entry(payload: entry.payload()) == entry) }
        #expect(throws: Never.self) { try story.file.link(with: Self.other, Self.reason, story.signature()) }
    }

    // Shows
    @Test func `is neither linked nor divided by those whom it is closed to, or whom it names`() throws {
        var story = Story()
        try story.lead(to: .registered)
        let desk = story.signature(.officer(Officer(id: "accueil-1", roles: [.receptionDesk])))
        #expect(throws: Refusal.notAllowed) { try story.file.link(with: Self.other, Self.reason, desk) }
        #expect(throws: Never.self) { try story.file.split(into: Self.other, desk) }
        story.apply(.qualified(Qualification(nature: .complaint, implicated: [Story.manager.id])))
        #expect(throws: Refusal.barred) { try story.file.link(with: Self.other, Self.reason, story.signature()) }
        #expect(throws: Refusal.barred) { try story.file.split(into: Self.other, story.signature()) }
        story.apply(.restricted(Restriction(ground: .safety, readers: ["direction-1"])))
        #expect(throws: Refusal.restricted) { try story.file.split(into: Self.other, desk) }
    }

    // Shows
    @Test func `gives a part of it its restriction, without those whom it names`() throws {
        var story = Story()
        #expect(story.file.restrictionOfPart(among: Story.staff) == nil)
        var few = Restriction(ground: .safety, readers: [Story.manager.id, "formateur-7"])
        story.apply(.restricted(few))
        #expect(story.file.restrictionOfPart(among: Story.staff) == few)
        story.apply(.qualified(Qualification(nature: .complaint, implicated: ["formateur-7"])))
        few.readers = [Story.manager.id]
        #expect(story.file.restrictionOfPart(among: Story.staff) == few)
        story.apply(.recused(Recusal(officer: Story.manager.id, reason: Self.reason)))
        few.readers = ["direction-1"]
        #expect(story.file.restrictionOfPart(among: Story.staff) == few, "the management’s, as the whole is")
    }

    // Shows: R-24
    @Test func `says why it is linked to those who may open both, and the rest to whoever may open it`() {
        let events: [Event] = [
            .linked(CaseLink(with: Self.other, reason: Self.reason)),
            .unlinked(CaseLink(with: Self.other, reason: Self.reason)),
        ]
        for event in events {
            #expect(CaseRelatives(open: [Self.other]).tells(event) && !CaseRelatives().tells(event))
        }
        #expect(CaseRelatives().tells(.split(Splitting(into: Self.other))))
        let known = CaseRelatives(identifiers: [Self.other: "REC-2026-0001"])
        #expect(known.identifier(of: Self.other) == "REC-2026-0001" && !known.opens(Self.other))
    }

    // Shows
    @Test func `gives a part of it the same person, way and day, and nothing that was said of the whole`() throws {
        let third = ThirdParty(name: "OPCO Exemple", reference: "S-12")
        var original = Story.original
        (original.expectation, original.when, original.trainingAction) = ("1 200 €", "En mars", "Stage « Image »")
        var story = Story(original)
        story.apply(.amended(Amendment(text: "Par téléphone", email: "noe@nouveau.example")))
        let sending = story.procedure.sending(on: story.instant.civilDate.adding(days: -3), proof: "cachet")
        story.apply(.amended(Amendment(text: "L’enveloppe", sending: sending)))
        let part = ComplaintPart(subject: " Le train ", text: "Je demande\nle train.")
        let received = try story.file.original(of: part, story.signature())
        #expect(received.subject == "Le train" && received.text == "Je demande\nle train." && received.files.isEmpty)
        #expect(received.fullName == original.fullName && received.email == "noe@nouveau.example")
        #expect(received.expectation.isEmpty && received.when == nil && received.trainingAction == "Stage « Image »")
        let way = story.file.transcriptionOfPart
        #expect(way.arrivedOn == story.file.receivedAt.civilDate && way.proof == "cachet")
        #expect(way.partOf == story.file.reception.reference && way.thirdParty == nil && way.discontent == nil)
        var passedOn = story.file.reception
        passedOn.transcription = Transcription(arrivedOn: story.instant.civilDate, trace: "1A 2", thirdParty: third)
        let letter = CaseFile(id: story.file.id, reception: passedOn, entry: story.file.entries[0])
        #expect(letter.transcriptionOfPart.thirdParty == third && letter.transcriptionOfPart.trace == "1A 2")
        #expect(throws: Refusal.textMissing) {
            try story.file.original(of: ComplaintPart(subject: "Le train", text: " "), story.signature())
        }
        story.apply(try story.file.split(into: Self.other, story.signature()))
        #expect(story.file.parts == [Self.other] && story.file.partOf == nil)
        #expect(story.file.reception.original == original, "the original is never edited")
    }

    // Shows
    @Test func `tells its complainant nothing of the others, and an auditor which ones they are`() throws {
        var story = Story()
        try story.lead(to: .registered)
        let day = story.instant.civilDate
        let before = FollowUp(of: story.file, on: day)?.steps
        story.apply(.linked(CaseLink(with: Self.other, reason: Self.reason)))
        story.apply(.split(Splitting(into: Self.other)))
        story.apply(.unlinked(CaseLink(with: Self.other, reason: Self.reason)))
        #expect(FollowUp(of: story.file, on: day)?.steps == before)
        let audited = AuditedCase(of: story.file, stakeholders: Stakeholder.standard)
        let told = audited.steps.suffix(3)
        #expect(told.map(\.kind) == [.linked, .split, .unlinked] && told.allSatisfy { $0.other == Self.other })
        #expect(told.map(\.hasWords) == [true, false, true] && !"\(audited)".contains(Self.reason))
    }
}
