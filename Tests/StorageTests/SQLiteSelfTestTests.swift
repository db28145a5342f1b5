import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite struct `An SQLite database` {
    // Shows: S-83
    @Test func `is set to last, and to check, on every connection`() async throws {
        try await withThings(.sqlite) { database in
            let names = ["synchronous", "foreign_keys", "secure_delete", "trusted_schema"]
            let look = { @Sendable (connection: any Connection) in
                try names.map { try connection.run(SQL(stringLiteral: "PRAGMA \($0)"))[0].integer(0) }
            }
            // 2 is FULL: the log reaches the disk before anybody is told so.
            let writer = try await database.write(look)
            #expect(writer == [2, 1, 1, 0])
            let reader = try await database.read(look)
            #expect(reader.suffix(3) == [1, 1, 0])
            let journal = try await database.read { try $0.run("PRAGMA journal_mode")[0].text(0) }
            #expect(journal == "wal")
        }
    }

    @Test(arguments: SQLiteSelfTest.durable.keys.sorted()) func `that is not set to last is refused`(
        setting: String
    ) throws {
        try SQLiteSelfTest.check(SQLiteSelfTest.durable)
        var settings = SQLiteSelfTest.durable
        settings[setting] = 1 - (settings[setting] ?? 0)
        #expect { try SQLiteSelfTest.check(settings) } throws: { isUnavailable($0, naming: setting) }
        settings[setting] = nil
        #expect { try SQLiteSelfTest.check(settings) } throws: { isUnavailable($0, naming: setting) }
    }

    // Shows: S-83
    @Test func `of a library too old, or on a disk too full, is refused`() throws {
        try SQLiteSelfTest.check(version: 3_039_000)
        #expect { try SQLiteSelfTest.check(version: 3_038_005) } throws: { isUnavailable($0, naming: "3.39") }
        try SQLiteSelfTest.check(free: 64 << 20, folder: "/dossier")
        #expect { try SQLiteSelfTest.check(free: 64 << 20 - 1, folder: "/dossier") } throws: {
            isUnavailable($0, naming: "/dossier")
        }
    }

    @Test func `that is something else is refused, and left as it is`() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "registre.db")
            let letter = Data(String(repeating: "Une lettre, et non une base.\n", count: 200).utf8)
            try letter.write(to: file)
            let error = await storageError { _ = try await SQLiteDatabase.open(folder.path()) }
            #expect(error?.isFailed == true)
            #expect(try Data(contentsOf: file) == letter)
            // And the folder is not left locked.
            try FileManager.default.removeItem(at: file)
            await (try await SQLiteDatabase.open(folder.path())).close()
        }
    }

    @Test func `in a folder that cannot be made is refused with its name`() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "fichier")
            try Data().write(to: file)
            await #expect {
                _ = try await SQLiteDatabase.open(file.path() + "/base")
            } throws: {
                isUnavailable($0, naming: file.path())
            }
        }
    }

    @Test func `that is full undoes the write, keeps what it has, and takes the next that fits`() async throws {
        try await withThings(.sqlite) { database in
            try await database.add("before")
            // A disk's end, as SQLite sees it.
            let limit = try await database.write { connection in
                let pages = try connection.run("PRAGMA page_count")[0].integer(0)
                return try connection.run(SQL(stringLiteral: "PRAGMA max_page_count = \(pages + 4)"))[0].integer(0)
            }
            #expect(limit < 100)
            let large = [UInt8](repeating: 7, count: 1 << 20)
            let bodies: [Body] = [
                { try $0.add("a") },
                { try $0.run("INSERT INTO thing (id, bytes) VALUES ('large', \(large))") },
                { try $0.add("b") },
            ]
            let written = try await inOneBatch(database, bodies)
            #expect(written.map(\.isSuccess) == [true, false, true])
            #expect(written[1].storageError == .full)
            #expect(try await database.things == ["a", "b", "before"])
        }
    }

    @Test func `is whole in its one file once it is closed`() async throws {
        let (folder, copy) = (Scratch.newPath("base"), Scratch.newPath("copy"))
        let database = try await SQLiteDatabase.open(folder)
        try await makeThings(in: database)
        try await database.add("x")
        // Who reads has a connection too.
        #expect(try await database.things == ["x"])
        await database.close()
        try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: folder + "/registre.db", toPath: copy + "/registre.db")
        let copied = try await SQLiteDatabase.open(copy)
        #expect(try await copied.things == ["x"])
        await copied.close()
    }

    @Test func `finds what is damaged in its file`() async throws {
        let folder = Scratch.newPath("base")
        let database = try await SQLiteDatabase.open(folder)
        try await makeThings(in: database)
        try await database.write { connection in for index in 0..<2000 { try connection.add("chose \(index)") } }
        #expect(try await database.integrityFaults() == [])
        await database.close()
        let file = try FileHandle(forUpdating: URL(filePath: folder + "/registre.db"))
        // The sixth page and the seventh: rows or keys, whichever.
        try file.seek(toOffset: 5 * 4096)
        try file.write(contentsOf: Data(repeating: 0xa5, count: 2 * 4096))
        try file.close()
        let damaged = try await SQLiteDatabase.open(folder)
        #expect(try await damaged.integrityFaults() != [])
        await damaged.close()
    }
}

private func isUnavailable(_ error: any Error, naming name: String) -> Bool {
    guard case .unavailable(let hint) = error as? StorageError else { return false }
    return hint.contains(name)
}
