import Complaints
import Testing

@Suite struct `A delay of mediation` {
    /// From when, then the target and the due date: month ends, 29 February, week-ends and holidays.
    static let threeWeeks: [(start: String, zone: Zone, target: String, due: String)] = [
        ("2026-11-02", .metropole, "2026-11-23", "2026-11-23"),
        ("2026-11-21", .metropole, "2026-12-12", "2026-12-14"),
        ("2026-11-22", .metropole, "2026-12-13", "2026-12-14"),
        ("2026-12-11", .metropole, "2027-01-01", "2027-01-04"),
        ("2027-01-31", .metropole, "2027-02-21", "2027-02-22"),
        ("2028-02-08", .metropole, "2028-02-29", "2028-02-29"),
        ("2027-02-08", .metropole, "2027-03-01", "2027-03-01"),
        ("2028-02-29", .metropole, "2028-03-21", "2028-03-21"),
    ]
    static let ninetyDays: [(start: String, zone: Zone, target: String, due: String)] = [
        ("2026-08-25", .metropole, "2026-11-23", "2026-11-23"),
        ("2026-11-30", .metropole, "2027-02-28", "2027-03-01"),
        ("2027-12-01", .metropole, "2028-02-29", "2028-02-29"),
        ("2028-02-29", .metropole, "2028-05-29", "2028-05-29"),
        ("2026-01-31", .metropole, "2026-05-01", "2026-05-04"),
        ("2026-12-26", .metropole, "2027-03-26", "2027-03-26"),
        // Good Friday is worked but in Alsace and Moselle; Easter Monday is not worked anywhere.
        ("2026-12-26", .alsaceMoselle, "2027-03-26", "2027-03-30"),
    ]

    // Shows
    @Test(arguments: threeWeeks) func `of three weeks is counted from the referral, and has its two dates`(
        vector: (start: String, zone: Zone, target: String, due: String)
    ) throws {
        let start = try #require(CivilDate(vector.start))
        let deadline = MediationDelays.inForce.notice(fromReferralOn: start, in: vector.zone)
        #expect(deadline.target.description == vector.target)
        #expect(deadline.due.description == vector.due)
    }

    // Shows
    @Test(arguments: ninetyDays) func `of ninety days is counted from the mediator's notice, and has its two dates`(
        vector: (start: String, zone: Zone, target: String, due: String)
    ) throws {
        let start = try #require(CivilDate(vector.start))
        let deadline = MediationDelays.inForce.outcome(fromNoticeOf: start, in: vector.zone)
        #expect(deadline.target.description == vector.target)
        #expect(deadline.due.description == vector.due)
    }

    // Shows: R-44
    @Test func `to reply is the mediator's to give, until the directive is law in France`() throws {
        let letter = try #require(CivilDate("2026-12-15"))
        #expect(MediationDelays.inForce.reply(toLetterOf: letter, in: .metropole) == nil)
        // Twenty working days: no Saturday, no Sunday, neither Christmas nor New Year's Day.
        let due = MediationDelays.directive2025.reply(toLetterOf: letter, in: .metropole)
        #expect(due?.description == "2027-01-14")
        #expect(MediationDelays.directive2025.outcome == MediationDelays.inForce.outcome)
    }
}
