public import Complaints
import Foundation
import Storage

extension Organisations {
    /// When the last line of any organisation's log was entered: to the second while its content is there, then only the
    /// beginning of its day. Nil where every log is empty.
    public func newestLine() async throws -> Instant? {
        let all = try await all()
        return try await database.read { connection in
            try all.compactMap { try newestLine(of: $0.id, in: connection) }.max()
        }
    }

    private func newestLine(of organisation: String, in connection: any Connection) throws -> Instant? {
        let rows = try connection.run(
            """
            SELECT l.leaf, o.payload FROM log_leaf l
            LEFT JOIN log_opening o ON o.organisation = l.organisation AND o.seq = l.seq
            WHERE l.organisation = \(organisation) ORDER BY l.seq DESC LIMIT 1
            """
        )
        guard let row = rows.first else { return nil }
        let hour = try row.optionalBlob(1).flatMap { try? JSONDecoder().decode(Hour.self, from: Data($0)) }
        return try hour?.at ?? Leaf(Array(row.text(0).utf8)).flatMap { Instant("\($0.date)T00:00:00Z") }
    }

    /// What every payload has.
    private struct Hour: Decodable {
        let at: Instant

        private enum CodingKeys: String, CodingKey {
            case at = "heure"
        }
    }
}
