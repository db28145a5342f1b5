import TestSupport
import Testing

@testable import Complaints

@Suite struct `The day of a letter` {
    // Shows: R-29
    @Test(
        arguments: [
            // Monday in winter, before seven, at seven, at the last second.
            ("2026-11-23T05:59:59Z", nil), ("2026-11-23T06:00:00Z", "2026-11-23"),
            ("2026-11-23T22:59:59Z", "2026-11-23"), ("2026-11-23T23:00:00Z", nil),
            // Saturday, Sunday, Christmas and Easter Monday.
            ("2026-11-28T09:00:00Z", nil), ("2026-11-29T09:00:00Z", nil), ("2026-12-25T09:00:00Z", nil),
            ("2027-03-29T09:00:00Z", nil),
            // The days around a change of the clocks: seven in Paris is another hour of UTC.
            ("2026-03-27T05:59:59Z", nil), ("2026-03-27T06:00:00Z", "2026-03-27"),
            ("2026-03-30T04:59:59Z", nil), ("2026-03-30T05:00:00Z", "2026-03-30"),
            ("2026-10-26T05:00:00Z", nil), ("2026-10-26T06:00:00Z", "2026-10-26"),
            // A day that most years have not.
            ("2028-02-29T06:00:00Z", "2028-02-29"), ("2028-02-28T23:30:00Z", nil),
        ] as [(String, String?)]
    )
    func `is a working day from seven in Paris to midnight, whatever the season`(instant: String, day: String?) throws {
        let now = try #require(Instant(instant))
        #expect(DailyLetter.day(at: now, in: .metropole)?.description == day)
    }

    // Shows: R-27
    @Test func `is worked where the provider is: Good Friday in Strasbourg is not`() throws {
        let friday = try #require(Instant("2027-03-26T09:00:00Z"))
        #expect(DailyLetter.day(at: friday, in: .metropole) != nil)
        #expect(DailyLetter.day(at: friday, in: .alsaceMoselle) == nil)
    }

    @Test(arguments: [
        ("2026-11-23", "2026-11-23T23:00:00Z"), ("2026-10-23", "2026-10-23T22:00:00Z"),
        ("2028-02-29", "2028-02-29T23:00:00Z"),
    ]) func `ends with it, in Paris`(day: String, end: String) throws {
        let letter = DailyLetter(
            id: "0a",
            day: try #require(CivilDate(day)),
            account: "a",
            recipient: "a@example.org",
            instant: try #require(Instant("\(day)T06:00:00Z")),
            lines: []
        )
        #expect(letter.end.description == end)
    }
}

@Suite struct `A case that is watched` {
    private let manager = Officer(id: "ines", roles: [.complaintsManager])
    private let director = Officer(id: "luc", roles: [.management])

    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    private func watched(
        _ stage: Stage = .investigating,
        handler: String? = "ines",
        isQualified: Bool = true,
        acknowledgement: String? = nil,
        thirdParty: String? = nil,
        mediation: [MediationDue] = [],
        askedOn: String? = nil
    ) throws -> WatchedCase {
        WatchedCase(
            id: try #require(CaseFile.ID(String(repeating: "a", count: 32))),
            identifier: "REC-2026-0001",
            stage: stage,
            handler: handler,
            isQualified: isQualified,
            startedOn: try day("2026-11-23"),
            answer: Procedure(provider: Story.procedure.provider).dueDates(from: try day("2026-11-23")).answer,
            acknowledgement: try acknowledgement.map(day),
            thirdParty: try thirdParty.map(day),
            mediation: mediation,
            askedOn: try askedOn.map(day)
        )
    }

    private func matter(_ watched: WatchedCase, on today: String) throws -> CaseMatter? {
        watched.matter(on: try day(today), .standard)?.matter
    }

    // Shows: R-29
    @Test(
        arguments: [
            ("2026-11-24", nil), ("2026-12-23", nil), ("2026-12-24", .half), ("2027-01-10", .half),
            ("2027-01-11", .fourFifths), ("2027-01-22", .fourFifths), ("2027-01-23", .due), ("2027-01-25", .due),
            ("2027-01-26", .late),
        ] as [(String, CaseMatter?)]
    )
    func `calls at half, at four fifths, when due and overdue`(today: String, expected: CaseMatter?) throws {
        #expect(try matter(try watched(), on: today) == expected)
    }

    // Shows: R-10
    @Test(
        arguments: [
            ("2026-12-15", nil), ("2026-12-16", .toRemind), ("2026-12-30", .toRemind), ("2026-12-31", .toAbandon),
        ] as [(String, CaseMatter?)]
    )
    func `calls for a reminder after fifteen days and for an end after thirty, both proposed`(
        today: String,
        expected: CaseMatter?
    ) throws {
        #expect(try matter(try watched(.incomplete, askedOn: "2026-12-01"), on: today) == expected)
    }

    // Shows: R-88
    @Test(
        arguments: [
            ("2026-12-01", nil), ("2026-12-03", .thirdPartySoon), ("2026-12-10", .thirdPartySoon),
            ("2026-12-11", .thirdPartyLate),
        ] as [(String, CaseMatter?)]
    )
    func `calls when the day is near that a third party gave, until it is answered`(
        today: String,
        expected: CaseMatter?
    ) throws {
        #expect(try matter(try watched(thirdParty: "2026-12-10"), on: today) == expected)
        #expect(try matter(try watched(.inMediation, thirdParty: "2026-12-10"), on: today) == nil)
    }

    // Shows: R-44
    @Test func `says the most pressing thing alone`() throws {
        let reply = MediationDue(step: .reply, due: try day("2026-12-01"))
        let outcome = MediationDue(step: .outcome, due: try day("2026-11-25"))
        #expect(try matter(try watched(.inMediation, mediation: [outcome, reply]), on: "2026-11-23") == nil)
        #expect(try matter(try watched(.inMediation, mediation: [outcome, reply]), on: "2026-11-24") == .mediatorReply)
        let fresh = try watched(.received, handler: nil, isQualified: false, acknowledgement: "2026-12-04")
        #expect(try matter(fresh, on: "2026-11-24") == .toJudge)
        #expect(try matter(fresh, on: "2026-12-05") == .unacknowledged)
        #expect(try matter(fresh, on: "2027-01-26") == .late)
        let dues = fresh.dues(.standard)
        #expect(dues.map(\.step) == [.acknowledgement, .answer] && dues.map(\.day.description).last == "2027-01-25")
    }

    // Shows: R-29
    @Test func `is its handler's, the stand-in's, and where nobody has it or it is late the management's`() throws {
        let (wait, soon, late) = (CompletionWait.standard, try day("2027-01-20"), try day("2027-02-01"))
        let own = try watched()
        #expect(own.line(for: manager, on: soon, wait)?.isStandIn == false)
        #expect(own.line(for: director, on: soon, wait) == nil)
        #expect(own.line(for: director, on: late, wait)?.matter == .late)
        #expect(own.line(for: director, standingInFor: ["ines"], on: soon, wait)?.isStandIn == true)
        #expect(try watched(handler: "luc").line(for: manager, on: late, wait) == nil)
        let free = try watched(.received, handler: nil, isQualified: false)
        for officer in [manager, director] { #expect(free.line(for: officer, on: soon, wait) != nil) }
        let clerk = Officer(id: "paul", roles: [.receptionDesk])
        #expect(free.line(for: clerk, on: late, wait) == nil)
        #expect(own.line(for: manager, on: try day("2026-11-25"), wait) == nil, "nothing to say yet")
    }
}
