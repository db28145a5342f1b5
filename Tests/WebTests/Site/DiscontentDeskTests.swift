import Complaints
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `What is said at the desk` {
    private static let said = [
        "propos": "Le planning change <sans> prévenir", "personne": "Zoé Caron", "contact": "", "le": "2026-11-23",
        "canal": "telephone", "entendu_par": "Luc", "moyen": "",
    ]

    /// Notes something, and answers with the address of its record.
    private func note(_ desk: TestDesk, _ more: [String: String] = [:]) async throws -> String {
        let envoi = try #require(try await desk.get("/oral").hidden("envoi"))
        let fields = Self.said.merging(["envoi": envoi]) { $1 }.merging(more) { $1 }
        let answer = try await desk.post("/oral", fields)
        #expect(answer.status == 303, "\(answer.text)")
        return answer.location.split(separator: "?").first.map(String.init) ?? ""
    }

    // Shows: R-03
    @Test(arguments: Engine.available) func `is followed from the page of the day until the complaint that came`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.receptionDesk])
            let path = try await note(desk)
            let today = try await desk.get("/tableau-de-bord").text
            #expect(today.contains("À inviter à écrire") && today.contains("href=\"\(path)\""))
            let invited = ["moyen": "papier", "le": "2026-11-23", "version": "1"]
            #expect(try await desk.post("\(path)/invitation", invited).status == 303)
            #expect(try await desk.get(path).text.contains("Invitation à écrire faite aujourd’hui"))
            #expect(try await !desk.get("/tableau-de-bord").text.contains("href=\"\(path)\""))
            site.books.clock.advance(seconds: 15 * 86_400)
            let later = try await site.session(of: desk.account)
            let back = TestDesk(site: site, account: desk.account, session: later)
            let waiting = try await back.get("/tableau-de-bord").text
            #expect(waiting.contains("sans nouvelle depuis 15 jours") && waiting.contains("href=\"\(path)\""))
            try await site.books.receive()
            let nobody = try await back.post("\(path)/rattachement", ["dossier": "2026-R-0009", "version": "2"])
            #expect(nobody.status == 422 && nobody.text.contains("Aucun dossier n’a ce numéro"))
            let linked = try await back.post("\(path)/rattachement", ["dossier": " 2026-R-0001", "version": "2"])
            #expect(linked.status == 303)
            let record = try await back.get(path).text
            #expect(record.contains("Une réclamation est venue") && record.contains("href=\"/dossiers/2026-R-0001\""))
            #expect(record.contains("&lt;sans&gt;"))
            #expect(try await !back.get("/tableau-de-bord").text.contains("href=\"\(path)\""))
        }
    }

    // Shows: R-03
    @Test(arguments: Engine.available) func `is put in writing with the person's consent, once`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.receptionDesk])
            let path = try await note(desk)
            let mark = String(path.dropFirst("/oral/".count))
            let form = try await desk.get("/receptions/saisir?parole=\(mark)")
            #expect(form.text.contains("Le planning change &lt;sans&gt; prévenir") && form.hidden("parole") == mark)
            let fields = [
                "envoi": form.hidden("envoi") ?? "", "parole": mark, "canal": "telephone", "arrivee_le": "2026-11-23",
                "nom": "Caron", "reclamation": "Le planning change sans prévenir",
            ]
            let refused = try await desk.post("/receptions/saisir", fields)
            #expect(refused.status == 422 && refused.text.contains("id=\"saisie-accord-erreur\""))
            #expect(refused.hidden("parole") == mark)
            let agreed = fields.merging(["accord": "oui"]) { $1 }
            for _ in 1...2 {
                let done = try await desk.post("/receptions/saisir", agreed)
                #expect(done.status == 303 && done.location.hasPrefix("/dossiers/2026-R-0001"))
            }
            let id = try #require(try await site.books.register.find("2026-R-0001"))
            let transcription = try #require(try await site.books.register.caseFile(id).reception.transcription)
            #expect(transcription.isAgreed && transcription.discontent?.description == mark)
            let said = try await site.books.register.discontent(try #require(transcription.discontent))
            #expect(said.ending == DiscontentEnding(.writtenUp, as: id) && said.entries.count == 2)
            site.books.clock.advance(seconds: 3600)
            let later = TestDesk(site: site, account: desk.account, session: try await site.session(of: desk.account))
            let fresh = try #require(try await later.get("/receptions/saisir").hidden("envoi"))
            let again = try await later.post("/receptions/saisir", agreed.merging(["envoi": fresh]) { $1 })
            #expect(again.status == 422 && again.text.contains("La suite donnée à ces paroles est déjà notée"))
            #expect(try await site.books.register.countReceptions(CaseFilter()) == .exactly(1))
            try await site.books.register.keepCheckpoint()
            #expect(try await site.books.register.inspect().cases == 1)
        }
    }

    // Shows
    @Test func `ends with a reason or not at all, and no word is lost on the way`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.receptionDesk])
            let path = try await note(desk, ["moyen": "dit"])
            let short = try await desk.post("\(path)/sans-suite", ["motif": "Arrangé", "version": "1"])
            #expect(short.status == 422 && short.text.contains("id=\"sans-suite-motif-erreur\""))
            let ended = ["motif": "La personne a renoncé.", "version": "1"]
            for _ in 1...2 { #expect(try await desk.post("\(path)/sans-suite", ended).status == 303) }
            let late = try await desk.post("\(path)/sans-suite", ["motif": "Une tout autre raison", "version": "2"])
            #expect(late.status == 422 && late.text.contains("Une tout autre raison"))
            #expect(try await desk.post("\(path)/sans-suite", ["motif": "Encore une autre"]).status == 409)
            #expect(try await desk.post("\(path)/ailleurs", ["version": "2"]).status == 404)
        }
    }

    // Shows: S-40, R-80
    @Test func `is noted once, and comes back with its words where it cannot be`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.receptionDesk])
            let envoi = try #require(try await desk.get("/oral").hidden("envoi"))
            let odd = Self.said.merging(["envoi": envoi, "le": "hier"]) { $1 }
            let page = try await desk.post("/oral", odd)
            #expect(
                page.status == 422 && page.text.contains("id=\"parole-le-erreur\"") && page.hidden("envoi") == envoi
            )
            #expect(page.text.contains("Le planning change &lt;sans&gt; prévenir"))
            let right = Self.said.merging(["envoi": envoi]) { $1 }
            let answers = [try await desk.post("/oral", right), try await desk.post("/oral", right)]
            #expect(answers.map(\.status) == [303, 303] && answers[0].location == answers[1].location)
            let other = try await desk.post("/oral", right.merging(["propos": "Autre chose"]) { $1 })
            #expect(other.status == 409 && other.text.contains("avec un autre contenu"))
            #expect(try await site.books.register.discontents(limit: 9).count == 1)
        }
    }
}
