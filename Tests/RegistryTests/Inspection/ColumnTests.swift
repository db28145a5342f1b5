import Foundation
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `Every column that the log vouches for` {
    /// The tables, each with the columns of it that the log says nothing of: how often a letter was tried and when it is
    /// tried next, the form's and the browser's secrets, and when an upload came.
    private static let vouched: [String: Set<String>] = [
        "procedure_version": [], "counter": [], "log_head": [], "log_leaf": [], "log_node": [], "log_opening": [],
        "log_checkpoint": [], "case_file": [], "discontent": [], "case_text": [], "case_word": [], "word_index": [],
        "submission": ["id_digest", "body_digest", "sealed_secret"], "tracking": ["secret_digest"],
        "attachment": ["submission", "created_at", "scanned_at", "finding", "scan_after"], "attachment_chunk": [],
        "letter": ["attempts", "next_attempt_at", "claimed_until", "tried_since", "tried_at", "mailbox"],
    ]

    // Shows: S-65, S-66, F-21
    @Test(arguments: Engine.available) func `is compared with it`(engine: Engine) async throws {
        let inspected = try await InspectedBooks(engine)
        var count = 0
        for (table, kept) in Self.vouched.sorted(by: { $0.key < $1.key }) {
            for column in try columns(of: table) where !kept.contains(column.name) && column.name != "organisation" {
                let edit = edit(of: table, column)
                let found = try await inspected.find(edit)
                #expect(found != nil, "\(table).\(column.name)")
                count += 1
            }
        }
        #expect(count > 60)
        _ = try await inspected.books.register.inspect()
        await inspected.books.close()
    }

    private typealias Column = (name: String, type: String)

    /// What the migrations make of a table.
    private func columns(of table: String) throws -> [Column] {
        let scripts = Schema.migrations.map(\.script).joined(separator: "\n")
        let start = try #require(scripts.firstRange(of: "CREATE TABLE \(table) (\n")?.upperBound)
        let end = try #require(scripts[start...].firstRange(of: "\n);")?.lowerBound)
        let inside = scripts[start..<end].split(separator: "\n")
            .compactMap { $0.firstMatch(of: /^ +([a-z_]+) (TEXT|BIGINT|BLOB)\b/) }
            .map { (name: String($0.output.1), type: String($0.output.2)) }
        let added = scripts.matches(of: /ALTER TABLE (\w+) ADD COLUMN (\w+) (TEXT|BIGINT|BLOB)\b/)
            .filter { $0.output.1 == table }.map { (name: String($0.output.2), type: String($0.output.3)) }
        return inside + added
    }

    /// A change of the column in every row that has something there.
    private func edit(of table: String, _ column: Column) -> SQL {
        let name = SQL(stringLiteral: column.name)
        let set: SQL =
            switch (column.type, "\(table).\(column.name)") {
            case (_, "letter.state"):
                "CASE state WHEN 'waiting' THEN 'failed' WHEN 'issued' THEN 'waiting' ELSE 'waiting' END"
            case ("BIGINT", _): "\(name) + 1000000"
            case ("BLOB", _): "\([UInt8](repeating: 5, count: 32))"
            default: "\(name) || 'x'"
            }
        return "UPDATE \(SQL(stringLiteral: table)) SET \(name) = \(set) WHERE \(name) IS NOT NULL"
    }
}
