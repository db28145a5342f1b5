import Complaints
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `An organisation's name` {
    @Test(arguments: Engine.available) func `is not what commands mean another by`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let other = try await books.organisations.add(name: "L’École d’image", host: "image.example")
        var change = OrganisationChange()
        for taken in ["L’École d’image", "L’E\u{301}cole d’image", "Image.Example", other.id] {
            change.name = taken
            let mistakes = try #require(SettingMistakes([SettingMistake(.name, taken, .taken)]))
            await #expect(throws: mistakes) {
                _ = try await books.organisations.change(books.organisation.id, change, author: "ana", reason: "")
            }
        }
        #expect(try await books.organisations.versions(of: books.organisation.id).count == 1)
        change.name = "Ciné-Atelier"
        _ = try await books.organisations.change(books.organisation.id, change, author: "ana", reason: "")
        change.name = "Ciné-École"
        _ = try await books.organisations.change(books.organisation.id, change, author: "ana", reason: "")
        #expect(try await books.organisations.all().map(\.name) == ["Ciné-École", "L’École d’image"])
        await books.close()
    }

    @Test(arguments: Engine.available) func `is changed even where the books cannot be read right after`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let stumbling = StumblingDatabase(books.database)
        let clock = books.clock
        let world = World(now: { clock.now }, bytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
        let organisations = Organisations(database: stumbling, world: world, keys: SigningKeys(folder: books.keys))
        let directory = RegisterDirectory(organisations: organisations) { _ in TestBooks.compose }
        #expect(try await directory.all().map(\.organisation.name) == ["Ciné-Atelier"])
        stumbling.blind(onceWritten: true)
        var change = OrganisationChange()
        change.name = "Ciné-École"
        try await directory.change(books.organisation, change, author: "ana", reason: "")
        await #expect(throws: StorageError.self) { _ = try await directory.all() }
        stumbling.blind(onceWritten: false)
        #expect(try await directory.all().map(\.organisation.name) == ["Ciné-École"])
        await books.close()
    }
}
