import Complaints
import Testing

@Suite struct `A number` {
    // Shows
    @Test func `is written with four digits and more when it must`() {
        #expect(RegisterNumber(year: 2026, ordinal: 1).description == "REC-2026-0001")
        #expect(RegisterNumber(year: 2026, ordinal: 12_345).description == "REC-2026-12345")
        #expect(ReceptionReference(year: 2026, ordinal: 42).description == "2026-R-0042")
    }

    @Test(arguments: ["REC-2026-0001", "REC-2026-12345"]) func `is read back`(text: String) {
        #expect(RegisterNumber(text)?.description == text)
    }

    @Test(arguments: [
        "", "REC-2026-1", "REC-2026-00001", "rec-2026-0001", "REC-2026-0000", "REC-2026-000１", "REC-2026-0001 ",
        "2026-R-0001",
    ])
    func `is not read from anything else`(text: String) {
        #expect(RegisterNumber(text) == nil)
    }
}
