import TestSupport
import Testing

@testable import Complaints

@Suite struct `A complaint that somebody passed on` {
    private func check(_ third: ThirdParty?, _ channel: Channel = .certifier) throws {
        let arrived = try #require(CivilDate("2026-11-20"))
        let instant = try #require(Instant("2026-11-23T09:00:00Z"))
        let desk = Officer(id: "accueil-1", roles: [.receptionDesk])
        let transcription = Transcription(arrivedOn: arrived, thirdParty: third)
        try transcription.check(channel, sentOn: nil, Story.original, Signature(by: .officer(desk), at: instant))
    }

    // Shows: R-88
    @Test func `has the name of whoever gave its reference or its day, and a day that may be meant`() throws {
        let day = { (text: String) in try #require(CivilDate(text)) }
        try check(nil)
        try check(ThirdParty(name: "OPCO"))
        for due in ["2024-11-20", "2026-11-01", "2028-11-20"] { try check(ThirdParty(name: "OPCO", due: try day(due))) }
        for due in ["2024-11-19", "2028-11-21"] {
            let far = ThirdParty(name: "OPCO", due: try day(due))
            #expect(throws: Refusal.thirdPartyDayImpossible, "\(due)") { try check(far) }
        }
        let nameless = ThirdParty(name: " ", reference: "S-14", due: try day("2062-01-01"))
        #expect(throws: Refusal.several([.thirdPartyMissing, .thirdPartyDayImpossible])) { try check(nameless) }
    }

    // Shows: R-88
    @Test func `is of the kind that its way says, or of another, and of none where nobody passed it on`() throws {
        #expect(Channel.allCases.filter { $0.origin != nil } == [.funder, .certifier, .mediator])
        let (arrived, instant) = (try #require(CivilDate("2026-11-20")), try #require(Instant("2026-11-23T09:00:00Z")))
        let origin = { (channel: Channel, third: ThirdParty?) in
            var reception = Story().file.reception
            reception.channel = channel
            reception.transcription = Transcription(arrivedOn: arrived, thirdParty: third)
            let entry = Entry(
                event: .received(reception),
                signature: Signature(by: .officer(Story.manager), at: instant),
                caseFile: Story().file.id,
                organisation: "cine-atelier"
            )
            return CaseFile(id: Story().file.id, reception: reception, entry: entry).origin
        }
        let opco = ThirdParty(name: "OPCO")
        #expect(origin(.funder, nil) == .funder && origin(.mediator, opco) == .mediator)
        #expect(origin(.other, nil) == nil && origin(.other, opco) == .other && origin(.letter, opco) == .other)
        for filter in OriginFilter.all { #expect(OriginFilter(filter.word) == filter) }
        #expect(OriginFilter("personne") == nil)
    }

    // Shows: R-88, S-65
    @Test func `is in the log as it was entered, and nothing is where nobody passed it on`() throws {
        let arrived = try #require(CivilDate("2026-11-20"))
        var reception = Story().file.reception
        for third in [nil, ThirdParty(name: "OPCO"), ThirdParty(name: "OPCO", reference: "S-14", due: arrived)] {
            reception.transcription = Transcription(arrivedOn: arrived, thirdParty: third)
            let entry = Entry(
                event: .received(reception),
                signature: Signature(by: .officer(Story.manager), at: Story().instant),
                caseFile: Story().file.id,
                organisation: "cine-atelier"
            )
            let payload = try entry.payload()
            #expect(String(decoding: payload, as: UTF8.self).contains("\"tiers\"") == (third != nil))
            #expect(try Entry(payload: payload).event == entry.event)
        }
    }
}
