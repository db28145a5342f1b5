import Complaints
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Pages
import Registry
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct `The address of a visitor` {
    private static let addresses = ["203.0.113.77", "2001:db8:77::77"]
    /// As it could be written down, whole or in part.
    private static let traces = ["203.0.113", "2001:db8:77", "2001:0db8:0077", "20010db80077"]
    private static let bytes: [[UInt8]] = [[203, 0, 113, 77], [0x20, 0x01, 0x0D, 0xB8, 0x00, 0x77]]

    private static let behindProxy = SiteOrigin("http://localhost").map {
        SiteHosts(origin: $0, proxies: ["127.0.0.1", "::1"])
    }

    /// Everything that is known of where somebody comes from: a complaint, guesses at secrets and passwords, a page that
    /// there is not.
    private func visit(_ site: TestSite, from address: String) async throws {
        let form = try await site.openForm().body("envoi")
        let token = try await site.run { client in
            let entry = try await client.execute(uri: Path.followUp, method: .get) { TestAnswer($0) }
            let signIn = try await client.execute(uri: Path.signIn, method: .get) { TestAnswer($0) }
            return (followUp: entry.hidden("jeton") ?? "", signIn: signIn.hidden("jeton") ?? "")
        }
        var (guess, password) = (MultipartBody(), MultipartBody())
        for (name, value) in ["jeton": token.followUp, "code_de_suivi": "7ZQ4"] { guess.add(name, value) }
        for (name, value) in ["jeton": token.signIn, "courriel": "ines@cine-atelier.example", "mot_de_passe": "faux"] {
            password.add(name, value)
        }
        site.books.clock.advance(seconds: 10)
        let posts =
            [(Path.complaint, form)] + Array(repeating: (Path.followUp, guess.closed), count: 12)
            + Array(repeating: (Path.signIn, password.closed), count: 7)
        var headers: HTTPFields = [.contentType: "multipart/form-data; boundary=\(MultipartBody.boundary)"]
        if let name = HTTPField.Name("X-Forwarded-For") { headers[name] = address }
        let sent = headers
        let statuses = try await Application(router: Routes.router(for: site.site), logger: site.log.logger)
            .test(.live) { client in
                var statuses: Set<Int> = []
                for (path, body) in posts {
                    let bytes = ByteBuffer(bytes: body)
                    statuses.insert(
                        try await client.execute(uri: path, method: .post, headers: sent, body: bytes) {
                            Int($0.status.code)
                        }
                    )
                }
                try await client.execute(uri: "/absent", method: .get, headers: sent) { _ in }
                return statuses
            }
        #expect(statuses == [303, 401, 422, 429])
    }

    private func rows(of table: String, _ site: TestSite) async throws -> [Row] {
        let name = SQL(stringLiteral: table)
        return try await site.books.database.read { try $0.run("SELECT * FROM \(name)") }
    }

    // Shows: S-72
    @Test(arguments: Engine.available)
    func `is in no table and in no line of the log, and its digest is gone in an hour`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine, hosts: Self.behindProxy) { site in
            _ = try await site.hire([.complaintsManager])
            for address in Self.addresses { try await visit(site, from: address) }
            let tables = Schema.migrations.map(\.script).joined(separator: "\n").matches(of: /CREATE TABLE (\w+)/)
                .map { String($0.output.1) }
            #expect(tables.count > 20)
            for table in tables {
                for row in try await rows(of: table, site) {
                    for column in 0..<row.count {
                        #expect(!Self.tells(row[column]), "\(table), column \(column)")
                    }
                }
            }
            for line in site.log.all { #expect(!Self.traces.contains(where: line.contains), "\(line)") }
            // Two purposes from two networks, and the minute of guesses at passwords: of each network, and of all.
            #expect(try await rows(of: "sign_in_attempt", site).count == 7)
            site.books.clock.advance(seconds: 3600)
            try await site.site.accounts(site.books.organisation).forgetExpired()
            #expect(try await rows(of: "sign_in_attempt", site).isEmpty)
        }
    }

    private static func tells(_ value: Value) -> Bool {
        switch value {
        case .text(let text): traces.contains(where: text.lowercased().contains)
        case .blob(let blob):
            bytes.contains { !blob.ranges(of: $0).isEmpty }
                || traces.contains { !blob.ranges(of: Array($0.utf8)).isEmpty }
        case .integer, .null: false
        }
    }
}
