public import Storage
import Synchronization

/// A real database that is away for the writes that a test says, or for reads.
public final class StumblingDatabase: Database {
    private struct Stumbling {
        var passing = 0
        var failing = 0
        var blinds = false
        var isBlind = false
    }

    private let whole: any Database
    private let state = Mutex(Stumbling())

    public init(_ whole: any Database) { self.whole = whole }

    /// The next writes find nobody, once so many have gone through.
    public func fail(next count: Int = .max, after passing: Int = 0) {
        state.withLock { $0 = Stumbling(passing: passing, failing: count) }
    }

    /// Reads find nobody once something more is written, until they are to find it again.
    public func blind(onceWritten: Bool) {
        state.withLock { state in
            state.blinds = onceWritten
            if !onceWritten { state.isBlind = false }
        }
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        if state.withLock({ $0.isBlind }) { throw StorageError.unavailable(hint: "away") }
        return try await whole.read(body)
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
        if !fails { state.withLock { $0.isBlind = $0.blinds } }
        if fails { throw StorageError.unavailable(hint: "away") }
        return try whole.enqueue(scope, body)
    }

    public func integrityFaults() async throws -> [String] { try await whole.integrityFaults() }

    public func scrub() async { await whole.scrub() }

    public func close() async { await whole.close() }
}
