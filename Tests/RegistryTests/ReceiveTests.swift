import Complaints
import Registry
import Storage
import TestSupport
import Testing

@Suite struct `A register receives` {
    // Shows: R-05, S-63
    @Test(arguments: Engine.available) func `each complaint under the next reference of the year`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        for ordinal in 1...3 {
            let id = try await books.receive()
            let file = try await books.register.caseFile(id)
            #expect(file.reception.reference == ReceptionReference(year: 2026, ordinal: ordinal))
            #expect(file.number == nil)
        }
        await books.close()
    }

    // Shows: S-25, R-16
    @Test(arguments: Engine.available) func `every word as it was typed, in whatever form`(engine: Engine) async throws
    {
        let books = try await TestBooks(engine)
        for name in [
            "Noé D’Àrçy-🎭 <b>", "Noe\u{301} D’A\u{300}rc\u{327}y", "O'Brien <script>alert(1)</script>",
            "\u{202E}مرحبا\u{2069}",
        ] {
            var original = Story.original
            original.lastName = name
            original.text = "« \(name) »\n\t\\ \" ' % _ ; --\n"
            let read = try await books.register.caseFile(try await books.receive(original)).reception.original
            #expect(Array(read.lastName.utf8) == Array(name.utf8))
            #expect(Array(read.text.utf8) == Array(original.text.utf8))
        }
        await books.close()
    }

    // Shows: S-40, F-10
    @Test(arguments: Engine.available) func `one form once, however often and however parallel it is sent`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let form = [UInt8](repeating: 7, count: 16)
        let ids = try await withThrowingTaskGroup(of: CaseFile.ID.self) { group in
            for _ in 1...20 { group.addTask { try await books.receive(form: form) } }
            return try await group.reduce(into: Set<CaseFile.ID>()) { $0.insert($1) }
        }
        #expect(ids.count == 1)
        #expect(try await books.register.countReceptions(CaseFilter()) == .exactly(1))
        await books.close()
    }

    // Shows: S-40
    @Test(arguments: Engine.available) func `no other content under the same form`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let form = [UInt8](repeating: 7, count: 16)
        try await books.receive(form: form)
        var other = Story.original
        other.text += " "
        await #expect(throws: Register.Failure.differentSubmission) { try await books.receive(other, form: form) }
        await books.close()
    }

    // Shows: S-45, S-46
    @Test(arguments: Engine.available) func `and shows the secret again for half an hour, to the form alone`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let form = Submission(id: [UInt8](repeating: 7, count: 16))
        try await books.receive(form: [UInt8](repeating: 7, count: 16))
        let secret = try #require(try await books.register.receipt(of: form)?.secret?.readable)
        #expect(try await books.register.receipt(of: form)?.secret?.readable == secret)
        #expect(try await books.register.receipt(of: Submission(id: [UInt8](repeating: 8, count: 16))) == nil)
        books.clock.advance(seconds: Submission.receiptLifetime + 1)
        #expect(try await books.register.receipt(of: form) == nil)
        try await books.tidy()
        books.clock.advance(seconds: -Submission.receiptLifetime - 1)
        #expect(try await books.register.receipt(of: form)?.secret == nil)
        await books.close()
    }

    // Shows: S-43
    @Test(arguments: Engine.available) func `at most three acknowledgements a day to one address`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        for _ in 1...10 { try await books.receive() }
        #expect(try await claimed(books) == 3)
        #expect(try await books.register.lettersToSee().map(\.state) == Array(repeating: .held, count: 7))
        books.clock.advance(seconds: 24 * 3600)
        for _ in 1...4 { try await books.receive() }
        #expect(try await books.register.lettersToSee().count == 8, "three more the next day")
        await books.close()
    }

    // Shows: S-43
    @Test(arguments: Engine.available) func `and no more however the address is written`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        for address in ["noe@example.org", "Noe@Example.org", "noe+1@EXAMPLE.ORG", "noE+film+2@example.orG"] {
            var original = Story.original
            original.email = address
            try await books.receive(original)
        }
        #expect(try await claimed(books) == 3)
        await books.close()
    }

    @Test(arguments: Engine.available) func `and forgets how many acknowledgements the hours of past days have seen`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        for kept in [1, 2, 1] {
            try await books.receive()
            try await books.tidy()
            let hours = try await books.database.read { connection in
                try connection.run("SELECT COUNT(*) FROM counter WHERE book = 'accuses'")[0].integer(0)
            }
            #expect(hours == kept)
            books.clock.advance(seconds: kept * 23 * 3600)
        }
        _ = try await books.register.inspect()
        await books.close()
    }

    // Shows: S-43
    @Test(arguments: Engine.available)
    func `two hundred acknowledgements an hour, of which only those that go out count`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let receive = { @Sendable (address: String) in
            var original = Story.original
            original.email = address
            try await books.receive(original)
        }
        for _ in 1...13 { try await receive("victime@example.org") }
        let held = { try await books.register.lettersToSee(limit: 500).count }
        #expect(try await held() == 10)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...197 { group.addTask { _ = try await receive("personne\(number)@example.org") } }
            try await group.waitForAll()
        }
        #expect(try await held() == 10, "nobody else is kept waiting for one who is flooded")
        try await receive("la.deux.cent.unieme@example.org")
        #expect(try await held() == 11)
        books.clock.advance(seconds: 3600)
        try await receive("la.suivante@example.org")
        #expect(try await held() == 11)
        await books.close()
    }

    // Shows: R-25
    @Test(arguments: Engine.available) func `under the procedure of the day, which a later one does not move`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let id = try await books.receive()
        let due = try await books.register.caseFile(id).due
        var procedure = try await books.register.currentProcedure()
        procedure.delays = .rapide
        try await books.publish(procedure)
        #expect(try await books.register.caseFile(id).due == due)
        #expect(try await books.register.procedure(of: id).version == 1)
        let later = try await books.register.caseFile(try await books.receive())
        #expect(later.reception.procedure == 2)
        #expect(later.due.answer.due < due.answer.due)
        await books.close()
    }

    /// Takes every letter that is due, and says how many there were.
    private func claimed(_ books: TestBooks) async throws -> Int {
        var count = 0
        while try await books.register.claimLetter() != nil { count += 1 }
        return count
    }
}
