import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite struct `A PostgreSQL database opened for reading` {
    // Shows: S-84
    @Test func `shows what its servers have committed, makes nothing and refuses every write`() async throws {
        let url = try await PostgresServer.shared.createDatabase()
        let early = try await PostgresDatabase.openReading(url)
        let domains = { (database: PostgresDatabase) in
            try await database.read { try $0.run("SELECT 1 FROM pg_type WHERE typname = 'blob'").count }
        }
        #expect(try await domains(early) == 0)
        await early.close()
        let server = try await PostgresDatabase.open(url)
        try await makeThings(in: server)
        let reader = try await PostgresDatabase.openReading(url)
        #expect(try await domains(reader) == 1)
        try await server.add("a")
        #expect(try await reader.things == ["a"])
        let error = await storageError { try await reader.add("x") }
        #expect(error?.isFailed == true)
        #expect(try await server.things == ["a"])
        await reader.close()
        await server.close()
    }

    @Test func `will be one that only follows another`() async throws {
        let cluster = try await PostgresCluster.start()
        let url = try await cluster.createDatabase()
        let server = try await PostgresDatabase.open(url)
        try await makeThings(in: server)
        try await server.add("a")
        await server.close()
        try await cluster.control("stop", "-m", "fast")
        try Data().write(to: URL(filePath: cluster.folder + "/data/standby.signal"))
        try await cluster.control("start")
        let reader = try await PostgresDatabase.openReading(url)
        #expect(try await reader.things == ["a"])
        await reader.close()
        try await cluster.control("stop", "-m", "immediate")
    }
}

@Suite struct `A folder opened for reading` {
    // Shows: S-84
    @Test func `shows what its server has committed, up to the last write, and lets it go on`() async throws {
        let folder = Scratch.newPath("base")
        let server = try await SQLiteDatabase.open(folder)
        try await makeThings(in: server)
        try await server.add("a")
        let reader = try SQLiteDatabase.openReading(folder)
        #expect(try await reader.things == ["a"])
        try await server.add("b")
        #expect(try await reader.things == ["a", "b"])
        #expect(try await reader.integrityFaults() == [])
        await reader.close()
        try await server.add("c")
        #expect(try await server.things == ["a", "b", "c"])
        await server.close()
    }

    @Test func `keeps one view throughout a read, whatever the server commits meanwhile`() async throws {
        let folder = Scratch.newPath("base")
        let server = try await SQLiteDatabase.open(folder)
        try await makeThings(in: server)
        try await server.add("a")
        let reader = try SQLiteDatabase.openReading(folder)
        let gate = Gate()
        async let seen = reader.read { connection in
            let before = try connection.run("SELECT id FROM thing").count
            gate.pass()
            return [before, try connection.run("SELECT id FROM thing").count]
        }
        try await gate.arrival()
        for id in ["b", "c", "d"] { try await server.add(id) }
        gate.open()
        #expect(try await seen == [1, 1])
        await reader.close()
        await server.close()
    }

    @Test func `refuses every write`() async throws {
        let folder = Scratch.newPath("base")
        let server = try await SQLiteDatabase.open(folder)
        try await makeThings(in: server)
        let reader = try SQLiteDatabase.openReading(folder)
        let error = await storageError { try await reader.add("x") }
        #expect(error?.isFailed == true)
        #expect(try await server.things == [])
        await reader.close()
        await server.close()
    }

    @Test func `is nobody's obstacle: a server starts beside it, and a second reader reads`() async throws {
        let folder = Scratch.newPath("base")
        let first = try await SQLiteDatabase.open(folder)
        try await makeThings(in: first)
        try await first.add("a")
        await first.close()
        let readers = try [SQLiteDatabase.openReading(folder), SQLiteDatabase.openReading(folder)]
        for reader in readers { #expect(try await reader.things == ["a"]) }
        let server = try await SQLiteDatabase.open(folder)
        try await server.add("b")
        for reader in readers {
            #expect(try await reader.things == ["a", "b"])
            await reader.close()
        }
        await server.close()
    }

    @Test func `is refused where there is no database, and nothing is made`() async throws {
        try await withTemporaryFolder { parent in
            for folder in [parent.path(), parent.appending(path: "faute-de-frappe").path()] {
                let error = await storageError { _ = try SQLiteDatabase.openReading(folder) }
                #expect(error?.isUnavailable == true)
            }
            let made = try FileManager.default.contentsOfDirectory(atPath: parent.path())
            #expect(made == [])
        }
    }
}
