import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite struct `A file that another program holds` {
    @Test func `refuses a write in time and with a reason, and nothing of it is there`() async throws {
        try await withHolder { folder, hold in
            let patience = Duration.milliseconds(400)
            let database = try await SQLiteDatabase.open(folder, patience: Patience(busy: patience))
            try await makeThings(in: database)
            try await database.add("before")
            let (holder, runs) = (try await hold("BEGIN IMMEDIATE"), Tally())
            let start = ContinuousClock.now
            let error = await storageError {
                try await database.write { connection in
                    runs.increment()
                    try connection.add("never")
                }
            }
            let waited = ContinuousClock.now - start
            #expect(error?.isUnavailable == true)
            #expect(waited >= patience)
            #expect(waited < .seconds(5))
            #expect(runs.value == 0)
            // Who only reads does not notice.
            #expect(try await database.things == ["before"])
            await holder.kill()
            try await database.add("later")
            #expect(try await database.things == ["before", "later"])
            await database.close()
        }
    }

    @Test func `is waited for, and the write goes through when it is let go`() async throws {
        try await withHolder { folder, hold in
            let database = try await SQLiteDatabase.open(folder, patience: Patience(busy: .seconds(30)))
            try await makeThings(in: database)
            let holder = try await hold("BEGIN IMMEDIATE")
            let written = Tally()
            let write = Task {
                try await database.add("x")
                written.increment()
            }
            try await Task.sleep(for: .milliseconds(300))
            #expect(written.value == 0)
            await holder.kill()
            try await write.value
            #expect(try await database.things == ["x"])
            await database.close()
        }
    }

    @Test func `refuses each of a batch, and takes them all afterwards`() async throws {
        try await withHolder { folder, hold in
            let database = try await SQLiteDatabase.open(folder, patience: Patience(busy: .milliseconds(200)))
            try await makeThings(in: database)
            let holder = try await hold("BEGIN IMMEDIATE")
            let bodies: [Body] = [{ try $0.add("a") }, { try $0.add("b") }, { try $0.add("c") }]
            let outcomes = await withTaskGroup(of: StorageError?.self) { group in
                for body in bodies { group.addTask { await storageError { try await database.write(body) } } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0?.isUnavailable == true } == 3)
            await holder.kill()
            for body in bodies { try await database.write(body) }
            #expect(try await database.things == ["a", "b", "c"])
            await database.close()
        }
    }

    @Test func `for itself alone is not opened, and says why`() async throws {
        try await withHolder { folder, hold in
            let database = try await SQLiteDatabase.open(folder)
            try await makeThings(in: database)
            await database.close()
            let holder = try await hold("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE")
            let error = await storageError {
                _ = try await SQLiteDatabase.open(folder, patience: Patience(busy: .milliseconds(200)))
            }
            #expect(error?.isUnavailable == true)
            await holder.kill()
            let again = try await SQLiteDatabase.open(folder)
            try await again.add("x")
            await again.close()
        }
    }

    /// Runs `body` with a folder, and a program that holds its file after a few statements, until it is killed.
    private func withHolder(
        _ body: (_ folder: String, _ hold: (String) async throws -> Child) async throws -> Void
    ) async throws {
        let program = """
            import sqlite3, sys, time
            base = sqlite3.connect(sys.argv[1], isolation_level=None)
            for statement in sys.argv[2].split(";"):
                base.execute(statement)
            print("held", flush=True)
            time.sleep(600)
            """
        try await withTemporaryFolder { folder in
            try await body(folder.path()) { statements in
                let arguments = ["python3", "-c", program, folder.path() + "/registre.db", statements]
                let holder = try Child.start("/usr/bin/env", arguments)
                try await holder.says("held")
                return holder
            }
        }
    }
}
