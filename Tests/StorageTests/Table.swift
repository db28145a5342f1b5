import Foundation
import Synchronization
import TestSupport

@testable import Storage

/// Runs `body` on an engine with one table, `thing`.
func withThings(
    _ engine: Engine,
    patience: Patience = Patience(),
    connections: Int = 4,
    _ body: (any Database) async throws -> Void
) async throws {
    let database: any Database =
        switch engine {
        case .sqlite: try await SQLiteDatabase.open(Scratch.newPath("base"), patience: patience)
        case .postgres:
            try await PostgresDatabase.open(
                try await PostgresServer.shared.createDatabase(),
                connections: connections,
                patience: patience
            )
        }
    do {
        try await makeThings(in: database)
        try await body(database)
    } catch {
        await database.close()
        throw error
    }
    await database.close()
}

func makeThings(in database: any Database) async throws {
    try await database.write { connection in
        try connection.script("CREATE TABLE thing (id TEXT PRIMARY KEY, number BIGINT, bytes BLOB)")
    }
}

extension Database {
    /// Adds a thing by a write of its own.
    func add(_ id: String, _ scope: Scope = .installation) async throws {
        try await write(scope) { try $0.add(id) }
    }

    /// The things that are there, in order.
    var things: [String] {
        get async throws { try await read { try $0.run("SELECT id FROM thing ORDER BY id").map { try $0.text(0) } } }
    }
}

extension Connection {
    func add(_ id: String) throws { try run("INSERT INTO thing (id) VALUES (\(id))") }
}

/// What a write does.
typealias Body = @Sendable (any Connection) throws -> Void

/// What a test's own body throws.
struct Upset: Error, Equatable {}

/// Holds bodies until the test opens it: a body cannot wait otherwise.
final class Gate: Sendable {
    private struct State {
        var isOpen = false
        var arrivals = 0
    }

    private let state = Mutex(State())

    /// Stops here until the gate is open.
    func pass() {
        state.withLock { $0.arrivals += 1 }
        while !state.withLock({ $0.isOpen }) { usleep(1000) }
    }

    func open() { state.withLock { $0.isOpen = true } }

    /// Waits until somebody stands before it, or so many do.
    func arrival(of count: Int = 1) async throws {
        while state.withLock({ $0.arrivals }) < count { try await Task.sleep(for: .milliseconds(2)) }
    }
}

/// Counts, from anywhere.
final class Tally: Sendable {
    private let count = Mutex(0)

    @discardableResult func increment() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }

    var value: Int { count.withLock { $0 } }

    /// Waits until so many have counted themselves on their way to a queue, and then for long enough that they stand in
    /// it: they have nothing else to do, and no queue tells how many wait.
    func queue(of expected: Int) async throws {
        while value < expected { try await Task.sleep(for: .milliseconds(2)) }
        try await Task.sleep(for: .milliseconds(300))
    }
}

/// The writes, each in the same scope, as one batch: they gather behind one that is held until all of them wait.
func inOneBatch<T: Sendable>(
    _ database: any Database,
    _ bodies: [@Sendable (any Connection) throws -> T]
) async throws -> [Result<T, any Error>] {
    let (gate, begun) = (Gate(), Tally())
    async let leader: Void = database.write { _ in gate.pass() }
    try await gate.arrival()
    let outcomes = await withTaskGroup(of: (Int, Result<T, any Error>).self) { group in
        for (index, body) in bodies.enumerated() {
            group.addTask {
                begun.increment()
                do { return (index, .success(try await database.write(body))) } catch {
                    return (index, .failure(error))
                }
            }
        }
        group.addTask {
            try? await begun.queue(of: bodies.count)
            gate.open()
            return (-1, .failure(Upset()))
        }
        return await group.reduce(into: [Int: Result<T, any Error>]()) { $0[$1.0] = $1.1 }
    }
    try await leader
    return bodies.indices.compactMap { outcomes[$0] }
}

extension Result {
    /// The error as storage's own; nil for a success and for others' errors.
    var storageError: StorageError? {
        if case .failure(let error) = self { error as? StorageError } else { nil }
    }

    var isSuccess: Bool {
        if case .success = self { true } else { false }
    }
}

extension Collection {
    /// How many went well.
    func successes<T>() -> Int where Element == Result<T, any Error> { count(where: \.isSuccess) }
}

extension StorageError {
    var isUnavailable: Bool { if case .unavailable = self { true } else { false } }
    var isFailed: Bool { if case .failed = self { true } else { false } }
}

/// What the body throws, as storage's own error; nil where it throws nothing, or somebody else's.
func storageError(_ body: () async throws -> Void) async -> StorageError? {
    do { try await body() } catch { return error as? StorageError }
    return nil
}
