public import Storage
import Synchronization

/// A real database that is away for the writes that a test says.
public final class StumblingDatabase: Database {
    private struct Stumbling {
        var passing = 0
        var failing = 0
    }

    private let whole: any Database
    private let state = Mutex(Stumbling())

    public init(_ whole: any Database) { self.whole = whole }

    /// The next writes find nobody, once so many have gone through.
    public func fail(next count: Int = .max, after passing: Int = 0) {
        state.withLock { $0 = Stumbling(passing: passing, failing: count) }
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await whole.read(body)
    }

    public func enqueue<T: Sendable>(
        _ scope: Scope,
        _ body: @escaping @Sendable (any Connection) throws -> T
    ) throws -> PendingWrite<T> {
        let fails = state.withLock { state in
            if state.passing > 0 {
                state.passing -= 1
                return false
            }
            defer { state.failing = max(0, state.failing - 1) }
            return state.failing > 0
        }
        if fails { throw StorageError.unavailable(hint: "away") }
        return try whole.enqueue(scope, body)
    }

    public func integrityFaults() async throws -> [String] { try await whole.integrityFaults() }

    public func close() async { await whole.close() }
}
