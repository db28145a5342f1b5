import CPostgres

/// What PostgreSQL answered to one question.
final class PostgresAnswer {
    private let result: OpaquePointer

    init(_ result: OpaquePointer) { self.result = result }

    deinit { PQclear(result) }

    /// Which statement it answers, in PostgreSQL's word: `COMMIT`, `ROLLBACK`, `INSERT 0 1`.
    var tag: String { String(cString: PQcmdStatus(result)) }

    /// The SQLSTATE of an error; nil for anything else, and for an error of libpq's own.
    var state: String? { field("C") }

    /// Its rows. - Throws: what the error means, recognised by SQLSTATE (PostgreSQL, appendix A).
    func rows() throws -> [Row] {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: return []
        case PGRES_TUPLES_OK:
            let columns = PQnfields(result)
            return try (0..<PQntuples(result)).map { row in
                Row(try (0..<columns).map { try Value(result, row: row, column: $0) })
            }
        default: throw error
        }
    }

    private var error: StorageError {
        guard let state else { return .lostConnection }
        switch state {
        case "23505": return .duplicate
        case "57014": return .timedOut
        case "55P03": return .unavailable(hint: "Une autre écriture occupe la base depuis trop longtemps.")
        case "53100": return .full
        case "57P01", "57P02", "57P03": return .unavailable(hint: "PostgreSQL s’arrête ou redémarre.")
        // Data exceptions: the server's words would repeat the value.
        case let state where state.hasPrefix("22"): return .failed("PostgreSQL \(state)")
        default: return .failed("PostgreSQL \(state): \(field("M") ?? "")")
        }
    }

    private func field(_ code: Unicode.Scalar) -> String? {
        PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
    }
}
