import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite struct `A folder` {
    // Shows: S-84
    @Test func `that is open is refused to a second opener, by whatever path, and the first goes on`() async throws {
        try await withTemporaryFolder { parent in
            let (folder, alias) = (parent.appending(path: "base").path(), parent.appending(path: "alias").path())
            let first = try await SQLiteDatabase.open(folder)
            try await makeThings(in: first)
            try FileManager.default.createSymbolicLink(atPath: alias, withDestinationPath: folder)
            for path in [folder, folder + "/../base", alias] {
                let error = await storageError { _ = try await SQLiteDatabase.open(path) }
                #expect(error?.isUnavailable == true, "\(path)")
                #expect(error.map { "\($0)" }?.contains(" \(getpid())") == true)
            }
            try await first.add("x")
            #expect(try await first.things == ["x"])
            await first.close()
            let second = try await SQLiteDatabase.open(alias)
            #expect(try await second.things == ["x"])
            await second.close()
        }
    }

    // Shows: S-84
    @Test func `that another process has is refused, and free again as soon as that one is killed`() async throws {
        try await withTemporaryFolder { folder in
            let holder = try Child.start(
                "/usr/bin/env",
                [
                    "python3", "-c",
                    """
                    import fcntl, os, sys, time
                    lock = open(sys.argv[1], "w")
                    fcntl.flock(lock, fcntl.LOCK_EX)
                    print(os.getpid(), file=lock, flush=True)
                    print("held", flush=True)
                    time.sleep(600)
                    """, folder.path() + "/registre.lock",
                ]
            )
            try await holder.says("held")
            let error = await storageError { _ = try await SQLiteDatabase.open(folder.path()) }
            #expect(error?.isUnavailable == true)
            #expect(error.map { "\($0)" }?.contains(" \(holder.pid)") == true)
            // Who was refused has not touched anything.
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == ["registre.lock"])
            await holder.kill()
            let database = try await SQLiteDatabase.open(folder.path())
            try await makeThings(in: database)
            await database.close()
        }
    }

    // Shows: S-84
    @Test func `is closed to a newcomer until the write under way is finished`() async throws {
        let folder = Scratch.newPath("base")
        let database = try await SQLiteDatabase.open(folder)
        try await makeThings(in: database)
        let gate = Gate()
        async let writing: Void = database.write { connection in
            gate.pass()
            try connection.add("x")
        }
        try await gate.arrival()
        let closing = Task { await database.close() }
        try await Task.sleep(for: .milliseconds(100))
        let early = await storageError { _ = try await SQLiteDatabase.open(folder) }
        #expect(early?.isUnavailable == true)
        gate.open()
        try await writing
        await closing.value
        let next = try await SQLiteDatabase.open(folder)
        #expect(try await next.things == ["x"])
        await next.close()
    }

    @Test func `of ours is nobody else's to read`() async throws {
        let folder = Scratch.newPath("base")
        let database = try await SQLiteDatabase.open(folder)
        try await makeThings(in: database)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(Set(names).isSuperset(of: ["registre.db", "registre.db-wal", "registre.lock"]))
        for path in [folder] + names.map({ "\(folder)/\($0)" }) {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            let permissions = (attributes[.posixPermissions] as? NSNumber)?.intValue
            #expect(permissions.map { $0 & 0o077 } == 0, "\(path)")
        }
        await database.close()
    }
}
