import Complaints
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `What is said at the desk in confidence, or is grave` {
    private static let said = [
        "propos": "Des propos de la directrice", "personne": "Zoé Caron", "contact": "06 00 00 00 00",
        "le": "2026-11-23", "canal": "telephone", "entendu_par": "Luc", "moyen": "papier",
    ]
    private static let noted = "/oral?fait=parole"

    /// The form of what was said, with more in it and an identifier of its own.
    private func form(_ desk: TestDesk, _ more: [String: String]) async throws -> [String: String] {
        let envoi = try #require(try await desk.get("/oral").hidden("envoi"))
        return Self.said.merging(["envoi": envoi]) { $1 }.merging(more) { $1 }
    }

    /// The address of what was noted last.
    private func latest(_ site: TestSite) async throws -> String {
        let line = try #require(try await site.books.register.discontents(limit: 1).first)
        return Path.discontent(line.id.description)
    }

    // Shows, S-40
    @Test(arguments: Engine.available)
    func `is closed to whoever noted it, who is told for whom it is, however often it is sent`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.receptionDesk])
            let director = try await site.desk([.management], email: "ada@cine-atelier.example")
            let empty = try await desk.get("/oral").text
            #expect(empty.contains("name=\"mise_en_cause\"") && empty.contains("n’est alors ouvert qu’à la direction"))
            let fields = try await form(desk, ["mise_en_cause": "oui"])
            for _ in 1...2 {
                let answer = try await desk.post("/oral", fields)
                #expect(answer.status == 303 && answer.location == Self.noted)
                let list = try await desk.get(answer.location)
                #expect(list.status == 200 && list.text.contains("C’est noté, en confidence."))
                #expect(list.text.contains("n’est ouvert qu’à la direction") && !list.text.contains("Caron"))
            }
            #expect(try await site.books.register.discontents(limit: 9).count == 1)
            let path = try await latest(site)
            let own = try await director.get("/oral").text
            #expect(own.contains("Des propos de la directrice") && own.contains("Dit en confidence"))
            let record = try await director.get(path).text
            #expect(record.contains("Accès restreint") && record.contains("ouvert à la direction"))
            let today = try await director.get("/tableau-de-bord").text
            #expect(today.contains("id=\"grave\"") && today.contains("href=\"\(path)\""))
            let open = try await desk.post("/oral", fields.filter { $0.key != "mise_en_cause" })
            #expect(open.status == 409 && open.text.contains("avec un autre contenu"))
        }
    }

    // Shows
    @Test(arguments: Engine.available) func `opens in no way to the others, who change nothing of it`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.receptionDesk])
            let manager = try await site.desk([.complaintsManager], email: "camille@cine-atelier.example")
            _ = try await site.desk([.management], email: "ada@cine-atelier.example")
            #expect(try await desk.post("/oral", try await form(desk, ["mise_en_cause": "oui"])).status == 303)
            let path = try await latest(site)
            let mark = String(path.dropFirst("/oral/".count))
            for other in [desk, manager] {
                for address in [path, "/receptions/saisir?parole=\(mark)"] {
                    let answer = try await other.get(address)
                    #expect(answer.status == 403 && !answer.text.contains("Caron"), "\(address)")
                }
                for (noun, typed) in [
                    ("invitation", ["moyen": "dit", "le": "2026-11-23"]), ("sans-suite", ["motif": "Elle a renoncé."]),
                    ("invitation", ["moyen": "pigeon"]),
                ] {
                    let fields = typed.merging(["version": "1"]) { $1 }
                    #expect(try await other.post("\(path)/\(noun)", fields).status == 403, "\(noun)")
                }
                for address in ["/oral", "/tableau-de-bord", "/audit/acces"] {
                    #expect(try await !other.get(address).text.contains("Caron"), "\(address)")
                    #expect(try await !other.get(address).text.contains(mark), "\(address)")
                }
                // Nobody ends it by writing it, and what they typed is kept.
                let envoi = try #require(try await other.get("/receptions/saisir").hidden("envoi"))
                let written = [
                    "envoi": envoi, "parole": mark, "canal": "telephone", "arrivee_le": "2026-11-23", "accord": "oui",
                    "reclamation": "Des mots à garder",
                ]
                let refused = try await other.post("/receptions/saisir", written)
                #expect(refused.status == 422 && refused.text.contains("Des mots à garder"))
            }
            let id = try #require(Discontent.ID(mark))
            #expect(try await site.books.register.discontent(id).version == 1)
            #expect(try await site.books.register.countReceptions(CaseFilter()) == .exactly(0))
        }
    }

    // Shows: R-87
    @Test(arguments: Engine.available) func `goes to those who are named, and is written for the person in confidence`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.receptionDesk])
            let director = try await site.desk([.management], email: "luc@cine-atelier.example")
            let president = try await site.desk([.management], email: "ada@cine-atelier.example")
            var procedure = Story.procedure
            procedure.confidential = ConfidentialRecipients(accounts: [president.account.id], function: "la présidente")
            try await site.books.publish(procedure)
            #expect(try await desk.get("/oral").text.contains("en confidence, qu’à la présidente"))
            #expect(try await desk.post("/oral", try await form(desk, ["mise_en_cause": "oui"])).location == Self.noted)
            #expect(try await desk.get(Self.noted).text.contains("ouvert à la présidente et à personne d’autre"))
            let path = try await latest(site)
            #expect(try await director.get(path).status == 403)
            #expect(try await president.get(path).status == 200)
            // Who notes it and may open it is shown it.
            let own = try await president.post("/oral", try await form(president, ["mise_en_cause": "oui"]))
            #expect(own.location.hasPrefix("/oral/") && own.location.hasSuffix("?fait=parole"))
            #expect(try await president.get(own.location).status == 200)
            let mark = String(path.dropFirst("/oral/".count))
            let written = try await president.get("/receptions/saisir?parole=\(mark)").text
            let box = try #require(written.firstMatch(of: /<input[^>]*name="mise_en_cause"[^>]*>/))
            #expect(box.output.contains("checked"))
        }
    }

    // Shows: R-24
    @Test(arguments: Engine.available) func `stands at the head of the day where it is grave, until it has an end`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.receptionDesk])
            let manager = try await site.desk([.complaintsManager], email: "camille@cine-atelier.example")
            let odd = try await desk.post("/oral", try await form(desk, ["gravites": "bof"]))
            #expect(odd.status == 422 && odd.text.contains("id=\"parole-gravites-erreur\""))
            let noted = try await desk.post("/oral", try await form(desk, ["gravites": "harcelement"]))
            let path = try #require(noted.location.split(separator: "?").first.map(String.init))
            #expect(try await desk.get(path).text.contains("Harcèlement"))
            let today = try await manager.get("/tableau-de-bord").text
            let alert = try #require(today.firstRange(of: "id=\"grave\""))
            let first = try #require(today.firstRange(of: "<h2"))
            #expect(
                today[first.lowerBound..<alert.upperBound].matches(of: /<h2/).count == 1,
                "nothing stands before it"
            )
            #expect(today.contains("href=\"\(path)\"") && today.contains("Harcèlement"))
            #expect(try await !desk.get("/tableau-de-bord").text.contains("id=\"grave\""))
            let ended = try await manager.post("\(path)/sans-suite", ["motif": "Tout est arrangé.", "version": "1"])
            #expect(ended.status == 303)
            #expect(try await !manager.get("/tableau-de-bord").text.contains("id=\"grave\""))
        }
    }
}
