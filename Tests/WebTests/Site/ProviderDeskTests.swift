import Complaints
import Foundation
import HTTPTypes
import OpenID
import Pages
import Post
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `The way in by a provider of identities` {
    private func link(_ name: String, to account: Account, _ traveller: Traveller) async throws {
        let identity = ProviderIdentity(issuer: traveller.server.issuer, subject: name)
        try await traveller.site.site.accounts(traveller.site.books.organisation).link(identity, to: account.id)
    }

    private func accesses(_ site: TestSite, _ kind: AccessKind) async throws -> [String] {
        var filter = AccessFilter()
        filter.kind = kind
        return try await site.books.register.accesses(filter).map { "\($0.outcome.rawValue) \($0.detail)" }
    }

    // Shows: S-56, S-62
    @Test(arguments: zip(Engine.available, ["RS256", "ES256"]))
    func `leads whoever is linked to where they were going, and the journal says how they came`(
        engine: Engine,
        algorithm: String
    ) async throws {
        try await Traveller.open(on: engine, algorithm: algorithm) { traveller in
            var traveller = traveller
            let account = try await traveller.site.hire([.complaintsManager])
            try await link("ines", to: account, traveller)
            let page = try await traveller.site.get("/connexion?suite=/registre?q=a%26b")
            #expect(page.text.contains("Se connecter avec le portail"))
            let away = try await traveller.leave("/connexion/identite?suite=%2Fregistre")
            #expect(away.status == 303 && away.location.hasPrefix(traveller.server.issuer + "/"))
            let cookie = try #require(away.headers[.setCookie])
            for part in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=600"] { #expect(cookie.contains(part)) }
            let back = try await traveller.comeBack(try await traveller.identify(away, as: "ines"))
            #expect(back.status == 303 && back.location == "/registre", "\(back.text)")
            #expect(back.cookie(ProviderErrand.cookie) == "", "and the errand is over")
            traveller.session = back.cookie(StaffDoor.cookie).flatMap { StaffToken($0) }
            let session = try #require(traveller.session)
            let cookies = "\(StaffDoor.cookie)=\(session.text)"
            #expect(try await traveller.site.get("/registre", cookie: cookies).status == 200)
            #expect(try await accesses(traveller.site, .signedIn) == ["fait identite"])
        }
    }

    // Shows: S-62
    @Test func `makes no account, and opens none that is closed`() async throws {
        try await Traveller.open { traveller in
            var traveller = traveller
            let account = try await traveller.site.hire([.complaintsManager], email: "ines@identites.example")
            let stranger = try await traveller.travel()
            #expect(stranger.status == 401 && stranger.text.contains("rattaché à cette identité"))
            #expect(stranger.cookie(StaffDoor.cookie) == nil, "the same address is no link")
            try await link("ines", to: account, traveller)
            let accounts = traveller.site.site.accounts(traveller.site.books.organisation)
            try await AccountAdministration(of: accounts).disable(account.id)
            let closed = try await traveller.travel()
            #expect(closed.status == 401)
            #expect(try await accounts.all().count == 1)
            #expect(try await accesses(traveller.site, .signedIn) == ["refuse ", "refuse "])
        }
    }

    // Shows: S-53
    @Test func `asks for our code, unless the provider says that it asked for one`() async throws {
        try await Traveller.open(needsSecondFactor: true, factors: ["mfa"]) { traveller in
            var traveller = traveller
            let account = try await traveller.site.hire([.complaintsManager])
            try await link("ines", to: account, traveller)
            let asked = try await traveller.travel("/connexion/identite?suite=%2Fregistre")
            #expect(asked.status == 200 && asked.cookie(StaffDoor.cookie) == nil)
            let application = try TestApplication(settingUp: asked)
            let fields = ["jeton", "attente", "suite"].map { (name: $0, value: asked.hidden($0) ?? "") }
            let code = (name: "code", value: application.code(at: traveller.site.books.clock.now))
            let shown = try await traveller.site.send(.post, "/connexion", fields + [code])
            #expect(shown.status == 200 && shown.cookie(StaffDoor.cookie) != nil)
            #expect(shown.text.contains("href=\"/registre\""))
            let said = try await accesses(traveller.site, .signedIn)
            #expect(Set(said) == ["attente identite", "fait identite-second-facteur"])
        }
        // Canaille says `pwd` of whoever gave a password.
        try await Traveller.open(needsSecondFactor: true, factors: ["pwd"]) { traveller in
            var traveller = traveller
            try await link("ines", to: try await traveller.site.hire([.complaintsManager]), traveller)
            let back = try await traveller.travel()
            #expect(back.status == 303 && back.cookie(StaffDoor.cookie) != nil)
        }
    }

    @Test func `takes nothing back that this browser was not sent for, nor twice`() async throws {
        try await Traveller.open { traveller in
            var traveller = traveller
            let account = try await traveller.site.hire([.complaintsManager])
            try await link("ines", to: account, traveller)
            let away = try await traveller.leave()
            let back = try await traveller.identify(away, as: "ines")
            var other = traveller
            other.errand = ""
            #expect(try await other.comeBack(back).status == 400, "a browser that was sent nowhere")
            _ = try await other.leave()
            #expect(try await other.comeBack(back).status == 400, "one that was sent for itself")
            let wrong = back.replacing("state=", with: "state=x")
            #expect(try await traveller.comeBack(wrong).status == 400)
            let unnamed = back.split(separator: "&").filter { !$0.hasPrefix("iss=") }.joined(separator: "&")
            #expect(try await traveller.comeBack(unnamed).status == 401, "it says who it is, or is another")
            #expect(try await traveller.comeBack(back).cookie(StaffDoor.cookie) != nil)
            let again = try await traveller.comeBack(back)
            #expect(again.status == 401 && again.cookie(StaffDoor.cookie) == nil, "a code is good once")
            let refused = try await traveller.comeBack(
                "\(Path.providerReturn)?error=access_denied&state=\(state(away))"
            )
            #expect(refused.status == 401 && refused.text.contains("n’a pas confirmé"))
        }
    }

    private func state(_ away: TestAnswer) -> String {
        let items = URLComponents(string: away.location)?.queryItems ?? []
        return items.first { $0.name == "state" }?.value ?? ""
    }

    /// Where the page that leads to the provider does.
    private func way(on page: TestAnswer) throws -> String {
        let link = try #require(page.text.firstMatch(of: /href="(\/connexion\/identite\?[^"]*)"/))
        return String(link.output.1).replacing("&amp;", with: "&")
    }

    // Shows: S-58, S-62
    @Test(arguments: Engine.available) func `is opened from one's own account, after the password, and closed there`(
        engine: Engine
    ) async throws {
        try await Traveller.open(on: engine) { traveller in
            var traveller = traveller
            traveller.setClock(behind: 301)
            let desk = try await traveller.site.desk([.complaintsManager])
            traveller.session = desk.session
            traveller.setClock()
            let asked = try await desk.post("/compte/identite", [:])
            #expect(asked.status == 401 && asked.text.contains("Confirmer que c’est vous"))
            let early = try await traveller.leave("/connexion/identite?pour=compte")
            #expect(early.status == 303 && early.location == "/compte", "not by an address alone")
            let ready = try await desk.post("/compte/identite", ["confirmation": TestSite.password])
            #expect(ready.status == 200)
            let bare = try await traveller.leave("/connexion/identite?pour=compte")
            #expect(bare.location == "/compte", "nor by the link of another site")
            let done = try await traveller.travel(try way(on: ready))
            #expect(done.location == "/compte?fait=identite")
            #expect(try await desk.get("/compte").text.contains("vous vous connectez aussi avec le portail"))
            let colleague = try await traveller.site.desk([.management], email: "paul@cine-atelier.example")
            var other = traveller
            other.session = colleague.session
            let theirs = try way(on: ready)
            let kept = try await other.leave(theirs)
            #expect(kept.location == "/compte", "of another session")
            let led = try way(on: try await colleague.post("/compte/identite", [:]))
            let taken = try await other.travel(led)
            #expect(taken.location == "/compte?fait=identite-prise")
            #expect(try await desk.post("/compte/identite/fin", [:]).location == "/compte?fait=fin-d-identite")
            traveller.session = nil
            let forgotten = try await traveller.travel()
            #expect(forgotten.status == 401)
        }
    }

    // Shows: S-58
    @Test func `confirms in the password's place, for the account's own identity shown just now`() async throws {
        try await Traveller.open { traveller in
            var traveller = traveller
            traveller.setClock(behind: 301)
            let desk = try await traveller.site.desk([.complaintsManager])
            traveller.session = desk.session
            try await link("ines", to: desk.account, traveller)
            traveller.setClock()
            let form = ["nom": "Gestion", "jusqu_au": traveller.site.site.today.description, "portee": "lecture"]
            let asked = try await desk.post("/compte/jetons", form)
            #expect(asked.status == 401 && asked.text.contains("Confirmer avec le portail"))
            let path = "/connexion/identite?pour=confirmation"
            #expect(asked.text.contains("href=\"\(path)\" target=\"_blank\""))
            let away = try await traveller.leave(path)
            #expect(away.location.contains("prompt=login"))
            let wrong = try await traveller.comeBack(try await traveller.identify(away, as: "paul"))
            #expect(wrong.location == "/compte?fait=identite-manquee", "somebody else’s")
            #expect(try await desk.post("/compte/jetons", form).status == 401)
            let confirmed = try await traveller.travel(path)
            #expect(confirmed.status == 200 && confirmed.text.contains("C’est bien vous"))
            #expect(try await desk.post("/compte/jetons", form).status == 200)
            #expect(try await accesses(traveller.site, .confirmed) == ["fait identite"])
        }
    }

    @Test func `that does not answer is said to be out, and the password still works`() async throws {
        let settings = try ProviderSettings(issuer: "http://127.0.0.1:1", clientID: "doleances", label: "le portail")
        let provider = IdentityProvider(settings) { _ in throw ProviderSilence(words: "certificate has expired") }
        try await TestSite.open(provider: provider) { site in
            let account = try await site.hire([.complaintsManager])
            let out = try await site.get("/connexion/identite?suite=%2Fregistre")
            #expect(out.status == 503 && out.text.contains("ne répond pas en ce moment"))
            #expect(out.hidden("suite") == "/registre" && out.cookie(ProviderErrand.cookie) == nil)
            let fields = [
                (name: "jeton", value: out.hidden("jeton") ?? ""), (name: "suite", value: "/registre"),
                (name: "courriel", value: account.email), (name: "mot_de_passe", value: TestSite.password),
            ]
            #expect(try await site.send(.post, "/connexion", fields).location == "/registre")
            let log = site.log.all.joined(separator: "\n")
            #expect(log.contains("unreachable") && !log.contains(account.email))
            #expect(log.contains("certificate has expired"), "why, for the operator")
        }
    }

    @Test func `is not there where the house has none`() async throws {
        try await TestSite.open { site in
            #expect(try await !site.get("/connexion").text.contains("/connexion/identite"))
            for path in ["/connexion/identite", "/connexion/identite/retour?code=a&state=b"] {
                #expect(try await site.get(path).location == "/connexion")
            }
            let desk = try await site.desk([.complaintsManager])
            #expect(try await !desk.get("/compte").text.contains("/compte/identite"))
            #expect(try await desk.post("/compte/identite", [:]).location == "/compte")
        }
    }

    @Test func `loses no word of a form that an ended session kept from being done`() async throws {
        let settings = try ProviderSettings(issuer: "http://127.0.0.1:1", clientID: "doleances", label: "le portail")
        let provider = IdentityProvider(settings) { _ in ProviderAnswer(status: 500, body: []) }
        try await TestSite.open(provider: provider) { site in
            let desk = try await site.desk([.complaintsManager])
            site.books.clock.advance(seconds: 31 * 60)
            let late = try await desk.post("/oral", ["propos": "Il fait froid"])
            #expect(late.status == 401 && late.text.contains("href=\"/connexion/identite\" target=\"_blank\""))
            #expect(late.hidden("propos") == "Il fait froid" && late.text.contains("action=\"/oral\""))
            let session = try await site.session(of: desk.account)
            let again = try await site.send(
                .post,
                "/oral",
                [(name: "propos", value: "Il fait froid")],
                cookie: "\(StaffDoor.cookie)=\(session.text)"
            )
            #expect(again.status == 403 && again.text.contains("Il fait froid"), "shown again, not done")
        }
    }
}
