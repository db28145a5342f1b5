import Complaints
import Foundation
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
