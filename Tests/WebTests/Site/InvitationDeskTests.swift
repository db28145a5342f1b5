import Complaints
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import Registry
@testable import Web

@Suite struct `A link that invites` {
    // Shows: S-55
    @Test(arguments: Engine.available) func `lets its owner choose a password, once, and then sign in`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let accounts = site.site.accounts(site.books.organisation)
            let paul = try await accounts.add(email: "paul@exemple.fr", name: "Paul Leroy", roles: ["accueil"])
            let path = "/invitation/\(try await accounts.invite(paul).text)"
            for _ in 0..<2 {
                let page = try await site.get(path)
                #expect(page.status == 200 && page.text.contains("Paul Leroy"), "looking does not use it")
            }
            let token = try await site.get(path).hidden("jeton") ?? ""
            let password = "tournevis marmotte galet"
            let refused = try await site.post(
                path,
                ["jeton": token, "mot_de_passe": "azertyuiop", "mot_de_passe_encore": "azerty"]
            )
            #expect(refused.status == 422)
            for words in ["moins de 15 caractères", "essaie d’abord", "ne sont pas les mêmes"] {
                #expect(refused.text.contains(words), "\(words)")
            }
            #expect(!refused.text.contains("azerty"))
            let forged = try await site.post(path, ["mot_de_passe": password, "mot_de_passe_encore": password])
            #expect(forged.status == 403)
            let fields: KeyValuePairs = ["jeton": token, "mot_de_passe": password, "mot_de_passe_encore": password]
            let chosen = try await site.post(path, fields)
            #expect(chosen.status == 303 && chosen.location == "/connexion?fait=mot-de-passe")
            #expect(try await site.get(chosen.location).text.contains("Votre mot de passe est choisi"))
            #expect(try await site.post(path, fields).status == 410)
            #expect(try await site.get(path).status == 410)
            let signIn = try await accounts.verify(email: paul.email, password: password, from: "::1")
            #expect(signIn == .accepted(try #require(try await accounts.find(id: paul.id))))
        }
    }

    // Shows: S-44, S-55
    @Test func `looks the same once it is used, taken back, too old, another's or none`() async throws {
        try await TestSite.open { site in
            let accounts = site.site.accounts(site.books.organisation)
            let paul = try await accounts.add(email: "paul@exemple.fr", name: "Paul Leroy", roles: [])
            let replaced = try await accounts.invite(paul).text
            let old = try await accounts.invite(paul).text
            #expect(try await site.get("/invitation/\(old)").status == 200)
            let none = try await site.get("/invitation/\(String(repeating: "0", count: 64))")
            #expect(none.status == 410)
            #expect(try await site.get("/invitation/\(replaced)").text == none.text)
            #expect(try await site.get("/invitation/x").text == none.text)
            site.books.clock.advance(seconds: 72 * 3_600)
            #expect(try await site.get("/invitation/\(old)").text == none.text)
            let closed = try await accounts.invite(paul).text
            try await accounts.disable(paul.id)
            #expect(try await site.get("/invitation/\(closed)").text == none.text)
        }
    }
}
