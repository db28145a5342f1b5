/// One row of an answer, its columns by position, in the order of the `SELECT` or `RETURNING` list.
public struct Row: Sendable, Equatable {
    private let values: [Value]

    /// A row as the drivers make it.
    public init(_ values: [Value]) { self.values = values }

    /// How many columns.
    public var count: Int { values.count }

    /// The value of a column, whatever it is.
    public subscript(column: Int) -> Value { values[column] }

    /// A text column. - Throws: `StorageError.failed` where it holds something else.
    public func text(_ column: Int) throws -> String {
        guard case .text(let text) = values[column] else { throw mismatch(column, "text") }
        return text
    }

    /// An integer column. - Throws: `StorageError.failed` where it holds something else.
    public func integer(_ column: Int) throws -> Int {
        guard case .integer(let integer) = values[column] else { throw mismatch(column, "an integer") }
        return Int(integer)
    }

    /// A column of bytes. - Throws: `StorageError.failed` where it holds something else.
    public func blob(_ column: Int) throws -> [UInt8] {
        guard case .blob(let bytes) = values[column] else { throw mismatch(column, "bytes") }
        return bytes
    }

    /// A text column that may be empty of value.
    public func optionalText(_ column: Int) throws -> String? { values[column] == .null ? nil : try text(column) }

    /// An integer column that may be empty of value.
    public func optionalInteger(_ column: Int) throws -> Int? { values[column] == .null ? nil : try integer(column) }

    /// A column of bytes that may be empty of value.
    public func optionalBlob(_ column: Int) throws -> [UInt8]? { values[column] == .null ? nil : try blob(column) }

    private func mismatch(_ column: Int, _ expected: String) -> StorageError {
        .failed("column \(column) does not hold \(expected)")
    }
}
