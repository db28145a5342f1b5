import Complaints
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `A visitor who chooses English` {
    private static let words: KeyValuePairs = [
        "nom": "Àrçy", "prenom": "Noé", "vous_etes": "stagiaire", "courriel": "noe@exemple.example",
        "objet": "Cold room", "reclamation": "Three days <b> without heating",
    ]

    /// The form with some fields otherwise, and more of them.
    private func body(
        _ envoi: String,
        _ step: String?,
        _ changes: [String: String] = [:],
        more: KeyValuePairs<String, String> = [:]
    ) -> [UInt8] {
        var body = MultipartBody()
        body.add("envoi", envoi)
        for (name, value) in Self.words { body.add(name, changes[name] ?? value) }
        if let step { body.add("etape", step) }
        for (name, value) in more { body.add(name, value) }
        return body.closed
    }

    private func send(_ site: TestSite, _ body: [UInt8], in language: Language = .english) async throws -> TestAnswer {
        try await site.post(Path.link("/reclamation", in: language), body, headers: [:])
    }

    private func isEnglish(_ answer: TestAnswer) -> Bool {
        answer.text.contains("<html lang=\"en\">") && answer.headers[.contentLanguage] == "en"
    }

    // Shows: R-01, R-80
    @Test(arguments: Engine.available) func `goes from the first page to the receipt in it, mistakes on the way`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let home = try await site.get("/?langue=en")
            #expect(isEnglish(home) && home.text.contains("href=\"/reclamation?langue=en\""))
            let form = try await site.get("/reclamation?langue=en")
            let envoi = try #require(form.hidden("envoi"))
            #expect(isEnglish(form) && form.text.contains("action=\"/reclamation?langue=en\""))
            let refused = try await send(
                site,
                body(envoi, "recapitulatif", ["prenom": "", "courriel": "noe@", "vous_etes": "x"])
            )
            #expect(refused.status == 422 && isEnglish(refused))
            for words in [
                "Write your first name.", "This e-mail address is not complete.", "choose one of the answers",
                "Three days &lt;b&gt; without heating", "Nothing is lost",
            ] { #expect(refused.text.contains(words), "\(words)") }
            let recap = try await send(site, body(envoi, "recapitulatif"))
            #expect(recap.status == 200 && isEnglish(recap) && recap.text.contains("Check before you send"))
            let sent = try await send(site, body(envoi, "envoi"))
            #expect(sent.status == 303 && sent.location.hasPrefix("/reclamation/recepisse/"))
            #expect(sent.location.hasSuffix("?langue=en"))
            let receipt = try await site.get(sent.location)
            #expect(isEnglish(receipt) && receipt.text.contains("Your complaint has been received"))
            let french = try await site.get(String(sent.location.prefix { $0 != "?" }))
            #expect(french.text.contains("<html lang=\"fr\">") && french.headers[.contentLanguage] == "fr")
            let id = try #require(try await site.books.register.find("2026-R-0001"))
            #expect(try await site.books.register.caseFile(id).reception.language == .english)
        }
    }

    @Test(arguments: Engine.available)
    func `finds every word again in the other language, and is told of mistakes once made`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let envoi = try #require(try await site.get("/reclamation").hidden("envoi"))
            let half = ["prenom": "", "objet": ""]
            let turned = try await send(site, body(envoi, "recapitulatif", half, more: ["langue": "en"]))
            #expect(turned.status == 200 && isEnglish(turned) && turned.hidden("envoi") == envoi)
            #expect(turned.text.contains("Three days &lt;b&gt; without heating"))
            #expect(!turned.text.contains("Write your first name."))
            let mending: KeyValuePairs = ["langue": "fr", "corrige": "oui"]
            let back = try await send(site, body(envoi, "recapitulatif", half, more: mending), in: .french)
            #expect(back.status == 200 && back.text.contains("Écrivez votre prénom."))
            #expect(back.text.contains("name=\"corrige\" value=\"oui\""))
            // The recap sends no step of its own.
            let recap = try await send(site, body(envoi, nil, more: ["langue": "en"]))
            #expect(recap.status == 200 && recap.text.contains("Check before you send"))
            #expect(try await site.books.register.find("2026-R-0001") == nil)
        }
    }

    @Test(arguments: Engine.available) func `follows the case in it, and adds to it`(engine: Engine) async throws {
        try await TestSite.open(on: engine, hasRelay: true) { site in
            let follower = try await site.follower()
            let page = try await follower.get("/suivi/dossier?langue=en")
            #expect(isEnglish(page) && page.text.contains("What has happened"))
            #expect(page.text.contains("action=\"/suivi/fin?langue=en\""))
            let empty = try await follower.post("ajouts?langue=en", ["texte": ""])
            #expect(empty.status == 422 && empty.text.contains("Write a message, or attach a document."))
            let files = [(name: "note.txt", content: Array("bonjour".utf8))]
            let turned = try await follower.post("ajouts", ["texte": "One <i> more", "langue": "fr"], files: files)
            #expect(turned.status == 200 && turned.text.contains("One &lt;i&gt; more"))
            #expect(turned.text.contains("note.txt") && turned.text.contains("<html lang=\"fr\">"))
            #expect(try await follower.file.entries.count == 1, "nothing is done by that")
            let added = try await follower.post("ajouts?langue=en", ["texte": "One more"])
            #expect(added.status == 303 && added.location == "/suivi/dossier?fait=ajouts&langue=en")
            let done = try await follower.get(added.location)
            #expect(done.text.contains("Your message has reached us.") && done.text.contains("One more"))
            #expect(try await follower.file.reception.language == nil, "what was received in French stays so")
            for path in ["/suivi/acces?langue=en", "/suivi?langue=en", "/suivi/acces/0a1b?langue=en"] {
                #expect(isEnglish(try await site.get(path)), "\(path)")
            }
        }
    }

    @Test func `is led on in it by every redirection of the follow-up`() async throws {
        try await TestSite.open { site in
            #expect(try await site.get("/suivi/dossier?langue=en").location == "/suivi?langue=en")
            #expect(try await site.get("/suivi/dossier/ajouts?langue=en").location == "/suivi?langue=en")
            let follower = try await site.follower()
            #expect(try await follower.get("/suivi/dossier/contestation?langue=en").location.hasSuffix("?langue=en"))
            let out = try await site.post("/suivi/fin?langue=en", ["jeton": ""])
            #expect(out.status == 303 && out.location == "/suivi?langue=en")
        }
    }

    @Test func `carries the words through the page of the secret in the other language too`() async throws {
        try await TestSite.open { site in
            let late = try await site.post(
                "/suivi/dossier/ajouts?langue=en",
                ["jeton": "x", "version": "1", "texte": "Too late"]
            )
            #expect(late.status == 401 && isEnglish(late) && late.text.contains("Your session was over"))
            #expect(late.hidden("repris.texte") == "Too late")
            let fields: KeyValuePairs = ["jeton": "x", "repris.texte": "Too late", "langue": "fr"]
            let turned = try await site.post("/suivi", fields)
            #expect(turned.status == 200 && turned.hidden("repris.texte") == "Too late")
            #expect(turned.text.contains("Votre session était terminée"))
        }
    }

    @Test func `reads errors and what the provider publishes in it, and nothing of the staff's`() async throws {
        try await TestSite.open { site in
            let published = [
                "/procedure", "/procedure?version=1", "/procedure/versions", "/confidentialite", "/accessibilite",
                "/registre/preuve",
            ]
            for path in published { #expect(isEnglish(try await site.get(Path.link(path, in: .english))), "\(path)") }
            let lost = try await site.get("/absent?langue=en")
            #expect(lost.status == 404 && isEnglish(lost) && lost.text.contains("This page does not exist"))
            let desk = try await site.desk([.complaintsManager])
            for path in ["/registre?langue=en", "/dossiers/REC-2026-0001?langue=en", "/absent?langue=en"] {
                #expect(try await desk.get(path).text.contains("<html lang=\"fr\">"), "\(path)")
            }
        }
    }

    @Test func `is answered as in French at every address, whoever is signed in`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let paths = try await site.addresses()
            for route in Routes.router(for: site.site).routes where route.method == .get {
                let path = paths["GET \(route.path)"] ?? "\(route.path)"
                let plain = try await desk.get(path)
                let answer = try await desk.get(Path.link(path, in: .english))
                #expect(answer.status == plain.status, "\(path)")
                if plain.status == 200 { #expect(!answer.text.contains("⟦"), "\(path)") }
            }
        }
    }

    @Test func `is never one by chance: a browser's wish only makes the offer plainer`() async throws {
        try await TestSite.open { site in
            for (header, isOffered) in [("en-GB,en;q=0.9,fr;q=0.5", true), ("fr,en;q=0.8", false), ("de", false)] {
                let home = try await site.run { client in
                    try await client.execute(uri: "/", method: .get, headers: [.acceptLanguage: header]) {
                        TestAnswer($0)
                    }
                }
                #expect(home.text.contains("<html lang=\"fr\">") && home.headers[.setCookie] == nil, "\(header)")
                #expect(home.text.contains("This site is also in English") == isOffered, "\(header)")
            }
            for odd in ["EN", "de", "", "en&langue=fr"] {
                #expect(try await site.get("/?langue=\(odd)").text.contains("<html lang=\"fr\">"), "\(odd)")
            }
        }
    }

    @Test(arguments: [
        ("en", true), ("en-US,en;q=0.9", true), ("fr;q=0.3, en;q=0.7", true), ("EN-gb", true), ("en;q=0", false),
        ("fr,en", false), ("en;q=x", false), ("*", false), ("", false), (String(repeating: "en,", count: 200), false),
    ]) func `says so in a header that may hold anything`(header: String, isPreferred: Bool) {
        #expect(AcceptedLanguages(header).prefer(.english) == isPreferred)
    }
}
