public import Complaints
import FoundationEssentials
import Storage

extension Register {
    /// A version of the procedure with its dates, the one in force where none is asked for; nil where there is no such one.
    ///
    /// - Throws: `StorageError`.
    public func publishedProcedure(_ version: Int? = nil) async throws -> PublishedProcedure? {
        try await database.read { connection in
            let number = try version ?? currentProcedure(in: connection).procedure.version
            // With the one that took its place.
            let rows = try connection.run(
                """
                SELECT version, content, published_at FROM procedure_version
                WHERE organisation = \(organisation.id) AND version >= \(number) ORDER BY version LIMIT 2
                """
            )
            guard try rows.first?.integer(0) == number else { return nil }
            return try Self.published(rows).first
        }
    }

    /// Every version of the procedure with its dates, the newest first. - Throws: `StorageError`.
    public func publishedProcedures() async throws -> [PublishedProcedure] {
        try await database.read { connection in
            let rows = try connection.run(
                """
                SELECT version, content, published_at FROM procedure_version
                WHERE organisation = \(organisation.id) ORDER BY version
                """
            )
            return try Self.published(rows).reversed()
        }
    }

    /// Versions in their order, each in force until the next one.
    private static func published(_ rows: [Row]) throws -> [PublishedProcedure] {
        let days = try rows.map { row in
            guard let instant = Instant(try row.text(2)) else {
                throw StorageError.failed("a version has no valid instant")
            }
            return instant
        }
        return try zip(rows, days).enumerated().map { index, version in
            PublishedProcedure(
                procedure: try JSONDecoder().decode(Procedure.self, from: Data(try version.0.text(1).utf8)),
                since: version.1,
                until: days.dropFirst(index + 1).first
            )
        }
    }
}
