import Complaints
import TestSupport
import Testing

@Suite struct `The day a complaint was sent` {
    private func sending(_ day: String, proof: String = "Cachet de la poste") throws -> Sending {
        Story.procedure.sending(on: try #require(CivilDate(day)), proof: proof)
    }

    // Shows: R-26
    @Test(arguments: [true, false]) func `is what the delays count from, once it is proven`(byAmendment: Bool) throws {
        var story = Story()
        let sending = try sending("2026-11-19")
        let event =
            byAmendment
            ? try story.file.amend(Amendment(text: "", sending: sending), story.signature())
            : try story.file.qualify(Qualification(nature: .complaint, sending: sending), story.signature())
        story.apply(event)
        #expect(story.file.startedOn == sending.on && story.file.sentOn == sending.on)
        #expect(story.file.due == Story.procedure.dueDates(from: sending.on))
        #expect(story.file.due.answer.due < story.file.reception.due.answer.due)
        let read = try story.file.entries.map { try Entry(payload: $0.payload()) }
        #expect(CaseFile(id: story.file.id, entries: read) == story.file)
    }

    // Shows: R-26
    @Test func `is accepted only before the day that counts, and no more than a year before`() throws {
        var story = Story()
        let received = story.file.startedOn
        for day in ["2026-11-23", "2026-11-24", "2027-01-01", "2025-11-22"] {
            let amendment = Amendment(text: "", sending: try sending(day))
            #expect(throws: Refusal.dateNotEarlier(received), "\(day)") {
                try story.file.amend(amendment, story.signature())
            }
        }
        story.apply(try story.file.amend(Amendment(text: "", sending: try sending("2026-11-20")), story.signature()))
        let later = Amendment(text: "", sending: try sending("2026-11-21"))
        #expect(throws: Refusal.dateNotEarlier(received.adding(days: -3))) {
            try story.file.amend(later, story.signature())
        }
    }

    // Shows: R-26
    @Test func `needs its proof in words, by somebody who handles cases`() throws {
        let story = Story()
        let bare = Qualification(nature: .complaint, sending: try sending("2026-11-20", proof: "  "))
        #expect(throws: Refusal.proofMissing) { try story.file.qualify(bare, story.signature()) }
        let amendment = Amendment(text: "Je l’ai postée le 20", sending: try sending("2026-11-20"))
        for author in [Author.complainant, .officer(Officer(id: "accueil-1", roles: [.receptionDesk]))] {
            #expect(throws: Refusal.notAllowed) { try story.file.amend(amendment, story.signature(author)) }
        }
    }

    // Shows
    @Test func `leaves a date alone that the person was given since`() throws {
        var story = Story()
        try story.lead(to: .registered)
        let until = try #require(CivilDate("2027-03-15"))
        let extra = Extension(reason: "Enquête en cours", until: until)
        story.apply(try story.file.extend(extra, zone: .metropole, story.signature()))
        story.apply(try story.file.amend(Amendment(text: "", sending: try sending("2026-11-20")), story.signature()))
        #expect(story.file.due.answer.due == until)
        #expect(story.file.due.acknowledgement.due < story.file.reception.due.acknowledgement.due)
    }
}
