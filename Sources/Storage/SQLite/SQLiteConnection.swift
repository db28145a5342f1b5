import Foundation
import GRDB

/// A connection of GRDB's as ours.
struct SQLiteConnection: BatchTransaction {
    private let database: GRDB.Database

    init(_ database: GRDB.Database) { self.database = database }

    func run(_ sql: SQL) throws -> [Row] {
        do {
            let statement = try database.cachedStatement(sql: sql.text)
            let cursor = try GRDB.Row.fetchCursor(statement, arguments: StatementArguments(sql.values.map(\.argument)))
            var rows: [Row] = []
            while let row = try cursor.next() { rows.append(Row((0..<row.count).map { Value(row, $0) })) }
            return rows
        } catch {
            throw StorageError(sqlite: error) ?? error
        }
    }

    func script(_ text: String) throws {
        do { try database.execute(sql: text) } catch { throw StorageError(sqlite: error) ?? error }
    }

    func begin() throws { try script("BEGIN IMMEDIATE") }
    func commit() throws { try script("COMMIT") }

    func rollback() {
        if isAlive { try? script("ROLLBACK") }
    }

    var isAlive: Bool { database.isInsideTransaction }
}

extension Value {
    fileprivate var argument: (any DatabaseValueConvertible)? {
        switch self {
        case .text(let text): text
        case .integer(let integer): integer
        case .blob(let bytes): Data(bytes)
        case .null: nil
        }
    }

    fileprivate init(_ row: GRDB.Row, _ column: Int) {
        let stored: DatabaseValue = row[column]
        self =
            switch stored.storage {
            case .null: .null
            case .int64(let integer): .integer(integer)
            case .double(let double): .text(String(double))
            case .string(let text): .text(text)
            case .blob(let data): .blob(Array(data))
            }
    }
}

extension StorageError {
    /// What an error of SQLite's means; nil for an error of somebody else's.
    init?(sqlite error: any Error) {
        guard let error = error as? DatabaseError else { return nil }
        switch (error.extendedResultCode, error.resultCode) {
        case (.SQLITE_CONSTRAINT_UNIQUE, _), (.SQLITE_CONSTRAINT_PRIMARYKEY, _): self = .duplicate
        case (_, .SQLITE_BUSY), (_, .SQLITE_LOCKED):
            self = .unavailable(hint: "La base est occupée par un autre programme. Fermez-le, puis recommencez.")
        case (_, .SQLITE_FULL): self = .full
        case (_, .SQLITE_INTERRUPT): self = .timedOut
        case (_, .SQLITE_MISUSE): self = .unavailable(hint: "La base est fermée.")
        default: self = .failed("SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "")")
        }
    }
}

/// Runs something of GRDB's with its errors as ours.
func translating<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch { throw StorageError(sqlite: error) ?? error }
}

/// The same for something that waits.
func translating<T: Sendable>(_ body: @Sendable () async throws -> T) async throws -> T {
    do { return try await body() } catch { throw StorageError(sqlite: error) ?? error }
}
