import Testing

@Suite struct `A number that people quote` {
    @Test func `is a refusal's own, from D-001 on without a gap`() throws {
        let codes = try refusals()
        let counted = codes.indices.map { index in "D-\(String(1_001 + index).dropFirst())" }
        #expect(!codes.isEmpty && codes == counted)
    }

    @Test func `has its words where it is a refusal, and no words are left of one that is gone`() throws {
        let words = try House.text("Sources/Pages/Catalogue/fr/refusals.fr")
        #expect(try House.all(#"^refusal\.(\S+) = "#, in: words).sorted() == refusals())
    }

    @Test func `is one of ours wherever a refusal is cited`() throws {
        let known = Set(try refusals())
        for (path, text) in try House.documents() + House.sources() {
            for code in try House.all(#"\b(D-\d{3})\b"#, in: text) { #expect(known.contains(code), "\(path): \(code)") }
        }
    }

    @Test func `is in the table of requirements wherever one is cited`() throws {
        let known = Set(try House.table("docs/requirements.md", headed: "Id").map { $0[0] })
        #expect(known.count == 176)
        for (path, text) in try House.documents() + House.sources() {
            for number in try House.all(#"\b([RS]-\d\d)\b"#, in: text) {
                #expect(known.contains(number), "\(path): \(number)")
            }
        }
    }

    /// The codes of `Refusal`, in its order.
    private func refusals() throws -> [String] {
        try House.all(#"case \.\w+: "(D-\d+)""#, in: House.text("Sources/Complaints/Refusal.swift"))
    }
}
