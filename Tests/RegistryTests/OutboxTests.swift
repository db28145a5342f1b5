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
        let first = try #require(try await books.register.claimLetter())
        #expect(try await books.register.claimLetter() == nil)
        books.clock.advance(seconds: 301)
        #expect(try await books.register.claimLetter(for: 1_000)?.id == first.id)
        books.clock.advance(seconds: 999)
        #expect(try await books.register.claimLetter() == nil, "as long as an attempt may last")
        books.clock.advance(seconds: 1)
        #expect(try await books.register.claimLetter()?.id == first.id)
        await books.close()
    }

    // Shows: S-80
    @Test(arguments: Engine.available) func `hands out one letter at a time, the longest due first`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        var due: [CaseFile.ID] = []
        for _ in 1...3 {
            due.append(try await books.receive())
            books.clock.advance(seconds: 1)
        }
        var claimed: [CaseFile.ID] = []
        while let letter = try await books.register.claimLetter() { claimed.append(letter.caseFile) }
        #expect(claimed == due)
        await books.close()
    }

    // Shows: S-80
    @Test(arguments: Engine.available) func `hands out nothing that a log whose head is forged could not record`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        try await books.receive()
        try await books.forgeHead()
        await #expect(throws: Register.Failure.headForged) { try await books.register.claimLetter() }
        await books.close()
    }

    // Shows: R-32
    @Test(arguments: Engine.available) func `records that the relay took the letter, and so the acknowledgement`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let id = try await books.receive()
        let letter = try #require(try await books.register.claimLetter())
        #expect(try await books.register.letterAccepted(letter, reply: "250 queued"))
        let file = try await books.register.caseFile(id)
        #expect(file.acknowledgedAt != nil)
        #expect(try await books.register.letter(letter.id).state == .issued)
        let entries = file.entries.count
        #expect(try await books.register.letterAccepted(letter, reply: "250") == false, "recorded already")
        #expect(try await books.register.caseFile(id).entries.count == entries)
        await books.close()
    }

    // Shows: R-40
    @Test(arguments: Engine.available) func `leaves a letter as it is that somebody posted meanwhile`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let id = try await books.receive()
        let letter = try #require(try await books.register.claimLetter())
        let issue = LetterIssue(letter: letter.id, kind: letter.kind, way: .post, trace: "2C 123")
        try await books.register.issue(issue, of: id, by: .officer(Story.manager))
        #expect(try await books.register.letterAccepted(letter, reply: "250") == false)
        #expect(try await books.register.letterDeferred(letter, .postponed, detail: "451") == false)
        #expect(try await books.register.letterRefused(letter, .refused, detail: "550") == false)
        #expect(try await books.register.letterUnrecorded(letter, reply: "250") == false)
        let kept = try await books.register.letter(letter.id)
        #expect(kept.state == .issued && kept.result == "2C 123")
        #expect(try await books.register.caseFile(id).issued[letter.id] == issue)
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
            if let letter = try await books.register.claimLetter() {
                tries += 1
                try await books.register.letterDeferred(letter, .unreachable, detail: "")
            }
            books.clock.advance(seconds: 600)
        }
        #expect(tries > 10 && tries < 60)
        #expect(try await books.register.lettersToSee().map(\.state) == [.failed])
        await books.close()
    }

    // Shows: R-40
    @Test(arguments: Engine.available) func `is to be posted whole where there is no relay, the oldest letter first`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        var onPaper = Story.original
        onPaper.email = nil
        var files: [CaseFile.ID] = []
        for original in [Story.original, onPaper, Story.original] {
            files.append(try await books.receive(original))
            books.clock.advance(seconds: 1)
        }
        let letters = try await register.lettersToSee(hasRelay: false)
        #expect(letters.map(\.state) == [.waiting, .paper, .waiting] && letters.map(\.caseFile) == files)
        #expect(try await register.lettersToSee(hasRelay: false, limit: 2) == Array(letters.prefix(2)))
        #expect(try await register.countLettersToSee(hasRelay: false) == 3)
        #expect(try await register.lettersToSee().map(\.state) == [.paper], "a relay takes the others")
        #expect(try await register.countLettersToSee() == 1)
        let issue = LetterIssue(letter: letters[0].id, kind: letters[0].kind, way: .post, trace: "")
        try await register.issue(issue, of: files[0], by: .officer(Story.manager))
        #expect(try await register.lettersToSee(hasRelay: false) == Array(letters.dropFirst()))
        #expect(try await register.countLettersToSee(hasRelay: false) == 2)
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
        #expect(try await books.register.claimLetter() == nil)
        let letter = try #require(try await books.register.lettersToSee().first)
        #expect(letter.state == .paper)
        let issue = LetterIssue(letter: letter.id, kind: letter.kind, way: .registeredPost, trace: "1A 234 567 8901 2")
        try await books.register.issue(issue, of: id, by: .officer(Story.manager))
        #expect(try await books.register.caseFile(id).acknowledgedAt != nil)
        await books.close()
    }
}
