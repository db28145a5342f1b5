import Complaints
import Crypto
import HTTPTypes
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `An act that is refused` {
    @Test(arguments: RefusedAttempt.all) func `shows the page again, with every word typed and the reason`(
        attempt: RefusedAttempt
    ) async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.lead(to: attempt.stage)
            let before = try await site.books.register.caseFile(id)
            let answer = try await desk.post("/dossiers/\(before.address)/\(attempt.noun)", attempt.typed)
            #expect(answer.status == 422)
            #expect(answer.text.contains(attempt.said), "\(attempt.said)")
            for word in attempt.typed.values where word.contains(" ") && !word.allSatisfy(\.isWhitespace) {
                #expect(answer.text.contains(word), "\(word)")
            }
            #expect(try await site.books.register.caseFile(id).version == before.version)
        }
    }

    /// An act, what is typed, a document that is not taken, and the fields that are marked.
    static let many: [(noun: String, stage: Stage, typed: [String: String], marked: [String])] = [
        (
            "actions", .registered, ["texte": " ", "fait_le": "2027-02-30"],
            ["actions-texte", "actions-fait_le", "actions-piece_jointe"]
        ),
        (
            "reponse", .investigating,
            [
                "grief_1": "Le train", "decision_1": "rejetee", "grief_2": "L’hôtel", "texte": "", "signataire": " ",
                "consommateur": "peut-être",
            ],
            [
                "reponse-motif_1", "reponse-decision_2", "reponse-texte", "reponse-signataire", "reponse-consommateur",
                "reponse-piece_jointe",
            ]
        ),
        (
            "avis-mediateur", .inMediation, ["texte": "", "notifie_le": "2031-01-01", "reponse_due": "bientôt"],
            [
                "avis-mediateur-avis", "avis-mediateur-notifie_le", "avis-mediateur-texte",
                "avis-mediateur-reponse_due", "avis-mediateur-piece_jointe",
            ]
        ),
    ]

    // Shows: R-80
    @Test(arguments: many) func `for several mistakes tells them all, each beside its field`(
        noun: String,
        stage: Stage,
        typed: [String: String],
        marked: [String]
    ) async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.lead(to: stage)
            let before = try await site.books.register.caseFile(id)
            let script = ("devis.exe", Array("MZ".utf8))
            let answer = try await desk.post("/dossiers/\(before.address)/\(noun)", typed, files: [script])
            #expect(answer.status == 422)
            let ids = answer.text.split(separator: "id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
            #expect(ids.filter { $0.hasSuffix("-erreur") }.map(String.init) == marked.map { "\($0)-erreur" })
            for field in marked { #expect(answer.text.contains("href=\"#\(field)"), "\(field)") }
            // What stands in for a day that cannot be read is no day that anybody wrote.
            if noun == "actions" { #expect(!answer.text.contains("précède")) }
            #expect(try await site.books.register.caseFile(id).version == before.version)
        }
    }

    @Test func `for a grievance that came twice says what another lacks beside that other one`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.lead(to: .investigating)
            let before = try await site.books.register.caseFile(id)
            var body = MultipartBody()
            for (name, value) in [
                ("jeton", desk.token), ("version", String(before.version)), ("grief_1", "Le train"),
                ("grief_1", "Le taxi"), ("decision_1", "accueillie"), ("grief_2", "L’hôtel"), ("decision_2", "rejetee"),
                ("motif_2", ""), ("texte", "Vous avez raison."), ("signataire", "Inès Moreau"), ("consommateur", "oui"),
            ] { body.add(name, value) }
            let refused = try await site.post("/dossiers/\(before.address)/reponse", body.closed, headers: desk.headers)
            #expect(refused.status == 422)
            let ids = refused.text.split(separator: "id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
            #expect(ids.filter { $0.hasSuffix("-erreur") } == ["reponse-grief_1-erreur", "reponse-motif_2-erreur"])
        }
    }

    @Test(arguments: Engine.available)
    func `because somebody else wrote meanwhile keeps the words, and goes through the second time`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.lead(to: .registered)
            let file = try await site.books.register.caseFile(id)
            let path = "/dossiers/\(file.address)"
            let typed = ["texte": "Longue note <b>gardée</b>", "version": String(file.version - 1)]
            let refused = try await desk.post("\(path)/notes", typed)
            #expect(refused.status == 409)
            #expect(refused.text.contains("Longue note &lt;b&gt;gardée&lt;/b&gt;"))
            #expect(refused.text.contains("pendant que vous écriviez"))
            let shown = try #require(refused.hidden("version"))
            #expect(shown == String(file.version))
            let done = try await desk.post("\(path)/notes", ["texte": "Longue note", "version": shown])
            #expect(done.status == 303)
            #expect(done.location == "\(path)?fait=notes")
            #expect(try await desk.get(done.location).text.contains("La note est au dossier."))
            for other in ["", "lettre", "%3Cb%3E", "retrait%26fait=notes", "Notes"] {
                #expect(try await !desk.get("\(path)?fait=\(other)").text.contains("class=\"confirmed\""), "\(other)")
            }
        }
    }

    @Test func `because the form broke off keeps what has come of it`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.lead(to: .registered)
            let path = "/dossiers/\(try await site.books.register.caseFile(id).address)/notes"
            var body = MultipartBody()
            body.add("jeton", desk.token)
            body.add("texte", "Rappelée à midi")
            let refused = try await site.post(path, Array(body.bytes.dropLast(12)), headers: desk.headers)
            #expect(refused.status == 400)
            #expect(refused.text.contains("Rappel</textarea>") && refused.text.contains("arrivé en entier"))
        }
    }

    @Test func `because of a document says which, and keeps the words`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.lead(to: .registered)
            let path = "/dossiers/\(try await site.books.register.caseFile(id).address)/actions"
            let typed = ["texte": "Devis demandé au loueur", "fait_le": "2026-11-23"]
            let script = ("devis.exe", Array("MZ".utf8))
            let refused = try await desk.post(path, typed, files: [script])
            #expect(refused.status == 422)
            #expect(refused.text.contains("format accepté"))
            #expect(refused.text.contains("Devis demandé au loueur"))
            let taken = try await desk.post(path, typed, files: [("devis.txt", Array("120 €".utf8))])
            #expect(taken.status == 303)
        }
    }

    @Test func `because the file has changed says that a document is to be chosen again which an earlier act took`()
        async throws
    {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.lead(to: .registered)
            let before = try await site.books.register.caseFile(id)
            let path = "/dossiers/\(before.address)/actions"
            let kept = try await stage("devis.txt", site)
            var typed = ["texte": "Devis demandé", "fait_le": "2026-11-23", "piece_gardee": "\(kept.id) devis.txt"]
            typed["version"] = String(before.version)
            #expect(try await desk.post(path, typed).status == 303)
            typed["texte"] = "Devis refusé"
            let refused = try await desk.post(path, typed)
            #expect(refused.status == 409 && !refused.text.contains("name=\"piece_gardee\""))
            #expect(refused.text.contains("sont à choisir de nouveau"))
        }
    }

    // Shows: S-20
    @Test func `is not one whose document is named twice: it has it once`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.lead(to: .registered)
            let before = try await site.books.register.caseFile(id)
            let kept = try await stage("devis.txt", site)
            var body = MultipartBody()
            for (name, value) in [
                ("jeton", desk.token), ("version", String(before.version)), ("texte", "Devis demandé"),
                ("fait_le", "2026-11-23"), ("piece_gardee", "\(kept.id) devis.txt"),
                ("piece_gardee", "\(kept.id) devis.txt"),
            ] { body.add(name, value) }
            let done = try await site.post("/dossiers/\(before.address)/actions", body.closed, headers: desk.headers)
            #expect(done.status == 303)
            let after = try await site.books.register.caseFile(id)
            #expect(after.measures.last?.files.map(\.id) == [kept.id])
        }
    }

    /// A document that waits with a form of staff's.
    private func stage(_ name: String, _ site: TestSite) async throws -> FileSummary {
        let bytes = Array("oui".utf8)
        let digest = hexadecimal(SHA256.hash(data: bytes))
        let document = StagedAttachment(name: name, type: "text/plain", length: bytes.count, digest: digest)
        return try await site.books.register.stage(document, for: nil) { $0 == 0 ? bytes : nil }
    }

    @Test func `because one more grievance is asked for keeps the documents that were chosen`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.lead(to: .investigating)
            let path = "/dossiers/\(try await site.books.register.caseFile(id).address)/reponse"
            let typed = ["grief_1": "Rembourser le train", "ajouter": "grief"]
            let more = try await desk.post(path, typed, files: [("devis & billets.txt", Array("120 €".utf8))])
            #expect(more.status == 200 && more.text.contains("Rembourser le train"))
            #expect(more.text.contains(/name="piece_gardee"[^>]* devis &amp; billets.txt" checked/))
            #expect(try await !desk.post(path, typed).text.contains("piece_gardee"))
            let script = ("devis.exe", Array("MZ".utf8))
            let refused = try await desk.post(path, typed, files: [script])
            #expect(refused.status == 422 && refused.text.contains("id=\"reponse-piece_jointe-erreur\""))
        }
    }

    @Test func `to hand over a letter shows the letter again`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.receptionDesk])
            let id = try await site.lead(to: .registered)
            let letters = try await site.books.register.letters(of: id)
            let path = "/lettres/\(try #require(letters.first).id)"
            let typed = ["voie": "courrier", "partie_le": "2026-11-23", "numero": "1A 234 567"]
            for way in ["courriel", "pigeon", ""] {
                let refused = try await desk.post("\(path)/remise", typed.merging(["voie": way]) { $1 })
                #expect(refused.status == 422)
                #expect(refused.text.contains("1A 234 567") && refused.text.contains("Choisissez une réponse"))
            }
            let done = try await desk.post("\(path)/remise", typed)
            #expect(done.location == "\(path)?fait=remise")
            #expect(try await desk.get(done.location).text.contains("La remise est notée"))
            let late = try await desk.post("\(path)/remise", typed.merging(["numero": "1A 234 568"]) { $1 })
            #expect(late.status == 422)
            #expect(late.text.contains("1A 234 568") && late.text.contains("déjà partie"))
        }
    }
}
