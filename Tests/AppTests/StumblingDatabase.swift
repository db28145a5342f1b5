import Storage
import Synchronization

/// A database that is away for as many writes as a test says.
final class StumblingDatabase: Database {
    private let database: any Database
    private let failures = Mutex(0)

    init(_ database: any Database) { self.database = database }

    /// The next writes find nobody.
    func fail(next count: Int) { failures.withLock { $0 = count } }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await database.read(body)
    }

    func write<T: Sendable>(
        _ scope: Scope,
        _ body: @escaping @Sendable (any Connection) throws -> T
    ) async throws -> T {
        let fails = failures.withLock { failures in
            defer { failures = max(0, failures - 1) }
            return failures > 0
        }
        if fails { throw StorageError.unavailable(hint: "away") }
        return try await database.write(scope, body)
    }

    func integrityFaults() async throws -> [String] { try await database.integrityFaults() }

    func close() async { await database.close() }
}
