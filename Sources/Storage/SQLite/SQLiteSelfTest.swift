import Foundation
import GRDB
import GRDBSQLite

/// What must hold of the file before anybody is told that anything is durable (S-83).
enum SQLiteSelfTest {
    static func run(_ pool: DatabasePool, folder: String) async throws {
        guard sqlite3_libversion_number() >= 3_039_000 else {
            throw StorageError.unavailable(hint: "Il faut SQLite 3.39 ou plus récent.")
        }
        let expected: [(String, Int64)] = [
            ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1), ("trusted_schema", 0),
        ]
        let found = try await translating {
            try await pool.writeWithoutTransaction { database in
                var found: [String: Int64] = [:]
                for (name, _) in expected { found[name] = try Int64.fetchOne(database, sql: "PRAGMA \(name)") }
                found["wal"] = try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal" ? 1 : 0
                return found
            }
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
