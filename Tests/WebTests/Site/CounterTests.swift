import Complaints
import HTTPTypes
import HummingbirdTesting
import Registry
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct `The public counter` {
    private static let words: KeyValuePairs = [
        "nom": "Àrçy", "prenom": "Noé", "vous_etes": "stagiaire", "courriel": "noe@exemple.example",
        "objet": "Salle froide", "reclamation": "Trois jours sans chauffage", "etape": "envoi",
    ]

    private func form(_ site: TestSite) async throws -> MultipartBody {
        let page = try await site.run { client in
            try await client.execute(uri: "/reclamation", method: .get) { TestAnswer($0) }
        }
        var body = MultipartBody()
        body.add("envoi", try #require(page.hidden("envoi")))
        for (name, value) in Self.words { body.add(name, value) }
        return body
    }

    @Test(arguments: [true, false]) func `promises letters by e-mail only where a relay takes them`(
        hasRelay: Bool
    ) async throws {
        try await TestSite.open(hasRelay: hasRelay) { site in
            let promise = "Nous y envoyons l’accusé de réception"
            #expect(try await site.get("/reclamation").text.contains(promise) == hasRelay)
            let gone = try await site.get("/reclamation/recepisse/passe").text
            #expect(gone.contains("à l’adresse que vous avez donnée") == hasRelay)
            #expect(gone.contains("par courrier, à l’adresse postale") != hasRelay)
        }
    }

    // Shows: S-40
    @Test func `keeps every word while the books cannot be written, and takes the same form afterwards`() async throws {
        try await TestSite.open { site in
            let body = try await form(site).closed
            try await site.books.database.write { connection in
                try connection.script(
                    "CREATE TRIGGER no_room BEFORE INSERT ON submission BEGIN SELECT RAISE(ABORT, 'no room'); END;"
                )
            }
            let refused = try await site.post("/reclamation", body, headers: [:])
            #expect(refused.status == 503 && refused.headers[.retryAfter] == "30")
            #expect(refused.text.contains("Trois jours sans chauffage") && refused.text.contains("Rien n’est perdu"))
            try await site.books.database.write { try $0.script("DROP TRIGGER no_room;") }
            for _ in 1...2 {
                let taken = try await site.post("/reclamation", body, headers: [:])
                #expect(taken.status == 303)
            }
            #expect(try await site.books.register.find("2026-R-0002") == nil)
        }
    }

    // Shows: S-19
    @Test(arguments: ["gzip", "br", "identity, gzip", "GZIP"]) func `takes no compressed form, and says so`(
        coding: String
    ) async throws {
        try await TestSite.open { site in
            let body = try await form(site).closed
            let refused = try await site.post("/reclamation", body, headers: [.contentEncoding: coding])
            #expect(refused.status == 415 && refused.text.contains("sans les compresser"))
            #expect(refused.headers[.acceptEncoding] == "identity")
            let taken = try await site.post("/reclamation", body, headers: [.contentEncoding: "identity"])
            #expect(taken.status == 303)
        }
    }

    // Shows: S-19
    @Test func `says whether a form broke off or was too large`() async throws {
        try await TestSite.open { site in
            let body = try await form(site).bytes
            let short = try await site.post("/reclamation", Array(body.dropLast(90)), headers: [:])
            #expect(short.status == 400 && short.text.contains("arrivé en entier"))
            #expect(short.text.contains("Salle froide"))
            var large = try await form(site)
            for index in 0..<60 { large.add("x\(index)", "") }
            let long = try await site.post("/reclamation", large.closed, headers: [:])
            #expect(long.status == 413 && long.text.contains("trop volumineux") && long.text.contains("Salle froide"))
        }
    }
}
