public import Complaints
import Storage

/// What is kept of what was done for the service, by the last time.
public enum UpkeepRecord: String, Sendable, Hashable, Codable, CaseIterable {
    /// `verify` found the log in order.
    case logCheck = "journal"
    /// `verify` found a restored backup in order.
    case restoreCheck = "sauvegarde"
    /// Somebody put the list of first steps aside.
    case stepsDismissed = "liste-ecartee"
}

extension Register {
    /// Keeps that something was done now.
    public func note(_ record: UpkeepRecord) async throws {
        let now = world.now().description
        try await database.write(scope) { connection in
            try connection.run(
                """
                INSERT INTO upkeep_record (organisation, kind, at) VALUES (\(organisation.id), \(record.rawValue), \(now))
                ON CONFLICT (organisation, kind) DO UPDATE SET at = excluded.at
                """
            )
        }
    }

    /// When each was last done.
    public func upkeepRecords() async throws -> [UpkeepRecord: Instant] {
        try await database.read { connection in
            let rows = try connection.run(
                "SELECT kind, at FROM upkeep_record WHERE organisation = \(organisation.id)"
            )
            return try rows.reduce(into: [:]) { records, row in
                guard let record = UpkeepRecord(rawValue: try row.text(0)), let at = Instant(try row.text(1)) else {
                    throw StorageError.failed("what was done for the service cannot be read")
                }
                records[record] = at
            }
        }
    }
}
