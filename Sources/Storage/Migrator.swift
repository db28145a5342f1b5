import Crypto
import Foundation

/// A numbered script, one text for both engines, never changed once released.
public struct Migration: Sendable, Hashable {
    /// `0001-register.sql`: the order is the names'.
    public let name: String
    /// Several statements.
    public let script: String

    public init(name: String, script: String) {
        self.name = name
        self.script = script
    }

    var digest: String { SHA256.hash(data: Data(script.utf8)).map { String(format: "%02x", $0) }.joined() }
}

/// Why the tables cannot be brought up to date. The server refuses to start.
public enum MigrationError: Error, Equatable {
    /// A script that was already run has been changed since.
    case edited(name: String)
    /// The database was made by a newer version: it knows a script that we do not.
    case newer(name: String)
    /// The database was made by an older version, or is empty: who only reads does not bring it up to date.
    case behind(name: String)
}

/// Brings the tables up to date: each script once, in order, in a transaction of its own, its digest on record.
public struct Migrator: Sendable {
    public init() {}

    /// - Throws: `MigrationError` before anything is changed; `StorageError`.
    public func migrate(_ database: any Database, _ migrations: [Migration]) async throws {
        let migrations = migrations.sorted { $0.name < $1.name }
        try await database.write { connection in
            try connection.script(
                "CREATE TABLE IF NOT EXISTS schema_migration (name TEXT PRIMARY KEY, digest TEXT NOT NULL)"
            )
        }
        for migration in try await missing(database, migrations) {
            try await database.write { connection in try apply(migration, connection) }
        }
    }

    /// Whether the tables are as these scripts leave them, for who only reads. - Throws: `MigrationError`; `StorageError`.
    public func check(_ database: any Database, _ migrations: [Migration]) async throws {
        let migrations = migrations.sorted { $0.name < $1.name }
        do {
            let missing = try await missing(database, migrations)
            if let first = missing.first { throw MigrationError.behind(name: first.name) }
        } catch StorageError.failed {
            // There is not even the table that says which scripts were run.
            throw MigrationError.behind(name: migrations.first?.name ?? "")
        }
    }

    /// The scripts not run yet, in order. - Throws: `MigrationError` where those that were are not ours.
    private func missing(_ database: any Database, _ migrations: [Migration]) async throws -> [Migration] {
        let known = try await database.read { connection in
            let rows = try connection.run("SELECT name, digest FROM schema_migration ORDER BY name")
            return try Dictionary(uniqueKeysWithValues: rows.map { (try $0.text(0), try $0.text(1)) })
        }
        for name in known.keys.sorted() where !migrations.contains(where: { $0.name == name }) {
            throw MigrationError.newer(name: name)
        }
        for migration in migrations where known[migration.name].map({ $0 != migration.digest }) == true {
            throw MigrationError.edited(name: migration.name)
        }
        return migrations.filter { known[$0.name] == nil }
    }

    /// Runs a script unless another server has just done it.
    private func apply(_ migration: Migration, _ connection: any Connection) throws {
        let done = try connection.run("SELECT digest FROM schema_migration WHERE name = \(migration.name)")
        if let done = done.first {
            guard try done.text(0) == migration.digest else { throw MigrationError.edited(name: migration.name) }
            return
        }
        try connection.script(migration.script)
        try connection.run(
            "INSERT INTO schema_migration (name, digest) VALUES (\(migration.name), \(migration.digest))"
        )
    }
}
