import Complaints
import Hummingbird
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `A letter that failed` {
    /// A letter that the relay refused.
    private func refused(_ site: TestSite) async throws -> LetterRecord {
        try await site.books.receive()
        let letter = try #require(try await site.books.register.claimLetter())
        try await site.books.register.letterRefused(letter, .refused, detail: "550 no such user")
        return try await site.books.register.letter(letter.id)
    }

    // Shows: S-80
    @Test(arguments: Engine.available) func `is sent again by one click, and by a second one not`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.receptionDesk])
            let letter = try await refused(site)
            let path = "/lettres/\(letter.id)"
            #expect(try await desk.get("/tableau-de-bord").text.contains(path))
            let first = try await desk.post("\(path)/relance", [:])
            #expect(first.status == 303 && first.location == "\(path)?fait=relance")
            let second = try await desk.post("\(path)/relance", [:])
            #expect(second.status == 303 && second.location == path)
            #expect(try await site.books.register.claimLetter()?.attempts == 1)
        }
    }

    // Shows: R-23
    @Test func `stays where it is for somebody who is named in the complaint, and says why`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let letter = try await refused(site)
            let named = desk.account.id
            try await site.books.register.change(letter.caseFile, by: .officer(Story.manager)) {
                let staff = [Officer(id: named, roles: [.complaintsManager])]
                return try $0.qualify(Qualification(nature: .complaint, implicated: [named]), among: staff, $1)
            }
            let answer = try await desk.post("/lettres/\(letter.id)/relance", [:])
            #expect(answer.status == 422 && answer.text.contains("role=\"alert\""))
            #expect(try await site.books.register.letter(letter.id).state == .failed)
        }
    }

    // Shows: R-40
    @Test func `is told on the first page when it is the relay that takes none`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.receptionDesk])
            try await site.books.receive()
            let letter = try #require(try await site.books.register.claimLetter())
            try await site.books.register.letterDeferred(letter, .unauthenticated, detail: "535 canari")
            site.books.clock.advance(seconds: 600)
            let page = try await desk.get("/tableau-de-bord").text
            #expect(page.contains("une lettre attend") && page.contains("le mot de passe du serveur"))
            #expect(!page.contains("canari"))
        }
    }
}

@Suite struct `A letter that waits` {
    // Shows: R-40
    @Test(arguments: Engine.available, [false, true])
    func `is a thing to do today, and told before a closing, only without a relay`(
        engine: Engine,
        hasRelay: Bool
    ) async throws {
        try await TestSite.open(on: engine, hasRelay: hasRelay) { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.books.receive()
            try await site.books.answer(id)
            let letters = try await site.books.register.letters(of: id)
            #expect(letters.count == 3 && letters.allSatisfy { $0.state == .waiting })
            let today = try await desk.get("/tableau-de-bord").text
            #expect(today.contains("à imprimer et à poster, ou réglez l’envoi") != hasRelay)
            #expect(today.contains("3 lettres à imprimer et à poster") != hasRelay)
            let number = try #require(try await site.books.register.caseFile(id).number)
            #expect(today.contains("/dossiers/\(number)#lettres") != hasRelay)
            let page = try await desk.get("/dossiers/\(number)").text
            #expect(page.contains("3 lettres de ce dossier ne sont pas encore parties") != hasRelay)
            let closed = try await desk.post("/dossiers/\(number)/cloture", ["motif": "Réponse donnée."])
            #expect(closed.status == 303)
        }
    }

