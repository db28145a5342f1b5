import Complaints
import Registry
import Storage
import TestSupport
import Testing

@Suite struct `The register, of the answer to the satisfaction question` {
    private let manager = Author.officer(Story.manager)

    // Shows: R-42, S-65
    @Test(arguments: Engine.available) func `counts the latest mark with its day, and moves neither stage nor dates`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        let id = try await books.receive()
        try await books.answer(id)
        try await register.change(id, by: manager) { try $0.close("Réponse acceptée", $1) }
        let before = try #require(try await register.line(of: id))
        #expect(try await kept(books) == [nil, ""])
        books.clock.advance(seconds: 2 * 86_400)
        let today = books.clock.now.civilDate
        let answer = Satisfaction(mark: .two, way: .telephone, on: today, text: "Trop long")
        let letters = try await register.letters(of: id).count
        try await register.change(id, by: manager) { try $0.recordSatisfaction(answer, $1) }
        #expect(try await kept(books) == ["2", today.description])
        let corrected = Satisfaction(mark: .four, way: .telephone, on: today, correction: "Chiffre mal entendu")
        try await register.change(id, by: manager) { try $0.recordSatisfaction(corrected, $1) }
        #expect(try await kept(books) == ["4", today.description])
        #expect(try await register.line(of: id) == before)
        #expect(try await register.caseFile(id).satisfaction == corrected)
        #expect(try await register.letters(of: id).count == letters)
        #expect(try await register.inspect().cases == 1)
        await books.close()
    }

    /// What the figures are counted from.
    private func kept(_ books: TestBooks) async throws -> [String?] {
        let row = try await books.database.read { connection in
            try connection.run("SELECT satisfaction, satisfaction_on FROM case_file")[0]
        }
        return [try row.optionalInteger(0).map { String($0) }, try row.text(1)]
    }
}
