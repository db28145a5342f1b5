import Complaints
import Testing

@testable import Pages

@Suite struct `The complaints page of a provider` {
    let press: Press

    init() throws { press = try Press() }

    @Test func `quotes the definition, names three ways to complain and the delays in force`() throws {
        let text = try text(of: home())
        #expect(
            text.contains("Action visant à faire respecter un droit ou à demander une chose due, recueillie par écrit")
        )
        #expect(text.contains("RECLAMATION") && text.contains("reclamations@cine-atelier.example"))
        #expect(text.contains("10\u{A0}jours ouvrables") && text.contains("2\u{A0}mois"))
        #expect(text.contains("contrat de travail"))
        var quick = PublicSamples.procedure
        quick.delays = .rapide
        let quicker = try self.text(of: home(quick))
        #expect(quicker.contains("5\u{A0}jours ouvrés") && quicker.contains("15\u{A0}jours"))
    }

    @Test func `leads to the form, and discreetly to the provider's own pages`() throws {
        let root = try StaffMarkup(press.render(home())).root
        #expect(root.all("a") { $0.has(class: "button") }.map { $0.attributes["href"] } == ["/reclamation"])
        let footer = root.all("footer").flatMap { $0.all("a") }.compactMap { $0.attributes["href"] }
        for path in ["/connexion", "/procedure", "/confidentialite", "/accessibilite"] {
            #expect(footer.contains(path), "\(path)")
        }
        #expect(root.all("main").flatMap { $0.all("a") }.contains { $0.attributes["href"] == "/procedure" })
    }

    @Test func `shows a mediator's name, address and website once there is one`() throws {
        let text = try text(of: home())
        for words in ["Médiation Ouest", "3 place du Commerce, 44000 Nantes", "https://mediation-ouest.example"] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(
            try !self.text(of: home(PublicSamples.bareProcedure)).contains("médiateur")
        )
    }

    // Shows: S-22
    @Test func `makes no link of a website that is none`() throws {
        var procedure = PublicSamples.procedure
        procedure.consumerMediator?.website = "javascript:alert(1)"
        let root = try StaffMarkup(press.render(home(procedure))).root
        #expect(!root.all("a").contains { $0.attributes["href"]?.contains("script") == true })
        #expect(root.text.contains("javascript:alert(1)"))
    }

    @Test(arguments: [
        (400, 400), (415, 415), (421, 421), (418, 400), (410, 410), (404, 404), (502, 500), (503, 503), (500, 500),
    ])
    func `has words for every status`(status: Int, spoken: Int) throws {
        let page = ErrorPage(status: status, provider: nil, press: press)
        #expect(page.heading == press.words("error.\(spoken).heading"))
        #expect(try !text(of: page).contains("⟦"))
    }

    // Shows: S-10
    @Test func `gives an error's reference where there is one, and nothing of the error`() throws {
        let page = ErrorPage(status: 500, reference: "7ZQ4K0MD", provider: nil, press: press)
        #expect(try text(of: page).contains("7ZQ4K0MD"))
        #expect(try !text(of: ErrorPage(status: 404, provider: nil, press: press)).contains("citez"))
    }

    // Shows: R-78
    @Test func `quotes the guide of the day`() throws {
        let old = try text(of: home(on: "2024-01-07"))
        #expect(old.contains("un droit, ou à demander") && old.contains("guide de lecture, version\u{A0}7"))
        let new = try text(of: home(on: "2024-01-08"))
        #expect(new.contains("un droit ou à demander") && new.contains("guide de lecture, version\u{A0}9"))
    }

    private func home(_ procedure: Procedure = PublicSamples.procedure, on day: String = "2026-11-23") -> HomePage {
        HomePage(procedure: procedure, today: StaffStory.day(day), press: press)
    }

    private func text<P: Page>(of page: P) throws -> String { try StaffMarkup(press.render(page)).root.text }
}

@Suite struct `The receipt` {
    let press: Press
    let secret = "7ZQ4K0MDX9TF2H8RWVB63CNEJY"

