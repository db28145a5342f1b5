import Dispatch
import GRDB
import GRDBSQLite

/// A connection of GRDB's as ours.
struct SQLiteConnection: BatchTransaction {
    /// How many statements stay prepared: lists of every length make many texts, and GRDB keeps each.
    static let mostPrepared = 200
    /// After how many pages written the log is put into the file: 8 MB. Fewer, and the same pages would be put there
    /// again and again, each time with two more waits for the disk; more, and those who write then would wait longer.
    static let longestLog = 2_000

    private let database: GRDB.Database
    private let patience: Patience

    init(_ database: GRDB.Database, _ patience: Patience) {
        self.database = database
        self.patience = patience
    }

    func run(_ sql: SQL) throws -> [Row] {
        // What a cancelled task reads is for nobody. Writes come from no task: they are finished.
        try Task.checkCancellation()
        return try finish(sql)
    }

    /// Runs one statement, whatever has become of the task that asked.
    private func finish(_ sql: SQL) throws -> [Row] {
        try translating {
            // GRDB keeps it for as long as the connection, or until we `tidy`.
            let statement = PreparedStatement(try database.cachedStatement(sql: sql.text).sqliteStatement)
            guard statement.valueCount == sql.values.count else {
                throw StorageError.failed("a statement and its values do not match")
            }
            return try withDeadline { try statement.run(sql.values) }
        }
    }

    func script(_ text: String) throws { try translating { try database.execute(sql: text) } }

    func begin() throws { try script("BEGIN IMMEDIATE") }
    func commit() throws { try script("COMMIT") }

    func rollback() {
        if isAlive { try? script("ROLLBACK") }
    }

    var isAlive: Bool { database.isInsideTransaction }

    /// Runs `body` against one consistent view.
    func snapshot<T>(_ body: (any Connection) throws -> T) throws -> T {
        _ = try run("BEGIN DEFERRED")
        defer {
            _ = try? finish("COMMIT")
            // GRDB forgives no transaction that is left open.
            if isAlive { _ = try? finish("ROLLBACK") }
        }
        return try runBody(body)
    }

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

    /// Puts what is in the log into the file where enough has been written since, so that the log stays short and its
    /// readers quick. Here rather than by SQLite itself, which does so before it answers the commit.
    func shortenLog() {
        guard let handle = database.sqliteConnection else { return }
        var (pages, most) = (Int32(0), Int32(0))
        sqlite3_db_status(handle, SQLITE_DBSTATUS_CACHE_WRITE, &pages, &most, 0)
        guard pages >= Self.longestLog else { return }
        sqlite3_db_status(handle, SQLITE_DBSTATUS_CACHE_WRITE, &pages, &most, 1)
        _ = try? database.checkpoint(.passive)
    }

    /// Before the end, and once something was erased: puts what is in the log into the file, as far as readers let it.
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
