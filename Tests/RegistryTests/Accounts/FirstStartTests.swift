import Complaints
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `The link of the first start` {
    private let founding = OrganisationFounding(
        name: "Ciné-Atelier",
        host: nil,
        needsSecondFactor: true,
        procedure: Procedure(provider: Provider(name: "Ciné-Atelier"))
    )
    private let founder = Founder(
        email: "camille@exemple.fr",
        name: "Camille Roux",
        roles: ["direction", "administrateur"],
        password: "tournevis marmotte galet"
    )

    private func start(_ database: any Database, _ clock: TestClock, _ keys: String) throws -> FirstStart {
        let world = World(now: { clock.now }, bytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
        let organisations = Organisations(database: database, world: world, keys: SigningKeys(folder: keys))
        let cost = try #require(PasswordRecord.Cost(logN: 4, r: 8, p: 1))
        return FirstStart(organisations: organisations, hasher: PasswordHasher(cost: cost))
    }

    // Shows: S-55, S-57
    @Test(arguments: Engine.available)
    func `is kept as a digest, good beside a later one, and all are gone once one has served`(
        engine: Engine
    ) async throws {
        let database = try await engine.emptyDatabase()
        try await Migrator().migrate(database, Schema.migrations)
        let clock = TestClock(try #require(Instant("2026-11-23T09:00:00Z")))
        let start = try start(database, clock, Scratch.newPath("cles"))
        let kept = { @Sendable (connection: any Connection) in
            try connection.run("SELECT value FROM installation WHERE name = 'first-start'").map { try $0.blob(0) }
        }
        let link = try #require(try await start.newLink())
        let later = try #require(try await start.newLink())
        let values = try await database.read(kept)
        #expect(values.count == 1 && values[0].starts(with: link.digest))
        #expect(values[0].dropFirst(values[0].count / 2).starts(with: later.digest))
        for given in [link, later] {
            #expect(try await start.isOpen(to: given))
            #expect(!String(decoding: values[0], as: UTF8.self).contains(given.text))
        }
        #expect(try await start.found(founding, by: founder, with: link)?.name == "Ciné-Atelier")
        #expect(try await database.read(kept).isEmpty)
        let rows = try await database.read { connection in
            try connection.run("SELECT a.id, j.account, j.about, j.detail FROM account a, access j").map { row in
                try (0...3).map { try row.text($0) }
            }
        }
        let id = try #require(rows.first?[0])
        let told = ["creation administrateur direction", "mot-de-passe"].map { [id, id, id, $0] }
        #expect(Set(rows) == Set(told), "the journal begins with it")
        #expect(try await start.found(founding, by: founder, with: link) == nil)
        #expect(try await start.found(founding, by: founder, with: later) == nil)
        #expect(try await start.newLink() == nil)
        await database.close()
    }

    // Shows: S-55
    @Test(arguments: Engine.available) func `opens organisation and account in one transaction, or neither`(
        engine: Engine
    ) async throws {
        let database = try await engine.emptyDatabase()
        try await Migrator().migrate(database, Schema.migrations)
        let clock = TestClock(try #require(Instant("2026-11-23T09:00:00Z")))
        let keys = Scratch.newPath("cles")
        let link = try #require(try await start(database, clock, keys).newLink())
        let stumbling = StumblingDatabase(database)
        for writes in 0...1 {
            stumbling.fail(after: writes)
            let start = try start(stumbling, clock, keys)
            let made = try? await start.found(founding, by: founder, with: link)
            #expect((made != nil) == (writes == 1))
            let rows = try await database.read { connection in
                [
                    try connection.run("SELECT id FROM organisation").count,
                    try connection.run("SELECT id FROM account WHERE password IS NOT NULL").count,
                    try connection.run("SELECT organisation FROM log_head").count,
                ]
            }
            #expect(rows == [writes, writes, writes])
        }
        await database.close()
    }
}
