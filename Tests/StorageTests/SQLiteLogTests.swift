import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite struct `The log of SQLite` {
    @Test func `is put into the file once enough was written`() async throws {
        let folder = Scratch.newPath("base")
        let database = try await SQLiteDatabase.open(folder)
        try await makeThings(in: database)
        let page = 4096
        let block = [UInt8](repeating: 7, count: 64 * page)
        let limit = SQLiteConnection.longestLog
        for index in 0..<(4 * limit / 64) {
            try await database.write { try $0.run("INSERT INTO thing (id, bytes) VALUES (\("\(index)"), \(block))") }
        }
        // Whatever is written goes on from the beginning of the log once all of it is in the file.
        #expect(try logSize(folder) < 3 * limit * page)
        #expect(try await database.things.count == 4 * limit / 64)
        await database.close()
    }

    @Test func `gives back the room that it took while somebody read for long`() async throws {
        let folder = Scratch.newPath("base")
        let database = try await SQLiteDatabase.open(folder)
        try await makeThings(in: database)
        let gate = Gate()
        async let reader = database.read { connection in
            let before = try connection.run("SELECT id FROM thing").count
            gate.pass()
            return before
        }
        try await gate.arrival()
        let most = 4 * SQLiteConnection.longestLog * 4096
        try await write(most * 3 / 2, to: database, "during")
        #expect(try logSize(folder) > most)
        gate.open()
        #expect(try await reader == 0)
        // Enough for the log to be put into the file, and begun anew.
        try await write(most / 2, to: database, "after")
        #expect(try logSize(folder) <= most + 4096)
        await database.close()
    }

    @Test func `has nothing of what was deleted, nor has the file, once it was scrubbed`() async throws {
        let folder = Scratch.newPath("base")
        let database = try await SQLiteDatabase.open(folder)
        try await makeThings(in: database)
        let canary = "canari-\(UUID().uuidString)"
        let bytes = Array(String(repeating: canary, count: 3_000).utf8)
        try await database.write { try $0.run("INSERT INTO thing (id, bytes) VALUES (\(canary), \(bytes))") }
        #expect(try isFound(canary, in: folder))
        try await database.write { try $0.run("DELETE FROM thing WHERE id = \(canary)") }
        await database.scrub()
        #expect(try !isFound(canary, in: folder))
        await database.close()
    }

    private func isFound(_ canary: String, in folder: String) throws -> Bool {
        try FileManager.default.contentsOfDirectory(atPath: folder).contains { name in
            try Data(contentsOf: URL(filePath: "\(folder)/\(name)")).firstRange(of: Data(canary.utf8)) != nil
        }
    }

    /// So many bytes, a megabyte at a time.
    private func write(_ length: Int, to database: any Database, _ name: String) async throws {
        let block = [UInt8](repeating: 7, count: 1 << 20)
        for index in 0..<(length >> 20) {
            try await database.write {
                try $0.run("INSERT INTO thing (id, bytes) VALUES (\("\(name) \(index)"), \(block))")
            }
        }
    }

    private func logSize(_ folder: String) throws -> Int {
        try Data(contentsOf: URL(filePath: folder + "/registre.db-wal")).count
    }
}