    // Shows
    @Test(arguments: Engine.available)
    func `has on today's page the date that it serves, a holding reply the one that it puts off`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine, hasRelay: true) { site in
            let desk = try await site.desk([.complaintsManager])
            var original = Story.original
            original.email = nil
            original.postalAddress = "4 quai de la Fosse, 44000 Nantes"
            let (register, manager) = (site.books.register, Author.officer(Story.manager))
            let id = try await site.books.receive(original)
            let written = { (day: CivilDate) in day.description.split(separator: "-").reversed().joined(separator: "/")
            }
            let first = try await register.caseFile(id).due
            #expect(
                try await desk.get("/tableau-de-bord").text.contains(
                    "\(written(first.acknowledgement.due)) · À imprimer"
                )
            )
            for letter in try await register.letters(of: id) {
                let sent = ["voie": "courrier", "partie_le": "2026-11-23", "numero": ""]
                #expect(try await desk.post("/lettres/\(letter.id)/remise", sent).status == 303)
            }
            #expect(try await !desk.get("/tableau-de-bord").text.contains(" · À imprimer"))
            try await register.change(id, by: manager) { try $0.qualify(Qualification(nature: .complaint), $1) }
            _ = try await register.enter(id, by: manager)
            let later = Extension(reason: "Le formateur est absent.", until: first.answer.due.adding(days: 30))
            try await register.change(id, by: manager) { try $0.extend(later, zone: .metropole, $1) }
            let file = try await register.caseFile(id)
            #expect(file.due.answer.due > first.answer.due)
            let page = try await desk.get("/tableau-de-bord").text
            #expect(page.contains("\(written(first.answer.due)) · À imprimer"))
            #expect(!page.contains("\(written(file.due.answer.due)) · À imprimer"))
        }
    }

    // Shows
    @Test(arguments: Engine.available, [false, true])
    func `answers nobody until it has left, whatever the relay`(engine: Engine, hasRelay: Bool) async throws {
        try await TestSite.open(on: engine, hasRelay: hasRelay) { site in
            let desk = try await site.desk([.complaintsManager])
            var original = Story.original
            original.email = nil
            original.postalAddress = "4 quai de la Fosse, 44000 Nantes"
            let id = try await site.books.receive(original)
            try await site.books.answer(id)
            let number = try #require(try await site.books.register.caseFile(id).number)
            let (page, lists) = ("/dossiers/\(number)", ["/registre"])
            let here = "réponse écrite mais lettre pas encore partie"
            #expect(try await desk.get(page).text.contains("lettres de ce dossier ne sont pas encore parties"))
            #expect(try await desk.get(page).text.contains(here))
            for list in lists { #expect(try await desk.get(list).text.contains(here), "\(list)") }
            let letters = try await site.books.register.letters(of: id)
            #expect(letters.allSatisfy { $0.state == .paper })
            for letter in letters {
                let sent = ["voie": "courrier", "partie_le": site.books.clock.now.civilDate.description, "numero": ""]
                #expect(try await desk.post("/lettres/\(letter.id)/remise", sent).status == 303)
            }
            let gone = try await desk.get(page).text
            #expect(gone.contains("Réponse donnée dans le délai") && !gone.contains("encore partie"))
            for list in lists {
                let text = try await desk.get(list).text
                #expect(text.contains("Réponse donnée") && !text.contains(here), "\(list)")
            }
            _ = try await site.books.register.inspect()
        }
    }

    // Shows: R-40
    @Test func `is counted without a relay also where more wait than today's page shows`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.receptionDesk])
            var original = Story.original
            for number in 1...53 {
                original.email = number == 1 ? nil : "personne\(number)@example.org"
                try await site.books.receive(original)
            }
            let page = try await desk.get("/tableau-de-bord").text
            #expect(page.contains("53 lettres à imprimer et à poster") && page.contains("et 3 autres"))
        }
    }
}