    init() throws { press = try Press() }

    // Shows: R-05
    @Test func `says what was received, when on both clocks, by whom, and when the answer is due and why then`() throws
    {
        let text = try text(of: StaffStory.file(.received))
        let digest = StaffStory.original.files[0].digest
        for words in [
            "2026-R-0019", "14\u{A0}septembre 2026 à 10\u{A0}h\u{A0}12", "2026-09-14 08:12:40\u{A0}UTC", "Inès Moreau",
            StaffStory.original.subject, "2\u{202F}871\u{202F}204\u{A0}octets", "SHA-256 \(digest)",
            "25\u{A0}septembre 2026", "10\u{A0}jours ouvrables à compter du 14\u{A0}septembre 2026",
            "du lundi au samedi, sans les jours fériés", "16\u{A0}novembre 2026", "2\u{A0}mois", "reporté",
        ] { #expect(text.contains(words), "\(words)") }
    }

    @Test func `counts one character and one byte as one`() throws {
        var original = StaffStory.original
        original.text = "?"
        let file = original.files[0]
        original.files = [FileSummary(id: file.id, name: "a", type: "text/plain", length: 1, digest: file.digest)]
        let text = try text(of: LetterSamples.received(original))
        #expect(text.contains("1\u{A0}caractère") && !text.contains("caractères"))
        #expect(text.contains("1\u{A0}octet") && !text.contains("octet, soit") && !text.contains("octets"))
    }

    // Shows: S-45
    @Test func `shows the tracking secret in groups of four, and only where it is given`() throws {
        let shown = try markup(of: StaffStory.file(.received), secret: secret)
        let groups = shown.all("p") { $0.has(class: "symbols") }.flatMap { $0.all("span") }.map(\.text)
        #expect(groups == ["7ZQ4", "K0MD", "X9TF", "2H8R", "WVB6", "3CNE", "JY"])
        #expect(shown.text.contains("il ne sera plus affiché, ni envoyé"))
        let said = try #require(shown.all("section") { $0.has(class: "secret") }.first).text
        // A lost one is replaced at /suivi/acces.
        #expect(said.contains("vous pouvez en demander un autre") && !said.contains("Lui seul"))
        #expect(said.contains("ouvre le suivi") && shown.text.contains("cine-atelier.example/suivi"))
        let again = try markup(of: StaffStory.file(.received), secret: nil)
        #expect(again.all("p") { $0.has(class: "symbols") }.isEmpty && !again.text.contains("code de suivi"))
    }

    // Shows: S-46
    @Test func `never puts the secret in an address or in a title`() throws {
        let root = try markup(of: StaffStory.file(.received), secret: secret)
        for element in root.descendants {
            for value in element.attributes.values { #expect(!value.contains("7ZQ4"), "\(element.name)") }
        }
        #expect(root.all("title").first?.text.contains("7ZQ4") == false)
    }

    @Test func `leads to the proof and gives the key that verifies it`() throws {
        let root = try markup(of: StaffStory.file(.received), secret: secret)
        #expect(root.all("a") { $0.attributes["href"] == "/reclamation/preuve/6Y1R8" }.count == 1)
        #expect(root.text.contains("doleances/cine-atelier+9a2f31c4+AQ") && root.text.contains("position 41"))
    }

    // Shows
    @Test func `says what happens next, and leads to what becomes of the data`() throws {
        let root = try markup(of: StaffStory.file(.received), secret: secret)
        for words in ["S’il manque une information", "à chacune de vos demandes", "à qui vous adresser", "7\u{A0}ans"] {
            #expect(root.text.contains(words), "\(words)")
        }
        #expect(root.all("a") { $0.attributes["href"] == "/confidentialite" }.count == 2)
        let form = ComplaintFormPage(
            procedure: PublicSamples.procedure,
            submission: "1",
            limits: PublicSamples.limits,
            hasRelay: true,
            press: press
        )
        let notice = try StaffMarkup(press.render(form)).root.all("h2") { $0.attributes["id"] == "donnees" }
        #expect(notice.map(\.text) == ["Vos données"])
    }

    // Shows: R-41
    @Test func `says where the complaint is followed with its secret, only where it is given`() throws {
        let words = "Suivez votre réclamation sur https://reclamations.cine-atelier.example/suivi avec ce code."
        #expect(try markup(of: StaffStory.file(.received), secret: secret).text.contains(words))
        #expect(try !markup(of: StaffStory.file(.received), secret: nil).text.contains("/suivi avec ce code"))
    }

    @Test func `says how the acknowledgement will come`() throws {
        #expect(try text(of: StaffStory.file(.received)).contains("à l’adresse noe.darcy@courrier.example"))
        #expect(try text(of: LetterSamples.onPaper).contains("par courrier"))
        #expect(try text(of: StaffStory.scrap).contains("nous ne pouvons pas vous écrire"))
    }

    // Shows: R-40
    @Test func `promises no acknowledgement by e-mail where no letter leaves so, and asks where to post it`() throws {
        let told = { (file: CaseFile, hasRelay: Bool) in
            try markup(of: file, secret: secret, hasRelay: hasRelay).text
        }
        let email = "noe.darcy@courrier.example"
        #expect(try told(StaffStory.file(.received), true).contains("à l’adresse \(email)"))
        let posted = try told(StaffStory.file(.received), false)
        #expect(posted.contains("par courrier, à l’adresse postale") && !posted.contains(email))
        let lacking = try told(StaffSamples.unaddressed, false)
        #expect(lacking.contains("Dites-nous où l’envoyer") && !lacking.contains(email))
        #expect(lacking.contains("Ajouter un message ou des documents"))
        #expect(try told(LetterSamples.onPaper, false) == told(LetterSamples.onPaper, true))
    }

    // Shows: R-87
    @Test func `says in whose hands it is where it came in confidence, and does not name who handles complaints`()
        throws
    {
        let confided = StaffStory.confided
        #expect(try !text(of: StaffStory.file(.received)).contains("Remise en confidence"))
        let managements = try text(of: confided)
        #expect(managements.contains("Remise en confidence") && managements.contains("à la direction ou"))
        #expect(managements.contains("Ciné-Atelier") && !managements.contains("Inès Moreau"))
        var procedure = PublicSamples.procedure
        procedure.confidential = ConfidentialRecipients(accounts: ["camille"], function: "Le président <b>")
        let named = try markup(of: confided, secret: secret, under: procedure).all("dd").map(\.text)
        #expect(named.contains("au président <b>"))
    }

    // Shows: S-49
    @Test func `offers another secret only to whom one can be sent, and leads the others to the provider`() throws {
        let received = StaffStory.file(.received)
        for (file, hasRelay, isOffered) in [
            (received, true, true), (received, false, false), (LetterSamples.onPaper, true, false),
            (LetterSamples.onPaper, false, false),
        ] {
            let told = try markup(of: file, secret: secret, hasRelay: hasRelay).text
            #expect(told.contains("vous pouvez en demander un autre depuis la page de suivi.") == isOffered)
            #expect(told.contains("écrivez-nous, à l’une des adresses du bas de cette page") != isOffered)
            #expect(!told.contains("à condition que"))
        }
    }

    private func markup(
        of file: CaseFile,
        secret: String?,
        hasRelay: Bool = true,
        under procedure: Procedure = PublicSamples.procedure
    ) throws -> StaffMarkup.Element {
        let page = ReceiptPage(
            of: file,
            secret: secret,
            submission: "6Y1R8",
            proof: ReceiptPage.Proof(position: 41, verifierKey: "doleances/cine-atelier+9a2f31c4+AQ"),
            limits: PublicSamples.limits,
            address: "https://reclamations.cine-atelier.example",
            hasRelay: hasRelay,
            procedure: procedure,
            press: press
        )
        return try StaffMarkup(press.render(page)).root
    }

    private func text(of file: CaseFile) throws -> String { try markup(of: file, secret: secret).text }
}
