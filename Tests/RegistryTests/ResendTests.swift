import Complaints
import Registry
import Storage
import TestSupport
import Testing

@Suite struct `A letter that is sent again` {
    private let manager = Author.officer(Story.manager)

    /// Books with an acknowledgement that the relay did not take in five days.
    private func failed(_ engine: Engine) async throws -> (TestBooks, CaseFile.ID, OutgoingLetter) {
        let books = try await TestBooks(engine)
        let id = try await books.receive()
        books.clock.advance(seconds: 6 * 24 * 3600)
        let letter = try #require(try await books.register.claimLetter())
        try await books.register.letterDeferred(letter, .unreachable, detail: "Connection refused")
        #expect(try await books.register.letter(letter.id).state == .failed)
        return (books, id, letter)
    }

    // Shows: S-80
    @Test(arguments: Engine.available) func `is tried for five days from then`(engine: Engine) async throws {
        let (books, _, letter) = try await failed(engine)
        #expect(try await books.register.resend(letter.id, by: manager))
        var tries = 0
        while let again = try await books.register.claimLetter() {
            tries += 1
            try await books.register.letterDeferred(again, .unreachable, detail: "")
            if try await books.register.letter(letter.id).state == .failed { break }
            books.clock.advance(seconds: 4 * 3600)
        }
        #expect(tries == 31, "every four hours, and at the end")
        #expect(try await books.register.letter(letter.id).state == .failed)
        await books.close()
    }

    // Shows: R-39
    @Test(arguments: Engine.available) func `goes to the file's new address, and stays to the byte what it was`(
        engine: Engine
    ) async throws {
        let (books, id, letter) = try await failed(engine)
        let before = try await books.register.letter(letter.id)
        try await books.register.change(id, by: manager) {
            try $0.amend(Amendment(text: "Nouvelle adresse", email: "noe@Neuf.example"), $1)
        }
        #expect(try await books.register.resend(letter.id, by: manager))
        let again = try #require(try await books.register.claimLetter())
        #expect(again.id == letter.id && again.recipient == "noe@Neuf.example" && again.message == letter.message)
        let after = try await books.register.letter(letter.id)
        #expect(after.recipient == "noe@Neuf.example" && after.result.isEmpty)
        #expect(after.text == before.text && after.subject == before.subject)
        // The log has the address that it was written to, and the file the one that it goes to now.
        _ = try await books.register.inspect()
        await books.close()
    }

    @Test(arguments: Engine.available) func `is put into the outbox once, however often that is asked`(
        engine: Engine
    ) async throws {
        let (books, _, letter) = try await failed(engine)
        let manager = manager
        let done = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 1...5 { group.addTask { try await books.register.resend(letter.id, by: manager) } }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(done == 1)
        let again = try #require(try await books.register.claimLetter())
        #expect(try await books.register.resend(letter.id, by: manager) == false, "on its way")
        try await books.register.letterAccepted(again, reply: "250")
        #expect(try await books.register.resend(letter.id, by: manager) == false, "gone")
        #expect(try await books.register.letter(letter.id).state == .issued)
        await books.close()
    }

    // Shows: R-23
    @Test(arguments: Engine.available) func `stays where it is for who may not send it, and for no letter at all`(
        engine: Engine
    ) async throws {
        let (books, id, letter) = try await failed(engine)
        try await books.register.change(id, by: manager) {
            try $0.qualify(Qualification(nature: .complaint, implicated: ["formateur-7"]), among: Story.staff, $1)
        }
        let named = Author.officer(Officer(id: "formateur-7", roles: [.complaintsManager]))
        await #expect(throws: Refusal.barred) { try await books.register.resend(letter.id, by: named) }
        #expect(try await books.register.letter(letter.id).state == .failed)
        await #expect(throws: Register.Failure.unknown) { try await books.register.resend("x", by: manager) }
        await books.close()
    }
}
