import Complaints
import Registry
import Storage
import TestSupport

extension TestBooks {
    /// Every row of an organisation's, by table.
    func rows(of organisation: Organisation) async throws -> [String: [String]] {
        let id = organisation.id
        return try await rows(Self.tables(with: "organisation")) { "SELECT * FROM \($0) WHERE organisation = \(id)" }
    }

    /// Every row that a case file owns, by table.
    func rows(of id: CaseFile.ID) async throws -> [String: [String]] {
        let id = id.description
        var rows = try await rows(Self.tables(with: "case_file")) { "SELECT * FROM \($0) WHERE case_file = \(id)" }
        rows.merge(try await self.rows(["case_file"]) { "SELECT * FROM \($0) WHERE id = \(id)" }) { $1 }
        return rows
    }

    private func rows(
        _ tables: [String],
        _ statement: @escaping @Sendable (SQL) -> SQL
    ) async throws -> [String: [String]] {
        try await database.read { connection in
            var rows: [String: [String]] = [:]
            for table in tables {
                rows[table] = try connection.run(statement(SQL(stringLiteral: table))).map { "\($0)" }.sorted()
            }
            return rows
        }
    }

    /// The tables that have a column of that name, as the migrations declare them.
    private static func tables(with column: String) -> [String] {
        Schema.migrations.flatMap { migration in
            migration.script.matches(of: /CREATE TABLE (\w+) \(([\s\S]*?)\n\);/)
                .filter { $0.output.2.contains("\n    \(column) TEXT") }
                .map { String($0.output.1) }
        }
    }
}
