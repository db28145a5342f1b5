import Complaints
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `An account with its password` {
    @Test(arguments: Engine.available) func `is made in one transaction: nobody is left who cannot sign in`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let clock = books.clock
        let world = World(now: { clock.now }, bytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
        let hasher = PasswordHasher(cost: try #require(PasswordRecord.Cost(logN: 4, r: 8, p: 1)))
        for writes in 0...1 {
            let database = StumblingDatabase(books.database)
            database.fail(after: writes)
            let accounts = Accounts(
                of: books.organisation.id,
                database: database,
                world: world,
                hasher: hasher
            )
            let made = try? await accounts.add(
                email: "zoe@exemple.fr",
                name: "Zoé",
                roles: ["accueil"],
                password: "tournevis marmotte galet"
            )
            let all = try await accounts.all()
            #expect(all.allSatisfy { $0.hasPassword })
            #expect(all.count == writes && (made != nil) == (writes == 1))
        }
        await books.close()
    }
}

@Suite struct `What changes of an account` {
    @Test(arguments: Engine.available) func `changes in one transaction, and its sessions end in the same`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let clock = books.clock
        let world = World(now: { clock.now }, bytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
        let database = StumblingDatabase(books.database)
        let accounts = Accounts(
            of: books.organisation.id,
            database: database,
            world: world,
            hasher: PasswordHasher(cost: try #require(PasswordRecord.Cost(logN: 4, r: 8, p: 1)))
        )
        let zoe = try await accounts.add(email: "zoe@exemple.fr", name: "Zoé", roles: ["accueil"])
        let session = try await accounts.begin(for: zoe)
        // Kept out with a session open, as no act of ours leaves it.
        try await books.database.write { connection in
            try connection.run("UPDATE account SET disabled_at = '2026-11-23T08:00:00Z' WHERE id = \(zoe.id)")
        }
        let before = try await accounts.find(id: zoe.id)
        let change = AccountChange(
            name: "Zoé Lefèvre",
            roles: ["direction"],
            password: "tournevis marmotte galet",
            enables: true
        )
        database.fail()
        await #expect(throws: StorageError.self) { _ = try await accounts.change(zoe.id, change) }
        #expect(try await accounts.find(id: zoe.id) == before)
        database.fail(after: 1)
        let after = try #require(try await accounts.change(zoe.id, change))
        #expect(after.name == "Zoé Lefèvre" && after.roles == ["direction"])
        #expect(after.hasPassword && after.disabledAt == nil)
        #expect(try await accounts.find(id: zoe.id) == after)
        #expect(try await accounts.session(of: session) == nil)
        await books.close()
    }
}

@Suite struct `What changes of an organisation` {
    @Test(arguments: Engine.available) func `changes whole or not at all`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let before = try await books.organisations.all()
        var change = OrganisationChange()
        change.name = "Un autre nom"
        change.host = "autre.example"
        change.needsSecondFactor = true
        change.procedure = { procedure in
            var next = procedure
            next.provider.website = "https://ec.europa.eu/consumers/odr"
            return next
        }
        await #expect(throws: Refusal.forbiddenWording(.europeanPlatform)) {
            _ = try await books.organisations.change(before[0].id, change, author: "test", reason: "")
        }
        #expect(try await books.organisations.all() == before)
        #expect(try await books.organisations.versions(of: before[0].id).map(\.number) == [1])
        change.procedure = nil
        let changed = try await books.organisations.change(before[0].id, change, author: "test", reason: "nom")
        #expect(changed.isNew && changed.procedure.version == 2 && changed.procedure.provider.name == "Un autre nom")
        #expect(try await books.organisations.all().map(\.host) == ["autre.example"])
        #expect(try await books.organisations.procedure(of: before[0].id, version: 1)?.provider.name == "Ciné-Atelier")
        #expect(try await books.organisations.procedure(of: before[0].id, version: 3) == nil)
        let versions = try await books.organisations.versions(of: before[0].id)
        #expect(versions.map(\.reason) == ["première version", "nom"] && versions.last?.author == "test")
        await books.close()
    }

    // Shows: R-37
    @Test(arguments: Engine.available) func `is linted from the first version on`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        var procedure = Story.procedure
        procedure.provider.complaintsContact = "Le règlement en ligne des litiges"
        let refused = procedure
        await #expect(throws: Refusal.forbiddenWording(.europeanPlatform)) {
            _ = try await books.organisations.add(name: "Deux", host: nil, procedure: refused)
        }
        await #expect(throws: Refusal.forbiddenWording(.europeanPlatform)) {
            try await books.publish(refused)
        }
        #expect(try await books.organisations.all().count == 1)
        await books.close()
    }
}
