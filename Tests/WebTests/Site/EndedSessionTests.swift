import Complaints
import HTTPTypes
import HummingbirdTesting
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `A session that ends while somebody writes` {
    private static let words = "Madame, nous vous « remboursons » <1 200 €> & \"regrettons\"."
    private static let shown = "nous vous « remboursons » &lt;1 200 €&gt; &amp; &quot;regrettons&quot;."

    /// Leads a file to an answer, lets the session grow old, and sends the answer.
    private func sendTooLate(_ site: TestSite) async throws -> (desk: TestDesk, path: String, page: TestAnswer) {
        let desk = try await site.desk([.complaintsManager])
        let id = try await site.lead(to: .investigating)
        let file = try await site.books.register.caseFile(id)
        let path = "/dossiers/\(file.address)/reponse"
        let fields = [
            "version": String(file.version), "grief_1": "Rembourser", "decision_1": "accueillie", "texte": Self.words,
            "signataire": "Inès Moreau", "consommateur": "oui",
        ]
        site.books.clock.advance(seconds: 31 * 60)
        return (desk, path, try await desk.post(path, fields))
    }

    // Shows: S-56
    @Test(arguments: Engine.available) func `carries the words through the sign-in, and does nothing with them`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let (_, path, page) = try await sendTooLate(site)
            #expect(page.status == 401)
            #expect(page.text.contains("rien n’est perdu") && page.hidden("suite") == path)
            #expect(page.text.contains("name=\"repris.texte\""))
            #expect(page.text.contains(Self.shown))
            #expect(page.hidden("repris.jeton") == nil)
            let back = try await signIn(site, page, password: TestSite.password)
            #expect(back.status == 200)
            #expect(back.headers[.setCookie]?.contains("session=") == true)
            #expect(back.text.contains(Self.shown) && back.text.contains("Votre session avait pris fin"))
            #expect(try await site.books.register.caseFile(try await found(site)).answer == nil)
        }
    }

    // Shows: S-44
    @Test func `keeps them through a wrong password`() async throws {
        try await TestSite.open { site in
            let (_, _, page) = try await sendTooLate(site)
            let again = try await signIn(site, page, password: "autre chose que cela")
            #expect(again.status == 401)
            #expect(again.text.contains(Self.shown))
            let back = try await signIn(site, again, password: TestSite.password)
            #expect(back.text.contains(Self.shown))
        }
    }

    @Test(arguments: ["", "/", "//", "dossiers", "/dossiers"]) func `goes nowhere by a forged address`(
        next: String
    ) async throws {
        try await TestSite.open { site in
            let (_, _, page) = try await sendTooLate(site)
            let fields: KeyValuePairs = [
                "jeton": page.hidden("jeton") ?? "", "suite": next, "courriel": "ines@cine-atelier.example",
                "mot_de_passe": TestSite.password, "repris.texte": "Mes mots",
            ]
            #expect(try await site.post("/connexion", fields).status == 303)
        }
    }

    // Shows: S-13
    @Test func `keeps them where another session has begun in the same browser`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.lead(to: .registered)
            let path = "/dossiers/\(try await site.books.register.caseFile(id).address)/notes"
            let old = desk.token
            let newer = TestDesk(site: site, account: desk.account, session: try await site.session(of: desk.account))
            for token in [old, "", "n’importe quoi"] {
                let refused = try await newer.post(path, ["texte": "Rappelée ce soir"], token: token)
                #expect(refused.status == 403)
                #expect(refused.text.contains("Rappelée ce soir") && refused.text.contains("Votre session avait"))
            }
            #expect(try await newer.post(path, ["texte": "Rappelée ce soir"]).status == 303)
        }
    }

    @Test func `says so to somebody who only reads, and to somebody who leaves`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            site.books.clock.advance(seconds: 31 * 60)
            let led = try await desk.get("/registre?q=caméra")
            #expect(led.status == 303 && led.location.hasPrefix("/connexion?suite=/registre"))
            let left = try await desk.post("/deconnexion", [:])
            #expect(left.status == 303 && left.location == "/connexion")
        }
    }

    @Test(arguments: [
        "/registre?q=cam%C3%A9ra+HD&etat=en-retard&annee=2026", "/receptions?etat=recue&avant=2026-R-0051",
        "/registre?q=100%25%26%2B%23",
    ]) func `leads back to the page that was asked for, with all its filters`(path: String) async throws {
        try await TestSite.open { site in
            _ = try await site.hire([.complaintsManager])
            let get: @Sendable (String) async throws -> TestAnswer = { uri in
                try await site.run { client in try await client.execute(uri: uri, method: .get) { TestAnswer($0) } }
            }
            let page = try await get(try await get(path).location)
            let next = unescaped(try #require(page.hidden("suite")))
            #expect(next == path)
            let answer = try await site.post(
                "/connexion",
                [
                    "jeton": page.hidden("jeton") ?? "", "suite": next, "courriel": "ines@cine-atelier.example",
                    "mot_de_passe": TestSite.password,
                ]
            )
            #expect(answer.status == 303 && answer.location == path)
        }
    }

    // Shows: S-17
    @Test(arguments: ["//ailleurs.example/", "https://ailleurs.example/", "/\\ailleurs.example", "javascript:alert(1)"])
    func `never leads elsewhere afterwards`(next: String) async throws {
        try await TestSite.open { site in
            _ = try await site.hire([.complaintsManager])
            let page = try await site.run { client in
                try await client.execute(uri: "/connexion", method: .get) { TestAnswer($0) }
            }
            let answer = try await site.post(
                "/connexion",
                [
                    "jeton": page.hidden("jeton") ?? "", "suite": next, "courriel": "ines@cine-atelier.example",
                    "mot_de_passe": TestSite.password,
                ]
            )
            #expect(answer.status == 303 && answer.location == "/tableau-de-bord")
        }
    }

    /// Sends the sign-in form of a page, with what it carries.
    private func signIn(_ site: TestSite, _ page: TestAnswer, password: String) async throws -> TestAnswer {
        var body = MultipartBody()
        for name in ["jeton", "suite"] { body.add(name, page.hidden(name) ?? "") }
        for name in ["version", "grief_1", "decision_1", "texte", "signataire", "consommateur"] {
            body.add("repris.\(name)", unescaped(page.hidden("repris.\(name)") ?? ""))
        }
        body.add("courriel", "ines@cine-atelier.example")
        body.add("mot_de_passe", password)
        return try await site.post("/connexion", body.closed, headers: [:])
    }

    private func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&amp;", with: "&")
    }

    private func found(_ site: TestSite) async throws -> CaseFile.ID {
        try #require(try await site.books.register.find("2026-R-0001"))
    }
}
