/// One connection to PostgreSQL, on its own thread.
actor PostgresLink {
    /// The connection was lost, or what was prepared on it went stale, while nothing was final yet: worth another try.
    struct Interrupted: Error {
        let cause: any Error
    }

    private let thread = PostgresThread()
    private var session: PostgresSession?

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// Connects: here, and not in `init`, which would block the thread of whoever asks.
    ///
    /// - Throws: `StorageError.unavailable` where the server cannot be reached.
    func connect(_ address: PostgresAddress, _ patience: Patience) throws {
        session = try PostgresSession(address, patience)
    }

    /// Whether the connection still stands.
    var isAlive: Bool { session?.isConnected ?? false }

    /// Runs `body` in a read-only snapshot. - Throws: what it throws; `Interrupted`.
    func read<T: Sendable>(_ body: @Sendable (any Connection) throws -> T) throws -> T {
        let session = try connected()
        do {
            try session.begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            let value = try session.runBody(body)
            try session.execute("COMMIT")
            return value
        } catch {
            session.rollback()
            throw session.isInterrupted ? Interrupted(cause: error) : error
        }
    }

    /// Runs a batch under a scope's lock. - Throws: `Interrupted`.
    func commit(_ writes: [QueuedWrite], _ scope: Scope) throws -> BatchEnd {
        let session = try connected()
        let end = runBatch(writes, in: PostgresTransaction(session: session, scope: scope))
        switch end {
        case .notBegun(let error) where session.isInterrupted, .undone(let error) where session.isInterrupted:
            throw Interrupted(cause: error)
        default: return end
        }
    }

    /// Runs something outside any transaction: the self-test, the domain.
    func plain<T: Sendable>(_ body: @Sendable (any Connection) throws -> T) throws -> T { try body(connected()) }

    private func connected() throws -> PostgresSession {
        guard let session else { throw StorageError.lostConnection }
        return session
    }
}
