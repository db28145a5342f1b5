import Complaints
import Testing

@testable import Pages

@Suite struct `Who has consulted a case file` {
    let press: Press

    init() throws { press = try Press() }

    private func access(_ account: String, _ at: String, _ kind: AccessKind = .opened) throws -> AccessEntry {
        AccessEntry(id: at, at: try #require(Instant(at)), kind: kind, account: account, caseFile: "REC-2026-0007")
    }

    // Shows: S-62
    @Test func `is said once for each person, day and thing done, by the latest time and with how often`() throws {
        // The day is that of Paris: half past eleven at night, UTC, is the day after.
        let entries = try [
            access("ines", "2026-11-23T10:00:00Z"), access("camille", "2026-11-23T09:00:00Z"),
            access("ines", "2026-11-23T08:00:00Z"), access("ines", "2026-11-23T07:30:00Z", .readLetter),
            access("ines", "2026-11-22T23:30:00Z"), access("ines", "2026-11-22T09:00:00Z"),
        ]
        let rows = AccessRow.byDay(entries, names: StaffStory.names, press: press)
        #expect(rows.map(\.who) == ["Inès Moreau", "Camille Leroy", "Inès Moreau", "Inès Moreau"])
        #expect(rows.map(\.outcome) == ["Fait, 3 fois ce jour-là", "Fait", "Fait", "Fait"])
        #expect(rows.map(\.what)[2] == "Lettre lue" && rows[0].at == FrenchDates.short(entries[0].at))
    }
}
