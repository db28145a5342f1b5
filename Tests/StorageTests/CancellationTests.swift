import TestSupport
import Testing

@testable import Storage

@Suite struct `A cancelled write` {
    @Test(arguments: Engine.available) func `never begins, even where nobody is before it`(engine: Engine) async throws
    {
        try await withThings(engine) { database in
            let task = Task {
                while !Task.isCancelled { await Task.yield() }
                try await database.add("x")
            }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            let things = try await database.things
            #expect(things.isEmpty)
        }
    }

    @Test(arguments: Engine.available) func `leaves the queue at once, and its neighbours in it`(
        engine: Engine
    ) async throws {
        try await withThings(engine) { database in
            let (gate, begun) = (Gate(), Tally())
            async let leader: Void = database.write { _ in gate.pass() }
            try await gate.arrival()
            let writes = (0..<6).map { index in
                Task {
                    begun.increment()
                    try await database.add("\(index)")
                }
            }
            try await begun.queue(of: 6)
            for index in [0, 3, 5] { writes[index].cancel() }
            // The gate is still closed: they do not wait for it.
            for index in [0, 3, 5] { await #expect(throws: CancellationError.self) { try await writes[index].value } }
            gate.open()
            try await leader
            for index in [1, 2, 4] { try await writes[index].value }
            #expect(try await database.things == ["1", "2", "4"])
        }
    }

    @Test(arguments: Engine.available) func `under way is finished, and said to be`(engine: Engine) async throws {
        try await withThings(engine) { database in
            let gate = Gate()
            let write = Task {
                try await database.write { connection in
                    gate.pass()
                    try connection.add("x")
                }
            }
            try await gate.arrival()
            write.cancel()
            gate.open()
            try await write.value
            #expect(try await database.things == ["x"])
        }
    }

    @Test func `that leads others does not take them with it while they wait for a connection`() async throws {
        try await withThings(.postgres, connections: 1) { database in
            let gate = Gate()
            async let reader: Void = database.read { _ in gate.pass() }
            try await gate.arrival()
            let begun = Tally()
            let leader = Task {
                begun.increment()
                try await database.add("leader")
            }
            try await begun.queue(of: 1)
            let neighbour = Task {
                begun.increment()
                try await database.add("neighbour")
            }
            leader.cancel()
            try await begun.queue(of: 2)
            gate.open()
            try await reader
            // It led already, so it was finished for the sake of the others.
            try await leader.value
            try await neighbour.value
            #expect(try await database.things == ["leader", "neighbour"])
        }
    }
}

@Suite struct `A cancelled read` {
    @Test(arguments: Engine.available) func `never begins`(engine: Engine) async throws {
        try await withThings(engine) { database in
            let begun = Tally()
            let task = Task {
                while !Task.isCancelled { await Task.yield() }
                _ = try await database.read { _ in begun.increment() }
            }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(begun.value == 0)
        }
    }

    @Test func `under way in SQLite ends as cancelled, not as late, and the next read is well`() async throws {
        try await withThings(.sqlite) { database in
            let gate = Gate()
            gate.open()
            let task = Task {
                try await database.read { connection in
                    gate.pass()
                    _ = try connection.run(Self.long)
                }
            }
            try await gate.arrival()
            // Into the statement, most of the time; before it, cancelled is cancelled all the same.
            try await Task.sleep(for: .milliseconds(300))
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(try await database.things.isEmpty)
        }
    }

    /// Goes on for hours.
    private static let long: SQL = """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000000) SELECT count(*) FROM n
        """
}
