import TestSupport
import Testing

@testable import Storage

@Suite struct `A commit that is never answered` {
    private static let faults: [(PostgresProxy.Fault, happened: Bool)] = [
        (.answerLost, true), (.answerWithheld, true), (.commitLost, false),
    ]

    // Shows: S-63
    @Test(arguments: faults) func `is reported as unknown, and not tried again`(
        fault: PostgresProxy.Fault,
        happened: Bool
    ) async throws {
        try await withProxy { proxy, database in
            try proxy.setFault(fault)
            let (before, runs) = (proxy.commits, Tally())
            await #expect(throws: StorageError.outcomeUnknown) {
                try await database.write { connection in
                    runs.increment()
                    try connection.add("x")
                }
            }
            #expect(runs.value == 1)
            #expect(proxy.commits == before + 1)
            try proxy.setFault(.none)
            #expect(try await database.things == (happened ? ["x"] : []))
        }
    }

    // Shows: S-63
    @Test(arguments: faults)
    func `is unknown to all of its batch but what failed by itself, and nobody is told that it happened`(
        fault: PostgresProxy.Fault,
        happened: Bool
    ) async throws {
        try await withProxy { proxy, database in
            let bodies: [Body] = [
                { connection in
                    try connection.add("a")
                    try proxy.setFault(fault)
                },
                { _ in throw Upset() },
                { try $0.add("b") },
            ]
            let written = try await inOneBatch(database, bodies)
            // The second has failed by itself, whatever became of the commit.
            #expect(written.map(\.storageError) == [.outcomeUnknown, nil, .outcomeUnknown] && !written[1].isSuccess)
            try proxy.setFault(.none)
            #expect(try await database.things == (happened ? ["a", "b"] : []))
            try await database.add("c")
        }
    }

    private func withProxy(_ body: (PostgresProxy, PostgresDatabase) async throws -> Void) async throws {
        // What the server does not answer in time is given up.
        let patience = Patience(statement: .milliseconds(500), answer: .milliseconds(500))
        try await PostgresProxy.run(before: try await PostgresServer.shared.createDatabase()) { proxy in
            let database = try await PostgresDatabase.open(proxy.url, connections: 4, patience: patience)
            try await makeThings(in: database)
            try await body(proxy, database)
            await database.close()
        }
    }
}
