import Complaints
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Registry

/// Receptions are made ready for the mark that they will probably get. Whatever comes between, row, history, receipt and
/// letter bear the one that they got.
@Suite struct `A reception made ready before its transaction` {
    // Shows: R-05, S-63
    @Test(arguments: Engine.available) func `bears its own mark everywhere, however many come at once`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let receipts = try await receive(40, by: [books.register])
        try await expect(receipts, toBear: 1...40, in: books)
        await books.close()
    }

    @Test(arguments: Engine.available) func `is made once, however many come at once`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let composed = Mutex(0)
        let register = try books.organisations.register(of: books.organisation) { request in
            composed.withLock { $0 += 1 }
            return TestBooks.compose(request)
        }
        _ = try await receive(100, by: [register])
        // Not once more for each that had come to the queue out of its order.
        #expect(composed.withLock(\.self) == 100)
        await books.close()
    }

    // Shows: R-05
    @Test(arguments: Engine.available) func `and from several servers`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        // Each has a forecast of its own, and knows nothing of what the others give.
        let others = try (1...2).map { _ in
            try books.organisations.register(of: books.organisation, compose: TestBooks.compose)
        }
        var receipts = try await receive(30, by: [books.register] + others)
        // One after another, so that each finds the marks of the two before it.
        for _ in 1...3 { for register in others { receipts += try await receive(1, by: [register]) } }
        try await expect(receipts, toBear: 1...36, in: books)
        await books.close()
    }

    // Shows: R-05, S-40
    @Test(arguments: Engine.available) func `beside some that are undone, and forms sent twice`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let ghost = FileSummary(id: "absent", name: "a.pdf", type: "application/pdf", length: 1, digest: "00")
        let receipts = try await withThrowingTaskGroup(of: Register.Receipt?.self) { group in
            for index in 0..<40 {
                group.addTask {
                    var intake = Register.Intake(channel: .form, original: Story.original)
                    if index.isMultiple(of: 5) {
                        intake.original.files = [ghost]
                        await #expect(throws: Register.Failure.unknown) { try await books.register.receive(intake) }
                        return nil
                    }
                    // Every form is sent twice.
                    intake.submission = Submission(id: [UInt8](repeating: UInt8(index / 2), count: 16))
                    return try await books.register.receive(intake)
                }
            }
            return try await group.reduce(into: [Register.Receipt]()) { if let receipt = $1 { $0.append(receipt) } }
        }
        let first = receipts.filter { !$0.isRepeat }
        #expect(receipts.count == 32)
        #expect(Set(receipts.map(\.reference)) == Set(first.map(\.reference)))
        try await expect(first, toBear: 1...first.count, in: books)
        await books.close()
    }

    // Shows: R-05
    @Test(arguments: Engine.available) func `in the last second of a year, and the first of the next`(
        engine: Engine
    ) async throws {
        // Midnight in Paris.
        let books = try await TestBooks(engine, at: "2026-12-31T22:59:59Z")
        let before = try await receive(3, by: [books.register])
        books.clock.advance(seconds: 1)
        let after = try await receive(3, by: [books.register])
        books.clock.advance(seconds: -1)
        let late = try await receive(1, by: [books.register])
        #expect(Set(before.map(\.reference.year)) == [2026])
        #expect(Set(after.map(\.reference)) == Set((1...3).map { ReceptionReference(year: 2027, ordinal: $0) }))
        try await expect(before + late, toBear: 1...4, in: books)
        await books.close()
    }

    @Test(arguments: Engine.available) func `is foreseen again once a clock that was far in the future is right`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let (register, decades) = (books.register, 70 * 365 * 86_400)
        try await books.receive()
        books.clock.advance(seconds: decades)
        try await books.receive()
        books.clock.advance(seconds: -decades)
        for ordinal in 2...3 {
            let arrival = try Arrival(Register.Intake(channel: .form, original: Story.original), in: register.world)
            let (promised, write) = try await register.enqueue(arrival)
            #expect(promised == ReceptionReference(year: 2026, ordinal: ordinal))
            register.forecast.settle(promised, try await write.value().receipt.reference)
        }
        await books.close()
    }

    // Shows: R-25
    @Test(arguments: Engine.available) func `under the procedure that was published meanwhile`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let other = try books.organisations.register(of: books.organisation, compose: TestBooks.compose)
        let before = try await receive(1, by: [books.register])
        var procedure = try await other.currentProcedure()
        procedure.delays = .rapide
        // By another server: this one has not heard of it.
        try await books.publish(procedure)
        let after = try await receive(2, by: [books.register])
        for receipt in after {
            let file = try await books.register.caseFile(receipt.caseFile)
            #expect(file.reception.procedure == 2)
            #expect(file.due == procedure.dueDates(from: books.clock.now.civilDate))
        }
        try await expect(before + after, toBear: 1...3, in: books)
        await books.close()
    }

    // Shows: R-25
    @Test(arguments: Engine.available) func `never under a procedure whose publication was undone`(
        engine: Engine
    ) async throws {
        struct Upset: Error {}
        let books = try await TestBooks(engine)
        let (register, now) = (books.register, books.clock.now)
        let id = try await books.receive()
        var undone = try await register.currentProcedure()
        undone.version += 1
        undone.delays = .rapide
        // Published, seen by others of the same transaction, and undone with it.
        let second = undone
        await #expect(throws: Upset.self) {
            try await books.database.write(register.scope) { connection in
                try insert(second, register.organisation.id, now, author: "test", reason: "", in: connection)
                #expect(try register.currentProcedure(in: connection).procedure == second)
                throw Upset()
            }
        }
        let receipt = try await register.receive(Register.Intake(channel: .form, original: Story.original))
        #expect(try await register.procedure(of: receipt.caseFile) == register.procedure(of: id))
        // Somebody else's then gets that number.
        let other = try books.organisations.register(of: books.organisation, compose: TestBooks.compose)
        var third = try await other.currentProcedure()
        third.provider.telephone = "01 02 03 04 05"
        let published = try await books.publish(third)
        #expect(published.version == second.version)
        #expect(try await register.currentProcedure() == published)
        let last = try await register.receive(Register.Intake(channel: .form, original: Story.original))
        #expect(try await register.procedure(of: last.caseFile) == published)
        // The digests agree too.
        _ = try await register.inspect()
        await books.close()
    }

    /// So many complaints, all at once, by registers in turn.
    private func receive(_ count: Int, by registers: [Register]) async throws -> [Register.Receipt] {
        try await withThrowingTaskGroup(of: Register.Receipt.self) { group in
            for index in 0..<count {
                group.addTask {
                    var original = Story.original
                    original.email = "personne\(index)@example.org"
                    let intake = Register.Intake(channel: .form, original: original)
                    return try await registers[index % registers.count].receive(intake)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    /// Each mark once; and receipt, history, list and acknowledgement of each with the same.
    private func expect(
        _ receipts: [Register.Receipt],
        toBear ordinals: ClosedRange<Int>,
        in books: TestBooks
    ) async throws {
        #expect(receipts.map(\.reference.ordinal).sorted() == Array(ordinals))
        for receipt in receipts {
            let file = try await books.register.caseFile(receipt.caseFile)
            #expect(file.reception.reference == receipt.reference)
            #expect(try await books.register.line(of: receipt.caseFile)?.reference == receipt.reference)
            #expect(try await books.register.find(receipt.reference.description) == receipt.caseFile)
            let letters = try await books.register.letters(of: receipt.caseFile)
            #expect(letters.map(\.text) == ["accuse \(receipt.reference)"])
            #expect(file.letters.map(\.id) == letters.map(\.id))
        }
        // Words, digests and log agree as well.
        _ = try await books.register.inspect()
    }
}
