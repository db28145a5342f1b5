import TestSupport
import Testing

@testable import Storage

@Suite struct `A read` {
    @Test(arguments: Engine.available) func `changes nothing`(engine: Engine) async throws {
        try await withThings(engine) { database in
            try await database.add("x")
            let writes: [SQL] = [
                "INSERT INTO thing (id) VALUES ('y')", "UPDATE thing SET number = 1", "DELETE FROM thing",
                "CREATE TABLE other (id TEXT)", "DROP TABLE thing",
            ]
            for sql in writes {
                let error = await storageError { _ = try await database.read { try $0.run(sql) } }
                #expect(error?.isFailed == true, "\(sql.text)")
            }
            #expect(try await database.things == ["x"])
        }
    }

    @Test(arguments: Engine.available) func `sees one moment from its first statement to its last`(
        engine: Engine
    ) async throws {
        try await withThings(engine) { database in
            try await database.add("before")
            let gate = Gate()
            async let counts = database.read { connection in
                let first = try connection.run("SELECT id FROM thing").count
                gate.pass()
                return [first, try connection.run("SELECT id FROM thing").count]
            }
            try await gate.arrival()
            try await database.add("meanwhile")
            gate.open()
            #expect(try await counts == [1, 1])
            #expect(try await database.things.count == 2)
        }
    }

    @Test(arguments: Engine.available) func `sees what was written just before`(engine: Engine) async throws {
        try await withThings(engine) { database in
            for index in 1...20 {
                try await database.add("\(index)")
                #expect(try await database.things.count == index)
            }
        }
    }

    @Test(arguments: Engine.available) func `hands on what its body throws, and is ready for the next`(
        engine: Engine
    ) async throws {
        try await withThings(engine, connections: 1) { database in
            for _ in 1...5 {
                await #expect(throws: Upset.self) { try await database.read { _ in throw Upset() } }
            }
            let things = try await database.things
            #expect(things.isEmpty)
        }
    }

    @Test(arguments: Engine.available) func `fails where a statement failed, whatever its body makes of it`(
        engine: Engine
    ) async throws {
        try await withThings(engine) { database in
            let error = await storageError {
                _ = try await database.read { connection in
                    _ = try? connection.run("SELECT id FROM nowhere")
                    return 1
                }
            }
            #expect(error?.isFailed == true)
        }
    }

    @Test(arguments: Engine.available) func `of a cancelled task does not begin`(engine: Engine) async throws {
        try await withThings(engine) { database in
            let runs = Tally()
            let task = Task {
                while !Task.isCancelled { await Task.yield() }
                return try await database.read { _ in runs.increment() }
            }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(runs.value == 0)
        }
    }

    @Test func `of a task cancelled meanwhile is broken off on SQLite, and the next is well`() async throws {
        try await withThings(.sqlite) { database in
            let begun = Tally()
            let task = Task {
                try await database.read { connection in
                    begun.increment()
                    return try connection.run(
                        """
                        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000000)
                        SELECT count(*) FROM n
                        """
                    )
                }
            }
            while begun.value == 0 { try await Task.sleep(for: .milliseconds(2)) }
            task.cancel()
            await #expect(throws: CancellationError.self) { _ = try await task.value }
            try await database.add("x")
            #expect(try await database.things == ["x"])
        }
    }
}
