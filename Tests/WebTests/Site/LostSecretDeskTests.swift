import Complaints
import HTTPTypes
import HummingbirdTesting
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `Somebody who lost a tracking secret` {
    private func ask(_ site: TestSite, _ reference: String, _ email: String) async throws -> TestAnswer {
        let token = try #require(try await site.get("/suivi/acces").hidden("jeton"))
        return try await site.post("/suivi/acces", ["jeton": token, "reference": reference, "courriel": email])
    }

    // Shows: S-44
    @Test func `is told the same whatever is known, to the byte`() async throws {
        try await TestSite.open(hasRelay: true) { site in
            _ = try await site.follower()
            var pages: Set<String> = []
            for (reference, email) in [
                ("2026-R-0001", "noe@example.org"), ("2026-R-0001", "autre@example.org"), ("2026-R-9999", "a@b.fr"),
                ("", "n’importe quoi"),
            ] {
                let asked = try await ask(site, reference, email)
                #expect(asked.status == 200 && asked.headers[.setCookie]?.contains("suivi-acces=") == true)
                pages.insert(asked.text)
            }
            #expect(pages.count == 1)
        }
    }

    // Shows: S-49, S-45
    @Test(arguments: Engine.available)
    func `takes a new one by the link of the letter, in the browser that asked, by a button`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine, hasRelay: true) { site in
            let follower = try await site.follower()
            let asked = try await ask(site, "2026-R-0001", "noe@example.org")
            let browser = String(try #require(asked.headers[.setCookie]).prefix { $0 != ";" })
            let link = try #require(try await site.books.register.claimNotice()).link
            let path = "/suivi/acces/\(link)"
            for cookie in [nil, "suivi-acces=\(String(repeating: "0", count: 64))"] {
                let elsewhere = try await site.get(path, cookie: cookie)
                #expect(elsewhere.status == 410 && elsewhere.hidden("jeton") == nil)
            }
            for _ in 1...2 { #expect(try await site.get(path, cookie: browser).status == 200) }
            #expect(try await follower.get().status == 200, "reading the page changes nothing")
            let token = try #require(try await site.get(path, cookie: browser).hidden("jeton"))
            var body = MultipartBody()
            body.add("jeton", token)
            #expect(try await site.post(path, body.closed, headers: [:]).status == 410)
            let given = try await site.post(path, body.closed, headers: [.cookie: browser])
            #expect(given.status == 200 && given.headers[.cacheControl] == "no-store")
            let groups = given.text.matches(of: /<span>([0-9A-Z]{2,4})<\/span>/).map { String($0.output.1) }
            let secret = try #require(TrackingSecret(typed: groups.joined()))
            #expect(try await follower.get().status == 303, "the old sessions are over")
            guard
                case .opened = try await site.books.register.openFollowUp(typed: secret.readable, from: "::2")
            else {
                Issue.record("the new secret opens nothing")
                return
            }
            #expect(try await site.get(path, cookie: browser).status == 410)
            #expect(!site.log.all.contains { $0.contains(link) || $0.contains(groups.joined(separator: "-")) })
        }
    }

    @Test func `is sent to the provider where no letter can leave`() async throws {
        try await TestSite.open { site in
            let page = try await site.get("/suivi/acces")
            #expect(page.status == 200 && page.hidden("jeton") == nil && page.text.contains("Écrivez-nous"))
        }
    }
}
