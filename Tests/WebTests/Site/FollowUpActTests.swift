import Complaints
import HTTPTypes
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `A complainant who follows a case` {
    private static let scant = Original(
        lastName: "",
        firstName: "Noé",
        stakeholder: nil,
        email: "noe@example.org",
        subject: "Remboursement",
        text: "Je veux être remboursé."
    )
    private static let pdf = Array("%PDF-1.7 preuve".utf8)

    private func ask(_ follower: TestFollower) async throws {
        try await follower.site.books.register.change(follower.caseFile, by: .officer(Story.manager)) {
            try $0.requestCompletion("Quelle session ?", rule: .standard, $1)
        }
    }

    // Shows, S-20
    @Test(arguments: Engine.available) func `answers a request with the fields that are missing, words and documents`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let follower = try await site.follower(Self.scant)
            try await ask(follower)
            let page = try await follower.get()
            for name in ["nom", "vous_etes", "texte", "piece_jointe"] {
                #expect(page.text.contains("name=\"\(name)\""), "\(name)")
            }
            for name in ["prenom", "courriel", "reclamation"] {
                #expect(!page.text.contains("name=\"\(name)\""), "\(name)")
            }
            let fields = [
                "nom": "Àrçy", "vous_etes": "stagiaire", "texte": "La session <b> du 3 mars",
                "courriel": "x@example.org",
            ]
            let files = [(name: "preuve.pdf", content: Self.pdf), (name: "film.exe", content: [UInt8]([77, 90]))]
            let (token, version) = (follower.token, String(try await follower.file.version))
            let sent = try await follower.post("complements", fields, files: files, token: token, version: version)
            #expect(sent.status == 303 && sent.location.hasPrefix("/suivi/dossier?fait=complements&avis="))
            // The answer was lost: the same again is answered as before, and adds nothing.
            let again = try await follower.post("complements", fields, files: files, token: token, version: version)
            #expect(again.status == 303)
            let file = try await follower.file
            #expect(file.stage == .received && file.completed.lastName == "Àrçy" && file.stakeholder == .trainee)
            #expect(file.email == "noe@example.org", "what was not asked for is not looked at")
            #expect(file.laterFiles.map(\.name) == ["preuve.pdf"])
            let shown = try await follower.get(sent.location)
            for words in ["La session &lt;b&gt; du 3 mars", "Àrçy", "preuve.pdf", "film.exe"] {
                #expect(shown.text.contains(words), "\(words)")
            }
        }
    }

    // Shows: R-42
    @Test(arguments: Engine.available) func `says after closing whether the handling satisfied, once`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let follower = try await site.follower()
            let id = try await site.lead(follower.caseFile, to: .closed)
            #expect(try await follower.get("/suivi/dossier/satisfaction").location == "/suivi/dossier")
            #expect(try await follower.post("satisfaction", ["note": "5"]).status == 422, "nobody has asked yet")
            #expect(try await follower.file.satisfaction == nil)
            let notice = try #require(try await follower.file.letters.last { $0.kind == .closing })
            try await site.books.register.change(id, by: .officer(Story.manager)) {
                try $0.issue(LetterIssue(letter: notice.id, kind: .closing, way: .post, trace: ""), $1)
            }
            #expect(try await follower.get("/suivi/dossier/satisfaction").text.contains("name=\"note\""))
            for note in ["", "6", "x"] {
                let refused = try await follower.post("satisfaction", ["note": note, "motif": "Un peu long"])
                #expect(refused.status == 422 && refused.text.contains("de 1 à 5"), "\(note)")
                #expect(refused.text.contains("Un peu long"))
            }
            let sent = try await follower.post("satisfaction", ["note": "2", "motif": "Un peu long"])
            #expect(sent.status == 303 && sent.location == "/suivi/dossier?fait=satisfaction")
            let answer = try #require(try await follower.file.satisfaction)
            #expect(answer.mark == .two && answer.way == .form && answer.text == "Un peu long")
            #expect(try await follower.get(sent.location).text.contains("votre réponse nous est parvenue"))
            #expect(try await follower.post("satisfaction", ["note": "5"]).status == 422)
            #expect(try await follower.file.satisfaction?.mark == .two)
        }
    }

    // Shows: S-40
    @Test(arguments: Engine.available) func `who sends a form twice has sent it once`(engine: Engine) async throws {
        try await TestSite.open(on: engine) { site in
            let follower = try await site.follower()
            let (token, version) = (follower.token, String(try await follower.file.version))
            for _ in 1...2 {
                let sent = try await follower.post(
                    "ajouts",
                    ["texte": "Encore ceci"],
                    files: [("preuve.pdf", Self.pdf), ("a.txt", [97]), ("b.txt", [98]), ("c.txt", [99])],
                    token: token,
                    version: version
                )
                #expect(sent.status == 303)
            }
            let additions = try await follower.file.entries.filter(\.isByComplainant)
            #expect(additions.count == 2, "the reception, and one addition")
            #expect(try await follower.file.laterFiles.count == 4)
        }
    }

    // Shows: R-20
    @Test func `adds to what they wrote without changing it, and keeps everything typed where something is wrong`()
        async throws
    {
        try await TestSite.open { site in
            let follower = try await site.follower()
            let empty = try await follower.post("ajouts", ["texte": "  "])
            #expect(empty.status == 422)
            let long = String(repeating: "é", count: 40_000)
            let cut = try await follower.post(
                "ajouts",
                ["texte": long],
                files: [(name: "preuve.pdf", content: Self.pdf)]
            )
            #expect(cut.status == 422 && cut.text.contains("ééé") && cut.text.contains("preuve.pdf"))
            let kept = try #require(cut.hidden("piece_gardee"))
            let token = try #require(cut.hidden("jeton"))
            let sent = try await follower.post("ajouts", ["texte": "Plus court"], kept: [kept], token: token)
            #expect(sent.status == 303)
            let file = try await follower.file
            #expect(file.laterFiles.map(\.name) == ["preuve.pdf"])
            #expect(file.reception.original.text == Story.original.text)
        }
    }

    // Shows: S-13, S-48
    @Test func `is shown the words again where the case has moved on, the form is not theirs, or they were out`()
        async throws
    {
        try await TestSite.open { site in
            let follower = try await site.follower()
            let version = String(try await follower.file.version)
            try await site.books.register.change(follower.caseFile, by: .officer(Story.manager)) {
                try $0.note("Vu", $1)
            }
            let overtaken = try await follower.post("ajouts", ["texte": "Mes mots"], version: version)
            #expect(overtaken.status == 409 && overtaken.text.contains("Mes mots"))
            let forged = try await follower.post("ajouts", ["texte": "Mes mots"], token: "x")
            #expect(forged.status == 403 && forged.text.contains("Mes mots"))
            site.books.clock.advance(seconds: 16 * 60)
            let out = try await follower.post("ajouts", ["texte": "Mes \"mots\""])
            #expect(out.status == 401 && out.hidden("repris.texte") == "Mes &quot;mots&quot;")
            #expect(try await follower.file.entries.filter(\.isByComplainant).count == 1)
        }
    }

    @Test func `finds the words again behind the secret, and sends them then`() async throws {
        try await TestSite.open { site in
            let secret = TrackingSecret(random: (1...17).map(UInt8.init))
            let intake = Register.Intake(channel: .form, original: Story.original, secret: secret)
            let id = try await site.books.register.receive(intake).caseFile
            let door = try #require(
                try await site.post("/suivi/dossier/ajouts", ["texte": "Mes mots", "version": "1"]).hidden("jeton")
            )
            let entered = try await site.post(
                "/suivi",
                [
                    "jeton": door, "code_de_suivi": secret.readable, "repris.acte": "ajouts",
                    "repris.texte": "Mes mots", "repris.version": "1",
                ]
            )
            #expect(entered.status == 200 && entered.text.contains("Mes mots"))
            #expect(entered.headers[.setCookie]?.contains("suivi=") == true)
            #expect(try await site.books.register.caseFile(id).entries.count == 1)
        }
    }

    // Shows: R-41
    @Test(arguments: Engine.available) func `takes the complaint back after a page that asks, for no reason at all`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let follower = try await site.follower()
            let question = try await follower.get("/suivi/dossier/retrait")
            #expect(question.status == 200 && question.text.contains("Oui, retirer ma réclamation"))
            #expect(try await follower.file.stage == .received)
            let version = String(try await follower.file.version)
            for _ in 1...2 {
                #expect(try await follower.post("retrait", version: version).status == 303)
            }
            #expect(try await follower.file.stage == .withdrawn)
            #expect(try await follower.get("/suivi/dossier/retrait").location == "/suivi/dossier")
        }
    }

    // Shows: R-07
    @Test(arguments: Engine.available) func `contests a requalification once, in their own name`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let follower = try await site.follower()
            #expect(try await follower.get("/suivi/dossier/contestation").status == 303)
            try await site.books.register.change(follower.caseFile, by: .officer(Story.manager)) {
                let reason = "Simple question sur le planning"
                return try $0.qualify(Qualification(nature: .informationRequest, reason: reason), $1)
            }
            #expect(try await follower.post("contestation", ["texte": "C’en est une"]).status == 303)
            let contest = try #require(try await follower.file.contest)
            #expect(contest.by == "Noé D’Àrçy-🎭 <b>" && contest.text == "C’en est une")
            let again = try await follower.post("contestation", ["texte": "Je le répète"])
            #expect(again.status == 422 && again.text.contains("Je le répète"))
        }
    }

    @Test(arguments: Engine.available)
    func `is announced to whoever handles complaints, until they have opened the file`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let follower = try await site.follower()
            let desk = try await site.desk([.complaintsManager])
            let words = "Nouveau\u{A0}: la personne a écrit"
            #expect(!(try await desk.get("/tableau-de-bord").text.contains(words)))
            #expect(try await follower.post("ajouts", ["texte": "Encore ceci"]).status == 303)
            let control = try await site.desk([.internalControl], email: "controle@cine-atelier.example")
            _ = try await control.get("/dossiers/2026-R-0001")
            #expect(try await desk.get("/tableau-de-bord").text.contains(words))
            let copy = try await desk.get("/audit/dossiers/2026-R-0001")
            #expect(copy.text.contains("Texte masqué") && !copy.text.contains("Encore ceci"))
            #expect(try await desk.get("/tableau-de-bord").text.contains(words), "the auditors' copy is no reading")
            #expect(try await desk.get("/dossiers/2026-R-0001").text.contains("Encore ceci"))
            #expect(!(try await desk.get("/tableau-de-bord").text.contains(words)))
        }
    }

    // Shows: S-61
    @Test func `reads nothing of another case and changes nothing of it, whatever identifier they send`() async throws {
        try await TestSite.open { site in
            let (follower, other) = (try await site.follower(), try await site.follower(Self.scant, form: 8))
            let taken = try await other.post("ajouts", ["texte": "à moi"], files: [(name: "b.pdf", content: Self.pdf)])
            #expect(taken.status == 303)
            let theirs = try #require(try await other.file.laterFiles.first)
            let letter = try #require(try await site.books.register.letters(of: other.caseFile).first)
            let before = try await other.file
            for path in [
                "/pieces/\(theirs.id)", "/lettres/\(letter.id)", "/dossiers/\(before.reception.reference)",
                "/suivi/dossier/\(before.reception.reference)", "/suivi/dossier/\(other.caseFile)",
                "/suivi/dossier?dossier=\(other.caseFile)&numero=\(before.reception.reference)",
            ] {
                let page = try await follower.get(path)
                #expect(!page.text.contains("remboursé.") && !page.text.contains("b.pdf"), "\(path)")
            }
            let fields = [
                "texte": "à moi aussi", "dossier": other.caseFile.description, "retirer": theirs.id,
                "piece_gardee": "\(theirs.id) b.pdf",
            ]
            _ = try await follower.post("ajouts", fields)
            _ = try await follower.post("ajouts", fields, token: other.token)
            #expect(try await other.file == before)
            #expect(try await follower.file.files.isEmpty)
            #expect(try await site.books.register.attachment(theirs.id).caseFile == other.caseFile)
        }
    }
}
