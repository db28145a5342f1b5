import CPostgres

/// A value on its way to PostgreSQL: bytes in binary, everything else as text.
struct PostgresValue {
    /// With one byte more than is sent: the zero that ends a text, and an address for no bytes at all.
    private let bytes: [UInt8]?
    private let isBinary: Bool

    init(_ value: Value) {
        switch value {
        case .text(let text): (bytes, isBinary) = (Array(text.utf8) + [0], false)
        case .integer(let integer): (bytes, isBinary) = (Array(String(integer).utf8) + [0], false)
        case .blob(let blob): (bytes, isBinary) = (blob + [0], true)
        case .null: (bytes, isBinary) = (nil, false)
        }
    }

    fileprivate var stored: [UInt8] { bytes ?? [] }
    fileprivate var isNull: Bool { bytes == nil }
    fileprivate var format: Int32 { isBinary ? 1 : 0 }
    fileprivate var size: Int32 { Int32((bytes?.count ?? 1) - 1) }
}

extension [PostgresValue] {
    /// The three arrays that libpq wants, for as long as `body` runs.
    func withPointers<T>(_ body: ([UnsafePointer<CChar>?], [Int32], [Int32]) throws -> T) rethrows -> T {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(reduce(0) { $0 + $1.stored.count })
        let starts = map { value in
            defer { bytes += value.stored }
            return value.isNull ? nil : bytes.count
        }
        return try bytes.withUnsafeBytes { buffer in
            let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            let pointers = starts.map { start in start.flatMap { start in base.map { $0 + start } } }
            return try body(pointers, map(\.size), map(\.format))
        }
    }
}

extension Value {
    /// A value of an answer, which came in binary. Types by their OID (PostgreSQL, pg_type.dat).
    ///
    /// - Throws: `StorageError.failed` for a type that the engines do not share: its bytes mean nothing to us.
    init(_ result: OpaquePointer, row: Int32, column: Int32) throws {
        guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else {
            self = .null
            return
        }
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
        switch PQftype(result, column) {
        case 20, 21, 23: self = .integer(Self.integer(bytes))
        case 17: self = .blob(Array(bytes))
        case 18, 19, 25, 705, 1042, 1043: self = .text(String(decoding: bytes, as: UTF8.self))
        default: throw StorageError.failed("column \(column) is neither text, nor an integer, nor bytes")
        }
    }

    /// A signed integer of two, four or eight bytes, the highest first.
    private static func integer(_ bytes: UnsafeRawBufferPointer) -> Int64 {
        let negative = bytes.first.map { $0 & 0x80 != 0 } ?? false
        return bytes.reduce(negative ? -1 : 0) { $0 << 8 | Int64($1) }
    }
}
