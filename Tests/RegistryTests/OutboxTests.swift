import Complaints
import Registry
import TestSupport
import Testing

@Suite struct `The outbox` {
    // Shows: R-40, S-80
    @Test(arguments: Engine.available) func `hands out a letter once, and again when its claim is over`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        try await books.receive()
        let first = try await books.register.claimLetters()
        #expect(first.count == 1)
        #expect(try await books.register.claimLetters().isEmpty)
        books.clock.advance(seconds: 301)
        #expect(try await books.register.claimLetters().map(\.id) == first.map(\.id))
        await books.close()
    }

    // Shows: R-32
    @Test(arguments: Engine.available) func `records that the relay took the letter, and so the acknowledgement`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let id = try await books.receive()
        let letter = try #require(try await books.register.claimLetters().first)
        try await books.register.letterAccepted(letter, reply: "250 queued")
        let file = try await books.register.caseFile(id)
        #expect(file.acknowledgedAt != nil)
        #expect(try await books.register.letter(letter.id).state == .issued)
        await #expect(throws: Refusal.unknownLetter) { try await books.register.letterAccepted(letter, reply: "250") }
        await books.close()
    }

    // Shows: S-80
    @Test(arguments: Engine.available) func `tries ever more rarely, and gives up to a person after five days`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        try await books.receive()
        var tries = 0
        for _ in 0..<(6 * 86_400 / 600) {
            if let letter = try await books.register.claimLetters().first {
                tries += 1
                try await books.register.letterDeferred(letter, reason: "unreachable")
            }
            books.clock.advance(seconds: 600)
        }
        #expect(tries > 10 && tries < 60)
        #expect(try await books.register.lettersToSee().first?.state == .failed)
        let failed = try #require(try await books.register.lettersToSee().first)
        try await books.register.resend(failed.id, by: .officer(Story.manager))
        #expect(try await books.register.claimLetters().count == 1)
        await books.close()
    }

    // Shows: R-40
    @Test(arguments: Engine.available) func `keeps a letter for a person without e-mail, to be posted`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        var original = Story.original
        original.email = nil
        original.postalAddress = "3 rue Haute\n29000 Quimper"
        let id = try await books.receive(original)
        #expect(try await books.register.claimLetters().isEmpty)
        let letter = try #require(try await books.register.lettersToSee().first)
        #expect(letter.state == .paper)
        let issue = LetterIssue(letter: letter.id, kind: letter.kind, way: .registeredPost, trace: "1A 234 567 8901 2")
        try await books.register.issue(issue, of: id, by: .officer(Story.manager))
        #expect(try await books.register.caseFile(id).acknowledgedAt != nil)
        await books.close()
    }
}
