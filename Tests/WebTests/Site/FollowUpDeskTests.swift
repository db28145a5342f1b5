import Complaints
import HTTPTypes
import HummingbirdTesting
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `A complainant at the follow-up page` {
    private static let secret = TrackingSecret(random: (1...17).map(UInt8.init))

    private func receive(_ site: TestSite) async throws -> CaseFile.ID {
        let intake = Register.Intake(
            channel: .form,
            original: Story.original,
            submission: Submission(id: [UInt8](repeating: 7, count: 16)),
            secret: Self.secret
        )
        return try await site.books.register.receive(intake).caseFile
    }

    private func enter(_ site: TestSite, _ code: String) async throws -> TestAnswer {
        let token = try #require(try await site.get("/suivi").hidden("jeton"))
        return try await site.post("/suivi", ["jeton": token, "code_de_suivi": code])
    }

    // Shows: R-41, S-12, S-50
    @Test(arguments: Engine.available) func `reads where the complaint stands, what comes next and the letters to them`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let id = try await receive(site)
            try await site.books.register.change(id, by: .officer(Story.manager)) {
                try $0.note("Pour nous seuls", $1)
            }
            let entered = try await enter(site, Self.secret.readable.lowercased())
            #expect(entered.status == 303 && entered.location == "/suivi/dossier")
            let cookie = try #require(entered.headers[.setCookie])
            #expect(cookie.contains("HttpOnly") && !cookie.contains(Self.secret.readable))
            let page = try await site.get("/suivi/dossier", cookie: String(cookie.prefix { $0 != ";" }))
            #expect(page.status == 200 && page.headers[.cacheControl] == "no-store")
            for words in ["2026-R-0001", "Reçue", "accusé de réception est écrit", "accuse 2026-R-0001", "1 200 €"] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(!page.text.contains("Pour nous seuls") && !page.text.contains("responsable-1"))
        }
    }

    // Shows: S-44, S-46
    @Test func `is told the same whatever opens nothing, and what was typed is shown nowhere`() async throws {
        try await TestSite.open { site in
            _ = try await receive(site)
            let other = TrackingSecret(random: (2...18).map(UInt8.init)).readable
            var texts: Set<String> = []
            for code in [other, "n’importe quoi", "", String(repeating: "A", count: 9_000)] {
                let refused = try await enter(site, code)
                #expect(refused.status == 422 && !refused.text.contains(other))
                texts.insert(refused.text.replacing(try #require(refused.hidden("jeton")), with: ""))
            }
            #expect(texts.count == 1)
            #expect(!site.log.all.contains { $0.contains(other) })
        }
    }

    // Shows: S-48
    @Test func `sees nothing without a session, and nothing after leaving`() async throws {
        try await TestSite.open { site in
            _ = try await receive(site)
            let shut = try await site.get("/suivi/dossier")
            #expect(shut.status == 303 && shut.location == "/suivi")
            let entered = try await enter(site, Self.secret.readable)
            let cookie = String(try #require(entered.headers[.setCookie]).prefix { $0 != ";" })
            let token = try #require(try await site.get("/suivi/dossier", cookie: cookie).hidden("jeton"))
            var body = MultipartBody()
            body.add("jeton", "x")
            let forged = try await site.post("/suivi/fin", body.closed, headers: [.cookie: cookie])
            #expect(forged.status == 403)
            body = MultipartBody()
            body.add("jeton", token)
            let left = try await site.post("/suivi/fin", body.closed, headers: [.cookie: cookie])
            #expect(left.status == 303)
            #expect(try await site.get("/suivi/dossier", cookie: cookie).location == "/suivi")
        }
    }
}
