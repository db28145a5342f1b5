import Complaints
import HTTPTypes
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `The mails that came` {
    // Shows: S-74, S-78
    @Test(arguments: Engine.available) func `are all listed, and read with what came with them`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.receptionDesk])
            let id = try await site.post("canari", site.books.register)
            let list = try await desk.get("/courriels").text
            #expect(list.contains("href=\"/courriels/\(id)\"") && list.contains("Question canari"))
            #expect(try await desk.get("/courriels?tri=indesirable").text.contains("Aucun courriel de cette sorte"))
            #expect(try await desk.get("/tableau-de-bord").text.contains("href=\"/courriels/\(id)\""))
            let page = try await desk.get("/courriels/\(id)")
            #expect(page.text.contains("Combien coûte-t-elle, dit canari"))
            for path in ["original", "fichiers/1"] {
                let file = try await desk.get("/courriels/\(id)/\(path)")
                #expect(file.status == 200 && file.text.contains("dit canari"), "\(path)")
                #expect(file.headers[.contentDisposition]?.hasPrefix("attachment") == true, "\(path)")
                #expect(file.headers[.contentSecurityPolicy]?.contains("sandbox") == true, "\(path)")
            }
            for path in ["fichiers/0", "fichiers/2", "fichiers/x"] {
                #expect(try await desk.get("/courriels/\(id)/\(path)").status == 404, "\(path)")
            }
            #expect(try await desk.get("/courriels/\(String(repeating: "0", count: 32))").status == 404)
        }
    }

    // Shows: S-74
    @Test(arguments: Engine.available) func `are sorted by whoever enters what comes, each word kept`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.receptionDesk])
            let id = try await site.post("canari", site.books.register)
            let path = "/courriels/\(id)/tri"
            let nothing = try await desk.post(path, ["dossier": ""])
            #expect(nothing.status == 422 && nothing.text.contains("id=\"tri-tri-erreur\""))
            let nowhere = try await desk.post(path, ["tri": "dossier", "dossier": "2026-R-0009"])
            #expect(nowhere.status == 422 && nowhere.text.contains("value=\"2026-R-0009\""))
            #expect(try await desk.post(path, ["tri": "indesirable", "dossier": ""]).status == 303)
            #expect(try await !desk.get("/tableau-de-bord").text.contains("href=\"/courriels/\(id)\""))
            #expect(try await desk.post(path, ["tri": "reception", "dossier": ""]).status == 303)
            let page = try await desk.get("/courriels/\(id)").text
            #expect(page.contains("href=\"/dossiers/2026-R-0001\"") && page.contains("Trié à la main"))
            #expect(!page.contains("action=\"\(path)\""), "what is part of a case stays there")
            #expect(try await desk.post(path, ["tri": "indesirable", "dossier": ""]).status == 409)
            let file = try await site.books.register.find("2026-R-0001")
            let original = try await site.books.register.caseFile(try #require(file)).reception
            #expect(original.channel == .email && original.original.text == "Combien coûte-t-elle, dit canari")
        }
    }

    @Test(arguments: Engine.available) func `are laid on the case that somebody names`(engine: Engine) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.receptionDesk])
            let caseFile = try await site.books.receive()
            let id = try await site.post("canari", site.books.register)
            let fields = ["tri": "dossier", "dossier": " 2026-r-0001"]
            #expect(try await desk.post("/courriels/\(id)/tri", fields).status == 303)
            let file = try await site.books.register.caseFile(caseFile)
            #expect(file.laterFiles.map(\.name) == [Register.mailName, "canari-courriel.txt"])
            guard case .amended(let amendment) = file.entries.last?.event else {
                Issue.record("nothing was laid on it")
                return
            }
            #expect(amendment.text.hasPrefix("Courriel de canari@example.org, arrivé le "))
            #expect(amendment.text.hasSuffix("\n\nCombien coûte-t-elle, dit canari"))
        }
    }

    // Shows: S-74
    @Test(arguments: Engine.available) func `are laid on another case where the first was wrong, with a trace on both`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.receptionDesk])
            let register = site.books.register
            let (wrong, right) = (try await site.books.receive(), try await site.books.receive())
            let id = try await site.post("canari", register)
            let path = "/courriels/\(id)/tri"
            #expect(try await desk.post(path, ["tri": "dossier", "dossier": "2026-R-0001"]).status == 303)
            #expect(try await desk.get("/courriels/\(id)").text.contains("Le verser à un autre dossier"))
            #expect(try await desk.post(path, ["tri": "indesirable", "dossier": ""]).status == 409)
            #expect(try await desk.post(path, ["tri": "dossier", "dossier": "2026-R-0002"]).status == 303)
            #expect(try await desk.post(path, ["tri": "dossier", "dossier": "2026-R-0002"]).status == 409)
            let (here, there) = (try await register.caseFile(wrong), try await register.caseFile(right))
            #expect(here.laterFiles.map(\.digest) == there.laterFiles.map(\.digest) && there.misplaced.isEmpty)
            #expect(Set(here.misplaced.keys) == Set(here.laterFiles.map(\.id)))
            guard case .amended(let amendment) = there.entries.last?.event else {
                Issue.record("nothing was laid on it")
                return
            }
            #expect(amendment.text.contains("Versé d’abord, par erreur, au dossier 2026-R-0001."))
            let left = try await desk.get("/dossiers/2026-R-0001").text
            #expect(left.matches(of: /n’est pas de ce dossier[^<]*2026-R-0002/).count == 1)
            let page = try await desk.get("/courriels/\(id)").text
            #expect(page.contains("href=\"/dossiers/2026-R-0002\"") && page.contains("dossier, 2026-R-0001"))
            #expect(try await desk.get("/courriels/\(id)/original").status == 200)
            #expect(try await desk.post(path, ["tri": "dossier", "dossier": "2026-R-0001"]).status == 303)
            #expect(try await register.caseFile(wrong).misplaced.count == here.misplaced.count, "it is back")
            try await register.keepCheckpoint()
            _ = try await register.inspect()
        }
    }
}
