import TestSupport
import Testing

@testable import Storage

/// Three scripts; each leaves its mark, in the order that it ran in.
private let scripts = [
    Migration(name: "0001-mark.sql", script: "CREATE TABLE mark (position BIGINT, name TEXT); \(mark("one"))"),
    Migration(name: "0002-more.sql", script: mark("two")),
    Migration(name: "0010-most.sql", script: mark("ten")),
]

private func mark(_ name: String) -> String { "INSERT INTO mark SELECT count(*), '\(name)' FROM mark;" }

@Suite struct `Migrations` {
    @Test(arguments: Engine.available) func `all run on an empty database, in the order of their names`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            try await Migrator().migrate(database, scripts.reversed())
            #expect(try await marks(database) == ["one", "two", "ten"])
        }
    }

    @Test(arguments: Engine.available) func `do nothing the second time, and later only what is new`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            try await Migrator().migrate(database, Array(scripts.prefix(1)))
            try await Migrator().migrate(database, Array(scripts.prefix(1)))
            #expect(try await marks(database) == ["one"])
            try await Migrator().migrate(database, scripts)
            try await Migrator().migrate(database, scripts)
            #expect(try await marks(database) == ["one", "two", "ten"])
        }
    }

    @Test(arguments: Engine.available) func `are refused where one was edited since, and nothing is changed`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            try await Migrator().migrate(database, Array(scripts.prefix(2)))
            var edited = scripts
            // A space is enough.
            edited[0] = Migration(name: scripts[0].name, script: scripts[0].script + " ")
            await #expect(throws: MigrationError.edited(name: "0001-mark.sql")) {
                try await Migrator().migrate(database, edited)
            }
            #expect(try await marks(database) == ["one", "two"])
        }
    }

    @Test(arguments: Engine.available) func `are refused on a database newer than the program`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            try await Migrator().migrate(database, [scripts[0], scripts[2]])
            await #expect(throws: MigrationError.newer(name: "0010-most.sql")) {
                try await Migrator().migrate(database, Array(scripts.prefix(2)))
            }
            #expect(try await marks(database) == ["one", "ten"])
        }
    }

    @Test(arguments: Engine.available)
    func `leave nothing of one that fails, keep those before it, and go on once mended`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let broken = Migration(
                name: "0002-more.sql",
                script: "CREATE TABLE half (id TEXT); \(mark("half")) INSERT INTO nowhere (id) VALUES ('x');"
            )
            let error = await storageError {
                try await Migrator().migrate(database, [scripts[0], broken, scripts[2]])
            }
            #expect(error?.isFailed == true)
            #expect(try await marks(database) == ["one"])
            let half = await storageError { _ = try await database.read { try $0.run("SELECT id FROM half") } }
            #expect(half?.isFailed == true)
            try await Migrator().migrate(database, scripts)
            #expect(try await marks(database) == ["one", "two", "ten"])
        }
    }

    @Test(arguments: Engine.available) func `are only looked at by who reads, and told apart: none, some, too many`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            await #expect(throws: MigrationError.behind(name: "0001-mark.sql")) {
                try await Migrator().check(database, scripts)
            }
            try await Migrator().migrate(database, Array(scripts.prefix(2)))
            await #expect(throws: MigrationError.behind(name: "0010-most.sql")) {
                try await Migrator().check(database, scripts)
            }
            await #expect(throws: MigrationError.newer(name: "0002-more.sql")) {
                try await Migrator().check(database, Array(scripts.prefix(1)))
            }
            try await Migrator().check(database, Array(scripts.prefix(2)))
            #expect(try await marks(database) == ["one", "two"])
        }
    }

    @Test func `run once each where several servers start at once`() async throws {
        let url = try await PostgresServer.shared.createDatabase()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<6 {
                group.addTask {
                    let server = try await PostgresDatabase.open(url)
                    try await Migrator().migrate(server, scripts)
                    await server.close()
                }
            }
            try await group.waitForAll()
        }
        let server = try await PostgresDatabase.open(url)
        #expect(try await marks(server) == ["one", "two", "ten"])
        await server.close()
    }

    @Test func `are known by the SHA-256 of their text`() {
        // FIPS 180-4, the example of one block.
        let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(Migration(name: "", script: "abc").digest == digest)
    }

    private func marks(_ database: any Database) async throws -> [String] {
        try await database.read { try $0.run("SELECT name FROM mark ORDER BY position").map { try $0.text(0) } }
    }

    private func withDatabase(_ engine: Engine, _ body: (any Database) async throws -> Void) async throws {
        let database = try await engine.emptyDatabase()
        try await body(database)
        await database.close()
    }
}
