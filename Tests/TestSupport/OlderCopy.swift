public import Storage

/// The books as they stood at a moment, to be put back: what an operator does with a backup, and what a test does after
/// it has tampered with something. Organisations and accounts stay.
public struct OlderCopy: Sendable {
    private static let tables = [
        "procedure_version", "counter", "log_head", "log_leaf", "log_node", "log_opening", "log_checkpoint",
        "case_file",
        "case_text", "case_word", "word_index", "submission", "tracking", "upload", "attachment", "attachment_chunk",
        "letter", "discontent", "takeover",
    ]

    private let rows: [String: [Row]]

    /// Copies what the database has now.
    public init(of database: any Database) async throws {
        rows = try await database.read { connection in
            try Dictionary(
                uniqueKeysWithValues: Self.tables.map {
                    ($0, try connection.run("SELECT * FROM \(SQL(stringLiteral: $0))"))
                }
            )
        }
    }

    /// Makes the database what it was.
    public func putBack(into database: any Database) async throws {
        let rows = rows
        try await database.write { connection in
            for table in Self.tables {
                try connection.run("DELETE FROM \(SQL(stringLiteral: table))")
                for row in rows[table] ?? [] {
                    let values = (0..<row.count).map { row[$0] }
                    try connection.run("INSERT INTO \(SQL(stringLiteral: table)) VALUES (\(list: values))")
                }
            }
        }
    }
}
