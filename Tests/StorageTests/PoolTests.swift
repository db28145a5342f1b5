import TestSupport
import Testing

@testable import Storage

@Suite struct `The pool of connections` {
    @Test func `says when all are taken, and lends again when one comes back`() async throws {
        try await withThings(.postgres, patience: Patience(queueing: .milliseconds(200)), connections: 2) { database in
            let gate = Gate()
            let held = (0..<2).map { _ in Task { try await database.read { _ in gate.pass() } } }
            try await gate.arrival(of: 2)
            let reading = await storageError { _ = try await database.things }
            let writing = await storageError { try await database.add("never") }
            #expect(reading?.isUnavailable == true)
            #expect(writing?.isUnavailable == true)
            gate.open()
            for task in held { try await task.value }
            try await database.add("x")
            #expect(try await database.things == ["x"])
        }
    }

    @Test func `never has more than it may, whatever is lost meanwhile`() async throws {
        try await withThings(.postgres, connections: 3) { database in
            let (most, now) = (Tally(), Tally())
            await withTaskGroup(of: Void.self) { group in
                for index in 0..<120 {
                    group.addTask {
                        _ = try? await database.read { connection in
                            let count = try connection.run(
                                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                            )[0].integer(0)
                            if count > 3 { most.increment() }
                            // One in ten is ended by its own hand.
                            if index % 10 == 0, now.increment() < 12 {
                                try connection.run("SELECT pg_terminate_backend(pg_backend_pid())::text")
                            }
                        }
                    }
                }
            }
            #expect(most.value == 0)
            try await database.add("x")
        }
    }

    @Test func `lets go of a cancelled wait at once`() async throws {
        try await withThings(.postgres, connections: 1) { database in
            let gate = Gate()
            async let held: Void = database.read { _ in gate.pass() }
            try await gate.arrival()
            let waiting = Task { try await database.things }
            try await Task.sleep(for: .milliseconds(100))
            waiting.cancel()
            await #expect(throws: CancellationError.self) { try await waiting.value }
            gate.open()
            try await held
        }
    }

    @Test func `that is closed waits for what is lent, and refuses who waits`() async throws {
        try await withThings(.postgres, connections: 1) { database in
            let (gate, closed) = (Gate(), Tally())
            async let held = database.read { connection in
                gate.pass()
                return try connection.run("SELECT id FROM thing").count
            }
            try await gate.arrival()
            let waiting = Task { await storageError { _ = try await database.things } }
            try await Task.sleep(for: .milliseconds(100))
            let closing = Task {
                await database.close()
                closed.increment()
            }
            #expect(await waiting.value?.isUnavailable == true)
            #expect(closed.value == 0)
            gate.open()
            #expect(try await held == 0)
            await closing.value
        }
    }
}
