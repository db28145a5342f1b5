import Complaints
import Registry
import TestSupport
import Testing

@Suite struct `A relay that takes no letter` {
    // Shows: R-40, S-79
    @Test(arguments: Engine.available) func `is told after three minutes: since when, how many wait, and why`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        let since = books.clock.now
        try await books.receive()
        let letter = try #require(try await register.claimLetter())
        try await register.letterDeferred(letter, .insecure, detail: "SSL certificate problem")
        #expect(try await register.outage() == nil, "a moment is none")
        books.clock.advance(seconds: 180)
        try await books.receive()
        let outage = try #require(try await register.outage())
        #expect(outage.since == since && outage.waiting == 2 && outage.trouble == .insecure)
        books.clock.advance(seconds: 3 * 24 * 3600)
        let again = try #require(try await register.claimLetter())
        try await register.letterDeferred(again, .timedOut, detail: "")
        #expect(try await register.outage()?.since == since)
        #expect(try await register.outage()?.trouble == .timedOut)
        await books.close()
    }

    @Test(arguments: Engine.available) func `is forgotten once it takes one, though others still wait their turn`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        for _ in 1...2 { try await books.receive() }
        for _ in 1...2 {
            let letter = try #require(try await register.claimLetter())
            try await register.letterDeferred(letter, .unreachable, detail: "")
        }
        books.clock.advance(seconds: 600)
        #expect(try await register.outage()?.waiting == 2)
        let letter = try #require(try await register.claimLetter())
        try await register.letterAccepted(letter, reply: "250")
        #expect(try await register.outage() == nil)
        await books.close()
    }

    @Test(arguments: Engine.available) func `is not shown to take letters by one that somebody posts`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        for _ in 1...2 { try await books.receive() }
        let first = try #require(try await register.claimLetter())
        try await register.letterDeferred(first, .unreachable, detail: "")
        books.clock.advance(seconds: 200)
        while let letter = try await register.claimLetter() {
            try await register.letterDeferred(letter, .unreachable, detail: "")
        }
        let issue = LetterIssue(letter: first.id, kind: first.kind, way: .post, trace: "")
        try await register.issue(issue, of: first.caseFile, by: .officer(Story.manager))
        #expect(try await register.outage()?.waiting == 1)
        await books.close()
    }

    // Shows: S-80
    @Test(arguments: Engine.available) func `never hides a refused letter behind those to be posted`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        var original = Story.original
        original.email = nil
        for _ in 1...3 { try await books.receive(original) }
        try await books.receive()
        let letter = try #require(try await books.register.claimLetter())
        try await books.register.letterRefused(letter, .refused, detail: "550 5.1.1 no such user")
        #expect(try await books.register.lettersToSee(limit: 2).map(\.state) == [.failed, .paper])
        await books.close()
    }
}
