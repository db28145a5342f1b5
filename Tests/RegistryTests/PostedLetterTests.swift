import Crypto
import TestSupport
import Testing

@testable import Complaints
@testable import Registry

@Suite struct `A letter that went by post` {
    private let manager = Author.officer(Story.manager)
    private let desk = Author.officer(Officer(id: "accueil-1", roles: [.receptionDesk]))

    private func paper(_ books: TestBooks) async throws -> (file: CaseFile.ID, letter: LetterRecord) {
        var original = Story.original
        original.email = nil
        original.postalAddress = "3 rue Haute\n29000 Quimper"
        let id = try await books.receive(original)
        return (id, try #require(try await books.register.letters(of: id).first))
    }

    private func issue(_ letter: LetterRecord, _ files: [FileSummary] = []) -> LetterIssue {
        let number = "1A 234 567 8901 2"
        return LetterIssue(letter: letter.id, kind: letter.kind, way: .registeredPost, trace: number, files: files)
    }

    private func scan(_ name: String, _ books: TestBooks) async throws -> FileSummary {
        let bytes = Array(name.utf8)
        let digest = hexadecimal(SHA256.hash(data: bytes))
        let file = StagedAttachment(name: name, type: "text/plain", length: bytes.count, digest: digest)
        return try await books.register.stage(file, for: nil) { $0 == 0 ? bytes : nil }
    }

    // Shows: R-40
    @Test(arguments: Engine.available) func `is to be posted again once it came back, and can go by e-mail never`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let (id, letter) = try await paper(books)
        try await books.register.issue(issue(letter), of: id, by: manager)
        let day = books.clock.now.civilDate
        let back = LetterReturn(letter: letter.id, kind: letter.kind, cause: .notThere, on: day)
        try await books.register.change(id, by: manager) { try $0.bringBack(back, $1) }
        let kept = try await books.register.letter(letter.id)
        #expect(kept.state == .paper && LetterTrouble.read(kept.result)?.trouble == .notThere)
        #expect(try await books.register.caseFile(id).acknowledgedAt == nil)
        #expect(try await books.register.lettersToPost(hasRelay: true, limit: 5).map(\.id) == [letter.id])
        #expect(try await books.register.resend(letter.id, by: manager) == false)
        #expect(try await books.register.claimLetter() == nil)
        _ = try await books.register.inspect()
        books.clock.advance(seconds: 86_400)
        try await books.register.issue(issue(letter), of: id, by: manager)
        #expect(try await books.register.letter(letter.id).state == .issued)
        let later = LetterReturn(letter: letter.id, kind: letter.kind, cause: .notThere, on: day.adding(days: 1))
        try await books.register.change(id, by: manager) { try $0.bringBack(later, $1) }
        await #expect(throws: Refusal.letterCameBackLater(day.adding(days: 1)), "on the page of many too") {
            _ = try await books.register.post([letter.id], on: day, by: manager)
        }
        _ = try await books.register.inspect()
        await books.close()
    }

    // Shows: R-40
    @Test(arguments: Engine.available) func `may go by e-mail after that, where it was written for one`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let id = try await books.receive()
        let letter = try #require(try await books.register.letters(of: id).first)
        try await books.register.issue(issue(letter), of: id, by: manager)
        let back = LetterReturn(letter: letter.id, kind: letter.kind, cause: .unclaimed, on: books.clock.now.civilDate)
        try await books.register.change(id, by: manager) { try $0.bringBack(back, $1) }
        #expect(try await books.register.letter(letter.id).state == .failed)
        #expect(try await books.register.resend(letter.id, by: manager))
        #expect(try await books.register.claimLetter()?.id == letter.id)
        _ = try await books.register.inspect()
        await books.close()
    }

    // Shows: R-13
    @Test(arguments: Engine.available) func `has what was scanned of it in its case, and sent twice has it once`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let (id, letter) = try await paper(books)
        for turn in 1...2 {
            let signed = try await scan("lettre signée.txt", books)
            try await books.register.issue(issue(letter, [signed]), of: id, by: manager)
            #expect(try await books.register.caseFile(id).files.map(\.name) == ["lettre signée.txt"], "\(turn)")
        }
        let slip = try await scan("avis.txt", books)
        let delivery = LetterDelivery(
            letter: letter.id,
            kind: letter.kind,
            on: books.clock.now.civilDate,
            files: [slip]
        )
        try await books.register.change(id, by: manager, attaching: [slip]) { try $0.deliver(delivery, $1) }
        let file = try await books.register.caseFile(id)
        #expect(file.files.map(\.name) == ["lettre signée.txt", "avis.txt"] && file.delivered[letter.id] == delivery)
        #expect(try await books.register.attachment(slip.id).caseFile == id)
        let back = LetterReturn(letter: letter.id, kind: letter.kind, cause: .unclaimed, on: delivery.on)
        try await books.register.change(id, by: manager) { try $0.bringBack(back, $1) }
        #expect(try await books.register.caseFile(id).delivered.isEmpty, "it was said by mistake")
        #expect(try await books.register.letter(letter.id).state == .paper)
        _ = try await books.register.inspect()
        await books.close()
    }

    // Shows: R-40
    @Test(arguments: Engine.available)
    func `is recorded together with others of its day, each by its own event, or none is`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let (first, one) = try await paper(books)
        books.clock.advance(seconds: 2 * 86_400)
        let (second, two) = try await paper(books)
        let (register, day) = (books.register, books.clock.now.civilDate)
        let ids = [one.id, two.id, "aucune"]
        await #expect(throws: Refusal.letterWrittenLater(day)) {
            _ = try await register.post(ids, on: day.adding(days: -1), by: manager)
        }
        #expect(try await register.lettersToPost(hasRelay: true, limit: 5).map(\.id) == [one.id, two.id])
        #expect(try await register.lettersToPost(hasRelay: false, after: one, limit: 5).map(\.id) == [two.id])
        #expect(try await register.lettersToPost(hasRelay: true, after: two, limit: 5).isEmpty)
        await #expect(throws: Refusal.notAllowed) {
            _ = try await register.post(ids, on: day, by: .officer(Officer(id: "c", roles: [.internalControl])))
        }
        #expect(try await register.post(ids, on: day, by: desk) == 2)
        #expect(try await register.post(ids, on: day, by: desk) == 2, "a double click")
        #expect(try await register.post(ids, on: day.adding(days: -1), by: desk) == 0, "it says another day")
        #expect(try await register.post(ids, on: day, by: manager) == 0, "they have left")
        books.clock.advance(seconds: 601)
        #expect(try await register.post(ids, on: day, by: desk) == 0, "it is another time")
        for (id, letter) in [(first, one), (second, two)] {
            let file = try await register.caseFile(id)
            let issue = LetterIssue(letter: letter.id, kind: letter.kind, way: .post, trace: "", on: day)
            #expect(file.issued == [letter.id: issue] && file.entries.count == 2)
            #expect(try await register.letter(letter.id).state == .issued)
        }
        try await register.recordAccesses(.readLetter, of: [first, second], by: "accueil-1")
        let read = try await register.accesses(AccessFilter())
        #expect(read.map(\.kind) == [.readLetter, .readLetter] && Set(read.compactMap(\.caseFile)).count == 2)
        _ = try await register.inspect()
        await books.close()
    }
}
