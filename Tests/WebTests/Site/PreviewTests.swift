import Complaints
import Crypto
import Pages
import Registry
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct `A letter read over before it goes` {
    /// Every act that sends a letter, so filled that it does.
    private static let sending =
        [
            TestAct(
                noun: "qualification",
                stage: .received,
                fields: [
                    "nature": Nature.informationRequest.rawValue, "motif": "Simple question <b>sur</b> le planning",
                ]
            ),
            TestAct(
                noun: "decision-contestation",
                stage: .contested,
                fields: ["decision": ContestDecision.Result.maintained.rawValue, "motif": "Rien n’est demandé ici."]
            ),
            TestAct(
                noun: "reponse",
                stage: .investigating,
                fields: [
                    "grief_1": "Le train", "decision_1": Outcome.rejected.rawValue,
                    "motif_1": "Le train n’est pas couvert.",
                    "texte": "Nous avons relu votre dossier.", "signataire": "Inès Moreau", "consommateur": "oui",
                ]
            ),
        ] + TestAct.all.filter { ["demande-complements", "inscription", "prorogation", "cloture"].contains($0.noun) }

    private func address(_ act: TestAct, _ site: TestSite) async throws -> (id: CaseFile.ID, path: String) {
        let id = try await site.lead(to: act.stage)
        if act.isQualified {
            try await site.books.register.change(id, by: .officer(Story.manager)) {
                try $0.qualify(Qualification(nature: .complaint), $1)
            }
        }
        return (id, "/dossiers/\(try await site.books.register.caseFile(id).address)/\(act.noun)")
    }

    /// How much the books hold.
    private func books(_ site: TestSite) async throws -> [Int] {
        try await site.books.database.read { connection in
            let tables: [SQL] = [
                "SELECT COUNT(*) FROM log_leaf", "SELECT COUNT(*) FROM letter",
                "SELECT COALESCE(MAX(last), 0) FROM counter WHERE book = 'registre'",
                "SELECT COUNT(*) FROM attachment WHERE case_file IS NOT NULL",
            ]
            return try tables.map { try connection.run($0)[0].integer(0) }
        }
    }

    /// The letter on a page, wherever its markup is moved in.
    private func sheet(_ answer: TestAnswer) throws -> String {
        let article = try #require(answer.text.firstMatch(of: /<article class="letter"[\s\S]*?<\/article>/)).output
        return article.replacing(/\s*\n\s*/, with: "\n").description
    }

    // Shows: R-34, R-35, R-39
    @Test(arguments: Engine.available, Self.sending)
    func `is the one that goes, to the word, and changes nothing kept`(engine: Engine, act: TestAct) async throws {
        try await TestSite.open(on: engine, writesLetters: true) { site in
            let desk = try await site.desk([.complaintsManager])
            let (id, path) = try await address(act, site)
            let (before, known) = (try await books(site), Set(try await site.books.register.letters(of: id).map(\.id)))
            let read = try await desk.post(path, act.fields.merging(["relire": "1"]) { $1 })
            #expect(read.status == 200 && !read.text.contains("role=\"alert\""))
            #expect(read.text.contains("Rien n’est encore enregistré") && read.text.contains("noe@example.org"))
            #expect(try await books(site) == before)
            // A complete complaint is entered with no reason.
            let written = act.noun == "inscription" ? [] : act.fields.values.filter { $0.contains(" ") }
            for words in written {
                #expect(read.text.contains(words.replacing("<", with: "&lt;").replacing(">", with: "&gt;")), "\(words)")
            }
            #expect(try await desk.post(path, act.fields).status == 303)
            let letters = try await site.books.register.letters(of: id).filter { !known.contains($0.id) }
            let letter = try #require(letters.first)
            let gone = try sheet(try await desk.get("/lettres/\(letter.id)"))
            #expect(try sheet(read) == gone && gone.contains("Bonjour Noé"))
            guard act.noun == "reponse" else { return }
            for words in ["Médiation Exemple", "Inès Moreau", "23\u{A0}novembre 2027", "Nous avons relu"] {
                #expect(gone.contains(words), "\(words)")
            }
        }
    }

    // Shows: R-34
    @Test(arguments: Engine.available, [("reponse", "texte"), ("prorogation", "motif")])
    func `is shown anew in place of another that would go, which then goes once`(
        engine: Engine,
        changed: (noun: String, field: String)
    ) async throws {
        try await TestSite.open(on: engine, writesLetters: true) { site in
            let desk = try await site.desk([.complaintsManager])
            let act = try #require(Self.sending.first { $0.noun == changed.noun })
            let (id, path) = try await address(act, site)
            let (before, letters) = (try await books(site), try await site.books.register.letters(of: id).count)
            var fields = act.fields
            fields["version"] = String(try await site.books.register.caseFile(id).version)
            let read = try await desk.post(path, fields.merging(["relire": "1"]) { $1 })
            let first = try #require(read.hidden("relue"))
            fields["relue"] = first
            fields[changed.field] = "Autre texte que celui qui a été relu"
            let other = try await desk.post(path, fields)
            #expect(other.status == 409 && other.text.contains("Le texte a changé depuis la relecture"))
            #expect(try sheet(other).contains("Autre texte que celui"))
            #expect(try await books(site) == before)
            let seen = try #require(other.hidden("relue"))
            #expect(seen != first)
            fields["relue"] = seen
            #expect(try await desk.post(path, fields).status == 303)
            #expect(try await desk.post(path, fields).status == 303)
            let gone = try await site.books.register.letters(of: id)
            #expect(gone.count == letters + 1)
            #expect(gone.contains { $0.text.contains("Autre texte que celui") })
        }
    }

    // Shows: R-15
    @Test(arguments: Engine.available) func `is another where somebody has taken its number meanwhile`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine, writesLetters: true) { site in
            let (desk, register) = (try await site.desk([.complaintsManager]), site.books.register)
            let act = try #require(Self.sending.first { $0.noun == "inscription" })
            let (id, path) = try await address(act, site)
            let read = try await desk.post(path, act.fields.merging(["relire": "1"]) { $1 })
            var fields = act.fields
            let seen = try #require(read.hidden("relue"))
            fields["relue"] = seen
            #expect(try sheet(read).contains("REC-2026-0001"))
            let first = try await site.books.receive()
            try await register.change(first, by: .officer(Story.manager)) {
                try $0.qualify(Qualification(nature: .complaint), $1)
            }
            _ = try await register.enter(first, by: .officer(Story.manager))
            let other = try await desk.post(path, fields)
            #expect(try other.status == 409 && sheet(other).contains("REC-2026-0002"))
            #expect(try await register.caseFile(id).number == nil)
            let next = try #require(other.hidden("relue"))
            fields["relue"] = next
            #expect(try await desk.post(path, fields).status == 303)
            #expect(try await register.caseFile(id).number == RegisterNumber(year: 2026, ordinal: 2))
        }
    }

    @Test func `is missed where nothing goes any more, and the page says so`() async throws {
        try await TestSite.open(writesLetters: true) { site in
            let desk = try await site.desk([.complaintsManager])
            let act = try #require(Self.sending.first { $0.noun == "qualification" })
            let (id, path) = try await address(act, site)
            let read = try await desk.post(path, act.fields.merging(["relire": "1"]) { $1 })
            var fields = act.fields
            fields["nature"] = Nature.complaint.rawValue
            let seen = try #require(read.hidden("relue"))
            fields["relue"] = seen
            let other = try await desk.post(path, fields)
            #expect(other.status == 409 && other.text.contains("aucune lettre ne part"))
            #expect(other.hidden("relue") == nil)
            #expect(try await site.books.register.caseFile(id).qualification == nil)
            fields["relue"] = nil
            #expect(try await desk.post(path, fields).status == 303)
        }
    }

    // Shows: R-34, R-47
    @Test(arguments: Engine.available) func `is refused as the act would be`(engine: Engine) async throws {
        try await TestSite.open(on: engine, writesLetters: true) { site in
            let desk = try await site.desk([.complaintsManager])
            let answer = try #require(Self.sending.first { $0.noun == "reponse" })
            let (_, path) = try await address(answer, site)
            for (field, value, status) in [("motif_1", "Non", 422), ("decision_1", "rien", 422), ("version", "1", 409)]
            {
                let fields = answer.fields.merging([field: value]) { $1 }
                let read = try await desk.post(path, fields.merging(["relire": "1"]) { $1 })
                #expect(read.status == status && !read.text.contains("class=\"letter\""), "\(field)")
                #expect(read.text.contains("Nous avons relu votre dossier."))
                let alert = /role="alert"[\s\S]*?<\/div>/
                let done = try await desk.post(path, fields)
                #expect(done.status == status, "\(field)")
                #expect(done.text.firstMatch(of: alert)?.output == read.text.firstMatch(of: alert)?.output, "\(field)")
            }
        }
    }

    @Test func `is none where the act sends none, and the page says so`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let act = try #require(TestAct.all.first { $0.noun == "qualification" })
            let (id, path) = try await address(act, site)
            let read = try await desk.post(path, act.fields.merging(["relire": "1"]) { $1 })
            #expect(read.status == 200 && read.text.contains("Aucune lettre"))
            #expect(try await site.books.register.caseFile(id).qualification == nil)
        }
    }

    // Shows: R-13
    @Test(arguments: Engine.available) func `loses no document that was chosen, and the act sent twice has it once`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.complaintsManager])
            let answer = try #require(Self.sending.first { $0.noun == "reponse" })
            let (id, path) = try await address(answer, site)
            let before = try await site.books.register.caseFile(id).version
            var fields = answer.fields.merging(["version": "\(before)", "relire": "1"]) { $1 }
            let quote = ("devis « 1 ».txt", Array("120 €".utf8))
            let box = /name="piece_gardee" type="checkbox" value="([^"]*)" checked/
            let read = try await desk.post(path, fields, files: [quote])
            fields["piece_gardee"] = String(try #require(read.text.firstMatch(of: box)).output.1)
            fields["motif_1"] = ""
            #expect(try await desk.post(path, fields).status == 422)
            fields["motif_1"] = "Le train n’est pas couvert."
            let again = try await desk.post(path, fields, files: [("photo.txt", Array("x".utf8))])
            #expect(again.status == 200 && again.text.matches(of: box).count == 2)
            fields["relire"] = nil
            #expect(try await desk.post(path, fields).status == 303)
            #expect(try await desk.post(path, fields).status == 303)
            let file = try await site.books.register.caseFile(id)
            #expect(file.version == before + 1 && file.answer?.files.map(\.name) == ["devis « 1 ».txt"])
            let kept = try #require(file.answer?.files.first)
            #expect(try await site.books.register.chunk(0, of: kept.id) == quote.1)
            #expect(try await site.books.register.attachment(kept.id).caseFile == id)
        }
    }

    // Shows: R-13
    @Test func `goes without no document that is gone, nor with one of somebody else's`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let answer = try #require(Self.sending.first { $0.noun == "reponse" })
            let (id, path) = try await address(answer, site)
            let digest = hexadecimal(SHA256.hash(data: Array("oui".utf8)))
            let note = StagedAttachment(name: "note.txt", type: "text/plain", length: 3, digest: digest)
            let form = Submission(id: [UInt8](repeating: 1, count: 16))
            let theirs = try await site.books.register.stage(note, for: form) { $0 == 0 ? Array("oui".utf8) : nil }
            let own = try await site.books.register.stage(note, for: nil) { $0 == 0 ? Array("oui".utf8) : nil }
            let other = try await site.books.receive()
            try await site.books.register.change(other, by: .officer(Story.manager), attaching: [own]) {
                try $0.amend(Amendment(text: "Pièce", files: [own]), $1)
            }
            for identifier in [theirs.id, own.id, String(repeating: "0", count: 32)] {
                let fields = answer.fields.merging(["piece_gardee": "\(identifier) note.txt"]) { $1 }
                let refused = try await desk.post(path, fields)
                #expect(refused.status == 422 && refused.text.contains("n’y est plus"))
                #expect(!refused.text.contains("name=\"piece_gardee\""))
            }
            #expect(try await site.books.register.caseFile(id).answer == nil)
        }
    }
}
