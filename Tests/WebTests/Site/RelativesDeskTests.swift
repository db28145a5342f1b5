import Complaints
import HTTPTypes
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `A case file that names another, on the site` {
    private static let reason = "Le même stage, la même panne"
    private static let path = "/dossiers/2026-R-0001"

    // Shows: R-15
    @Test(arguments: Engine.available) func `leads to it and is led to from it, until they are linked no more`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.complaintsManager])
            for _ in 0..<2 { try await site.books.receive() }
            #expect(try await !desk.get(Self.path).text.contains("fin-rapprochement-formulaire"))
            let nowhere = try await desk.post("\(Self.path)/rapprochement", ["dossier": "2026-R-0009", "motif": "Non"])
            #expect(nowhere.status == 422 && nowhere.text.contains("value=\"2026-R-0009\""))
            #expect(nowhere.text.contains("id=\"rapprochement-dossier-erreur\""))
            #expect(nowhere.text.contains("id=\"rapprochement-motif-erreur\""), "all that is wrong at once")
            let own = ["dossier": "2026-R-0001", "motif": Self.reason]
            let same = try await desk.post("\(Self.path)/rapprochement", own)
            #expect(same.status == 422 && same.text.contains("id=\"rapprochement-dossier-erreur\""))
            let other = ["dossier": " 2026-r-0002 ", "motif": Self.reason]
            #expect(try await desk.post("\(Self.path)/rapprochement", other).status == 303)
            for (path, there) in [(Self.path, "2026-R-0002"), ("/dossiers/2026-R-0002", "2026-R-0001")] {
                let page = try await desk.get(path).text
                #expect(page.contains("<a href=\"/dossiers/\(there)\">\(there)</a>") && page.contains(Self.reason))
            }
            let ended = try await desk.post(
                "/dossiers/2026-R-0002/fin-rapprochement",
                ["dossier": "2026-R-0001", "motif": "Deux stages différents"]
            )
            #expect(ended.location == "/dossiers/2026-R-0002?fait=fin-rapprochement")
            let page = try await desk.get(Self.path).text
            #expect(!page.contains("<a href=\"/dossiers/2026-R-0002\">") && page.contains("Deux stages différents"))
        }
    }

    // Shows: R-24
    @Test(arguments: Engine.available) func `tells nothing but its number of one that is closed to the reader`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let reader = try await site.desk([.complaintsManager], email: "camille@cine-atelier.example")
            let other = try await site.desk([.management])
            for _ in 0..<2 { try await site.books.receive() }
            let shut = try #require(try await site.books.register.find("2026-R-0002"))
            try await site.restrict(shut, to: [reader.account.id])
            let typed = ["dossier": "2026-R-0002", "motif": Self.reason]
            let refused = try await other.post("\(Self.path)/rapprochement", typed)
            #expect(refused.status == 422 && refused.text.contains("Aucun dossier n’a ce numéro ni cette référence"))
            #expect(try await reader.post("\(Self.path)/rapprochement", typed).status == 303)
            #expect(try await reader.get(Self.path).text.contains(Self.reason))
            let page = try await other.get(Self.path).text
            #expect(page.contains("2026-R-0002") && !page.contains("href=\"/dossiers/2026-R-0002\""))
            #expect(!page.contains(Self.reason) && !page.contains("fin-rapprochement-formulaire"))
            let undone = try await other.post("\(Self.path)/fin-rapprochement", typed)
            #expect(undone.status == 422)
            let program = try await site.program([.management], email: "paul@cine-atelier.example")
            let told = try await program.get("/api/v1\(Self.path)")
            #expect(told.status == 200 && !told.text.contains(Self.reason))
            guard case .list(let history)? = try told.json["historique"] else {
                Issue.record("no history")
                return
            }
            let links = history.filter { $0["evenement"] == "rapprochement" }
            #expect(links.count == 1 && links.allSatisfy { $0["contenu"] == nil })
        }
    }

    // Shows
    @Test(arguments: Engine.available) func `has another complaint of its message received apart, with its documents`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.receptionDesk])
            let id = try await site.books.receive()
            let piece = ("lettre.txt", Array("Le train aussi".utf8))
            let added = try await desk.post("\(Self.path)/rectification", ["texte": "Une lettre"], files: [piece])
            #expect(added.status == 303)
            let page = try await desk.get(Self.path).text
            #expect(page.matches(of: /name="reclamation"[^>]*>[^<]*a été annulée/).count == 1, "to be cut down")
            let file = try #require(try await site.books.register.caseFile(id).laterFiles.first)
            let blank = try await desk.post("\(Self.path)/scission", ["objet": "Le train", "reclamation": " "])
            #expect(blank.status == 422 && blank.text.contains("id=\"scission-reclamation-erreur\""))
            let typed = ["objet": "Le train", "reclamation": "Je demande le train.", "pieces": file.id]
            let done = try await desk.post("\(Self.path)/scission", typed)
            #expect(done.location == "\(Self.path)?fait=scission")
            #expect(try await desk.get(done.location).text.contains("<a href=\"/dossiers/2026-R-0002\">"))
            let part = try await desk.get("/dossiers/2026-R-0002").text
            #expect(part.contains("Je demande le train.") && part.contains("<a href=\"\(Self.path)\">2026-R-0001</a>"))
            #expect(part.contains("lettre.txt") && !part.contains(file.id))
        }
    }
}
