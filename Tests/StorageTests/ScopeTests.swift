import TestSupport
import Testing

@testable import Storage

@Suite struct `A scope` {
    @Test func `of one organisation does not wait for another's, on one server or on two`() async throws {
        let url = try await PostgresServer.shared.createDatabase()
        let servers = [try await PostgresDatabase.open(url), try await PostgresDatabase.open(url)]
        try await makeThings(in: servers[0])
        let gate = Gate()
        async let held: Void = servers[0].write(.organisation("a")) { connection in
            try connection.add("held")
            gate.pass()
        }
        try await gate.arrival()
        for (index, server) in servers.enumerated() { try await server.add("\(index)", .organisation("b")) }
        #expect(try await servers[1].things == ["0", "1"])
        gate.open()
        try await held
        for server in servers { await server.close() }
    }

    @Test(arguments: Engine.available) func `is one write's alone, and the whole installation's excludes all`(
        engine: Engine
    ) async throws {
        let pairs: [(Scope, Scope)] = [
            (.organisation("a"), .organisation("a")), (.installation, .organisation("a")),
            (.organisation("a"), .installation), (.installation, .installation),
        ]
        try await withThings(engine) { database in
            for (first, second) in pairs { try await expectAlone(database, database, first, second) }
        }
    }

    @Test func `is one write's alone between two servers as well`() async throws {
        let url = try await PostgresServer.shared.createDatabase()
        let (one, other) = (try await PostgresDatabase.open(url), try await PostgresDatabase.open(url))
        try await makeThings(in: one)
        try await expectAlone(one, other, .organisation("a"), .organisation("a"))
        try await expectAlone(one, other, .organisation("a"), .installation)
        try await expectAlone(one, other, .installation, .organisation("a"))
        await one.close()
        await other.close()
    }

    /// A write of `second` does not begin while one of `first` is under way.
    private func expectAlone(
        _ one: any Database,
        _ other: any Database,
        _ first: Scope,
        _ second: Scope
    ) async throws {
        let (gate, runs) = (Gate(), Tally())
        async let held: Void = one.write(first) { _ in gate.pass() }
        try await gate.arrival()
        async let waiting = other.write(second) { _ in runs.increment() }
        try await Task.sleep(for: .milliseconds(150))
        #expect(runs.value == 0, "\(first.name), then \(second.name)")
        gate.open()
        try await held
        _ = try await waiting
        #expect(runs.value == 1)
    }
}
