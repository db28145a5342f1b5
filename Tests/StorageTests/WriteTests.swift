import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite struct `A write` {
    @Test(arguments: Engine.available) func `that throws leaves nothing, and hands on its error`(
        engine: Engine
    ) async throws {
        try await withThings(engine) { database in
            await #expect(throws: Upset.self) {
                try await database.write { connection in
                    try connection.add("x")
                    throw Upset()
                }
            }
            let things = try await database.things
            #expect(things.isEmpty)
        }
    }

    @Test(arguments: Engine.available) func `that swallows a statement's failure fails nevertheless`(
        engine: Engine
    ) async throws {
        try await withThings(engine) { database in
            try await database.add("x")
            let swallow = { @Sendable (connection: any Connection) in
                try connection.add("y")
                try? connection.add("x")
            }
            await #expect(throws: StorageError.duplicate) { try await database.write(swallow) }
            let batch = try await inOneBatch(database, [swallow, { try $0.add("z") }] as [Body])
            #expect(batch[0].storageError == .duplicate)
            #expect(try await database.things == ["x", "z"])
        }
    }

    // Shows: F-11
    @Test(arguments: Engine.available) func `never loses an update, whoever reads and writes at once`(
        engine: Engine
    ) async throws {
        try await withThings(engine) { database in
            try await database.write { try $0.run("INSERT INTO thing (id, number) VALUES ('n', 0)") }
            try await increment(database, times: 200, "n")
            #expect(try await database.read { try $0.run("SELECT number FROM thing")[0].integer(0) } == 200)
        }
    }

    @Test func `never loses an update, whatever the server's own isolation, between two servers`() async throws {
        let url = try await PostgresServer.shared.createDatabase()
        let name = url.split(separator: "/").last ?? ""
        try await PostgresCluster.sql(
            "ALTER DATABASE \(name) SET default_transaction_isolation = 'repeatable read'",
            on: url
        )
        let servers = [try await PostgresDatabase.open(url), try await PostgresDatabase.open(url)]
        try await makeThings(in: servers[0])
        try await servers[0].write { try $0.run("INSERT INTO thing (id, number) VALUES ('n', 0)") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for server in servers { group.addTask { try await increment(server, times: 60, "n") } }
            try await group.waitForAll()
        }
        #expect(try await servers[0].read { try $0.run("SELECT number FROM thing")[0].integer(0) } == 120)
        for server in servers { await server.close() }
    }

    @Test(arguments: Engine.available) func `is refused once the database is closed`(engine: Engine) async throws {
        try await withThings(engine) { database in
            await database.close()
            let writing = await storageError { try await database.add("x") }
            let reading = await storageError { _ = try await database.things }
            #expect(writing?.isUnavailable == true)
            #expect(reading?.isUnavailable == true)
            await database.close()
        }
    }

    @Test(arguments: Engine.available) func `under way is finished by a closing, and those that wait are refused`(
        engine: Engine
    ) async throws {
        try await withThings(engine) { database in
            let (gate, runs, closed, begun) = (Gate(), Tally(), Tally(), Tally())
            async let first: Void = database.write { connection in
                try connection.add("first")
                gate.pass()
            }
            try await gate.arrival()
            let others = (1...5).map { index in
                Task {
                    begun.increment()
                    return await storageError {
                        try await database.write { connection in
                            runs.increment()
                            try connection.add("\(index)")
                        }
                    }
                }
            }
            let closing = Task {
                begun.increment()
                await database.close()
                closed.increment()
            }
            try await begun.queue(of: 6)
            #expect(closed.value == 0)
            gate.open()
            try await first
            await closing.value
            for other in others { #expect(await other.value?.isUnavailable == true) }
            #expect(runs.value == 0)
        }
    }
}

/// Reads a number, and writes the next, so many times at once.
private func increment(_ database: any Database, times: Int, _ id: String) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<times {
            group.addTask {
                try await database.write(.organisation("o")) { connection in
                    let number = try connection.run("SELECT number FROM thing WHERE id = \(id)")[0].integer(0)
                    try connection.run("UPDATE thing SET number = \(number + 1) WHERE id = \(id)")
                }
            }
        }
        try await group.waitForAll()
    }
}
