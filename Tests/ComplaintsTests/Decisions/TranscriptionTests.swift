import TestSupport
import Testing

@testable import Complaints

@Suite struct `What staff enter` {
    private static let desk = Officer(id: "accueil-1", roles: [.receptionDesk])

    private struct Case {
        var channel = Channel.letter
        var arrived = "2026-11-20"
        var sent: String?
        var proof = "Cachet de la poste"
        var isAgreed = false
        var discontent: Discontent.ID?
        var original = Story.original
        var officer = desk

        func check() throws {
            let day = { (text: String) in try #require(CivilDate(text)) }
            let instant = try #require(Instant("2026-11-23T09:00:00Z"))
            let transcription = Transcription(
                arrivedOn: try day(arrived),
                proof: proof,
                isAgreed: isAgreed,
                of: discontent
            )
            try transcription.check(
                channel,
                sentOn: try sent.map(day),
                original,
                Signature(by: .officer(officer), at: instant)
            )
        }
    }

    // Shows: R-04, S-32
    @Test func `is received whatever it lacks, a page without a word too`() throws {
        var original = Original(
            lastName: "",
            firstName: "",
            stakeholder: nil,
            email: nil,
            subject: "",
            text: "",
            files: [FileSummary(id: "1", name: "page.jpg", type: "image/jpeg", length: 9, digest: "00")]
        )
        try Case(original: original).check()
        original.files = []
        #expect(throws: Refusal.textMissing) { try Case(original: original).check() }
        original.subject = "Remboursement"
        try Case(original: original).check()
    }

    // Shows: R-26
    @Test func `arrived no later than today, and no more than a year ago`() throws {
        for day in ["2026-11-23", "2025-11-23"] { try Case(arrived: day).check() }
        for day in ["2026-11-24", "2025-11-22"] {
            #expect(throws: Refusal.dateImpossible, "\(day)") { try Case(arrived: day).check() }
        }
    }

    // Shows: R-26
    @Test func `was sent on a day that is proven, no later than it arrived`() throws {
        let arrived = try #require(CivilDate("2026-11-20"))
        for day in ["2026-11-20", "2026-11-17", "2025-11-20"] { try Case(sent: day).check() }
        for day in ["2026-11-21", "2025-11-19"] {
            #expect(throws: Refusal.sentAfterArrival(arrived), "\(day)") { try Case(sent: day).check() }
        }
        #expect(throws: Refusal.proofMissing) { try Case(sent: "2026-11-17", proof: " ").check() }
    }

    // Shows: R-03
    @Test(arguments: Channel.entered) func `is written, or written for the person with their consent`(
        channel: Channel
    ) throws {
        try Case(channel: channel, isAgreed: true).check()
        if [.telephone, .spoken].contains(channel) {
            #expect(throws: Refusal.agreementMissing) { try Case(channel: channel).check() }
        } else {
            try Case(channel: channel).check()
        }
    }

    // Shows: R-03
    @Test func `is written with their consent by whatever way it came, where it is what they had said`() throws {
        let said = try #require(Discontent.ID(String(repeating: "c", count: 32)))
        #expect(throws: Refusal.agreementMissing) { try Case(discontent: said).check() }
        try Case(isAgreed: true, discontent: said).check()
    }

    // Shows: R-80
    @Test func `is refused for all that is wrong at once`() throws {
        let arrived = try #require(CivilDate("2026-11-24"))
        let odd = Case(channel: .telephone, arrived: "2026-11-24", sent: "2026-11-25", proof: "")
        let refusals: [Refusal] = [.dateImpossible, .proofMissing, .sentAfterArrival(arrived), .agreementMissing]
        #expect(throws: Refusal.several(refusals)) { try odd.check() }
    }

    // Shows: R-67
    @Test(arguments: Role.allCases) func `is entered by those who receive`(role: Role) throws {
        let entering = Case(officer: Officer(id: "a", roles: [role]))
        if [.receptionDesk, .complaintsManager, .management].contains(role) {
            try entering.check()
        } else {
            #expect(throws: Refusal.notAllowed) { try entering.check() }
        }
    }

    // Shows: R-26
    @Test func `reached us at the beginning of the day that it arrived on, and keeps all that through the log`() throws
    {
        let story = Story()
        var reception = story.file.reception
        reception.transcription = Transcription(
            arrivedOn: try #require(CivilDate("2026-11-20")),
            proof: " Cachet ",
            trace: "1A 2"
        )
        let entry = Entry(
            event: .received(reception),
            signature: Signature(by: .officer(Self.desk), at: story.instant),
            caseFile: story.file.id,
            organisation: "cine-atelier"
        )
        let file = try #require(CaseFile(id: story.file.id, entries: [try Entry(payload: try entry.payload())]))
        #expect(file.receivedAt == Instant("2026-11-19T23:00:00Z") && file.startedOn == CivilDate("2026-11-20"))
        #expect(!file.isTimed && file.entered?.by == "accueil-1" && file.entered?.at == story.instant)
        #expect(file.reception == reception && file.reception.transcription?.proof == "Cachet")
        #expect(story.file.isTimed && story.file.entered == nil)
        // Whoever follows it reads the day of the letter's arrival, too.
        let followed = try #require(FollowUp(of: file, on: story.instant.civilDate))
        #expect(followed.steps.first?.at == file.receivedAt)
    }
}
