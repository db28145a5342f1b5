import Dispatch
import Foundation
import GRDB

/// The embedded engine: one file, one process, one writer.
public final class SQLiteDatabase: Database {
    private let pool: DatabasePool
    private let lock: SingleOpener
    private let writer = DispatchQueue(label: "doleances.sqlite.writer")
    private let queue: WriteQueue

    /// Opens `registre.db` in a folder, which is made if need be, and tests that it is as it must be (S-83).
    ///
    /// - Throws: `StorageError.unavailable` with what to do, where another process has it or it is not fit for use.
    public static func open(_ folder: String) async throws -> SQLiteDatabase {
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        let lock = try SingleOpener(folder: folder)
        let path = folder + "/registre.db"
        guard
            FileManager.default.fileExists(atPath: path)
                || FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw StorageError.unavailable(hint: "Impossible de créer \(path).") }
        let pool = try translating { try DatabasePool(path: path, configuration: configuration) }
        try await translating { try await pool.writeWithoutTransaction { try prepare($0) } }
        let database = SQLiteDatabase(pool: pool, lock: lock)
        try await database.selfTest(folder: folder)
        return database
    }

    private init(pool: DatabasePool, lock: SingleOpener) {
        self.pool = pool
        self.lock = lock
        let writer = writer
        queue = WriteQueue { writes in
            await withCheckedContinuation { done in
                writer.async {
                    Self.commit(writes, pool)
                    done.resume()
                }
            }
        }
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await translating { try await pool.read { try body(SQLiteConnection($0)) } }
    }

    public func write<T: Sendable>(
        _ scope: Scope,
        _ body: @escaping @Sendable (any Connection) throws -> T
    ) async throws -> T {
        try await queue.submit(body)
    }

    public func close() async {
        try? pool.close()
        lock.release()
    }

    public func integrityFaults() async throws -> [String] {
        try await read { connection in
            try connection.run("PRAGMA integrity_check").map { try $0.text(0) }.filter { $0 != "ok" }
        }
    }

    private static func commit(_ writes: [QueuedWrite], _ pool: DatabasePool) {
        if let failure = pool.writeWithoutTransaction({ runBatch(writes, in: SQLiteConnection($0)) }) {
            let error = StorageError(sqlite: failure) ?? failure
            for write in writes { write.settle(error) }
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { database in
            try database.execute(
                sql: "PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON; PRAGMA cache_size = -8000"
            )
        }
        return configuration
    }

    /// GRDB lowers `synchronous` after every hook of ours, so it is set here, on the open writer (security: K1).
    private static func prepare(_ database: GRDB.Database) throws {
        try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
    }

    /// What must hold before anybody is told that anything is durable (S-83).
    private func selfTest(folder: String) async throws {
        let expected: [(String, Int64)] = [
            ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1), ("trusted_schema", 0),
        ]
        let found = try await pool.writeWithoutTransaction { database in
            var found: [String: Int64] = [:]
            for (name, _) in expected { found[name] = try Int64.fetchOne(database, sql: "PRAGMA \(name)") }
            found["wal"] = try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal" ? 1 : 0
            return found
        }
        for (name, value) in expected + [("wal", 1)] where found[name] != value {
            throw StorageError.unavailable(
                hint: "SQLite n’est pas réglé pour durer (\(name)) : le serveur ne démarre pas."
            )
        }
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        if let free = attributes?[.systemFreeSize] as? NSNumber, free.int64Value < 64 << 20 {
            throw StorageError.unavailable(hint: "Il reste moins de 64 Mo sur le disque de \(folder).")
        }
    }
}
