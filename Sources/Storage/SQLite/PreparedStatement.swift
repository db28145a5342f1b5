import GRDB
import GRDBSQLite

/// A statement of SQLite's that GRDB has prepared and keeps, run with nothing in between: a cursor of GRDB's looks at
/// the statement before and after each time, which costs more than most of ours take.
struct PreparedStatement {
    private let statement: OpaquePointer

    init(_ statement: OpaquePointer) { self.statement = statement }

    /// How many values it takes.
    var valueCount: Int { Int(sqlite3_bind_parameter_count(statement)) }

    /// Runs it to its end.
    ///
    /// The bytes of all values stand in one piece of memory, where SQLite reads them while the statement runs: it makes
    /// no copy of its own, and has forgotten them when we return.
    ///
    /// - Throws: `DatabaseError`; `CancellationError` where the task that asked was cancelled meanwhile.
    func run(_ values: [Value]) throws -> [Row] {
        let length = values.reduce(1) { $0 + $1.length }
        return try withUnsafeTemporaryAllocation(byteCount: length, alignment: 1) { memory in
            defer {
                sqlite3_reset(statement)
                sqlite3_clear_bindings(statement)
            }
            var place = 0
            for (index, value) in values.enumerated() {
                try bind(value, at: Int32(index + 1), in: UnsafeMutableRawBufferPointer(rebasing: memory[place...]))
                place += value.length
            }
            return try rows()
        }
    }

    /// Binds one value, its bytes at the beginning of `memory`, of which there is at least one: an address for no bytes.
    private func bind(_ value: Value, at index: Int32, in memory: UnsafeMutableRawBufferPointer) throws {
        let code =
            switch value {
            case .null: sqlite3_bind_null(statement, index)
            case .integer(let integer): sqlite3_bind_int64(statement, index, integer)
            case .blob(let bytes):
                bytes.withUnsafeBytes { bytes in
                    memory.copyMemory(from: bytes)
                    return sqlite3_bind_blob(statement, index, memory.baseAddress, Int32(bytes.count), nil)
                }
            case .text(var text):
                text.withUTF8 { bytes in
                    memory.copyMemory(from: UnsafeRawBufferPointer(bytes))
                    let start = memory.baseAddress?.assumingMemoryBound(to: CChar.self)
                    return sqlite3_bind_text(statement, index, start, Int32(bytes.count), nil)
                }
            }
        guard code == SQLITE_OK else { throw failure(code) }
    }

    private func rows() throws -> [Row] {
        var rows: [Row] = []
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: rows.append(try Row(current: statement))
            case SQLITE_DONE: return rows
            case let code: throw failure(code)
            }
        }
    }

    /// What the last call has said, before anything else is asked.
    private func failure(_ code: Int32) -> any Error {
        // GRDB interrupts the reads of a cancelled task; our own limit of time interrupts as well.
        if code & 0xFF == SQLITE_INTERRUPT, Task.isCancelled { return CancellationError() }
        let words = sqlite3_errmsg(sqlite3_db_handle(statement)).map { String(cString: $0) }
        return DatabaseError(resultCode: ResultCode(rawValue: code), message: words)
    }
}

extension Value {
    /// Bytes of its own.
    fileprivate var length: Int {
        switch self {
        case .text(let text): text.utf8.count
        case .blob(let bytes): bytes.count
        case .integer, .null: 0
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
