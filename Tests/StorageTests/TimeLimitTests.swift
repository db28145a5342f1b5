import TestSupport
import Testing

@testable import Storage

/// Goes on for hours.
private let endless: SQL = """
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000000) SELECT count(*) FROM n
    """
/// The same while it writes: SQLite then gives up the whole transaction.
private let endlessWrite: SQL = """
    INSERT INTO thing (id) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000000)
    SELECT CAST(count(*) AS TEXT) FROM n
    """

@Suite struct `A statement that takes too long` {
    private let patience = Patience(locking: .milliseconds(300), statement: .seconds(1))

    @Test(arguments: Engine.available) func `is ended in a read, and the next read is well`(
        engine: Engine
    ) async throws {
        try await withThings(engine, patience: patience, connections: 1) { database in
            await #expect(throws: StorageError.timedOut) { try await database.read { try $0.run(endless) } }
            let things = try await database.things
            #expect(things.isEmpty)
        }
    }

    @Test(arguments: Engine.available) func `is ended in a write, of which nothing is left`(
        engine: Engine
    ) async throws {
        try await withThings(engine, patience: patience, connections: 1) { database in
            for slow in [endless, endlessWrite] {
                await #expect(throws: StorageError.timedOut) {
                    try await database.write { connection in
                        try connection.add("x")
                        try connection.run(slow)
                    }
                }
            }
            #expect(try await database.things.isEmpty)
            try await database.add("y")
        }
    }

    @Test(arguments: Engine.available) func `takes none of its neighbours with it`(engine: Engine) async throws {
        try await withThings(engine, patience: patience) { database in
            let bodies: [Body] = [{ try $0.add("a") }, { _ = try $0.run(endlessWrite) }, { try $0.add("b") }]
            let written = try await inOneBatch(database, bodies)
            #expect(written.map(\.isSuccess) == [true, false, true])
            #expect(written[1].storageError == .timedOut)
            #expect(try await database.things == ["a", "b"])
        }
    }

    @Test(arguments: Engine.available) func `may take its time in a migration`(engine: Engine) async throws {
        let long = """
            INSERT INTO thing (id) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000000)
            SELECT CAST(count(*) AS TEXT) FROM n
            """
        try await withThings(engine, patience: Patience(statement: .milliseconds(500))) { database in
            await #expect(throws: StorageError.timedOut) {
                try await database.write { try $0.run(SQL(stringLiteral: long)) }
            }
            try await Migrator().migrate(database, [Migration(name: "0001-long.sql", script: long)])
            #expect(try await database.things == ["9000000"])
        }
    }

    @Test func `because another server's write holds its scope is given up, and nothing is written`() async throws {
        let url = try await PostgresServer.shared.createDatabase()
        let busy = try await PostgresDatabase.open(url)
        let other = try await PostgresDatabase.open(url, patience: patience)
        try await makeThings(in: busy)
        let gate = Gate()
        async let holder: Void = busy.write(.organisation("o")) { _ in gate.pass() }
        try await gate.arrival()
        let error = await storageError { try await other.add("x", .organisation("o")) }
        #expect(error?.isUnavailable == true)
        gate.open()
        try await holder
        try await other.add("y", .organisation("o"))
        #expect(try await other.things == ["y"])
        await busy.close()
        await other.close()
    }
}
