import Complaints
import HTTPTypes
import Hummingbird
import TestSupport
import Testing

@testable import Registry
@testable import Web

@Suite struct `A letter that goes by post` {
    private static let number = "1A 203 445 6789 1"

    /// The acknowledgement of a complaint without an e-mail address.
    private func letter(_ site: TestSite) async throws -> (file: CaseFile.ID, path: String, id: String) {
        var original = Story.original
        original.email = nil
        original.postalAddress = "4 quai de la Fosse\n44000 Nantes"
        let id = try await site.books.receive(original)
        let letter = try #require(try await site.books.register.letters(of: id).first).id
        return (id, "/lettres/\(letter)", letter)
    }

    private func sent(_ number: String = Self.number) -> [String: String] {
        ["voie": "lrar", "partie_le": "2026-11-23", "numero": number]
    }

    // Shows: R-40
    @Test(arguments: Engine.available) func `is told a number that cannot be, beside it, and keeps what was chosen`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine, hasRelay: true) { site in
            let desk = try await site.desk([.receptionDesk])
            let (file, path, _) = try await letter(site)
            let scan = (name: "lettre signée.txt", content: Array("signée".utf8))
            let refused = try await desk.post("\(path)/remise", sent("1A 203"), files: [scan])
            #expect(refused.status == 422 && refused.text.contains("href=\"#remise-numero\""))
            #expect(refused.text.contains("11 à 15 lettres et chiffres") && refused.text.contains("value=\"1A 203\""))
            #expect(try await site.books.register.caseFile(file).issued.isEmpty)
            // What came along waits with the server for the form to be mended.
            let kept = try #require(refused.text.firstMatch(of: /name="piece_gardee"[^>]* value="([^"]+)"/)).output.1
            let mended = sent().merging(["piece_gardee": String(kept)]) { $1 }
            #expect(try await desk.post("\(path)/remise", mended).status == 303)
            #expect(try await site.books.register.caseFile(file).files.map(\.name) == ["lettre signée.txt"])
            let page = try await desk.get(path).text
            #expect(page.contains("Lettre recommandée n°\u{A0}\(Self.number)") && page.contains("Pièces de l’envoi"))
            _ = try await site.books.register.inspect()
        }
    }

    // Shows: R-40
    @Test(arguments: Engine.available) func `has the day of its slip on its page, in its case and for auditors`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine, hasRelay: true) { site in
            let desk = try await site.desk([.receptionDesk])
            let (file, path, _) = try await letter(site)
            #expect(try await desk.post("\(path)/retour", ["retour": "distribuee", "le": "2026-11-23"]).status == 422)
            #expect(try await desk.post("\(path)/remise", sent()).status == 303)
            let unsaid = try await desk.post("\(path)/retour", ["le": "2026-11-22"])
            #expect(unsaid.status == 422 && unsaid.text.contains("href=\"#retour-retour-1\""))
            let early = try await desk.post("\(path)/retour", ["retour": "distribuee", "le": "2026-11-22"])
            #expect(early.status == 422 && early.text.contains("href=\"#retour-le\""))
            let said = ["retour": "distribuee", "le": "2026-11-23"]
            for _ in 1...2 {
                let slip = (name: "avis.txt", content: Array("signé".utf8))
                let done = try await desk.post("\(path)/retour", said, files: [slip])
                #expect(done.status == 303 && done.location == "\(path)?fait=retour")
            }
            let number = try await site.books.register.caseFile(file).address
            for page in [path, "/dossiers/\(number)"] {
                let text = try await desk.get(page).text
                #expect(text.contains("Partie en recommandé le 23/11/2026, distribuée le 23/11/2026"), "\(page)")
                #expect(text.contains("Avis de réception") && text.contains("avis.txt"), "\(page)")
            }
            let mending = try await desk.get(path).text
            #expect(mending.contains("retour-formulaire") && !mending.contains("value=\"distribuee\""))
            #expect(mending.contains("Cette lettre est notée comme distribuée"))
            let auditor = try await site.desk([.auditor], email: "audit@certificateur.example")
            let copy = try await auditor.get("/audit/dossiers/\(number)").text
            #expect(copy.contains("Lettre distribuée le 23/11/2026") && copy.contains("Documents non montrés"))
            #expect(!copy.contains("avis.txt") && !copy.contains(Self.number))
            let mended = try await desk.post("\(path)/retour", ["retour": "non-reclame", "le": "2026-11-23"])
            #expect(mended.status == 303)
            #expect(try await desk.get(path).text.contains("Revenue par la poste"))
            _ = try await site.books.register.inspect()
        }
    }

    // Shows: R-40
    @Test(arguments: Engine.available) func `is to be posted again once it came back, to the address of now`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine, hasRelay: true, writesLetters: true) { site in
            let desk = try await site.desk([.receptionDesk])
            let (file, path, id) = try await letter(site)
            #expect(try await desk.post("\(path)/remise", sent()).status == 303)
            #expect(try await !desk.get("/tableau-de-bord").text.contains(path))
            let back = ["retour": "npai", "le": "2026-11-23"]
            #expect(try await desk.post("\(path)/retour", back).status == 303)
            let page = try await desk.get(path).text
            #expect(page.contains("Revenue par la poste") && page.contains("n’habite pas à l’adresse indiquée"))
            #expect(page.contains("4 quai de la Fosse") && !page.contains("/relance"))
            #expect(try await desk.get("/tableau-de-bord").text.contains("Revenue par la poste"))
            let number = try await site.books.register.caseFile(file).address
            let moved = ["texte": "Par téléphone", "adresse": "8 rue Neuve\n29000 Quimper"]
            #expect(try await desk.post("/dossiers/\(number)/rectification", moved).status == 303)
            let again = try await desk.get(path).text
            #expect(again.contains("29000 Quimper") && !again.contains("4 quai de la Fosse"))
            #expect(
                try await desk.get("/dossiers/\(number)").text.contains("Lettre rapportée par la poste le 23/11/2026")
            )
            #expect(try await site.books.register.letter(id).state == .paper)
            #expect(try await desk.post("\(path)/remise", sent()).status == 303)
            _ = try await site.books.register.inspect()
        }
    }
}

