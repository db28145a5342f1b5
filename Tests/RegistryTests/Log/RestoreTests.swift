import Complaints
import Foundation
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Registry

@Suite struct `An older copy of the books, put back` {
    /// Books whose log has three lines and a note of that, put back to when it had one.
    private func putBack(_ engine: Engine) async throws -> (books: TestBooks, older: OlderCopy, lost: SignedNote) {
        let books = try await TestBooks(engine)
        try await books.receive()
        try await books.register.keepCheckpoint()
        let older = try await OlderCopy(of: books.database)
        for _ in 1...2 { try await books.receive() }
        try await books.register.keepCheckpoint()
        let lost = try await books.register.checkpoint()
        try await older.putBack(into: books.database)
        return (books, older, lost)
    }

    // Shows: F-22, S-66
    @Test(arguments: Engine.available) func `is not signed over, shorter than what was signed, as long or longer`(
        engine: Engine
    ) async throws {
        let (books, _, lost) = try await putBack(engine)
        let point = "\(books.keys)/\(books.organisation.id).point"
        for size in 1...5 {
            let error = await #expect(throws: LostHistory.self) { try await books.register.checkpoint() }
            #expect(error?.size == size && error?.signed == lost.checkpoint)
            await #expect(throws: LostHistory.self) { try await books.register.keepCheckpoint() }
            await #expect(throws: LostHistory.self) { try await books.register.proof(of: 0) }
            await #expect(throws: Discrepancy.self) { try await books.register.inspect() }
            #expect(try String(contentsOfFile: point, encoding: .utf8) == lost.note)
            try await books.receive()
        }
        await books.close()
    }

    // Shows: F-22
    @Test(arguments: Engine.available) func `takes its organisation out of service, and the operator is told once`(
        engine: Engine
    ) async throws {
        let (books, _, lost) = try await putBack(engine)
        let told = Mutex<[OutOfOrder]>([])
        let directory = RegisterDirectory(
            organisations: books.organisations,
            tell: { one in told.withLock { $0.append(one) } },
            compose: { _ in TestBooks.compose }
        )
        for _ in 1...3 { #expect(try await directory.all(fresh: true).isEmpty) }
        let error = await #expect(throws: OutOfOrder.self) { try await directory.register(host: nil) }
        #expect((error?.reason as? LostHistory)?.signed == lost.checkpoint)
        #expect(told.withLock { $0.map(\.reference) } == [error?.reference])
        await books.close()
    }

    // Shows: F-22
    @Test(arguments: Engine.available) func `is gone on from at the operator's word, and the log says so for ever`(
        engine: Engine
    ) async throws {
        let (books, older, lost) = try await putBack(engine)
        try await books.register.goOn(reason: "disque perdu le 23", author: "commande")
        try await books.receive()
        try await books.register.keepCheckpoint()
        let report = try await books.register.inspect()
        #expect(report.log.leaves[.recovery] == 1 && report.log.size == 3 && report.cases == 2)
        let payload = try await books.database.read { connection in
            try connection.run("SELECT payload FROM log_opening WHERE seq = 1")[0].blob(0)
        }
        let recovery = try #require(Recovery(payload: payload))
        #expect(recovery.point == lost.note && recovery.reason == "disque perdu le 23")
        // Whoever holds a receipt of what was lost sees that it is, as many lines as the log may have meanwhile.
        let witness = try #require(Witness(lost))
        let kept = try #require(Witness(try await books.register.checkpoint()))
        let day = recovery.at.civilDate
        for _ in 1...2 {
            await #expect(throws: Discrepancy.lost(witness, since: 1, on: day)) {
                try await books.register.inspect(witnesses: [kept, witness])
            }
            try await books.receive()
        }
        _ = try await books.register.inspect(witnesses: [kept])
        // And the word given once is good for that once.
        try await older.putBack(into: books.database)
        await #expect(throws: LostHistory.self) { try await books.register.keepCheckpoint() }
        await books.close()
    }

    // Shows: F-22
    @Test(arguments: Engine.available) func `is said only of books that were older, unless the keys were lost too`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let (register, reason) = (books.register, "disque perdu le 23")
        try await books.receive()
        #expect(try await register.goOn(reason: reason, author: "commande") == nil, "no head was signed")
        try await register.keepCheckpoint()
        #expect(try await register.goOn(reason: reason, author: "commande") == nil)
        #expect(try await register.inspect().log.leaves[.recovery] == nil)
        #expect(try await register.goOn(reason: reason, author: "commande", unproven: true) == 0)
        #expect(try await register.inspect().log.leaves[.recovery] == 1)
        await books.close()
    }

    // Shows: F-22, S-66
    @Test(arguments: Engine.available) func `excuses no line that is changed afterwards`(engine: Engine) async throws {
        let (books, _, _) = try await putBack(engine)
        try await books.register.goOn(reason: "disque perdu le 23", author: "commande")
        try await books.receive()
        try await books.register.keepCheckpoint()
        let kept = try #require(Witness(try await books.register.checkpoint()))
        let opening = try #require(Opening(salt: [UInt8](repeating: 7, count: 32), payload: Array("{}".utf8)))
        let leaf = try #require(Leaf(seq: 2, date: books.clock.now.utcDate, kind: .reception, opening: opening))
        let text = String(decoding: leaf.bytes, as: UTF8.self)
        try await books.database.write { connection in
            try connection.run("DELETE FROM log_checkpoint")
            try connection.run("UPDATE log_leaf SET leaf = \(text) WHERE seq = 2")
            try connection.run(
                "UPDATE log_opening SET salt = \(opening.salt), payload = \(opening.payload) WHERE seq = 2"
            )
        }
        await #expect(throws: Discrepancy.log(LogFault(.contradiction, at: 0))) {
            try await books.register.inspect(witnesses: [kept])
        }
        await books.close()
    }

    // Shows: F-22
    @Test(arguments: Engine.available) func `is not gone on from at the word of somebody who has the database alone`(
        engine: Engine
    ) async throws {
        let (books, _, lost) = try await putBack(engine)
        let recovery = Recovery(
            at: books.clock.now,
            author: "commande",
            organisation: books.organisation.id,
            reason: "disque perdu le 23",
            point: lost
        )
        let opening = try #require(Opening(salt: [UInt8](repeating: 7, count: 32), payload: try recovery.payload()))
        let leaf = try #require(Leaf(seq: 1, date: books.clock.now.utcDate, kind: .recovery, opening: opening))
        let text = String(decoding: leaf.bytes, as: UTF8.self)
        let id = books.organisation.id
        try await books.database.write { connection in
            try connection.run("INSERT INTO log_leaf (organisation, seq, leaf) VALUES (\(id), 1, \(text))")
            try connection.run(
                """
                INSERT INTO log_opening (organisation, seq, case_file, salt, payload)
                VALUES (\(id), 1, '', \(opening.salt), \(opening.payload))
                """
            )
        }
        await #expect(throws: LostHistory.self) { try await books.register.checkpoint() }
        await books.close()
    }
}
