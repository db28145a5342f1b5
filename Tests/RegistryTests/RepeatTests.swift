import Complaints
import Registry
import TestSupport
import Testing

@Suite struct `An act sent twice` {
    private let manager = Author.officer(Story.manager)

    // Shows: F-10
    @Test(arguments: Engine.available) func `is one act, seen from before it and from after it`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let id = try await books.receive()
        let first = try await books.register.change(id, by: manager, expecting: 1) { try $0.note("Vu", $1) }
        for seen in [1, 2] {
            books.clock.advance(seconds: 290)
            let again = try await books.register.change(id, by: manager, expecting: seen) { try $0.note("Vu", $1) }
            #expect(again == first)
        }
        #expect(try await books.register.caseFile(id).entries.count == 2)
        await books.close()
    }

    @Test(arguments: Engine.available)
    func `is two acts by another hand, with other words, or more than ten minutes later`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let id = try await books.receive()
        try await books.register.change(id, by: manager, expecting: 1) { try $0.note("Vu", $1) }
        let other = Author.officer(Officer(id: "a", roles: [.complaintsManager]))
        for (author, words) in [(other, "Vu"), (manager, "Vu aussi")] {
            await #expect(throws: Register.Failure.changedMeanwhile) {
                try await books.register.change(id, by: author, expecting: 1) { try $0.note(words, $1) }
            }
        }
        books.clock.advance(seconds: 601)
        await #expect(throws: Register.Failure.changedMeanwhile) {
            try await books.register.change(id, by: manager, expecting: 1) { try $0.note("Vu", $1) }
        }
        try await books.register.change(id, by: manager, expecting: 2) { try $0.note("Vu", $1) }
        #expect(try await books.register.caseFile(id).entries.count == 3)
        await books.close()
    }

    @Test(arguments: Engine.available) func `is one act though the server wrote in between, and though it is parallel`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let id = try await books.receive()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...20 {
                group.addTask {
                    try await books.register.change(id, by: manager, expecting: 1) { try $0.note("Vu", $1) }
                }
            }
            try await group.waitForAll()
        }
        let letter = try #require(try await books.register.claimLetter())
        try await books.register.letterAccepted(letter, reply: "250")
        try await books.register.change(id, by: manager, expecting: 1) { try $0.note("Vu", $1) }
        #expect(try await books.register.caseFile(id).entries.map(\.event.kind) == [.received, .noted, .letterIssued])
        await books.close()
    }

    @Test(arguments: Engine.available) func `is known by its documents' content, which come under new names`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let id = try await books.receive()
        for digit in ["0", "0", "1"] {
            let digest = String(repeating: digit, count: 64)
            let staged = StagedAttachment(name: "devis.txt", type: "text/plain", length: 3, digest: digest)
            let piece = try await books.register.stage(staged, for: nil) { $0 == 0 ? Array("oui".utf8) : nil }
            _ = try? await books.register.change(id, by: manager, expecting: 1, attaching: [piece]) {
                try $0.amend(Amendment(text: "Devis", files: [piece]), $1)
            }
        }
        let file = try await books.register.caseFile(id)
        #expect(file.entries.count == 2 && file.laterFiles.count == 1)
        await books.close()
    }

    // Shows: R-15
    @Test(arguments: Engine.available) func `takes one number of the register`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        for ordinal in 1...2 {
            let id = try await books.receive()
            try await books.register.change(id, by: manager) { try $0.qualify(Qualification(nature: .complaint), $1) }
            for _ in 1...3 {
                let file = try await books.register.enter(id, by: manager, expecting: 2)
                #expect(file.number?.ordinal == ordinal && file.entries.count == 3)
            }
        }
        await books.close()
    }

    @Test(arguments: Engine.available) func `hands a letter over once`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let id = try await books.receive()
        let letter = try #require(try await books.register.letters(of: id).first)
        let issue = LetterIssue(letter: letter.id, kind: letter.kind, way: .post, trace: "1A 234")
        for _ in 1...2 { try await books.register.issue(issue, of: id, by: manager) }
        #expect(try await books.register.caseFile(id).entries.count == 2)
        let other = LetterIssue(letter: letter.id, kind: letter.kind, way: .post, trace: "1A 235")
        await #expect(throws: Refusal.unknownLetter) {
            try await books.register.issue(other, of: id, by: manager)
        }
        await books.close()
    }
}
