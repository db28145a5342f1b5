import Complaints
import Testing

@Suite struct `The documents of a case` {
    // Shows: S-38
    @Test func `are fifty at most, and two hundred mebibytes`() throws {
        try DocumentQuota.check(lengths: [])
        try DocumentQuota.check(lengths: Array(repeating: 4 << 20, count: 50))
        #expect(throws: Refusal.tooManyDocuments) {
            try DocumentQuota.check(lengths: Array(repeating: 1, count: 51))
        }
        #expect(throws: Refusal.tooManyDocuments) { try DocumentQuota.check(lengths: [200 << 20, 1]) }
        #expect(DocumentQuota.allows(lengths: [200 << 20]) && !DocumentQuota.allows(lengths: [200 << 20, 1]))
    }
}
