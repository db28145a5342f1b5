import Complaints
import Crypto
import Registry
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `An attachment` {
    private func stage(_ bytes: [UInt8], in books: TestBooks, for form: Submission?) async throws -> FileSummary {
        let digest = hexadecimal(SHA256.hash(data: bytes))
        let file = StagedAttachment(name: "reçu.pdf", type: "application/pdf", length: bytes.count, digest: digest)
        return try await books.register.stage(file, for: form) { position in
            let start = position * Register.chunkLength
            return start < bytes.count ? Array(bytes[start..<min(start + Register.chunkLength, bytes.count)]) : nil
        }
    }

    // Shows: R-13
    @Test(arguments: Engine.available) func `is kept whole and given back byte for byte`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let bytes = (0..<(3 * Register.chunkLength + 17)).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let form = Submission(id: [UInt8](repeating: 1, count: 16))
        let file = try await stage(bytes, in: books, for: form)
        #expect(try await books.register.staged(for: form) == [file])
        var original = Story.original
        original.files = [file]
        let id = try await books.receive(original)
        var read: [UInt8] = []
        var position = 0
        while let chunk = try await books.register.chunk(position, of: file.id) {
            read += chunk
            position += 1
        }
        #expect(read == bytes)
        #expect(try await books.register.attachment(file.id).caseFile == id)
        #expect(try await books.register.staged(for: form) == [file])
        await books.close()
    }

    @Test(arguments: Engine.available) func `belongs to one case file for ever`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let file = try await stage([1, 2, 3], in: books, for: nil)
        var original = Story.original
        original.files = [file]
        try await books.receive(original)
        await #expect(throws: Register.Failure.unknown) { try await books.receive(original) }
        #expect(try await books.register.countReceptions(CaseFilter()) == .exactly(1))
        await books.close()
    }

    // Shows: S-40
    @Test(arguments: Engine.available) func `waits as long as its form may be sent, and is dropped then`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let form = Submission(id: [UInt8](repeating: 1, count: 16))
        let file = try await stage([1, 2, 3], in: books, for: form)
        try await books.tidy()
        #expect(try await books.register.staged(for: form) == [file])
        books.clock.advance(seconds: Submission.lifetime)
        try await books.tidy()
        #expect(try await books.register.staged(for: form) == [file])
        books.clock.advance(seconds: 2 * 3600)
        try await books.tidy()
        #expect(try await books.register.staged(for: form).isEmpty)
        #expect(try await books.register.chunk(0, of: file.id) == nil)
        await books.close()
    }

    @Test(arguments: Engine.available) func `that was cut off leaves nothing after a day`(engine: Engine) async throws {
        struct Cut: Error {}
        let books = try await TestBooks(engine)
        let file = StagedAttachment(name: "reçu.pdf", type: "application/pdf", length: 10, digest: "00")
        await #expect(throws: Cut.self) {
            try await books.register.stage(file, for: nil) { position in
                guard position < 2 else { throw Cut() }
                return [1, 2, 3]
            }
        }
        #expect(try await number("SELECT count(*) FROM attachment_chunk", in: books) == 2)
        books.clock.advance(seconds: 24 * 3600 + 1)
        try await books.tidy()
        #expect(try await number("SELECT count(*) FROM attachment_chunk", in: books) == 0)
        #expect(try await number("SELECT count(*) FROM upload", in: books) == 0)
        await books.close()
    }

    @Test(arguments: Engine.available) func `of a case file is never dropped, whatever uploads are forged`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let file = try await stage([1, 2, 3], in: books, for: nil)
        var original = Story.original
        original.files = [file]
        try await books.receive(original)
        #expect(try await number("SELECT count(*) FROM upload", in: books) == 0)
        let register = books.register
        let organisation = register.organisation.id
        try await register.database.write(register.scope) { connection in
            try connection.run(
                "INSERT INTO upload (organisation, id, begun_at) VALUES (\(organisation), \(file.id), '')"
            )
        }
        try await books.tidy()
        #expect(try await register.chunk(0, of: file.id) == [1, 2, 3])
        #expect(try await number("SELECT count(*) FROM attachment", in: books) == 1)
        await books.close()
    }

    private func number(_ statement: SQL, in books: TestBooks) async throws -> Int {
        try await books.register.database.read { try $0.run(statement)[0].integer(0) }
    }
}
