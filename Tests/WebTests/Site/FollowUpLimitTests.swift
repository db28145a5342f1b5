import Complaints
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `What holds for the public form holds for whoever follows a case` {
    private static let note = (name: "reçu.txt", content: Array("120 €".utf8))

    /// Fills the case to that many documents, by the hand of staff.
    private func fill(_ follower: TestFollower, to count: Int) async throws {
        let register = follower.site.books.register
        for start in stride(from: 0, to: count, by: 10) {
            var files: [FileSummary] = []
            for index in start..<min(start + 10, count) {
                let file = StagedAttachment(
                    name: "\(index).txt",
                    type: "text/plain",
                    length: 1,
                    digest: String(repeating: "0", count: 64)
                )
                files.append(try await register.stage(file, for: nil) { $0 == 0 ? [65] : nil })
            }
            let amendment = Amendment(text: "Des pièces", files: files)
            try await register.change(follower.caseFile, by: .officer(Story.manager), attaching: files) {
                try $0.amend(amendment, $1)
            }
        }
    }

    // Shows: S-38
    @Test(arguments: Engine.available) func `a case that is full takes their words, and names what it cannot keep`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let follower = try await site.follower()
            try await fill(follower, to: DocumentQuota.documents - 1)
            let files = [Self.note, (name: "de-trop.txt", content: [UInt8]([98]))]
            let sent = try await follower.post("ajouts", ["texte": "Deux de plus"], files: files)
            #expect(sent.status == 303 && sent.location.contains("avis="))
            #expect(try await follower.file.laterFiles.count == DocumentQuota.documents)
            #expect(try await follower.file.laterFiles.last?.name == "reçu.txt")
            let shown = try await follower.get(sent.location).text
            for words in ["Deux de plus", "de-trop.txt", "autant de documents qu’il peut en garder"] {
                #expect(shown.contains(words), "\(words)")
            }
            let nothing = try await follower.post("ajouts", files: [Self.note])
            #expect(nothing.status == 422 && nothing.text.contains("autant de documents qu’il peut en garder"))
            #expect(try await follower.post("ajouts", ["texte": "Des mots seuls"]).status == 303)
        }
    }

    // Shows: S-38
    @Test func `a case that fills up meanwhile takes nothing, and loses no word`() async throws {
        try await TestSite.open { site in
            let follower = try await site.follower()
            let kept = try await follower.post(
                "ajouts",
                ["texte": String(repeating: "é", count: 40_000)],
                files: [Self.note]
            )
            let (named, token) = (try #require(kept.hidden("piece_gardee")), try #require(kept.hidden("jeton")))
            try await fill(follower, to: DocumentQuota.documents)
            let version = try await follower.file.version
            let full = try await follower.post("ajouts", ["texte": "Mes mots"], kept: [named], token: token)
            #expect(full.status == 422 && full.text.contains("Mes mots") && full.text.contains("reçu.txt"))
            #expect(full.text.contains("Votre dossier ne peut pas garder autant de documents"))
            #expect(try await follower.file.version == version)
        }
    }

    // Shows: S-38
    @Test(arguments: Engine.available) func `a disk that runs low takes their words and no document, and says so`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let follower = try await site.follower()
            let page = { try await follower.get("/suivi/dossier/ajouts").text }
            #expect(try await !page().contains("aucun document pour le moment"))
            site.disk.free = Room.leastForDocuments - 1
            #expect(try await page().contains("aucun document pour le moment"))
            #expect(try await !follower.get("/suivi/dossier/retrait").text.contains("aucun document"))
            let sent = try await follower.post("ajouts", ["texte": "Mes mots"], files: [Self.note])
            #expect(sent.status == 303)
            #expect(try await follower.file.laterFiles.isEmpty)
            let shown = try await follower.get(sent.location).text
            #expect(shown.contains("reçu.txt") && shown.contains("nous ne pouvions recevoir aucun document"))
        }
    }

    // Shows: S-38, S-40
    @Test func `a disk with almost nothing left takes nothing, and keeps every word and document for later`()
        async throws
    {
        try await TestSite.open(hasRelay: true) { site in
            let follower = try await site.follower()
            let kept = try await follower.post(
                "ajouts",
                ["texte": String(repeating: "é", count: 40_000)],
                files: [Self.note]
            )
            let (named, token) = (try #require(kept.hidden("piece_gardee")), try #require(kept.hidden("jeton")))
            let ask = try await site.run { client in
                try await client.execute(uri: "/suivi/acces", method: .get) { TestAnswer($0) }
            }
            site.disk.free = Room.leastForWords - 1
            let refused = try await follower.post("ajouts", ["texte": "Mes mots"], kept: [named], token: token)
            #expect(refused.status == 503 && refused.headers[.retryAfter] == "30")
            #expect(refused.text.contains("Mes mots") && refused.text.contains("reçu.txt"))
            #expect(refused.hidden("jeton") == token)
            let lost = try await site.post(
                "/suivi/acces",
                [
                    "jeton": try #require(ask.hidden("jeton")), "reference": "2026-R-0001",
                    "courriel": "noe@example.org",
                ]
            )
            #expect(lost.status == 503 && lost.headers[.retryAfter] == "30")
            #expect(try await site.books.register.claimNotice() == nil)
            site.disk.free = Room.leastForWords
            let again = try await follower.post("ajouts", ["texte": "Mes mots"], kept: [named], token: token)
            #expect(again.status == 303)
            #expect(try await follower.file.laterFiles.map(\.name) == ["reçu.txt"])
        }
    }

    // Shows: S-37
    @Test(arguments: Engine.available) func `a document that they add is asked about as any other, and says so`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let follower = try await site.follower()
            #expect(try await site.books.register.unscanned() == nil)
            #expect(try await follower.post("ajouts", files: [Self.note]).status == 303)
            let file = try #require(try await site.books.register.unscanned())
            #expect(file.name == "reçu.txt")
            let desk = try await site.desk([.complaintsManager])
            #expect(try await desk.get("/dossiers/2026-R-0001").text.contains("non analysé"))
            try await site.books.register.keepScan(of: file.id, finding: "Essai")
            #expect(try await desk.get("/dossiers/2026-R-0001").text.contains("signalé\u{A0}: Essai"))
            #expect(try await site.books.register.scan(of: file.id)?.finding == "Essai")
        }
    }

    // Shows: R-14, S-40, S-42
    @Test func `what comes too fast from one network waits with its words and documents, and is done once`()
        async throws
    {
        let hosts = SiteOrigin("http://localhost").map { SiteHosts(origin: $0, proxies: ["127.0.0.1", "::1"]) }
        try await TestSite.open(hosts: hosts) { site in
            let follower = try await site.follower()
            var last: [UInt8] = []
            for index in 0..<20 {
                last = try await addition(follower, "Message \(index)", files: [])
                #expect(try await send(last, follower).status == 303)
            }
            let held = try await send(try await addition(follower, "Un de trop", files: [Self.note]), follower)
            #expect(held.status == 429 && held.headers[.retryAfter] == "60")
            for words in ["rien n’est perdu", "à partir de 10\u{A0}h\u{A0}01", "Un de trop", "reçu.txt"] {
                #expect(held.text.contains(words), "\(words)")
            }
            #expect(try await follower.file.entries.filter(\.isByComplainant).count == 21)
            #expect(try await send(last, follower).status == 303, "it was done, and its answer lost")
            site.books.clock.advance(seconds: 60)
            #expect(try await send(try await addition(follower, "Un de trop", files: []), follower).status == 303)
            #expect(try await follower.file.entries.filter(\.isByComplainant).count == 22)
        }
    }

    private func addition(
        _ follower: TestFollower,
        _ text: String,
        files: [(name: String, content: [UInt8])]
    ) async throws -> [UInt8] {
        var body = MultipartBody()
        body.add("jeton", follower.token)
        body.add("version", String(try await follower.file.version))
        body.add("texte", text)
        for file in files { body.add("piece_jointe", filename: file.name, file.content) }
        return body.closed
    }

    /// Over a real connection, through a proxy of ours on this machine.
    private func send(_ body: [UInt8], _ follower: TestFollower) async throws -> TestAnswer {
        var headers = follower.headers
        headers[.contentType] = "multipart/form-data; boundary=\(MultipartBody.boundary)"
        if let name = HTTPField.Name("X-Forwarded-For") { headers[name] = "203.0.113.5" }
        let (sent, bytes) = (headers, ByteBuffer(bytes: body))
        let site = follower.site
        return try await Application(router: Routes.router(for: site.site), logger: site.log.logger).test(.live) {
            client in
            try await client.execute(uri: "/suivi/dossier/ajouts", method: .post, headers: sent, body: bytes) {
                TestAnswer($0)
            }
        }
    }
}
