import Synchronization

/// PostgreSQL, for several servers over the same books.
public final class PostgresDatabase: Database {
    private let pool: PostgresPool
    private let isForReading: Bool
    private let queues = Mutex<[Scope: WriteQueue]>([:])

    /// Connects, makes the domain that lets both engines read one script, and tests that the server is fit (S-83).
    ///
    /// - Parameters:
    ///   - url: `postgresql://…`, as libpq knows it.
    ///   - connections: how many at most.
    /// - Throws: `StorageError.unavailable` with what to do.
    public static func open(_ url: String, connections: Int = 8) async throws -> PostgresDatabase {
        try await open(url, connections: connections, patience: Patience())
    }

    static func open(_ url: String, connections: Int = 8, patience: Patience) async throws -> PostgresDatabase {
        try await open(url, connections, patience, isForReading: false, PostgresSelfTest.run)
    }

    /// Connects to what others may be serving, to read it: nothing is made, every write is refused, and a server that only
    /// follows another will do.
    ///
    /// - Throws: `StorageError.unavailable` with what to do.
    public static func openReading(_ url: String) async throws -> PostgresDatabase {
        try await open(url, 2, Patience(), isForReading: true, PostgresSelfTest.checkOrder)
    }

    private static func open(
        _ url: String,
        _ connections: Int,
        _ patience: Patience,
        isForReading: Bool,
        _ test: @Sendable (any Connection) throws -> Void
    ) async throws -> PostgresDatabase {
        let address = try PostgresAddress(url, patience: patience)
        let pool = PostgresPool(address, most: connections, patience: patience)
        do {
            try await pool.with { link in try await link.plain(test) }
        } catch {
            await pool.close()
            throw error
        }
        return PostgresDatabase(pool, isForReading: isForReading)
    }

    private init(_ pool: PostgresPool, isForReading: Bool) {
        self.pool = pool
        self.isForReading = isForReading
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try Task.checkCancellation()
        let pool = pool
        let read = { @Sendable () async throws -> T in try await pool.with { link in try await link.read(body) } }
        do {
            return try await read()
        } catch is PostgresLink.Interrupted {
            do { return try await read() } catch let again as PostgresLink.Interrupted { throw again.cause }
        }
    }

    public func enqueue<T: Sendable>(
        _ scope: Scope,
        _ body: @escaping @Sendable (any Connection) throws -> T
    ) throws -> PendingWrite<T> {
        guard !isForReading else { throw StorageError.failed("the database was opened for reading") }
        return try queue(of: scope).enqueue(body)
    }

    /// What tells this database from every other that is served now, by whatever URL it was reached: its name, and when its
    /// server began.
    public func standing() async throws -> String {
        try await read { connection in
            let row = try connection.run("SELECT current_database() || ' ' || CAST(pg_postmaster_start_time() AS TEXT)")
            return try row[0].text(0)
        }
    }

    public func integrityFaults() async throws -> [String] { [] }

    /// Its own servants give the place of deleted rows away; what its log and its backups still have is its operator's.
    public func scrub() async {}

    public func close() async { await pool.close() }

    private func queue(of scope: Scope) -> WriteQueue {
        queues.withLock { queues in
            if let queue = queues[scope] { return queue }
            let pool = pool
            let queue = WriteQueue { writes in
                await settle(writes) { await Self.attempt($0, scope, pool) }
            }
            queues[scope] = queue
            return queue
        }
    }

    /// Runs a batch. Where it was interrupted before its commit was sent, once more on another connection: nothing had
    /// happened, and bodies may run again.
    private static func attempt(_ writes: [QueuedWrite], _ scope: Scope, _ pool: PostgresPool) async -> BatchEnd {
        let attempt = { @Sendable () async throws -> BatchEnd in
            try await pool.with(isCancellable: false) { link in try await link.commit(writes, scope) }
        }
        do {
            do { return try await attempt() } catch is PostgresLink.Interrupted { return try await attempt() }
        } catch let again as PostgresLink.Interrupted {
            return .undone(again.cause)
        } catch {
            return .notBegun(error)
        }
    }
}
