import Foundation
import Registry
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct `The journal as a file` {
    @Test(arguments: Engine.available) func `bears its name once it is whole, and is for its owner alone`(
        engine: Engine
    ) async throws {
        let place = try await TestPlace(engine)
        _ = try await place.add("A", host: nil)
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "journal.jsonl").path()
            try Data("un ancien".utf8).write(to: URL(filePath: path))
            try await JournalExport.run(place.settings, organisation: nil, to: path)
            let whole = try String(contentsOfFile: path, encoding: .utf8)
            #expect(whole.hasPrefix("{\"journal\":\"doleances/v1\"") && whole.hasSuffix("\"}\n"))
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
            #expect(mode?.intValue == 0o600)
            // A content that is damaged is not shown as one that was erased.
            let salt: [UInt8] = [1]
            _ = try await place.write { warehouse in
                try await warehouse.database.write { try $0.run("UPDATE log_opening SET salt = \(salt)") }
            }
            await #expect(throws: Register.Failure.unreadable(seq: 0)) {
                try await JournalExport.run(place.settings, organisation: nil, to: path)
            }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == whole)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == ["journal.jsonl"])
        }
    }
}
