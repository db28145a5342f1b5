import CPostgres

/// A value on its way to PostgreSQL: bytes in binary, everything else as text.
struct PostgresValue {
    private let bytes: [UInt8]?
    private let isBinary: Bool
    private let length: Int

    init(_ value: Value) {
        switch value {
        case .text(let text): (bytes, isBinary) = (Array(text.utf8) + [0], false)
        case .integer(let integer): (bytes, isBinary) = (Array(String(integer).utf8) + [0], false)
        // One byte more than is sent, so that no bytes at all still have an address.
        case .blob(let blob): (bytes, isBinary) = (blob + [0], true)
        case .null: (bytes, isBinary) = (nil, false)
        }
        length = (bytes?.count ?? 1) - 1
    }

    /// The three arrays that libpq wants, for as long as `body` runs.
    fileprivate static func withPointers<T>(
        _ values: ArraySlice<PostgresValue>,
        _ pointers: inout [UnsafePointer<CChar>?],
        _ body: ([UnsafePointer<CChar>?]) -> T
    ) -> T {
        guard let first = values.first else { return body(pointers) }
        guard let bytes = first.bytes else {
            pointers.append(nil)
            return withPointers(values.dropFirst(), &pointers, body)
        }
        return bytes.withUnsafeBytes { buffer in
            pointers.append(buffer.bindMemory(to: CChar.self).baseAddress)
            return withPointers(values.dropFirst(), &pointers, body)
        }
    }

    fileprivate var format: Int32 { isBinary ? 1 : 0 }
    fileprivate var size: Int32 { Int32(length) }
}

extension [PostgresValue] {
    func withPointers<T>(_ body: ([UnsafePointer<CChar>?], [Int32], [Int32]) -> T) -> T {
        let (sizes, formats) = (map(\.size), map(\.format))
        var pointers: [UnsafePointer<CChar>?] = []
        pointers.reserveCapacity(count)
        return PostgresValue.withPointers(self[...], &pointers) { body($0, sizes, formats) }
    }
}

extension Value {
    /// A value of an answer, which came in binary. Types by their OID (PostgreSQL, pg_type.dat).
    init(_ result: OpaquePointer?, row: Int32, column: Int32) {
        guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else {
            self = .null
            return
        }
        let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
        switch PQftype(result, column) {
        case 20, 21, 23: self = .integer(Self.integer(bytes))
        case 17: self = .blob(Array(bytes))
        default: self = .text(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// A signed integer of two, four or eight bytes, the highest first.
    private static func integer(_ bytes: UnsafeRawBufferPointer) -> Int64 {
        let negative = bytes.first.map { $0 & 0x80 != 0 } ?? false
        return bytes.reduce(negative ? -1 : 0) { $0 << 8 | Int64($1) }
    }
}
