import Foundation
import GRDB
import GRDBSQLite

/// What must hold of the file before anybody is told that anything is durable (S-83).
enum SQLiteSelfTest {
    /// The writer's settings, `synchronous` = FULL among them, and whether the log is written ahead.
    static let durable: [String: Int64] = [
        "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "trusted_schema": 0, "wal": 1,
    ]

    static func run(_ pool: DatabasePool, folder: String) async throws {
        try check(version: sqlite3_libversion_number())
        let settings = try await translating { try await pool.writeWithoutTransaction { try read($0) } }
        try check(settings)
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        try check(free: (attributes?[.systemFreeSize] as? NSNumber)?.int64Value, folder: folder)
    }

    static func check(version: Int32) throws {
        guard version >= 3_039_000 else { throw StorageError.unavailable(hint: "Il faut SQLite 3.39 ou plus récent.") }
    }

    static func check(_ settings: [String: Int64]) throws {
        for (name, value) in durable.sorted(by: { $0.key < $1.key }) where settings[name] != value {
            throw StorageError.unavailable(
                hint: "SQLite n’est pas réglé pour durer (\(name)) : le serveur ne démarre pas."
            )
        }
    }

    /// Not every file system tells what it has left.
    static func check(free: Int64?, folder: String) throws {
        if let free, free < 64 << 20 {
            throw StorageError.unavailable(hint: "Il reste moins de 64 Mo sur le disque de \(folder).")
        }
    }

    private static func read(_ database: GRDB.Database) throws -> [String: Int64] {
        var settings: [String: Int64] = [:]
        for name in durable.keys where name != "wal" {
            settings[name] = try Int64.fetchOne(database, sql: "PRAGMA \(name)")
        }
        settings["wal"] = try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal" ? 1 : 0
        return settings
    }
}