@Suite struct `The letters to post` {
    /// Two people without an e-mail address, and one who has one.
    private func letters(_ site: TestSite) async throws -> [LetterRecord] {
        for number in 1...3 {
            var original = Story.original
            original.email = number == 3 ? "zoe@example.org" : nil
            original.postalAddress = "\(number) quai de la Fosse\n44000 Nantes"
            try await site.books.receive(original)
            site.books.clock.advance(seconds: 60)
        }
        return try await site.books.register.lettersToPost(hasRelay: true, limit: 5)
    }

    /// Sends the form, with any number of letters ticked.
    private func post(_ ticked: [LetterRecord], on day: String, _ desk: TestDesk) async throws -> TestAnswer {
        let fields = [("jeton", desk.token), ("partie_le", day)] + ticked.map { ("lettres", $0.id) }
        let cookie = "session=\(desk.session.text)"
        return try await desk.site.send(.post, "/lettres", fields.map { (name: $0.0, value: $0.1) }, cookie: cookie)
    }

    // Shows: R-40
    @Test(arguments: Engine.available) func `are on one page, a sheet each, none ticked, and leave those that are`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine, hasRelay: true, writesLetters: true) { site in
            let desk = try await site.desk([.receptionDesk])
            let letters = try await letters(site)
            #expect(letters.count == 2)
            #expect(try await desk.get("/tableau-de-bord").text.contains("href=\"/lettres\""))
            let page = try await desk.get("/lettres").text
            #expect(page.matches(of: /<article class="letter"/).count == 2)
            #expect(page.contains("1 quai de la Fosse") && page.contains("2 quai de la Fosse"))
            #expect(!page.contains("3 quai de la Fosse"))
            let boxes = page.matches(of: /<input id="postees-lettres-\d"[^>]*>/).map { String($0.output) }
            #expect(boxes.count == 2 && boxes.allSatisfy { !$0.contains("checked") })
            let done = try await post([letters[0]], on: "2026-11-23", desk)
            #expect(done.status == 303 && done.location == "/lettres?fait=postees&nombre=1&autres=0")
            let after = try await desk.get(done.location).text
            #expect(after.contains("Une lettre est notée comme postée"))
            #expect(!after.contains("1 quai de la Fosse") && after.contains("2 quai de la Fosse"))
            #expect(try await post([letters[0]], on: "2026-11-23", desk).location == done.location, "a double click")
            site.books.clock.advance(seconds: 601)
            let again = try await post(letters, on: "2026-11-23", desk)
            #expect(again.location == "/lettres?fait=postees&nombre=1&autres=1")
            #expect(try await desk.get(again.location).text.contains("Une autre que vous aviez cochée ne l’est pas"))
            for letter in letters {
                let issue = try await site.books.register.caseFile(letter.caseFile).issued[letter.id]
                #expect(issue?.way == .post && issue?.on == CivilDate("2026-11-23"))
            }
            let read = try await site.books.register.accesses(AccessFilter()).filter { $0.kind == .readLetter }
            #expect(Set(read.compactMap(\.caseFile)).count == 2)
            #expect(read.count == 3, "two, and the one that was left")
            _ = try await site.books.register.inspect()
        }
    }

    // Shows: R-40
    @Test(arguments: Engine.available) func `stay where they are while something is wrong, and the ticks too`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine, hasRelay: true) { site in
            let desk = try await site.desk([.receptionDesk])
            let letters = try await letters(site)
            let none = try await post([], on: "2026-11-24", desk)
            #expect(none.status == 422 && none.text.contains("Cochez au moins une lettre"))
            for day in ["2026-11-24", "2026-11-22", "2026-02-30", ""] {
                let refused = try await post([letters[1]], on: day, desk)
                #expect(refused.status == 422 && refused.text.contains("href=\"#postees-partie_le\""), "\(day)")
                #expect(refused.text.contains("value=\"\(letters[1].id)\" checked"), "\(day)")
                #expect(!refused.text.contains("value=\"\(letters[0].id)\" checked"), "\(day)")
            }
            #expect(try await site.books.register.lettersToPost(hasRelay: true, limit: 5) == letters)
            #expect(!none.text.contains("<article class=\"letter\""), "the form alone")
            let read = try await site.books.register.accesses(AccessFilter()).filter { $0.kind == .readLetter }
            #expect(read.isEmpty, "nothing was shown")
        }
    }

    // Shows: R-23, S-60
    @Test func `are those of others to whoever is named in a complaint, or only reads`() async throws {
        try await TestSite.open(hasRelay: true) { site in
            let desk = try await site.desk([.complaintsManager])
            let letters = try await letters(site)
            let named = desk.account.id
            try await site.books.register.change(letters[0].caseFile, by: .officer(Story.manager)) {
                let staff = [Officer(id: named, roles: [.complaintsManager])]
                return try $0.qualify(Qualification(nature: .complaint, implicated: [named]), among: staff, $1)
            }
            let page = try await desk.get("/lettres").text
            #expect(!page.contains(letters[0].id) && page.contains(letters[1].id))
            let refused = try await post(letters, on: "2026-11-23", desk)
            #expect(refused.status == 422 && refused.text.contains("role=\"alert\""))
            #expect(try await site.books.register.letter(letters[1].id).state == .paper, "all of them or none")
            let reader = try await site.desk([.internalControl], email: "controle@cine-atelier.example")
            #expect(try await reader.get("/lettres").text.contains("aucune lettre à poster"))
            #expect(try await post(letters, on: "2026-11-23", reader).status == 422)
            #expect(try await site.books.register.lettersToPost(hasRelay: true, limit: 5).count == 2)
        }
    }

    // Shows: R-23, R-40
    @Test(arguments: Engine.available) func `go on beyond those that somebody may not say posted`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine, hasRelay: true) { site in
            let (desk, register) = (try await site.desk([.complaintsManager]), site.books.register)
            let named = desk.account.id
            var original = Story.original
            original.email = nil
            for number in 1...52 {
                let id = try await site.books.receive(original)
                site.books.clock.advance(seconds: 1)
                guard number < 52 else { continue }
                try await register.change(id, by: .officer(Story.manager)) {
                    let staff = [Officer(id: named, roles: [.complaintsManager])]
                    return try $0.qualify(Qualification(nature: .complaint, implicated: [named]), among: staff, $1)
                }
            }
            let letters = try await register.lettersToPost(hasRelay: true, limit: 100)
            let own = try await desk.get("/lettres").text
            #expect(own.contains(letters[51].id) && !own.contains(letters[50].id))
            #expect(!own.contains("Les autres y viendront"), "there are no others for them")
            let other = try await site.desk([.receptionDesk], email: "accueil@cine-atelier.example")
            let full = try await other.get("/lettres").text
            #expect(full.contains("Les 50 lettres les plus anciennes sont ici"))
            #expect(full.contains(letters[49].id) && !full.contains(letters[50].id))
            let reader = try await site.desk([.internalControl], email: "controle@cine-atelier.example")
            let none = try await reader.get("/lettres").text
            #expect(none.contains("aucune lettre à poster") && !none.contains("Les autres y viendront"))
        }
    }
}
