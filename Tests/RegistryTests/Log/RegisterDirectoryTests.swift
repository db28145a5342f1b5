import Complaints
import Foundation
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Registry

@Suite struct `An organisation whose key is gone` {
    // Shows: S-81
    @Test(arguments: Engine.available) func `is out of order, the others are served, and nobody is served its pages`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let other = try await books.organisations.add(name: "Autre", host: "autre.example")
        let key = "\(books.keys)/\(other.id).cle"
        try FileManager.default.moveItem(atPath: key, toPath: key + "-ailleurs")
        let directory = RegisterDirectory(organisations: books.organisations) { _ in TestBooks.compose }
        #expect(try await directory.all().map(\.organisation) == [books.organisation])
        let broken = try await directory.outOfOrder()
        #expect(broken.map(\.organisation) == [other])
        #expect(broken.first?.reason as? SigningKeys.Failure == .missing(path: key))
        let error = await #expect(throws: OutOfOrder.self) { try await directory.register(host: "autre.example") }
        #expect(error?.reference == broken.first?.reference && error?.reference.count == 8)
        // There are two organisations still: who names none of them is not led to the one that is left.
        #expect(try await directory.register(host: "ailleurs.example") == nil)
        #expect(try await directory.register(host: nil) == nil)
        #expect(try await directory.knows(host: "autre.example"))
        #expect(try await !directory.isEmpty())
        try FileManager.default.moveItem(atPath: key + "-ailleurs", toPath: key)
        #expect(try await directory.all(fresh: true).count == 2)
        #expect(try await directory.register(host: "autre.example")?.organisation == other)
        #expect(try await directory.outOfOrder().isEmpty)
        await books.close()
    }

    @Test(arguments: Engine.available) func `is refused by its own name where it is the only one`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        try FileManager.default.removeItem(atPath: "\(books.keys)/\(books.organisation.id).cle")
        let directory = RegisterDirectory(organisations: books.organisations) { _ in TestBooks.compose }
        await #expect(throws: OutOfOrder.self) { try await directory.register(host: nil) }
        await books.close()
    }

    @Test(arguments: Engine.available) func `is not blamed for a database that nobody can reach`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let directory = RegisterDirectory(organisations: books.organisations) { _ in TestBooks.compose }
        await books.close()
        await #expect(throws: (any Error).self) { try await directory.all() }
    }
}

/// A database whose next read is held once it has its answer, until the test lets it go on.
private final class HeldDatabase: Database {
    private enum State { case passing, holding, held }

    private let whole: any Database
    private let state = Mutex(State.passing)

    init(_ whole: any Database) { self.whole = whole }

    func holdNext() { state.withLock { $0 = .holding } }
    func letGo() { state.withLock { $0 = .passing } }

    /// Waits until a read is held.
    func arrival() async throws {
        while state.withLock({ $0 != .held }) { try await Task.sleep(for: .milliseconds(2)) }
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        let answer = try await whole.read(body)
        let isHeld = state.withLock { state in
            guard state == .holding else { return false }
            state = .held
            return true
        }
        while isHeld, state.withLock({ $0 == .held }) { try await Task.sleep(for: .milliseconds(2)) }
        return answer
    }

    func enqueue<T: Sendable>(
        _ scope: Scope,
        _ body: @escaping @Sendable (any Connection) throws -> T
    ) throws -> PendingWrite<T> {
        try whole.enqueue(scope, body)
    }

    func integrityFaults() async throws -> [String] { try await whole.integrityFaults() }

    func scrub() async { await whole.scrub() }

    func close() async { await whole.close() }
}

@Suite struct `The registers of a server, read while something happens to them` {
    private func directory(_ books: TestBooks, over database: HeldDatabase) -> RegisterDirectory {
        let organisations = Organisations(
            database: database,
            world: books.organisations.world,
            keys: books.organisations.keys
        )
        return RegisterDirectory(organisations: organisations) { _ in TestBooks.compose }
    }

    // Shows: F-22
    @Test(arguments: Engine.available) func `are looked at anew where their books were doubted meanwhile`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let database = HeldDatabase(books.database)
        let directory = directory(books, over: database)
        #expect(try await directory.all().count == 1)
        database.holdNext()
        async let slow = directory.all(fresh: true)
        try await database.arrival()
        try await books.forgeHead()
        directory.doubt(books.organisation)
        database.letGo()
        #expect(try await slow.count == 1, "it was in use before")
        #expect(try await directory.all().isEmpty)
        #expect(try await directory.outOfOrder().first?.reason as? Register.Failure == .headForged)
        await books.close()
    }

    @Test(arguments: Engine.available) func `are those that were asked for last, whoever is answered last`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let database = HeldDatabase(books.database)
        let directory = directory(books, over: database)
        database.holdNext()
        async let slow = directory.all(fresh: true)
        try await database.arrival()
        _ = try await books.organisations.add(name: "Autre", host: "autre.example")
        #expect(try await directory.all(fresh: true).count == 2)
        database.letGo()
        #expect(try await slow.count == 1)
        #expect(try await directory.all().count == 2)
        await books.close()
    }
}
