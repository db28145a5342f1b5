import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite struct `Writes that wait together` {
    @Test func `share one commit on SQLite`() async throws {
        let folder = Scratch.newPath("base")
        let database = try await SQLiteDatabase.open(folder)
        try await makeThings(in: database)
        let before = try commits(in: folder + "/registre.db-wal")
        let written = try await inOneBatch(database, adding(1...20))
        #expect(written.successes() == written.count)
        // The one that held the others back wrote nothing.
        #expect(try commits(in: folder + "/registre.db-wal") == before + 1)
        #expect(try await database.things.count == 20)
        await database.close()
    }

    @Test func `share one commit on PostgreSQL`() async throws {
        try await withThings(.postgres) { database in
            let bodies = (1...20).map { index in
                { @Sendable (connection: any Connection) in
                    try connection.add("\(index)")
                    return try connection.run("SELECT pg_current_xact_id()::text")[0].text(0)
                }
            }
            let transactions = try await inOneBatch(database, bodies).map { try $0.get() }
            #expect(transactions.count == 20)
            #expect(Set(transactions).count == 1)
            #expect(try await database.things.count == 20)
        }
    }

    @Test(arguments: Engine.available) func `fail each by itself`(engine: Engine) async throws {
        try await withThings(engine) { database in
            try await database.add("taken")
            let written = try await inOneBatch(
                database,
                [
                    { try $0.add("a") },
                    { connection in
                        try connection.add("b")
                        throw Upset()
                    },
                    { try $0.add("taken") },
                    { _ = try $0.run("SELECT * FROM nowhere") },
                    { try $0.add("c") },
                ] as [Body]
            )
            #expect(written.map(\.isSuccess) == [true, false, false, false, true])
            #expect(throws: Upset.self) { try written[1].get() }
            #expect(written[2].storageError == .duplicate)
            #expect(written[3].storageError?.isFailed == true)
            #expect(try await database.things == ["a", "c", "taken"])
        }
    }

    @Test(arguments: Engine.available) func `fail each by itself even when it is the commit that fails`(
        engine: Engine
    ) async throws {
        try await withThings(engine) { database in
            try await database.write {
                try $0.script(
                    """
                    CREATE TABLE child (id TEXT PRIMARY KEY, parent TEXT REFERENCES thing (id) DEFERRABLE INITIALLY DEFERRED)
                    """
                )
            }
            let written = try await inOneBatch(
                database,
                [
                    { try $0.add("a") },
                    { _ = try $0.run("INSERT INTO child (id, parent) VALUES ('c', 'nobody')") },
                    { try $0.add("b") },
                ] as [Body]
            )
            #expect(written.map(\.isSuccess) == [true, false, true])
            #expect(written[1].storageError?.isFailed == true)
            #expect(try await database.things == ["a", "b"])
        }
    }

    @Test(arguments: Engine.available) func `see those before them, and not what those undid`(
        engine: Engine
    ) async throws {
        try await withThings(engine) { database in
            let seen = Tally()
            let look = { @Sendable (connection: any Connection) in
                let count = try connection.run("SELECT id FROM thing").count
                try connection.add("\(seen.increment())")
                if count == 2 { throw Upset() }
            }
            let written = try await inOneBatch(database, [look, look, look])
            #expect(written.successes() == 2)
            #expect(try await database.things.count == 2)
        }
    }

    @Test(arguments: Engine.available) func `are all answered, many more than one commit takes`(
        engine: Engine
    ) async throws {
        try await withThings(engine) { database in
            let written = try await inOneBatch(database, adding(1...300))
            #expect(written.successes() == written.count)
            #expect(try await database.things.count == 300)
        }
    }

    @Test(arguments: Engine.available) func `run again for the sake of one that fails, and only once`(
        engine: Engine
    ) async throws {
        try await withThings(engine) { database in
            let (before, failing, after) = (Tally(), Tally(), Tally())
            let bodies: [Body] = [
                { connection in
                    before.increment()
                    try connection.add("a")
                },
                { connection in
                    failing.increment()
                    try connection.add("b")
                    throw Upset()
                },
                { connection in
                    after.increment()
                    try connection.add("c")
                },
            ]
            // They come in any order, so the one that fails may have neighbours on either side, or on one.
            let written = try await inOneBatch(database, bodies)
            #expect(written.map(\.isSuccess) == [true, false, true])
            #expect(failing.value == 1)
            #expect((1...2).contains(before.value) && (1...2).contains(after.value))
            #expect(try await database.things == ["a", "c"])
        }
    }

    private func adding(_ range: ClosedRange<Int>) -> [Body] {
        range.map { index in { try $0.add("\(index)") } }
    }

    /// Frames of the log that end a transaction (SQLite, "WAL file format"): they hold the file's new size.
    private func commits(in path: String) throws -> Int {
        let log = try Data(contentsOf: URL(filePath: path))
        let number = { (offset: Int) in log[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
        let page = number(8)
        return stride(from: 32, through: log.count - 24 - page, by: 24 + page).count { frame in
            number(frame + 4) != 0 && number(frame + 8) == number(16) && number(frame + 12) == number(20)
        }
    }
}
