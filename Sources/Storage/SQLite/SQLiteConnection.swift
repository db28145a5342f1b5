import Dispatch
import Foundation
import GRDB
import GRDBSQLite

/// A connection of GRDB's as ours.
struct SQLiteConnection: BatchTransaction {
    /// How many statements stay prepared: lists of every length make many texts, and GRDB keeps each.
    static let mostPrepared = 200

    private let database: GRDB.Database
    private let patience: Patience

    init(_ database: GRDB.Database, _ patience: Patience) {
        self.database = database
        self.patience = patience
    }

    func run(_ sql: SQL) throws -> [Row] {
        try translating {
            let statement = try database.cachedStatement(sql: sql.text)
            guard sqlite3_bind_parameter_count(statement.sqliteStatement) == sql.values.count else {
                throw StorageError.failed("a statement and its values do not match")
            }
            let arguments = StatementArguments(sql.values.map(\.argument))
            return try withDeadline {
                let cursor = try GRDB.Row.fetchCursor(statement, arguments: arguments)
                var rows: [Row] = []
                while try cursor.next() != nil { rows.append(try Row(current: statement.sqliteStatement)) }
                return rows
            }
        }
    }

    func script(_ text: String) throws { try translating { try database.execute(sql: text) } }

    func begin() throws { try script("BEGIN IMMEDIATE") }
    func commit() throws { try script("COMMIT") }

    func rollback() {
        if isAlive { try? script("ROLLBACK") }
    }

    var isAlive: Bool { database.isInsideTransaction }

    /// Between two transactions: forgets the statements prepared so far where they are too many.
    func tidy() {
        // SQLite does not forgive the question to a connection that is closed.
        guard let handle = database.sqliteConnection else { return }
        var (count, statement) = (0, sqlite3_next_stmt(handle, nil))
        while let found = statement {
            count += 1
            statement = sqlite3_next_stmt(handle, found)
        }
        if count > Self.mostPrepared { database.clearSchemaCache() }
    }

    /// Before the end: puts what is in the log into the file, as far as readers let it.
    func emptyLog() {
        // As above: closed twice is closed.
        guard database.sqliteConnection != nil else { return }
        _ = try? database.checkpoint(.truncate)
    }

    /// SQLite knows no time limit of its own: it asks now and then whether to go on.
    private func withDeadline<T>(_ work: () throws -> T) throws -> T {
        var deadline = DispatchTime.now() + .milliseconds(patience.statement.milliseconds)
        return try withUnsafeMutablePointer(to: &deadline) { deadline in
            let isLate: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { deadline in
                guard let deadline = deadline?.load(as: DispatchTime.self) else { return 0 }
                return DispatchTime.now() > deadline ? 1 : 0
            }
            sqlite3_progress_handler(database.sqliteConnection, 10_000, isLate, deadline)
            defer { sqlite3_progress_handler(database.sqliteConnection, 0, nil, nil) }
            return try work()
        }
    }
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

    /// - Throws: `StorageError.failed` for a type that the engines do not share.
    fileprivate init(_ statement: OpaquePointer, _ column: Int32) throws {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_NULL: self = .null
        case SQLITE_INTEGER: self = .integer(sqlite3_column_int64(statement, column))
        case SQLITE_TEXT:
            let text = UnsafeBufferPointer(
                start: sqlite3_column_text(statement, column),
                count: Int(sqlite3_column_bytes(statement, column))
            )
            self = .text(String(decoding: text, as: UTF8.self))
        case SQLITE_BLOB:
            let bytes = UnsafeRawBufferPointer(
                start: sqlite3_column_blob(statement, column),
                count: Int(sqlite3_column_bytes(statement, column))
            )
            self = .blob(Array(bytes))
        default: throw StorageError.failed("column \(column) is neither text, nor an integer, nor bytes")
        }
    }
}

extension Row {
    /// The row that a statement stands on. Read from SQLite itself: GRDB counts the columns before the first step, which
    /// may compile the statement anew, for a table that has more of them meanwhile.
    fileprivate init(current statement: OpaquePointer) throws {
        self.init(try (0..<sqlite3_column_count(statement)).map { try Value(statement, $0) })
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
