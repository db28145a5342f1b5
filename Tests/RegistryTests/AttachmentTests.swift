import Complaints
import Crypto
import Registry
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
        #expect(try await books.register.staged(for: form).isEmpty)
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

    @Test(arguments: Engine.available) func `that was never sent is dropped after a day`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let form = Submission(id: [UInt8](repeating: 1, count: 16))
        let file = try await stage([1, 2, 3], in: books, for: form)
        try await books.register.tidy()
        #expect(try await books.register.staged(for: form) == [file])
        books.clock.advance(seconds: 24 * 3600 + 1)
        try await books.register.tidy()
        #expect(try await books.register.staged(for: form).isEmpty)
        #expect(try await books.register.chunk(0, of: file.id) == nil)
        await books.close()
    }
}
