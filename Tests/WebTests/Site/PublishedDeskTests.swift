import Complaints
import HTTPTypes
import HummingbirdTesting
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `What the provider publishes` {
    // Shows: R-77
    @Test(arguments: Engine.available) func `is its procedure in force, and each earlier one with its days and changes`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            site.books.clock.advance(seconds: 86_400)
            var procedure = try await site.books.register.currentProcedure()
            procedure.delays = .rapide
            try await site.books.publish(procedure, author: "inconnue-7", reason: "secret de la maison")
            let now = try await site.get("/procedure")
            #expect(now.status == 200 && now.text.contains("2, en vigueur depuis le 24\u{A0}novembre 2026"))
            #expect(now.text.contains("5\u{A0}jours ouvrés au plus"))
            let past = try await site.get("/procedure?version=1")
            #expect(
                past.text.contains("1, en vigueur du 23\u{A0}novembre 2026 au 24\u{A0}novembre 2026")
                    && past.text.contains("10\u{A0}jours ouvrables au plus")
                    && past.text.contains("Cette version n’est plus en vigueur")
            )
            let versions = try await site.get("/procedure/versions")
            #expect(versions.text.contains("15\u{A0}jours (auparavant\u{A0}: 2\u{A0}mois)"))
            #expect(versions.text.contains("href=\"/procedure?version=1\""))
            for page in [now, past, versions] {
                #expect(!page.text.contains("secret de la maison") && !page.text.contains("inconnue-7"))
            }
        }
    }

    // Shows: R-77, S-20
    @Test(arguments: ["0", "3", "-1", "x", "", "1e0", "99999999999999999999", "9223372036854775807"])
    func `has no version that there never was`(version: String) async throws {
        try await TestSite.open { site in
            let answer = try await site.get("/procedure?version=\(version)")
            #expect(answer.status == 404)
        }
    }

    @Test(arguments: Engine.available) func `is the signed head of its register too, the same for people and scripts`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            try await site.books.receive()
            let text = try await site.get("/registre/point-de-controle")
            #expect(text.headers[.contentType] == "text/plain; charset=utf-8")
            let page = try await site.get("/registre/preuve")
            let lines = text.text.split(separator: "\n")
            #expect(page.status == 200 && lines.count == 4)
            for line in lines { #expect(page.text.contains(line), "\(line)") }
            #expect(page.text.contains(site.books.organisation.logKey))
        }
    }

    // Shows: R-66
    @Test(arguments: ["/procedure", "/procedure/versions", "/confidentialite", "/accessibilite", "/registre/preuve"])
    func `sets no cookie, and is at every visit what it is then`(path: String) async throws {
        try await TestSite.open { site in
            let answer = try await site.get(path)
            #expect(answer.status == 200 && answer.headers[.setCookie] == nil)
            #expect(answer.headers[.cacheControl] == "no-store")
        }
    }
}
