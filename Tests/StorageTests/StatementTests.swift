import TestSupport
import Testing

@testable import Storage

@Suite struct `A statement` {
    @Test func `is composed of fragments, their values renumbered`() {
        let filter: SQL = "number > \(3) AND id = \("x")"
        let statement: SQL = "SELECT \(1) FROM thing WHERE \(filter) AND id IN (\(list: [.text("a"), .null]))"
        #expect(statement.text == "SELECT $1 FROM thing WHERE number > $2 AND id = $3 AND id IN ($4, $5)")
        #expect(statement.values == [.integer(1), .integer(3), .text("x"), .text("a"), .null])
    }

    @Test func `made once keeps its text with other values, whole and as a fragment`() {
        let once: SQL = "INSERT INTO thing (id, number) VALUES \(rows: [[.null, .null], [.null, .null]])"
        let again = once.prepared.with([.text("a"), .integer(1), .text("b"), .integer(2)])
        #expect(again.text == once.text)
        #expect(again.values == [.text("a"), .integer(1), .text("b"), .integer(2)])
        let whole: SQL = "SELECT \(0); \(again)"
        #expect(whole.text == "SELECT $1; INSERT INTO thing (id, number) VALUES ($2, $3), ($4, $5)")
    }

    @Test(arguments: Engine.available) func `takes its fragments' values in their places`(engine: Engine) async throws {
        try await withThings(engine) { database in
            try await database.write { connection in
                for (index, id) in ["a", "b", "c"].enumerated() {
                    try connection.run("INSERT INTO thing (id, number) VALUES (\(id), \(index))")
                }
            }
            let conditions: [SQL] = ["number >= \(1)", "id <> \("c")"]
            let filter = conditions.reduce("id < \("z")" as SQL) { "\($0) AND \($1)" }
            let found = try await database.read {
                try $0.run("SELECT id FROM thing WHERE \(filter)").map { try $0.text(0) }
            }
            #expect(found == ["b"])
        }
    }

    @Test(arguments: Engine.available) func `finds what is in a list, of none, of one and of ten thousand`(
        engine: Engine
    ) async throws {
        try await withThings(engine) { database in
            try await database.write { connection in for id in ["1", "5", "9999"] { try connection.add(id) } }
            for (count, expected) in [(0, []), (1, []), (2, ["1"]), (6, ["1", "5"]), (10_000, ["1", "5", "9999"])] {
                let list = (0..<count).map { Value.text(String($0)) }
                let found = try await database.read { connection in
                    try connection.run("SELECT id FROM thing WHERE id IN (\(list: list)) ORDER BY id")
                        .map { try $0.text(0) }
                }
                #expect(found == expected)
            }
        }
    }

    @Test(arguments: Engine.available) func `of more values than both engines take is refused, and nothing is lost`(
        engine: Engine
    ) async throws {
        try await withThings(engine) { database in
            let list = Array(repeating: Value.integer(1), count: 32_767)
            let error = await storageError {
                _ = try await database.read { try $0.run("SELECT id FROM thing WHERE number IN (\(list: list))") }
            }
            #expect(error?.isFailed == true)
            try await database.add("x")
        }
    }

    @Test(arguments: Engine.available) func `that takes a unique key twice says so, whichever key`(
        engine: Engine
    ) async throws {
        try await withThings(engine) { database in
            try await database.write { connection in
                try connection.script("CREATE TABLE other (a TEXT, b TEXT, n BIGINT CHECK (n > 0), UNIQUE (a, b))")
                try connection.run("INSERT INTO other (a, b) VALUES ('x', 'y')")
                try connection.add("x")
            }
            await #expect(throws: StorageError.duplicate) { try await database.add("x") }
            await #expect(throws: StorageError.duplicate) {
                try await database.write { try $0.run("INSERT INTO other (a, b) VALUES ('x', 'y')") }
            }
            let wrong: [SQL] = [
                "INSERT INTO other (a, n) VALUES ('z', 0)", "SELECT * FROM nowhere", "SELEKT", "SELECT $1",
            ]
            for sql in wrong {
                let error = await storageError { _ = try await database.write { try $0.run(sql) } }
                #expect(error?.isFailed == true, "\(sql.text)")
            }
        }
    }

    @Test(arguments: Engine.available) func `is kept prepared, but only so many`(engine: Engine) async throws {
        try await withThings(engine, connections: 1) { database in
            for count in stride(from: 1, to: 600, by: 40) {
                _ = try await database.write { connection in
                    for length in count..<count + 40 {
                        let list = (0..<length).map { Value.integer(Int64($0)) }
                        try connection.run("SELECT id FROM thing WHERE number IN (\(list: list))")
                    }
                }
            }
            let count = try await database.write { connection in
                try connection.run(
                    engine == .sqlite
                        ? "SELECT count(*) FROM sqlite_stmt" : "SELECT count(*) FROM pg_prepared_statements"
                )[0].integer(0)
            }
            #expect(count > 1)
            #expect(count <= SQLiteConnection.mostPrepared + 40)
        }
    }

    @Test(arguments: Engine.available) func `goes on after another server has changed its table`(
        engine: Engine
    ) async throws {
        try await withThings(engine, connections: 1) { database in
            try await database.add("x")
            let look = { @Sendable (connection: any Connection) in try connection.run("SELECT * FROM thing") }
            #expect(try await database.read(look) == [Row([.text("x"), .null, .null])])
            _ = try await database.write(look)
            try await database.write { try $0.script("ALTER TABLE thing ADD COLUMN more BIGINT") }
            #expect(try await database.read(look) == [Row([.text("x"), .null, .null, .null])])
            try await database.write { try $0.script("ALTER TABLE thing DROP COLUMN bytes") }
            let bodies: [Body] = [{ try $0.add("y") }, { _ = try look($0) }, { try $0.add("z") }]
            let written = try await inOneBatch(database, bodies)
            #expect(written.successes() == written.count)
            #expect(try await database.read(look).count == 3)
        }
    }
}
