import Complaints
import HTTPTypes
import HummingbirdTesting
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `The second step of the way in` {
    /// The form of the code, as a browser sends it on.
    private func send(_ code: String, _ page: TestAnswer, _ site: TestSite) async throws -> TestAnswer {
        var body = MultipartBody()
        for name in ["jeton", "attente", "suite", "repris.texte", "repris.version"] {
            if let value = page.hidden(name) { body.add(name, value) }
        }
        body.add("code", code)
        return try await site.post("/connexion", body.closed, headers: [:])
    }

    /// The page after a right password.
    private func give(
        password: String = TestSite.password,
        carried: String? = nil,
        next: String = "/registre",
        _ site: TestSite
    ) async throws -> TestAnswer {
        let page = try await site.run { client in
            try await client.execute(uri: "/connexion", method: .get) { TestAnswer($0) }
        }
        var body = MultipartBody()
        body.add("jeton", page.hidden("jeton") ?? "")
        body.add("suite", next)
        body.add("courriel", "ines@cine-atelier.example")
        body.add("mot_de_passe", password)
        if let carried { body.add("repris.texte", carried) }
        return try await site.post("/connexion", body.closed, headers: [:])
    }

    private func codes(on page: TestAnswer) -> [String] {
        page.text.matches(of: /<li><code>([0-9A-Z-]{32})<\/code><\/li>/).map { String($0.output.1) }
    }

    // Shows: S-53, S-56
    @Test(arguments: Engine.available) func `sets an application up, then asks for its code, with no session before`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine, needsSecondFactor: true) { site in
            let account = try await site.hire([.complaintsManager])
            let accounts = site.site.accounts(site.books.organisation)
            let enrolment = try await give(site)
            #expect(enrolment.status == 200 && enrolment.text.contains("otpauth://totp/Cin%C3%A9-Atelier:ines%40"))
            #expect(enrolment.text.contains("<svg") && enrolment.headers[.setCookie] == nil)
            let application = try TestApplication(settingUp: enrolment)
            let wrong = try await send("000000", enrolment, site)
            #expect(wrong.status == 401 && wrong.headers[.setCookie] == nil)
            #expect(try TestApplication(settingUp: wrong).code(at: site.books.clock.now).count == 6)
            #expect(try await accounts.sessions(of: account.id).isEmpty)
            let shown = try await send(application.code(at: site.books.clock.now), wrong, site)
            #expect(shown.status == 200 && shown.headers[.setCookie]?.contains("session=") == true)
            #expect(codes(on: shown).count == 10 && shown.text.contains("href=\"/registre\""))
            let asked = try await give(site)
            #expect(asked.status == 200 && asked.headers[.setCookie] == nil && !asked.text.contains("otpauth"))
            #expect(asked.text.contains("name=\"code\""))
            let used = try await send(application.code(at: site.books.clock.now), asked, site)
            #expect(used.status == 401, "each code once")
            let led = try await send(application.code(at: site.books.clock.now, steps: 1), used, site)
            #expect(led.status == 303 && led.location == "/registre")
            #expect(led.headers[.setCookie]?.contains("session=") == true)
            #expect(try await accounts.sessions(of: account.id).count == 2)
        }
    }

    // Shows: S-53
    @Test func `takes a recovery code in place of the application's, once`() async throws {
        try await TestSite.open(needsSecondFactor: true) { site in
            _ = try await site.hire([.complaintsManager])
            let enrolment = try await give(site)
            let application = try TestApplication(settingUp: enrolment)
            let recovery = codes(on: try await send(application.code(at: site.books.clock.now), enrolment, site))
            let last = try #require(recovery.last)
            #expect(try await send(last.lowercased(), try await give(site), site).status == 303)
            #expect(try await send(last, try await give(site), site).status == 401)
        }
    }

    // Shows: S-54
    @Test func `makes whoever guesses wait, and lets nobody skip it`() async throws {
        try await TestSite.open(needsSecondFactor: true) { site in
            _ = try await site.hire([.complaintsManager])
            let enrolment = try await give(site)
            let application = try TestApplication(settingUp: enrolment)
            _ = try await send(application.code(at: site.books.clock.now), enrolment, site)
            var page = try await give(site)
            for _ in 0..<5 {
                page = try await send("000000", page, site)
                #expect(page.status == 401)
            }
            let waiting = try await send(application.code(at: site.books.clock.now, steps: 1), page, site)
            #expect(waiting.status == 429 && waiting.headers[.retryAfter] == "2")
            let forged = try await site.post("/connexion", ["attente": String(repeating: "0", count: 64), "code": "1"])
            #expect(forged.status == 403 && forged.headers[.setCookie] == nil)
            site.books.clock.advance(seconds: 5 * 60)
            let late = try await send(application.code(at: site.books.clock.now), waiting, site)
            #expect(late.status == 401 && late.text.contains("arrivé trop tard") && late.headers[.setCookie] == nil)
        }
    }

    @Test func `keeps the words of a form that came too late, through code and setting up`() async throws {
        try await TestSite.open(needsSecondFactor: true) { site in
            _ = try await site.hire([.complaintsManager])
            let id = try await site.lead(to: .registered)
            let path = "/dossiers/\(try await site.books.register.caseFile(id).address)/notes"
            let enrolment = try await give(carried: "Rappelée ce soir", next: path, site)
            let application = try TestApplication(settingUp: enrolment)
            let shown = try await send(application.code(at: site.books.clock.now), enrolment, site)
            #expect(shown.text.contains("action=\"\(path)\"") && shown.hidden("texte") == "Rappelée ce soir")
            let asked = try await give(carried: "Rappelée ce soir", next: path, site)
            let back = try await send(application.code(at: site.books.clock.now, steps: 1), asked, site)
            #expect(back.status == 200 && back.text.contains("Rappelée ce soir"))
            #expect(back.text.contains("Votre session avait pris fin"))
        }
    }

    @Test func `is not asked for where the organisation does without`() async throws {
        try await TestSite.open { site in
            _ = try await site.hire([.complaintsManager])
            #expect(try await give(site).location == "/registre")
        }
    }

    // Shows: S-53, S-62
    @Test(arguments: Engine.available) func `ends what a password alone began, once it is asked for`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.complaintsManager])
            #expect(try await desk.get("/registre").status == 200)
            var change = OrganisationChange()
            change.needsSecondFactor = true
            let id = site.books.organisation.id
            _ = try await site.books.organisations.change(id, change, author: "commande", reason: "")
            #expect(try await desk.get("/registre").status == 303)
            var ended = AccessFilter()
            ended.kind = .sessionEnded
            let told = try await site.books.register.accesses(ended)
            #expect(told.map { [$0.account, $0.about] } == [[AccessEntry.server, desk.account.id]])
        }
    }
}
