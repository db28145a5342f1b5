import Complaints
import HTTPTypes
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `A program` {
    // Shows: S-40, S-63, R-04
    @Test(arguments: Engine.available) func `enters a complaint once for each key, however often it is sent`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let program = try await site.program([.receptionDesk])
            let first = try await program.receive("Salle froide", key: "0123456789abcdef")
            #expect(first.status == 201 && first.location == "/api/v1/dossiers/2026-R-0001")
            #expect(try first.json["deja_recue"] == false && first.string("reference") == "2026-R-0001")
            for _ in 0..<3 {
                let again = try await program.receive("Salle froide", key: "0123456789abcdef")
                #expect(try again.status == 201 && again.json["deja_recue"] == true)
                #expect(try again.string("reference") == "2026-R-0001")
            }
            let other = try await program.receive("Salle chaude", key: "0123456789abcdef")
            #expect(try other.isProblem(.otherContent))
            for key in [nil, "court", String(repeating: "k", count: 129), "avec un blanc dedans"] {
                let body: JSON = .members(["canal": "courrier", "arrivee_le": "2026-11-23", "reclamation": "Froid"])
                #expect(
                    try await program.post(Path.apiReceptions, body, key: key).isProblem(.keyMissing),
                    "\(key ?? "")"
                )
            }
            // The same key of somebody else's is another.
            let colleague = try await site.program([.management], email: "paul@cine-atelier.example")
            #expect(try await colleague.receive("Salle chaude", key: "0123456789abcdef").status == 201)
            #expect(try await site.books.register.countReceptions(CaseFilter()) == .exactly(2))
            let id = try #require(try await site.books.register.find("2026-R-0001"))
            let file = try await site.books.register.caseFile(id)
            #expect(file.reception.original.text == "Salle froide" && file.reception.channel == .letter)
            #expect(file.entries.first?.officer == program.account.id)
        }
    }

    // Shows: R-87
    @Test func `that enters what came in confidence is not told where it is`() async throws {
        try await TestSite.open { site in
            var procedure = Story.procedure
            let director = try await site.hire([.management], email: "paul@cine-atelier.example")
            procedure.confidential = ConfidentialRecipients(accounts: [director.id], function: "la présidente")
            try await site.books.publish(procedure)
            let program = try await site.program([.receptionDesk])
            let confided: JSON.Member = .init(name: "mise_en_cause", value: true)
            let answer = try await program.receive("La directrice", key: "0123456789abcdef", more: [confided])
            #expect(try answer.status == 201 && answer.location.isEmpty && answer.json["ferme"] == true)
            let reference = try #require(try answer.string("reference"))
            #expect(try await program.get(Path.apiCase(reference)).isProblem(.unknown))
            // What is not ticked is not.
            let open: JSON.Member = .init(name: "mise_en_cause", value: false)
            let other = try await program.receive("La salle", key: "1123456789abcdef", more: [open])
            #expect(try other.json["ferme"] == false)
        }
    }

    // Shows: S-20
    @Test func `is told of everything that is wrong with what it enters, field by field`() async throws {
        try await TestSite.open { site in
            let program = try await site.program([.receptionDesk])
            let body: JSON = .members([
                "canal": "pigeon", "arrivee_le": "hier", "objet": 3, "accord": "oui", "surprise": "!",
            ])
            let answer = try await program.post(Path.apiReceptions, body, key: "0123456789abcdef")
            #expect(try answer.isProblem(.fields))
            guard case .list(let faults)? = try answer.json["erreurs"] else {
                Issue.record("no faults")
                return
            }
            let told = faults.map { "\($0["champ"] ?? .null) \($0["code"] ?? .null)" }
            for (field, code) in [
                ("canal", "champ-choix"), ("arrivee_le", "champ-date"), ("objet", "champ-nature"),
                ("accord", "champ-nature"), ("surprise", "champ-inconnu"),
            ] {
                let expected = "\(JSON.string(field)) \(JSON.string(code))"
                #expect(told.contains(expected), "\(field): \(told)")
            }
            // The rules’ own refusals, under the codes of the pages.
            let future: JSON = .members(["canal": "courrier", "arrivee_le": "2026-11-24", "reclamation": "Froid"])
            let refused = try await program.post(Path.apiReceptions, future, key: "0123456789abcdef")
            #expect(try refused.isProblem(.refused, code: "D-015") && refused.string("champ") == "arrivee_le")
            #expect(try await site.books.register.countReceptions(CaseFilter()) == .exactly(0))
        }
    }

    // Shows: R-19
    @Test(arguments: TestAct.all + TestAct.others)
    func `does every act that a page has, as it is described`(act: TestAct) async throws {
        try await TestSite.open { site in
            let id = try await act.lead(site)
            let roles: Set<Role> = [.complaintsManager, .management]
            let program = try await site.program(roles)
            let handler = try await site.hire([.complaintsManager], email: "luc@cine-atelier.example")
            if act.noun == "levee-restriction" { try await site.restrict(id, to: [program.account.id, handler.id]) }
            let before = try await site.books.register.caseFile(id)
            var sent = act.members(by: program.account.id, handler: handler.id)
            // Nothing is said by an empty field that is not a text.
            sent.removeAll { $0.value == "" && $0.name != "courriel" }
            if act.noun == "restriction" {
                sent =
                    sent.filter { $0.name != "lecteurs" }
                    + [.init(name: "lecteurs", value: .strings([program.account.id, handler.id]))]
            }
            let answer = try await program.act(act.noun, on: before, sent)
            #expect(answer.status == 200, "\(answer.text)")
            #expect(APIOutcome.shape.schema.faults(in: try answer.json).isEmpty)
            let after = try await site.books.register.caseFile(id)
            #expect(after.entries.count == before.entries.count + 1)
            #expect(after.entries.last?.officer == program.account.id)
            #expect(try answer.json["version"] == .number(after.version))
        }
    }

    // Shows: S-20
    @Test(arguments: TestAct.all) func `is refused an act with an odd field, by its name, as a page is`(
        act: TestAct
    ) async throws {
        try await TestSite.open { site in
            let id = try await act.lead(site)
            let program = try await site.program([.complaintsManager, .management])
            let file = try await site.books.register.caseFile(id)
            for (name, value) in act.odd {
                let sent = act.members(by: program.account.id)
                let field = name.hasSuffix("_1") ? ActFields.rows : name
                let odd: JSON =
                    name.hasSuffix("_1")
                    ? .list([.members(["grief": "Le train", "decision": .string(value)])])
                    : ["gravites", "lecteurs", "mis_en_cause", "pieces"].contains(name)
                        ? .strings([value]) : .string(value)
                let fields = sent.filter { $0.name != field } + [.init(name: field, value: odd)]
                let answer = try await program.act(act.noun, on: file, fields)
                #expect(answer.status == 422, "\(name): \(answer.text)")
                #expect(try answer.string("champ")?.hasPrefix(field) == true, "\(name): \(answer.text)")
            }
            #expect(try await site.books.register.caseFile(id).entries.count == file.entries.count)
        }
    }

    // Shows: R-19, S-40
    @Test(arguments: Engine.available) func `changes nothing that has changed since it was read`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let id = try await site.lead(to: .registered)
            let program = try await site.program([.complaintsManager])
            let seen = try await site.books.register.caseFile(id)
            #expect(try await program.act("notes", on: seen, [.init(name: "texte", value: "Un")]).status == 200)
            let late = try await program.act("notes", on: seen, [.init(name: "texte", value: "Deux")])
            #expect(try late.isProblem(.changedMeanwhile))
            // The same over again is the same.
            #expect(try await program.act("notes", on: seen, [.init(name: "texte", value: "Un")]).status == 200)
            let path = Path.apiCase(seen.address) + "/actes"
            let blind = try await program.post(path, .members(["acte": "notes", "texte": "Trois"]))
            #expect(try blind.isProblem(.fields) && blind.string("champ") == "version")
            #expect(try await site.books.register.caseFile(id).entries.count == seen.entries.count + 1)
        }
    }

    @Test func `reads a letter over before it goes, and sends no other`() async throws {
        try await TestSite.open(writesLetters: true) { site in
            let id = try await site.lead(to: .answered)
            let program = try await site.program([.complaintsManager])
            let file = try await site.books.register.caseFile(id)
            let reason = JSON.Member(name: "motif", value: "Réponse acceptée hier")
            let asked = try await program.act("cloture", on: file, [reason, .init(name: "relire", value: true)])
            let digest = try #require(try asked.string("relue"))
            #expect(try asked.status == 200 && asked.json["lettre"]?["genre"] == "cloture")
            #expect(try await site.books.register.caseFile(id) == file, "nothing is done")
            let other = JSON.Member(name: "relue", value: .string(String(repeating: "0", count: 64)))
            #expect(try await program.act("cloture", on: file, [reason, other]).isProblem(.otherLetter))
            let read = JSON.Member(name: "relue", value: .string(digest))
            #expect(try await program.act("cloture", on: file, [reason, read]).string("etape") == "close")
        }
    }

    // Shows: S-19, S-33
    @Test(arguments: Engine.available) func `sends documents as a form does, and downloads them as they were`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let id = try await site.lead(to: .registered)
            let program = try await site.program([.complaintsManager])
            let file = try await site.books.register.caseFile(id)
            var form = MultipartBody()
            for (name, value) in [
                "acte": "actions", "version": "\(file.version)", "texte": "Appel", "fait_le": "2026-11-23",
            ] { form.add(name, value) }
            form.add("piece_jointe", filename: "note.txt", Array("Devis : 120 €\n".utf8))
            let headers: HTTPFields = [
                .authorization: "Bearer \(program.token.text)",
                .contentType: "multipart/form-data; boundary=\(MultipartBody.boundary)",
            ]
            let path = Path.apiCase(file.address)
            #expect(try await site.ask(.post, path + "/actes", form.closed, headers).status == 200)
            let shown = try await program.get(path).json
            guard case .list(let pieces)? = shown["pieces"], case .string(let piece)? = pieces.first?["id"] else {
                Issue.record("no document")
                return
            }
            #expect(pieces.count == 1 && pieces[0]["nom"] == "note.txt" && pieces[0]["analyse"] == "non-analysee")
            let downloaded = try await program.get("\(path)/pieces/\(piece)")
            #expect(
                downloaded.text == "Devis : 120 €\n" && downloaded.headers[.contentType] == "text/plain; charset=utf-8"
            )
            #expect(downloaded.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            // A document of no kind that is taken stops the act.
            var wrong = MultipartBody()
            for (name, value) in [
                "acte": "actions", "version": "\(file.version + 1)", "texte": "Encore", "fait_le": "2026-11-23",
            ] { wrong.add(name, value) }
            wrong.add("piece_jointe", filename: "a.exe", [77, 90, 0])
            let refused = try await site.ask(.post, path + "/actes", wrong.closed, headers)
            #expect(try refused.isProblem(.fields) && refused.string("champ") == "piece_jointe")
        }
    }

    // Shows: S-19, S-20
    @Test func `is told what its body should have been`() async throws {
        try await TestSite.open { site in
            let id = try await site.lead(to: .registered)
            let program = try await site.program([.complaintsManager])
            let file = try await site.books.register.caseFile(id)
            let path = Path.apiCase(file.address) + "/actes"
            let right = #"{"acte":"notes","version":\#(file.version),"texte":"Vu"}"#
            let cases: [(type: String?, body: String, problem: ProblemKind)] = [
                ("application/json", "", .unreadable), ("application/json", right + right, .unreadable),
                ("application/json", "[]", .fields), (nil, right, .mediaType), ("text/plain", right, .mediaType),
                ("application/x-www-form-urlencoded", "acte=notes&texte=Vu", .mediaType),
                ("multipart/form-data", right, .unreadable),
                ("application/json", "\"" + String(repeating: "a", count: 1 << 20) + "\"", .tooLarge),
                ("application/json", #"{"acte":"rien","version":1}"#, .fields),
                ("application/json", #"{"acte":"notes","acte":"notes","version":1}"#, .unreadable),
            ]
            for (type, body, problem) in cases {
                var headers: HTTPFields = [.authorization: "Bearer \(program.token.text)"]
                if let type { headers[.contentType] = type }
                let answer = try await site.ask(.post, path, Array(body.utf8), headers)
                #expect(try answer.isProblem(problem), "\(type ?? "") \(body.prefix(40)): \(answer.text)")
            }
            #expect(try await site.books.register.caseFile(id).entries.count == file.entries.count)
        }
    }
}