@Suite struct `A letter that somebody brought on its way` {
    // Shows
    @Test(arguments: Engine.available) func `has its day and its way on its page, in the file and in the history`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.receptionDesk])
            let (id, register) = (try await site.books.receive(), site.books.register)
            let letter = "/lettres/\(try #require(try await register.letters(of: id).first).id)"
            site.books.clock.advance(seconds: 3 * 24 * 3600)
            let session = try await site.session(of: desk.account)
            let later = TestDesk(site: site, account: desk.account, session: session)
            #expect(try await later.get(letter).text.contains("type=\"date\" value=\"2026-11-26\""))
            let sent = ["voie": "autre-courriel", "partie_le": "2026-11-24", "numero": ""]
            #expect(try await later.post("\(letter)/remise", sent).status == 303)
            let left = "Partie par courriel, depuis une autre messagerie, le 24/11/2026<"
            #expect(try await later.get(letter).text.contains(left))
            let file = try await register.caseFile(id)
            #expect(file.acknowledgedAt?.civilDate == CivilDate("2026-11-24"))
            let page = try await later.get("/dossiers/\(file.address)").text
            #expect(page.contains("Courriel depuis une autre messagerie, le 24/11/2026"))
            #expect(try await register.letter(String(letter.dropFirst("/lettres/".count))).state == .issued)
            _ = try await register.inspect()
        }
    }

    @Test func `went to the person and not to their mailbox, where it went on paper`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.receptionDesk])
            let id = try await site.books.receive()
            let letter = "/lettres/\(try #require(try await site.books.register.letters(of: id).first).id)"
            let address = try #require(Story.original.email)
            let before = try await desk.get("/dossiers/\(site.books.register.caseFile(id).address)").text
            let sent = ["voie": "courrier", "partie_le": "2026-11-23", "numero": ""]
            #expect(try await desk.post("\(letter)/remise", sent).status == 303)
            let after = try await desk.get("/dossiers/\(site.books.register.caseFile(id).address)").text
            #expect(after.contains("Partie par courrier le 23/11/2026"))
            #expect(after.split(separator: address).count == before.split(separator: address).count - 1)
            #expect(try await !desk.get(letter).text.contains("Adresse d’envoi"))
        }
    }

    @Test func `is not said to have left on a day that cannot be`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.receptionDesk])
            let id = try await site.books.receive()
            let letter = "/lettres/\(try #require(try await site.books.register.letters(of: id).first).id)"
            for day in ["2026-11-24", "2026-11-22", "2026-02-30", ""] {
                let typed = ["voie": "lrar", "partie_le": day, "numero": "1A 234"]
                let refused = try await desk.post("\(letter)/remise", typed)
                #expect(refused.status == 422 && refused.text.contains("href=\"#remise-partie_le\""), "\(day)")
                #expect(refused.text.contains("value=\"1A 234\""), "\(day)")
            }
            #expect(try await site.books.register.caseFile(id).issued.isEmpty)
        }
    }
}

@Suite struct `A letter to somebody without an address` {
    private func addressee(_ page: TestAnswer) throws -> Substring {
        try #require(page.text.firstMatch(of: /<div class="addressee">[\s\S]*?<\/div>/)).output
    }

    // Shows: R-40
    @Test(arguments: Engine.available)
    func `says what is missing, leaves its place blank, and bears it once it is known`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine, hasRelay: true, writesLetters: true) { site in
            let desk = try await site.desk([.complaintsManager])
            var original = Story.original
            original.email = nil
            let id = try await site.books.receive(original)
            let path = "/dossiers/\(try await site.books.register.caseFile(id).address)"
            let judged = ["nature": Nature.informationRequest.rawValue, "motif": "Simple question sur le planning"]
            #expect(try await desk.post("\(path)/qualification", judged).status == 303)
            let letters = try await site.books.register.letters(of: id)
            let letter = try #require(letters.first { $0.kind == .requalification })
            let before = try await desk.get("/lettres/\(letter.id)")
            #expect(before.text.contains("ni adresse électronique ni adresse postale"))
            #expect(before.text.contains("\(path)#acte-rectification"))
            #expect(try addressee(before).matches(of: /class="address-line"/).count == 3)
            #expect(try addressee(before).contains("Noé") && addressee(before).contains("Adresse à compléter"))
            let known = ["texte": "Par téléphone", "adresse": "8 rue Neuve\n44000 Nantes"]
            #expect(try await desk.post("\(path)/rectification", known).status == 303)
            let after = try await desk.get("/lettres/\(letter.id)")
            #expect(!after.text.contains("ni adresse électronique") && !after.text.contains("address-line"))
            for words in ["Noé", "8 rue Neuve", "44000 Nantes"] {
                #expect(try addressee(after).contains(words), "\(words)")
            }
        }
    }

    // Shows: R-40
    @Test(arguments: [false, true]) func `but one for e-mail says so where no relay takes it`(
        hasRelay: Bool
    ) async throws {
        try await TestSite.open(hasRelay: hasRelay) { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.books.receive()
            let letter = try #require(try await site.books.register.letters(of: id).first)
            let page = try await desk.get("/lettres/\(letter.id)").text
            #expect(page.contains("n’a pas d’adresse postale") != hasRelay)
        }
    }
}

@Suite struct `A read that was cancelled` {
    // Shows: S-10
    @Test func `is nobody's mistake`() async throws {
        try await TestSite.open { site in
            #expect(FaultPages(site: site.site).translate(CancellationError())?.status == .serviceUnavailable)
        }
    }
}
