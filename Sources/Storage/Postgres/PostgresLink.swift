import CPostgres

/// One connection to PostgreSQL, on its own thread.
actor PostgresLink {
    private let thread = PostgresThread()
    private let session: PostgresSession

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// - Throws: `StorageError.unavailable` where the server cannot be reached.
    init(_ address: PostgresAddress) async throws {
        session = try PostgresSession(address)
    }

    /// Whether the connection still stands.
    var isAlive: Bool { session.isConnected }

    /// Runs `body` in a read-only snapshot.
    func read<T: Sendable>(_ body: @Sendable (any Connection) throws -> T) throws -> T {
        try session.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        do {
            let value = try body(session)
            try session.execute("COMMIT")
            return value
        } catch {
            session.rollback()
            throw error
        }
    }

    /// Runs a batch under a scope's lock. - Returns: what ended it before its commit, if anything did.
    func commit(_ writes: [QueuedWrite], _ scope: Scope) -> (any Error)? {
        runBatch(writes, in: PostgresTransaction(session: session, scope: scope))
    }

    /// Runs something outside any transaction: the self-test, the domain.
    func plain<T: Sendable>(_ body: @Sendable (any Connection) throws -> T) throws -> T { try body(session) }
}

/// A batch's transaction: it begins by taking the scope's lock.
struct PostgresTransaction: BatchTransaction {
    let session: PostgresSession
    let scope: Scope

    @discardableResult
    func run(_ sql: SQL) throws -> [Row] { try session.run(sql) }
    func script(_ text: String) throws { try session.script(text) }

    /// Organisations share the installation's lock, which migrations and the like take for themselves.
    func begin() throws {
        try session.execute("BEGIN")
        let everything = Scope.installation.lockKey
        if scope == .installation {
            try session.run("SELECT pg_advisory_xact_lock(\(everything))::text")
        } else {
            try session.run("SELECT pg_advisory_xact_lock_shared(\(everything))::text")
            try session.run("SELECT pg_advisory_xact_lock(\(scope.lockKey))::text")
        }
    }

    func commit() throws {
        do {
            try session.execute("COMMIT")
        } catch {
            // Sent, and the line is dead: nobody can say whether it happened.
            if !session.isConnected { throw StorageError.outcomeUnknown }
            throw error
        }
    }

    func rollback() { session.rollback() }

    var isAlive: Bool { session.isConnected && session.isInTransaction }
}

extension Scope {
    /// FNV-1a of the name, 64 bits: stable across versions and servers.
    var lockKey: Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in "doleances/\(name)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int(truncatingIfNeeded: hash)
    }
}
