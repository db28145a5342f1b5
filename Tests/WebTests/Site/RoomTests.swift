import Complaints
import HTTPTypes
import HummingbirdTesting
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `A disk that runs low` {
    private static let note = (name: "reçu.txt", content: Array("120 €".utf8))

    // Shows: S-38
    @Test(arguments: Engine.available) func `takes words and no document, and the form and the receipt say so`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            site.disk.free = Room.leastForDocuments
            #expect(try await !site.get(Path.complaint).text.contains("aucun document pour le moment"))
            site.disk.free = Room.leastForDocuments - 1
            #expect(try await site.get(Path.complaint).text.contains("aucun document pour le moment"))
            let form = try await site.openForm()
            let recap = try await site.post(form.body("recapitulatif", files: [Self.note]))
            #expect(recap.status == 200 && recap.text.contains("<span class=\"name\">reçu.txt</span>"))
            #expect(recap.text.contains("nous ne pouvons recevoir aucun document pour le moment. Continuez sans lui"))
            let sent = try await site.post(form.body("envoi", files: [Self.note]))
            #expect(sent.status == 303)
            #expect(try await site.get(sent.location).text.contains("nous ne pouvions recevoir aucun document"))
            let id = try #require(try await site.books.register.find("2026-R-0001"))
            #expect(try await site.books.register.caseFile(id).reception.original.files.isEmpty)
        }
    }

    // Shows: S-38
    @Test(arguments: Engine.available) func `takes no document of staff either, and costs them no word`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.complaintsManager])
            let address = try await site.books.register.caseFile(try await site.lead(to: .investigating)).address
            let fields = ["texte": "Chauffage réparé", "fait_le": "2026-11-23"]
            site.disk.free = Room.leastForDocuments - 1
            let refused = try await desk.post("/dossiers/\(address)/actions", fields, files: [Self.note])
            #expect(refused.status == 503 && refused.text.contains("Chauffage réparé"))
            #expect(refused.text.contains("la place manque"))
            #expect(try await desk.post("/dossiers/\(address)/actions", fields).status == 303)
            let letter = [
                "envoi": try #require(try await desk.get(Path.transcription).hidden("envoi")),
                "canal": Channel.letter.rawValue, "arrivee_le": "2026-11-20", "reclamation": "Sans chauffage",
            ]
            let lacking = try await desk.post(Path.transcription, letter, files: [Self.note])
            #expect(lacking.status == 503 && lacking.text.contains("Sans chauffage"))
            #expect(lacking.text.contains("Envoyez sans lui, et versez-le plus tard au dossier"))
            #expect(!lacking.text.contains("adressez-le-nous"), "staff are told in their own words")
            site.disk.free = Room.leastForWords - 1
            let late = try await desk.post("/dossiers/\(address)/notes", ["texte": "Il fait chaud"])
            #expect(late.status == 503 && late.text.contains("Il fait chaud"))
            for path in [Path.transcription, Path.discontents] {
                let envoi = try #require(try await desk.get(path).hidden("envoi"))
                let entered = try await desk.post(path, ["envoi": envoi, "nom": "Caron", "personne": "Zoé Caron"])
                #expect(entered.status == 503 && entered.text.contains("Caron"), "\(path)")
            }
        }
    }

    // Shows: S-38
    @Test(arguments: Engine.available) func `to almost nothing receives nothing, gives no receipt and keeps every word`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let form = try await site.openForm()
            site.disk.free = Room.leastForWords - 1
            for step in ["recapitulatif", "envoi"] {
                let refused = try await site.post(form.body(step, files: [Self.note]))
                #expect(refused.status == 503 && refused.headers[.retryAfter] == "30")
                for word in form.words.values where word != "stagiaire" { #expect(refused.text.contains(word)) }
                #expect(refused.text.contains("Rien n’est perdu"))
            }
            #expect(try await site.get(Path.health).status == 503)
            #expect(try await site.books.register.find("2026-R-0001") == nil)
            site.disk.free = Room.leastForWords
            #expect(try await site.post(form.body("envoi")).status == 303)
            #expect(try await site.get(Path.health).status == 200)
        }
    }
}
