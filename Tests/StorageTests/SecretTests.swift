import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite struct `An error` {
    @Test(arguments: Engine.available) func `never repeats a value`(engine: Engine) async throws {
        let secret = "geheim"
        try await withThings(engine) { database in
            try await database.write { connection in
                try connection.script(
                    "CREATE TABLE other (id TEXT PRIMARY KEY CHECK (length(id) < 5), n BIGINT NOT NULL)"
                )
                try connection.run("INSERT INTO thing (id) VALUES (\(secret))")
            }
            let wrong: [SQL] = [
                "INSERT INTO thing (id) VALUES (\(secret))",
                "INSERT INTO other (id, n) VALUES (\(secret), 1)",
                "INSERT INTO other (id, n) VALUES (\(String(secret.prefix(3))), \(nil as Int?))",
                "INSERT INTO thing (id, number) VALUES ('x', \(secret)) RETURNING no_such_column",
                "INSERT INTO thing (id) VALUES (\(secret + "\u{0}"))",
                "SELECT \(secret), \(secret) FROM nowhere",
            ]
            for sql in wrong {
                let error = await storageError { _ = try await database.write { try $0.run(sql) } }
                #expect(error != nil, "\(sql.text)")
                #expect(error.map { "\($0)" }?.contains("geh") == false, "\(sql.text)")
            }
        }
    }

    @Test func `of PostgreSQL about a value does not repeat it either`() async throws {
        try await withThings(.postgres) { database in
            let wrong: [SQL] = [
                "INSERT INTO thing (id, number) VALUES ('x', \("geheim"))",
                "SELECT CAST(CAST(\("geheim") AS TEXT) AS BIGINT)",
            ]
            for sql in wrong {
                let error = await storageError { _ = try await database.write { try $0.run(sql) } }
                #expect(error == .failed("PostgreSQL 22P02"), "\(sql.text)")
            }
        }
    }

    @Test func `of a refused password does not repeat it`() async throws {
        let cluster = try await PostgresCluster.start()
        let url = try await cluster.createDatabase()
        try await PostgresCluster.sql("CREATE ROLE clerk LOGIN PASSWORD 'richtig'", on: url)
        let rules = cluster.folder + "/data/pg_hba.conf"
        // In place, for the file is the server's.
        let file = try FileHandle(forUpdating: URL(filePath: rules))
        let others = try file.readToEnd() ?? Data()
        try file.seek(toOffset: 0)
        try file.write(contentsOf: Data("host all clerk 127.0.0.1/32 scram-sha-256\n".utf8) + others)
        try file.close()
        try await PostgresCluster.sql("SELECT pg_reload_conf()", on: url)
        let asClerk = { (password: String) in url.replacing("postgres@", with: "clerk:\(password)@") }
        await #expect {
            _ = try await PostgresDatabase.open(asClerk("geheim"))
        } throws: { error in
            (error as? StorageError)?.isUnavailable == true && !"\(error)".contains("geheim")
        }
        // The right one is let in, as far as its rights go: it may not make the domain in somebody else's database.
        let error = await storageError { _ = try await PostgresDatabase.open(asClerk("richtig")) }
        #expect(error?.isFailed == true)
        #expect(error.map { "\($0)" }?.contains("richtig") == false)
        try await cluster.control("stop", "-m", "immediate")
    }
}
