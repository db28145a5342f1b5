import CPostgres

/// What one libpq connection is asked. Belongs to one thread at a time: its link's.
final class PostgresSession: Connection {
    private let connection: OpaquePointer
    /// Names of the statements already prepared here, by their text.
    private var prepared: [String: String] = [:]

    init(_ address: PostgresAddress) throws {
        guard let connection = PQconnectdb(address.conninfo) else { throw StorageError.failed("libpq has no memory") }
        self.connection = connection
        guard isConnected else {
            let words = String(cString: PQerrorMessage(connection))
            PQfinish(connection)
            throw StorageError.unavailable(hint: "PostgreSQL ne répond pas : \(words.prefix { $0 != "\n" })")
        }
        try execute(PostgresAddress.settings)
    }

    deinit { PQfinish(connection) }

    var isConnected: Bool { PQstatus(connection) == CONNECTION_OK }

    var isInTransaction: Bool {
        [PQTRANS_INTRANS, PQTRANS_INERROR, PQTRANS_ACTIVE].contains(PQtransactionStatus(connection))
    }

    @discardableResult
    func run(_ sql: SQL) throws -> [Row] {
        let text = sql.text
        let name = try statement(text)
        let values = sql.values.map(PostgresValue.init)
        let result = values.withPointers { pointers, lengths, formats in
            PQexecPrepared(connection, name, Int32(values.count), pointers, lengths, formats, 1)
        }
        return try rows(result)
    }

    func script(_ text: String) throws { try execute(text) }

    /// Runs a text without values.
    func execute(_ text: String) throws { _ = try rows(PQexec(connection, text)) }

    func rollback() {
        if isConnected, isInTransaction { try? execute("ROLLBACK") }
    }

    /// The statement of a text, prepared at its first use on this connection.
    private func statement(_ text: String) throws -> String {
        if let name = prepared[text] { return name }
        let name = "s\(prepared.count)"
        _ = try rows(PQprepare(connection, name, text, 0, nil))
        prepared[text] = name
        return name
    }

    private func rows(_ result: OpaquePointer?) throws -> [Row] {
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: return []
        case PGRES_TUPLES_OK:
            let columns = PQnfields(result)
            return (0..<PQntuples(result)).map { row in
                Row((0..<columns).map { Value(result, row: row, column: $0) })
            }
        default: throw error(of: result)
        }
    }

    /// Recognised by SQLSTATE (PostgreSQL, appendix A).
    private func error(of result: OpaquePointer?) -> StorageError {
        guard isConnected, let field = PQresultErrorField(result, Int32(UInt8(ascii: "C"))) else {
            return .unavailable(hint: "La connexion à PostgreSQL est perdue.")
        }
        let state = String(cString: field)
        switch state {
        case "23505": return .duplicate
        case "57014": return .timedOut
        case "55P03": return .unavailable(hint: "Une autre écriture occupe la base depuis trop longtemps.")
        case "53100": return .full
        case "57P01", "57P02", "57P03": return .unavailable(hint: "PostgreSQL s’arrête ou redémarre.")
        default:
            let words = PQresultErrorField(result, Int32(UInt8(ascii: "M"))).map { String(cString: $0) } ?? ""
            return .failed("PostgreSQL \(state): \(words)")
        }
    }
}
