import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite struct `TLS to PostgreSQL` {
    @Test func `that is asked for and not offered is refused`() async throws {
        let url = try await PostgresServer.shared.createDatabase()
        for mode in ["verify-full", "verify-ca", "require"] {
            let error = await storageError { _ = try await PostgresDatabase.open("\(url)?sslmode=\(mode)") }
            #expect(error?.isUnavailable == true, "\(mode)")
        }
        await (try await PostgresDatabase.open("\(url)?sslmode=disable")).close()
    }

    @Test func `is asked for by itself where the server has another name than ours`() async throws {
        let url =
            try await PostgresServer.shared.createDatabase()
            .replacing("@127.0.0.1:", with: "@base.example:") + "?hostaddr=127.0.0.1"
        let error = await storageError { _ = try await PostgresDatabase.open(url) }
        #expect(error?.isUnavailable == true)
        await (try await PostgresDatabase.open(url + "&sslmode=disable")).close()
    }

    @Test func `verifies who the server is`() async throws {
        try await withTemporaryFolder { folder in
            let certificates = try await Certificates.make(in: folder)
            let cluster = try await PostgresCluster.start()
            let url = try await cluster.createDatabase()
            let verified = "\(url)?sslmode=verify-full&sslrootcert=\(certificates.authority)"
            for stranger in [certificates.anotherHost, certificates.unknownAuthority] {
                try await show(stranger, by: cluster)
                let error = await storageError { _ = try await PostgresDatabase.open(verified) }
                #expect(error?.isUnavailable == true, "\(stranger.certificate)")
                // It answers: it is refused for who it is.
                await (try await PostgresDatabase.open("\(url)?sslmode=require")).close()
            }
            try await show(certificates.right, by: cluster)
            let database = try await PostgresDatabase.open(verified)
            let isEncrypted = try await database.read { connection in
                try connection.run("SELECT ssl::text FROM pg_stat_ssl WHERE pid = pg_backend_pid()")[0].text(0)
            }
            #expect(isEncrypted == "true")
            try await makeThings(in: database)
            let large = [UInt8](repeating: 7, count: 5 << 20)
            try await database.write { try $0.run("INSERT INTO thing (id, bytes) VALUES ('x', \(large))") }
            #expect(try await database.read { try $0.run("SELECT bytes FROM thing")[0].blob(0) } == large)
            await database.close()
            try await cluster.control("stop", "-m", "immediate")
        }
    }

    /// Has a server show a certificate from now on.
    private func show(_ pair: Certificates.Pair, by cluster: PostgresCluster) async throws {
        let data = cluster.folder + "/data"
        // The server's own files, which keep their owner and their rights.
        for (path, name) in [(pair.certificate, "shown.pem"), (pair.key, "shown.key")] {
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try await PostgresCluster.sql(
                "COPY (SELECT regexp_split_to_table('\(text)', '\\n')) TO '\(data)/\(name)'",
                on: cluster.base + "/postgres"
            )
        }
        try await PostgresCluster.sql(
            "COPY (SELECT '') TO PROGRAM 'chmod 600 \(data)/shown.key'",
            on: cluster.base + "/postgres"
        )
        let settings = ["ssl_cert_file = 'shown.pem'", "ssl_key_file = 'shown.key'", "ssl = on"]
        for setting in settings {
            try await PostgresCluster.sql("ALTER SYSTEM SET \(setting)", on: cluster.base + "/postgres")
        }
        try await cluster.control("restart", "-m", "fast")
    }
}
