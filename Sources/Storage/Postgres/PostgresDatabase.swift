import Synchronization

/// PostgreSQL, for several servers over the same books.
public final class PostgresDatabase: Database {
    private let pool: PostgresPool
    private let queues = Mutex<[Scope: WriteQueue]>([:])

    /// Connects, makes the domain that lets both engines read one script, and tests that the server is fit (S-83).
    ///
    /// - Parameters:
    ///   - url: `postgresql://…`, as libpq knows it.
    ///   - connections: how many at most.
    /// - Throws: `StorageError.unavailable` with what to do.
    public static func open(_ url: String, connections: Int = 8) async throws -> PostgresDatabase {
        let pool = PostgresPool(PostgresAddress(url), most: connections)
        do {
            try await pool.with { link in try await link.plain(PostgresSelfTest.run) }
        } catch {
            await pool.close()
            throw error
        }
        return PostgresDatabase(pool)
    }

    private init(_ pool: PostgresPool) { self.pool = pool }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await pool.with { link in try await link.read(body) }
    }

    public func write<T: Sendable>(
        _ scope: Scope,
        _ body: @escaping @Sendable (any Connection) throws -> T
    ) async throws -> T {
        try await queue(of: scope).submit(body)
    }

    public func integrityFaults() async throws -> [String] { [] }

    public func close() async { await pool.close() }

    private func queue(of scope: Scope) -> WriteQueue {
        queues.withLock { queues in
            if let queue = queues[scope] { return queue }
            let pool = pool
            let queue = WriteQueue { writes in await Self.commit(writes, scope, pool) }
            queues[scope] = queue
            return queue
        }
    }

    /// Commits a batch. Where the connection was lost before its commit was sent, once more on another: nothing had
    /// happened, and bodies may run again.
    private static func commit(_ writes: [QueuedWrite], _ scope: Scope, _ pool: PostgresPool) async {
        var failure: (any Error)?
        for _ in 1...2 {
            do {
                let (error, isAlive) = try await pool.with { link in
                    (await link.commit(writes, scope), await link.isAlive)
                }
                failure = error
                if error == nil || isAlive { break }
            } catch {
                failure = error
                break
            }
        }
        if let failure {
            for write in writes { write.settle(failure) }
        }
    }
}

/// What must hold of a server before anybody is told that anything is durable (S-83).
enum PostgresSelfTest {
    @Sendable static func run(_ connection: any Connection) throws {
        let version = try connection.run("SELECT current_setting('server_version_num')")[0].text(0)
        guard Int(version) ?? 0 >= 150_000 else {
            throw StorageError.unavailable(hint: "Il faut PostgreSQL 15 ou plus récent.")
        }
        let database = try connection.run(
            """
            SELECT datcollate::text, pg_encoding_to_char(encoding)::text FROM pg_database WHERE datname = current_database()
            """
        )[0]
        guard try ["C", "POSIX"].contains(database.text(0)), try database.text(1) == "UTF8" else {
            throw StorageError.unavailable(
                hint:
                    "Créez la base ainsi : CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'."
            )
        }
        for setting in ["fsync", "full_page_writes"] {
            let value = try connection.run("SELECT current_setting(\(setting))")[0].text(0)
            guard value == "on" else {
                throw StorageError.unavailable(hint: "PostgreSQL n’est pas réglé pour durer : \(setting) doit être on.")
            }
        }
        try connection.script(
            "DO $$ BEGIN CREATE DOMAIN blob AS bytea; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"
        )
    }
}
