import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite struct `A connection to PostgreSQL` {
    @Test func `ended while nobody used it is replaced, and nobody notices`() async throws {
        try await withDatabase { database, url in
            try await spread(database, over: 4)
            try await PostgresCluster.sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'doleances' AND datname = current_database()",
                on: url
            )
            #expect(try await database.things.isEmpty)
            for index in 1...8 { try await database.add("\(index)") }
            #expect(try await database.things.count == 8)
        }
    }

    @Test func `ended within a read costs another try`() async throws {
        try await withDatabase { database, _ in
            let runs = Tally()
            let count = try await database.read { connection in
                if runs.increment() == 1 { try end(connection) }
                return try connection.run("SELECT id FROM thing").count
            }
            #expect(count == 0)
            #expect(runs.value == 2)
        }
    }

    @Test func `ended within a body costs all of its batch another try`() async throws {
        try await withDatabase { database, _ in
            let runs = Tally()
            let bodies: [Body] = [
                { try $0.add("a") },
                { connection in
                    try connection.add("b")
                    if runs.increment() == 1 {
                        _ = try connection.run("SELECT pg_terminate_backend(pg_backend_pid())::text")
                    }
                },
                { try $0.add("c") },
            ]
            let written = try await inOneBatch(database, bodies)
            #expect(written.successes() == 3)
            #expect(runs.value == 2)
            #expect(try await database.things == ["a", "b", "c"])
        }
    }

    @Test func `ended while they run again for the sake of one that fails costs all of its batch another try`()
        async throws
    {
        try await withDatabase { database, _ in
            let (failed, ended) = (Tally(), Tally())
            let add = { @Sendable (name: String) -> Body in
                { connection in
                    try connection.add(name)
                    if failed.value > 0, ended.increment() == 1 { try end(connection) }
                }
            }
            let bodies: [Body] = [
                add("a"),
                { connection in
                    try connection.add("b")
                    failed.increment()
                    throw Upset()
                },
                add("c"),
            ]
            let written = try await inOneBatch(database, bodies)
            #expect(written.map(\.isSuccess) == [true, false, true])
            #expect(throws: Upset.self) { try written[1].get() }
            #expect(ended.value > 1)
            #expect(try await database.things == ["a", "c"])
        }
    }

    @Test func `ended after the body and before the commit costs another try`() async throws {
        try await withDatabase { database, _ in
            let runs = Tally()
            try await database.write { connection in
                try connection.add("x")
                if runs.increment() == 1 { try end(connection) }
            }
            #expect(runs.value == 2)
            #expect(try await database.things == ["x"])
        }
    }

    @Test func `ended at every try is reported, and takes no neighbour with it`() async throws {
        try await withDatabase { database, _ in
            let bodies: [Body] = [
                { try $0.add("a") },
                { connection in
                    try connection.add("b")
                    try end(connection)
                },
                { try $0.add("c") },
            ]
            let written = try await inOneBatch(database, bodies)
            #expect(written.map(\.isSuccess) == [true, false, true])
            #expect(written[1].storageError?.isUnavailable == true)
            #expect(try await database.things == ["a", "c"])
        }
    }

    @Test func `comes back when its server does`() async throws {
        let cluster = try await PostgresCluster.start()
        let database = try await PostgresDatabase.open(try await cluster.createDatabase(), connections: 4)
        try await makeThings(in: database)
        try await database.add("before")
        try await spread(database, over: 4)
        try await cluster.control("restart", "-m", "immediate")
        try await database.add("after")
        try await cluster.control("stop", "-m", "fast")
        let writing = await storageError { try await database.add("never") }
        let reading = await storageError { _ = try await database.things }
        #expect(writing?.isUnavailable == true)
        #expect(reading?.isUnavailable == true)
        try await cluster.control("start")
        #expect(try await database.things == ["after", "before"])
        await database.close()
        try await cluster.control("stop", "-m", "immediate")
    }

    @Test func `that cannot be made is reported with the reason, and no password`() async throws {
        for url in ["postgresql://u:geheim@127.0.0.1:1/b", "postgresql://u:geheim@[", "host"] {
            await #expect { _ = try await PostgresDatabase.open(url) } throws: { error in
                (error as? StorageError)?.isUnavailable == true && !"\(error)".contains("geheim")
            }
        }
    }

    private func withDatabase(_ body: (PostgresDatabase, String) async throws -> Void) async throws {
        let url = try await PostgresServer.shared.createDatabase()
        let database = try await PostgresDatabase.open(url, connections: 4)
        try await makeThings(in: database)
        try await body(database, url)
        await database.close()
    }
}

/// Makes so many connections: as many reads at once.
private func spread(_ database: PostgresDatabase, over count: Int) async throws {
    let gate = Gate()
    let reads = (0..<count).map { _ in Task { try await database.read { _ in gate.pass() } } }
    try await gate.arrival(of: count)
    gate.open()
    for read in reads { try await read.value }
}

/// Ends the server's process behind a connection, as an administrator may, and waits until it has gone.
private func end(_ connection: any Connection) throws {
    let pid = Int32(try connection.run("SELECT pg_backend_pid()")[0].integer(0))
    kill(pid, SIGTERM)
    while kill(pid, 0) == 0 { usleep(1000) }
}
