import Complaints
import HTTPTypes
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `One's own account` {
    /// Another desk of the same person.
    private func another(_ desk: TestDesk) async throws -> TestDesk {
        TestDesk(site: desk.site, account: desk.account, session: try await desk.site.session(of: desk.account))
    }

    // Shows: S-56
    @Test(arguments: Engine.available) func `lists one's sessions, and ends one, or all others, and nobody else's`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.administrator])
            let other = try await another(desk)
            let third = try await another(desk)
            let colleague = try await site.desk([.management], email: "paul@cine-atelier.example")
            let accounts = site.site.accounts(site.books.organisation)
            let page = try await desk.get("/compte")
            #expect(page.status == 200 && page.text.matches(of: /name="session" value="[0-9a-f]{32}"/).count == 2)
            #expect(page.text.contains("Cette session-ci") && page.text.contains("23/11/2026 à 10\u{A0}h\u{A0}00"))
            let theirs = try #require(try await accounts.session(of: colleague.session)).id
            #expect(try await desk.post("/compte/sessions", ["session": theirs]).status == 303)
            #expect(try await colleague.get("/compte").status == 200)
            let one = try #require(try await accounts.session(of: other.session)).id
            let done = try await desk.post("/compte/sessions", ["session": one])
            #expect(done.status == 303 && done.location == "/compte?fait=sessions")
            #expect(try await other.get("/compte").location == "/connexion?suite=/compte")
            #expect(try await third.get("/compte").status == 200)
            #expect(try await desk.post("/compte/sessions", ["session": "autres"]).status == 303)
            #expect(try await third.get("/compte").status == 303)
            #expect(try await desk.get(done.location).text.contains("La session est terminée"))
        }
    }

    // Shows: S-51, S-56
    @Test(arguments: Engine.available) func `takes another password for the old one, all mistakes at once`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.receptionDesk])
            let other = try await another(desk)
            let path = "/compte/mot-de-passe"
            let refused = try await desk.post(
                path,
                ["ancien": "autre chose", "mot_de_passe": "azertyuiop", "mot_de_passe_encore": "x"]
            )
            #expect(refused.status == 422)
            for words in ["pas votre mot de passe", "moins de 15", "essaie d’abord", "pas les mêmes"] {
                #expect(refused.text.contains(words), "\(words)")
            }
            #expect(!refused.text.contains("azerty") && !refused.text.contains("autre chose"))
            let password = "tournevis marmotte galet"
            let fields = ["ancien": TestSite.password, "mot_de_passe": password, "mot_de_passe_encore": password]
            let changed = try await desk.post(path, fields)
            #expect(changed.status == 303 && changed.location == "/compte?fait=mot-de-passe")
            let cookie = try #require(changed.headers[.setCookie]?.firstMatch(of: /session=([0-9a-f]{64})/)).output.1
            #expect(try await desk.get("/compte").status == 303, "a new session, under a new token")
            #expect(try await other.get("/compte").status == 303)
            let fresh = TestDesk(site: site, account: desk.account, session: try #require(StaffToken(String(cookie))))
            #expect(try await fresh.get("/compte").status == 200)
            let accounts = site.site.accounts(site.books.organisation)
            let old = try await accounts.verify(email: desk.account.email, password: TestSite.password, from: "::1")
            #expect(old == .refused)
        }
    }

    // Shows: S-56
    @Test func `carries no password through a sign-in, and does nothing for a form of an earlier session`() async throws
    {
        try await TestSite.open { site in
            let desk = try await site.desk([.receptionDesk])
            let stale = desk.token
            let newer = try await another(desk)
            let refused = try await newer.post("/compte/sessions", ["session": "autres"], token: stale)
            #expect(refused.status == 403 && refused.text.contains("d’une session passée"))
            #expect(try await desk.get("/compte").status == 200)
            site.books.clock.advance(seconds: 31 * 60)
            let late = try await desk.post("/compte/mot-de-passe", ["ancien": TestSite.password])
            #expect(late.status == 303 && late.location == "/connexion?suite=/compte")
            #expect(!late.text.contains(TestSite.password))
        }
    }

    // Shows: S-53, S-58
    @Test(arguments: Engine.available) func `changes application and recovery codes after the password once more`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine, needsSecondFactor: true) { site in
            let desk = try await site.desk([.complaintsManager])
            let factors = site.books.register.secondFactors(of: site.site.accounts(site.books.organisation))
            let pending = try await factors.ask(desk.account)
            let old = try TestApplication(secret: try #require(pending.offered).readable)
            _ = try await factors.answer(pending.token, code: old.code(at: site.books.clock.now))
            #expect(try await desk.get("/compte").text.contains("reste 10 codes de secours"))
            let other = try await another(desk)
            site.books.clock.advance(seconds: 5 * 60)
            let asked = try await desk.post("/compte/second-facteur", ["motif": "perdu"])
            #expect(asked.status == 401 && asked.text.contains("Confirmer que c’est vous"))
            #expect(asked.hidden("motif") == "perdu" && !asked.text.contains("otpauth"))
            let wrong = try await desk.post("/compte/second-facteur", ["confirmation": "autre chose"])
            #expect(wrong.status == 401 && wrong.text.contains("Ce n’est pas votre mot de passe"))
            #expect(!wrong.text.contains("autre chose"))
            let confirmed = try await desk.post("/compte/second-facteur", ["confirmation": TestSite.password])
            #expect(confirmed.status == 200)
            let new = try TestApplication(settingUp: confirmed)
            let fields = ["attente": confirmed.hidden("attente") ?? "", "code": new.code(at: site.books.clock.now)]
            let shown = try await desk.post("/compte/second-facteur", fields)
            #expect(shown.status == 200 && shown.text.matches(of: /<li><code>/).count == 10)
            #expect(shown.text.contains("href=\"/compte?fait=second-facteur\""))
            #expect(try await other.get("/compte").status == 303, "other sessions end")
            let again = try await desk.post("/compte/second-facteur", fields)
            #expect(again.status == 401 && again.text.contains("arrivé trop tard"))
            let codes = try await desk.post("/compte/codes-de-secours", [:])
            #expect(codes.status == 200 && codes.text.matches(of: /<li><code>/).count == 10, "the password still holds")
            site.books.clock.advance(seconds: 5 * 60)
            #expect(try await desk.post("/compte/codes-de-secours", [:]).status == 401)
        }
    }

    // Shows: S-54
    @Test func `begins with what others have tried, for ten minutes`() async throws {
        try await TestSite.open { site in
            let account = try await site.hire([.complaintsManager])
            let accounts = site.site.accounts(site.books.organisation)
            for number in 0..<6 {
                _ = try await accounts.verify(email: account.email, password: "faux", from: "192.0.2.\(number)")
            }
            let desk = TestDesk(site: site, account: account, session: try await site.session(of: account))
            let words = "6 essais manqués depuis votre dernière connexion"
            #expect(try await desk.get("/tableau-de-bord").text.contains(words))
            site.books.clock.advance(seconds: 10 * 60)
            #expect(try await !desk.get("/tableau-de-bord").text.contains(words))
            let next = TestDesk(site: site, account: account, session: try await site.session(of: account))
            #expect(try await !next.get("/tableau-de-bord").text.contains("manqué"))
        }
    }

    // Shows: S-58
    @Test func `makes whoever guesses the password again wait`() async throws {
        try await TestSite.open(needsSecondFactor: true) { site in
            let desk = try await site.desk([.complaintsManager])
            let factors = site.books.register.secondFactors(of: site.site.accounts(site.books.organisation))
            let pending = try await factors.ask(desk.account)
            let application = try TestApplication(secret: try #require(pending.offered).readable)
            _ = try await factors.answer(pending.token, code: application.code(at: site.books.clock.now))
            site.books.clock.advance(seconds: 5 * 60)
            for _ in 0..<5 {
                let wrong = try await desk.post("/compte/codes-de-secours", ["confirmation": "autre chose"])
                #expect(wrong.status == 401)
            }
            let waiting = try await desk.post("/compte/codes-de-secours", ["confirmation": TestSite.password])
            #expect(waiting.status == 429 && waiting.headers[.retryAfter] == "2")
            #expect(!waiting.text.contains("<li><code>"))
        }
    }
}
