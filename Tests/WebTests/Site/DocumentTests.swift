import Complaints
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `The documents of the public form` {
    private static let note = (name: "reçu & co.txt", content: Array("120 €".utf8))

    /// Sends the form to its recap, with a file.
    private func recap(_ site: TestSite) async throws -> (form: TestForm, kept: String) {
        let form = try await site.openForm()
        let page = try await site.post(form.body("recapitulatif", files: [Self.note]))
        #expect(page.status == 200 && page.text.contains("Relisez avant d’envoyer"))
        let kept = try #require(page.hidden("piece_gardee")).replacing("&amp;", with: "&")
        #expect(kept.hasSuffix(" reçu & co.txt"))
        return (form, kept)
    }

    private func received(_ site: TestSite) async throws -> CaseFile {
        let id = try #require(try await site.books.register.find("2026-R-0001"))
        return try await site.books.register.caseFile(id)
    }

    // Shows: R-13, S-40
    @Test(arguments: Engine.available) func `wait as long as the form may be sent`(engine: Engine) async throws {
        try await TestSite.open(on: engine) { site in
            let (form, kept) = try await recap(site)
            site.books.clock.advance(seconds: FormToken.lifetime - 60)
            try await site.books.tidy()
            #expect(try await site.post(form.body("envoi", kept: [kept])).status == 303)
            #expect(try await received(site).reception.original.files.map(\.name) == ["reçu & co.txt"])
        }
    }

    // Shows: S-40
    @Test(arguments: Engine.available) func `count once, however often the recap is sent`(engine: Engine) async throws {
        try await TestSite.open(on: engine) { site in
            let (form, kept) = try await recap(site)
            for _ in 1...3 {
                let answer = try await site.post(form.body("envoi", kept: [kept]))
                #expect(answer.status == 303 && answer.location.contains(form.envoi))
            }
            #expect(try await received(site).reception.original.files.count == 1)
            #expect(try await site.books.register.find("2026-R-0002") == nil)
            let other = try await site.post(
                form.body("envoi", kept: [kept], removed: [String(kept.prefix { $0 != " " })])
            )
            #expect(other.status == 409 && other.text.contains("déjà été envoyé"))
        }
    }

    // Shows: S-33, S-40
    @Test(arguments: Engine.available) func `come along with a form that has forgotten them, sent once or again`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let (form, kept) = try await recap(site)
            for _ in 1...2 { #expect(try await site.post(form.body("envoi")).status == 303) }
            #expect(try await site.post(form.body("envoi", kept: [kept])).status == 303)
            #expect(try await received(site).reception.original.files.map(\.name) == ["reçu & co.txt"])
            #expect(try await site.books.register.find("2026-R-0002") == nil)
        }
    }

    // Shows: S-33
    @Test func `that are gone bring the form back, every word in it and their names beside the field`() async throws {
        try await TestSite.open { site in
            let (form, kept) = try await recap(site)
            let id = String(kept.prefix { $0 != " " })
            let digest = try FormToken.check(
                form.envoi,
                for: ComplaintCounter.purpose,
                at: site.site.seconds,
                with: site.site.formKey
            )
            try await site.books.register.unstage([id], of: Submission(id: digest.identifier))
            let answer = try await site.post(form.body("envoi", kept: [kept]))
            #expect(answer.status == 422)
            #expect(answer.text.contains("reçu &amp; co.txt</span>\u{A0}: ce document, joint plus tôt, n’est plus"))
            #expect(answer.text.contains("href=\"#piece_jointe\"") && answer.hidden("piece_gardee") == nil)
            for word in form.words.values where word != "stagiaire" { #expect(answer.text.contains(word), "\(word)") }
            #expect(try await site.books.register.find("2026-R-0001") == nil)
            #expect(try await site.post(form.body("envoi")).status == 303)
        }
    }

    // Shows: S-40
    @Test func `of a form too old are named beside the field too`() async throws {
        try await TestSite.open { site in
            let (form, kept) = try await recap(site)
            site.books.clock.advance(seconds: FormToken.lifetime + 60)
            let answer = try await site.post(form.body("envoi", kept: [kept]))
            #expect(answer.status == 422 && answer.text.contains("ouvert trop longtemps"))
            #expect(answer.text.contains("joint plus tôt") && answer.text.contains("Trois jours sans chauffage"))
        }
    }
}
