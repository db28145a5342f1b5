import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite struct `A PostgreSQL database` {
    private static let wrong = [
        "TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'",
        "TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'",
        "TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'",
        // Its collation is called C, and it sorts as a dictionary does.
        "TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'fr-FR' LC_COLLATE 'C' LC_CTYPE 'C'",
    ]

    @Test(arguments: wrong) func `of another encoding or order is refused, and told how to be made`(
        options: String
    ) async throws {
        let cluster = try await PostgresServer.shared.cluster()
        let url = try await cluster.createDatabase(options)
        await #expect {
            _ = try await PostgresDatabase.open(url)
        } throws: { error in
            guard case .unavailable(let hint) = error as? StorageError else { return false }
            return hint.contains(PostgresCluster.ourOptions)
        }
    }

    // Shows: S-83
    @Test(arguments: ["fsync", "full_page_writes"]) func `of a server that does not write to last is refused`(
        setting: String
    ) async throws {
        let cluster = try await PostgresCluster.start()
        let url = try await cluster.createDatabase()
        await (try await PostgresDatabase.open(url)).close()
        try await PostgresCluster.sql("ALTER SYSTEM SET \(setting) = off", on: url)
        try await cluster.control("restart", "-m", "fast")
        let error = await storageError { _ = try await PostgresDatabase.open(url) }
        #expect(error.map { "\($0)" }?.contains(setting) == true)
        try await cluster.control("stop", "-m", "immediate")
    }

    @Test func `waits for the disk and for nobody for ever, whatever its own settings`() async throws {
        let url = try await PostgresServer.shared.createDatabase()
        let name = url.split(separator: "/").last ?? ""
        let settings = [
            ("synchronous_commit", "off", "on"), ("statement_timeout", "0", "30s"), ("lock_timeout", "0", "20s"),
            ("idle_in_transaction_session_timeout", "0", "1min"), ("client_min_messages", "debug1", "warning"),
        ]
        for (setting, theirs, _) in settings {
            try await PostgresCluster.sql("ALTER DATABASE \(name) SET \(setting) = '\(theirs)'", on: url)
        }
        let database = try await PostgresDatabase.open(url)
        try await makeThings(in: database)
        for (setting, _, ours) in settings {
            let found = try await database.read { try $0.run("SELECT current_setting(\(setting))")[0].text(0) }
            #expect(found == ours, "\(setting)")
        }
        await database.close()
    }

    @Test func `that only follows another is refused`() async throws {
        let cluster = try await PostgresCluster.start()
        let url = try await cluster.createDatabase()
        try await cluster.control("stop", "-m", "fast")
        try Data().write(to: URL(filePath: cluster.folder + "/data/standby.signal"))
        try await cluster.control("start")
        let error = await storageError { _ = try await PostgresDatabase.open(url) }
        #expect(error?.isUnavailable == true)
        try await cluster.control("stop", "-m", "immediate")
    }

    @Test func `is opened by several servers at once from nothing`() async throws {
        let url = try await PostgresServer.shared.createDatabase()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { await (try await PostgresDatabase.open(url)).close() } }
            try await group.waitForAll()
        }
        let database = try await PostgresDatabase.open(url)
        try await makeThings(in: database)
        await database.close()
    }

    @Test func `that is not there is refused`() async throws {
        let url = try await PostgresServer.shared.createDatabase()
        let error = await storageError { _ = try await PostgresDatabase.open(url + "x") }
        #expect(error?.isUnavailable == true)
    }
}
