import Complaints
import Registry
import TestSupport
import Testing

@Suite struct `A case that is full` {
    // Shows: S-38
    @Test(arguments: Engine.available) func `takes no document more, nor anything of the act that brings it`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        let id = try await books.receive()
        let author = Author.officer(Story.manager)
        let stage = { (name: String) in
            let digest = String(repeating: "0", count: 64)
            let file = StagedAttachment(name: name, type: "text/plain", length: 1, digest: digest)
            return try await register.stage(file, for: nil) { $0 == 0 ? [65] : nil }
        }
        for round in 0..<5 {
            var files: [FileSummary] = []
            for index in 0..<10 { files.append(try await stage("\(round)-\(index).txt")) }
            let amendment = Amendment(text: "Dix de plus", files: files)
            try await register.change(id, by: author, attaching: files) { try $0.amend(amendment, $1) }
        }
        let version = try await register.caseFile(id).version
        let last = try await stage("de-trop.txt")
        await #expect(throws: Refusal.tooManyDocuments) {
            try await register.change(id, by: author, attaching: [last]) {
                try $0.amend(Amendment(text: "Un de plus", files: [last]), $1)
            }
        }
        #expect(try await register.caseFile(id).version == version)
        await #expect(throws: Register.Failure.unknown) { _ = try await register.attachment(last.id) }
        try await register.change(id, by: author) { try $0.note("Le reste est sur papier", $1) }
        await books.close()
    }
}
