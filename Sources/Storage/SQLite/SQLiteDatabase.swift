import Dispatch
import Foundation
import GRDB

/// The embedded engine: one file, one process, one writer.
public final class SQLiteDatabase: Database {
    private let pool: DatabasePool
    /// Nil where it was opened for reading.
    private let lock: SingleOpener?
    private let patience: Patience
    private let writer: DispatchQueue
    private let queue: WriteQueue

    /// Opens `registre.db` in a folder, which is made if need be, and tests that it is as it must be (S-83).
    ///
    /// - Throws: `StorageError.unavailable` with what to do, where another process has it or it is not fit for use.
    public static func open(_ folder: String) async throws -> SQLiteDatabase {
        try await open(folder, patience: Patience())
    }

    static func open(_ folder: String, patience: Patience) async throws -> SQLiteDatabase {
        let path = folder + "/registre.db"
        try prepare(folder)
        let lock = try SingleOpener(folder: folder)
        guard
            FileManager.default.fileExists(atPath: path)
                || FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw StorageError.unavailable(hint: "Impossible de créer \(path).") }
        let pool = try translating { try DatabasePool(path: path, configuration: configuration(patience)) }
        try await translating { try await pool.writeWithoutTransaction { try prepare($0) } }
        try await SQLiteSelfTest.run(pool, folder: folder)
        return SQLiteDatabase(pool, lock, patience)
    }

    /// Opens what another process may be serving, to read it: takes no lock, makes nothing, and every write is refused.
    ///
    /// - Throws: `StorageError.unavailable` where there is no database in the folder.
    public static func openReading(_ folder: String) throws -> SQLiteDatabase {
        let path = folder + "/registre.db"
        guard FileManager.default.fileExists(atPath: path) else {
            throw StorageError.unavailable(hint: "Aucun registre dans le dossier \(folder).")
        }
        let patience = Patience()
        var configuration = configuration(patience)
        configuration.readonly = true
        return SQLiteDatabase(
            try translating { try DatabasePool(path: path, configuration: configuration) },
            nil,
            patience
        )
    }

    private init(_ pool: DatabasePool, _ lock: SingleOpener?, _ patience: Patience) {
        let writer = DispatchQueue(label: "doleances.sqlite.writer")
        self.pool = pool
        self.lock = lock
        self.patience = patience
        self.writer = writer
        queue = WriteQueue { writes in
            await settle(writes) { writes in
                await withCheckedContinuation { done in
                    writer.async {
                        done.resume(returning: Self.attempt(writes, pool, patience))
                        // Between two batches, on the one connection that writes (security: K3): nobody who has just
                        // written waits for it.
                        pool.writeWithoutTransaction { SQLiteConnection($0, patience).shortenLog() }
                    }
                }
            }
        }
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        let patience = patience
        do {
            return try await translating {
                // Unsafe only as long as nothing holds a snapshot, as we do: GRDB's own takes several statements of its
                // kind.
                try await pool.unsafeRead { database in
                    let connection = SQLiteConnection(database, patience)
                    defer { connection.tidy() }
                    return try connection.snapshot(body)
                }
            }
        } catch is StorageError where Task.isCancelled {
            // GRDB interrupts the statement under way, which the engine tells as if it had been late.
            throw CancellationError()
        }
    }

    public func enqueue<T: Sendable>(
        _ scope: Scope,
        _ body: @escaping @Sendable (any Connection) throws -> T
    ) throws -> PendingWrite<T> {
        try queue.enqueue(body)
    }

    public func close() async {
        let (pool, lock, patience) = (pool, lock, patience)
        // After the batch under way, and before those that follow, which find it closed.
        await withCheckedContinuation { done in
            writer.async {
                // GRDB closes the writer before those who read, and they may not empty the log into the file: who copies
                // the file alone would lose what is in the log.
                if lock != nil { pool.writeWithoutTransaction { SQLiteConnection($0, patience).emptyLog() } }
                // Only a connection that is really closed lets somebody else in.
                if (try? pool.close()) != nil { lock?.release() }
                done.resume()
            }
        }
    }

    /// Its file is overwritten by `secure_delete`, and what was written before stands in the log until that is emptied.
    public func scrub() async {
        let (pool, patience) = (pool, patience)
        await withCheckedContinuation { done in
            writer.async {
                pool.writeWithoutTransaction { SQLiteConnection($0, patience).emptyLog() }
                done.resume()
            }
        }
    }

    public func integrityFaults() async throws -> [String] {
        do {
            // Not as a read of ours: a large file takes longer than a statement may.
            let found = try await translating {
                try await pool.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
            }
            return found.filter { $0 != "ok" }
        } catch StorageError.failed(let words) {
            // Where too much is damaged, SQLite cannot finish the list.
            return [words]
        }
    }

    private static func attempt(_ writes: [QueuedWrite], _ pool: DatabasePool, _ patience: Patience) -> BatchEnd {
        pool.writeWithoutTransaction { database in
            let connection = SQLiteConnection(database, patience)
            defer { connection.tidy() }
            return runBatch(writes, in: connection)
        }
    }

    private static func prepare(_ folder: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw StorageError.unavailable(hint: "Impossible de créer le dossier \(folder) : vérifiez ses droits.")
        }
    }

    private static func configuration(_ patience: Patience) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(Double(patience.busy.milliseconds) / 1000)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { database in
            try database.execute(
                sql: "PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON; PRAGMA cache_size = -8000"
            )
        }
        return configuration
    }

    /// GRDB lowers `synchronous` after every hook of ours, so it is set here, on the open writer (security: K1).
    ///
    /// What a savepoint needs to undo stays in memory, and does not go to a temporary file page by page. SQLite shortens
    /// the log by itself only where we could not, at four times the length of `shortenLog`. Where a long read has let it
    /// grow beyond that, its file is cut to that length, 32 MB, when it begins anew.
    private static func prepare(_ database: GRDB.Database) throws {
        try database.execute(
            sql: """
                PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;
                PRAGMA wal_autocheckpoint = 8000; PRAGMA journal_size_limit = 32768000
                """
        )
    }
}
