import Complaints
import HTTPTypes
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `A program that reads` {
    // Shows: R-18, S-20
    @Test(arguments: Engine.available)
    func `is given the register page by page, with the filters of its page and no other`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            for _ in 0..<51 { _ = try await site.lead(to: .registered) }
            _ = try await site.lead(to: .closed)
            let program = try await site.program([.internalControl], .read)
            let first = try await program.get(Path.apiCases)
            guard case .list(let lines)? = try first.json["dossiers"] else {
                Issue.record("no list")
                return
            }
            #expect(try lines.count == 50 && first.json["total"] == 52 && first.string("suivant") == "REC-2026-0003")
            #expect(try lines.first?["etape"] == "close" && APIList.shape.schema.faults(in: first.json).isEmpty)
            let second = try await program.get(Path.apiCases + "?suivant=REC-2026-0003").json
            #expect(second["suivant"] == .null && second["dossiers"]?.count == 2)
            let closed = try await program.get(Path.apiCases + "?etat=close&annee=2026&q=remboursement").json
            #expect(closed["total"] == 1)
            for query in [
                "etat=rien", "theme=rien", "annee=vingt", "du=hier", "suivant=2026-R-0001", "vous_etes=rien", "page=2",
                "etat=", "etat=close&etat=close",
            ] {
                #expect(try await program.get("\(Path.apiCases)?\(query)").isProblem(.fields), "\(query)")
            }
            let receptions = try await program.get(Path.apiReceptions + "?etat=a-inscrire").json
            #expect(receptions["dossiers"] == .list([]) && receptions["total"] == 0)
        }
    }

    // Shows: R-19, S-62
    @Test func `is given a case as the log has it, and as it is described`() async throws {
        try await TestSite.open { site in
            let target = try await site.holdings("canarimien")
            let program = try await site.program([.complaintsManager], .read)
            let page = try await program.get(Path.apiCase(target.reference)).json
            #expect(APICase.shape.schema.faults(in: page).isEmpty)
            guard case .list(let history)? = page["historique"] else {
                Issue.record("no history")
                return
            }
            let file = try await site.books.register.caseFile(target.caseFile)
            for (line, entry) in zip(history, file.entries) {
                let payload = try JSONReader.read(entry.payload())
                #expect(line["contenu"] == payload["contenu"] && line["evenement"] == payload["evenement"])
                #expect(line["heure"] == payload["heure"] && line["auteur"] == payload["auteur"])
            }
            #expect(history.count == file.entries.count && page["version"] == .number(file.version))
            #expect(page["numero"] == .string(target.number) && page["personne"]?["courriel"] == .string(target.email))
        }
    }
}

@Suite struct `A program for mails` {
    // Shows: S-23, S-74
    @Test(arguments: Engine.available) func `is given them as their pages are, and says what one is by the same rules`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let id = try await site.post("canari", site.books.register)
            let program = try await site.program([.receptionDesk])
            let list = try await program.get("\(Path.apiMails)?tri=a-lire").json
            #expect(APIMailList.shape.schema.faults(in: list).isEmpty)
            #expect(list["courriels"]?.count == 1 && list["suivant"] == .null)
            for query in ["tri=rien", "suivant=x", "avant=\(id)"] {
                #expect(try await program.get("\(Path.apiMails)?\(query)").isProblem(.fields), "\(query)")
            }
            let path = "\(Path.apiMails)/\(id)"
            let mail = try await program.get(path).json
            #expect(APIMail.shape.schema.faults(in: mail).isEmpty)
            #expect(mail["courriel"] == "canari@example.org" && mail["tri"] == "a-lire" && mail["pieces"]?.count == 1)
            for body: JSON in [
                .members([:]), .members(["tri": "illisible"]), .members(["tri": "dossier"]),
                .members(["tri": "dossier", "dossier": "2026-R-0009"]), .members(["tri": "indesirable", "motif": "x"]),
            ] {
                #expect(try await program.post("\(path)/tri", body).isProblem(.fields), "\(body)")
            }
            let sorted = try await program.post("\(path)/tri", .members(["tri": "reception"]))
            #expect(try sorted.status == 200 && sorted.string("dossier") == "2026-R-0001")
            #expect(try await program.post("\(path)/tri", .members(["tri": "autre"])).isProblem(.changedMeanwhile))
        }
    }

    // Shows: R-24, S-61
    @Test(arguments: Engine.available) func `knows of none that seems to be about a case which is closed to its owner`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let target = try await site.holdings("canariferme")
            try await site.restrict(target.caseFile, to: [target.officer.id])
            let program = try await site.program([.complaintsManager])
            #expect(try await program.get(Path.apiMails).json["courriels"]?.count == 0)
            let path = "\(Path.apiMails)/\(target.mail)"
            #expect(try await program.get(path).isProblem(.unknown))
            #expect(try await program.post("\(path)/tri", .members(["tri": "autre"])).isProblem(.unknown))
        }
    }
}

extension JSON {
    /// How many values a list has.
    fileprivate var count: Int? { if case .list(let values) = self { values.count } else { nil } }
}
