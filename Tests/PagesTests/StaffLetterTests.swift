import Testing

@testable import Complaints
@testable import Pages

@Suite struct `A letter on its page` {
    let press: Press

    init() throws { press = try Press() }

    private func root(_ state: LetterState, _ officer: Officer = StaffStory.manager) throws -> StaffMarkup.Element {
        let line = StaffSamples.letter(.answer, state, "2026-11-20T11:00:00Z", "noe@darcy.example", "550 <non>")
        return try StaffMarkup(press.render(StaffSamples.letterPage(line, for: officer, press: press))).root
    }

    private func nouns(_ root: StaffMarkup.Element) -> [String] {
        root.all("form").compactMap { $0.attributes["action"]?.split(separator: "/").last.map(String.init) }
            .filter { ["remise", "relance"].contains($0) }
    }

    @Test(arguments: [
        (LetterState.waiting, ["remise"]), (.held, ["remise", "relance"]), (.paper, ["remise"]), (.issued, []),
        (.failed, ["remise", "relance"]),
    ]) func `can be handed over until it is gone, and sent again where that may help`(
        state: LetterState,
        expected: [String]
    ) throws {
        let root = try root(state)
        #expect(nouns(root) == expected)
        for form in root.all("form") where form.attributes["action"]?.hasPrefix(Path.letters) == true {
            #expect(form.sent["jeton"] == ["jeton-de-session"])
        }
    }

    // Shows: R-40
    @Test(arguments: [LetterState.held, .failed])
    func `is not offered a second try by a server that sends no e-mail: it goes by post`(state: LetterState) throws {
        let line = StaffSamples.letter(.answer, state, "2026-11-20T11:00:00Z", "noe@darcy.example", "")
        let page = StaffSamples.letterPage(line, mailIsSet: false, press: press)
        let root = try StaffMarkup(press.render(page)).root
        #expect(nouns(root) == ["remise"] && !root.text.contains("Le serveur l’enverra"))
        #expect(root.text.contains("Ce serveur n’envoie pas de courriels\u{A0}: imprimez cette lettre"))
        #expect(try !self.root(state).text.contains("n’envoie pas de courriels"))
    }

    @Test func `is said to have left on a day, by every way but the server's own`() throws {
        let forms = try root(.paper).all("form") { $0.attributes["action"]?.hasSuffix("/remise") == true }
        let form = try #require(forms.first)
        let ways = form.all("input") { $0.attributes["name"] == "voie" }.compactMap { $0.attributes["value"] }
        #expect(ways == ["courrier", "lrar", "main-propre", "autre-courriel"])
        #expect(form.sent["partie_le"] == [StaffStory.today.description])
    }

    @Test func `is printed by a button that only a script shows, while it may be handed over`() throws {
        let boxes = { (state: LetterState) in
            try self.root(state).all("p") { $0.attributes["data-part"] == "print" }
        }
        let paper = try boxes(.paper)
        #expect(paper.count == 1 && paper[0].attributes["hidden"] != nil)
        #expect(paper[0].all("button").map { $0.attributes["type"] } == ["button"])
        #expect(try boxes(.issued).isEmpty)
    }

    @Test func `offers nothing to those who may not send it`() throws {
        #expect(nouns(try root(.paper, Officer(id: "ana", roles: [.internalControl]))).isEmpty)
    }

    // Shows: R-23
    @Test func `is not sent again by somebody who is named in the complaint`() throws {
        let line = StaffSamples.letter(.acknowledgement, .failed, "2026-11-20T11:00:00Z", "noe@darcy.example", "")
        let judged = Qualification(nature: .complaint, implicated: [StaffStory.manager.id])
        let file = StaffStory.file(StaffStory.file(.received), then: [.qualified(judged)])
        let nouns = { (officer: Officer) in
            let page = StaffSamples.letterPage(line, of: file, for: officer, press: press)
            return self.nouns(try StaffMarkup(press.render(page)).root)
        }
        #expect(try !nouns(StaffStory.manager).contains("relance"))
        #expect(try nouns(StaffStory.desk).contains("relance"))
    }

    @Test func `says to which address it goes, and to which it would go if it were sent again`() throws {
        let amended = Event.amended(Amendment(text: "Nouvelle adresse", email: "noe@neuf.example"))
        let file = StaffStory.file(StaffStory.file(.answered), then: [amended])
        let line = StaffSamples.letter(.answer, .failed, "2026-11-20T11:00:00Z", "noe@ancien.example", "")
        let root = try StaffMarkup(press.render(StaffSamples.letterPage(line, of: file, press: press))).root
        #expect(root.text.contains("Adresse d’envoi\u{A0}: noe@ancien.example"))
        #expect(root.text.contains("Le serveur l’enverra à noe@neuf.example"))
        #expect(try !self.root(.paper).text.contains("Adresse d’envoi"))
    }

    @Test func `says why it has not left, in French, then in the relay's own words`() throws {
        let text = { (state: LetterState, result: String) in
            let line = StaffSamples.letter(.answer, state, "2026-11-20T11:00:00Z", "noe@darcy.example", result)
            return try StaffMarkup(press.render(StaffSamples.letterPage(line, press: press))).root.text
        }
        #expect(
            try text(.failed, "refused 550 no such user").contains(
                "Pourquoi : le relais la refuse. Réponse du relais : 550 no such user"
            )
        )
        #expect(try text(.failed, "refused 550 5.1.1 no").contains("l’adresse de la personne n’existe pas"))
        #expect(try text(.failed, "refused 552 5.2.2 no").contains("la boîte de la personne est pleine"))
        #expect(try text(.waiting, "timedOut ").contains("Pourquoi\u{A0}: le relais n’a pas répondu à temps"))
        #expect(try text(.failed, "unrecorded 250 Ok").contains("ne l’envoyez pas de nouveau"))
        #expect(try text(.issued, "250 2.0.0 Ok").contains("l’a prise en charge. Sa réponse : 250 2.0.0 Ok"))
        #expect(try !text(.issued, "1A 234").contains("prise en charge"), "a registered-mail number")
        let held = try text(.held, "")
        #expect(held.contains("trop d’accusés de réception") && !held.contains("n’est pas réglé"))
    }

    @Test func `is said to be sent again only while it waits for that, however often its page is read`() throws {
        for state in [LetterState.waiting, .issued, .failed] {
            let line = StaffSamples.letter(.answer, state, "2026-11-20T11:00:00Z", "noe@darcy.example", "")
            let page = StaffSamples.letterPage(line, done: .sentAgain, press: press)
            let isSaid = try StaffMarkup(press.render(page)).root.text.contains("de nouveau à envoyer")
            #expect(isSaid == (state == .waiting), "\(state)")
        }
    }

    // Shows: R-40
    @Test func `says so where the file has no address to post it to, and where to lay one down for those who may`()
        throws
    {
        let page = { (officer: Officer) in
            let line = StaffSamples.letterLines[3]
            let page = StaffSamples.letterPage(line, of: StaffSamples.unaddressed, for: officer, press: press)
            return try StaffMarkup(press.render(page)).root
        }
        let link = { (root: StaffMarkup.Element) in
            root.all("a").compactMap { $0.attributes["href"] }.filter { $0.hasSuffix("#acte-rectification") }
        }
        let amending = try page(StaffStory.manager)
        #expect(amending.text.contains("n’a pas d’adresse postale") && link(amending).count == 1)
        let reading = try page(Officer(id: "ana", roles: [.internalControl]))
        #expect(reading.text.contains("n’a pas d’adresse postale") && link(reading).isEmpty)
        #expect(try !root(.paper).text.contains("n’a pas d’adresse postale"))
    }

    // Shows: R-40
    @Test(arguments: [LetterState.waiting, .held], [true, false])
    func `has lines for an address that is missing only where it must be posted, as the page says`(
        state: LetterState,
        mailIsSet: Bool
    ) throws {
        let line = StaffSamples.letter(.answer, state, "2026-11-20T11:00:00Z", "noe@darcy.example", "")
        let page = StaffSamples.letterPage(line, of: StaffSamples.unaddressed, mailIsSet: mailIsSet, press: press)
        let root = try StaffMarkup(press.render(page)).root
        #expect(root.all("p") { $0.has(class: "address-line") }.count == (mailIsSet ? 0 : 3))
        #expect(root.text.contains("adresse postale pour cette personne") != mailIsSet)
    }

    // Shows: R-23
    @Test func `tells whoever is named in the complaint why it is not theirs to send`() throws {
        let root = try root(.failed, StaffStory.named)
        #expect(nouns(root).isEmpty)
        #expect(root.text.contains("vous met en cause"))
    }

    @Test func `bears sender, address, date, subject, words and documents`() throws {
        let root = try root(.paper)
        let lines = { (name: String) in root.all("div") { $0.has(class: name) }.first?.all("p").map(\.text) }
        #expect(lines("sender") == ["Ciné-Atelier", "12 rue des Projecteurs", "44000 Nantes"])
        #expect(lines("addressee") == ["Noé D’Àrçy-🎭 <b>", "Chez O’Brien", "4 quai de la Fosse", "44000 Nantes"])
        let text = try #require(root.all("div") { $0.has(class: "letter-text") }.first?.text)
        #expect(text.contains("vous avez raison sur la panne") && !text.contains("---"))
        for head in ["Objet", "12 rue des Projecteurs", "20\u{A0}novembre"] { #expect(!text.contains(head)) }
        #expect(root.text.contains("20\u{A0}novembre 2026"))
        #expect(root.text.contains("attestation corrigée.pdf"))
    }

    @Test func `bears the documents of its own answer, in a case that was answered again`() throws {
        var file = StaffStory.file(.reopened)
        var again = try #require(file.answer)
        again.files = [StaffStory.document("second envoi.pdf", "application/pdf", 1)]
        file.apply(StaffStory.entry(.answered(again), "2026-11-23T08:00:00Z"))
        let page = StaffSamples.letterPage(StaffSamples.letterLines[3], of: file, press: press)
        let text = try StaffMarkup(press.render(page)).root.text
        #expect(text.contains("attestation corrigée.pdf") && !text.contains("second envoi.pdf"))
    }

    @Test func `is set on paper with every word of it, in lines as long as the sheet is wide`() throws {
        for kind in LetterKind.allCases {
            let kept = StaffSamples.composed(kind, by: press)
            let parts = try #require(LetterParts(kept.text, subject: kept.subject, press: press))
            let passages = LetterPassage.passages(of: parts.body)
            let set = passages.flatMap { [$0.heading, $0.text].compactMap(\.self) }.joined(separator: " ")
            let words = { (text: String) in
                text.split(whereSeparator: \.isWhitespace).filter { !$0.allSatisfy { $0 == "-" } }
            }
            #expect(words(set) == words(parts.body), "\(kind)")
            #expect(parts.sender.first == "Ciné-Atelier" && parts.date.contains("novembre"), "\(kind)")
        }
        let facts = [
            "Tout sur vos droits\u{A0}: https://reclamations.exemple.fr/confidentialite/tout", "Suivi\u{A0}: /suivi",
        ]
        let listed = facts.map { LetterSheet.wrapped($0, indent: "  ") }.joined(separator: "\n")
        #expect(LetterPassage.passages(of: listed).map(\.text) == [facts.joined(separator: "\n")])
        let text = "- un\n- deux\n\nTitre\n-----\n\n" + LetterSheet.wrapped(String(repeating: "mot ", count: 60))
        let passages = LetterPassage.passages(of: text)
        #expect(passages.map(\.heading) == [nil, "Titre", nil])
        #expect(passages[0].text == "- un\n- deux" && passages[2].text?.contains("\n") == false)
    }

    // Shows: R-40
    @Test func `has each fact on a line of its own, however long the site's address and the name of a fact`() throws {
        #expect(press.words("letters.colon") == LetterSheet.colon)
        let sender = LetterTestPost.writer(press).sender
        for length in stride(from: 8, through: 72, by: 4) {
            let site = "https://\(String(repeating: "a", count: length))"
            let writer = LetterWriter(press: press, sender: sender, publicAddress: site)
            for (name, request) in LetterSamples.all {
                let sheet = writer.sheet(of: request)
                let text = sheet.text(subjectLine: press.words("letters.subjectLine", ["subject": sheet.subject]))
                let parts = try #require(LetterParts(text, subject: sheet.subject, press: press))
                let lines = LetterPassage.passages(of: parts.body).compactMap(\.text).flatMap {
                    $0.split(separator: "\n")
                }
                for case .facts(let facts) in sheet.blocks {
                    for fact in facts {
                        let begins = lines.contains { $0.hasPrefix("\(fact.name)\(LetterSheet.colon) ") }
                        #expect(begins, "\(name), \(length): \(fact.name)")
                    }
                }
            }
        }
    }

    @Test func `is shown whole where its text does not begin as ours do`() throws {
        let page = LetterPage(
            letter: StaffSamples.letterLines[3],
            subject: "Bonjour",
            text: "Une ligne.\n\nUne autre.",
            caseFile: StaffStory.file(.answered),
            procedure: StaffStory.procedure,
            signedIn: StaffSamples.desk(StaffStory.manager),
            today: StaffStory.today,
            limits: PublicSamples.limits,
            press: press
        )
        let root = try StaffMarkup(press.render(page)).root
        #expect(root.all("p") { $0.has(class: "typed") }.map(\.text) == ["Une ligne.", "Une autre."])
        #expect(root.all("div") { $0.has(class: "sender") }.first?.text.contains("Ciné-Atelier") == true)
    }

    @Test func `keeps the way and the number that were typed`() throws {
        let draft = LetterDraft(
            values: ["voie": ["lrar"], "numero": ["1A \"5\""]],
            trouble: .unreadable(["numero": .length])
        )
        let page = StaffSamples.letterPage(StaffSamples.letterLines[3], draft: draft, press: press)
        let markup = try StaffMarkup(press.render(page))
        let form = try #require(StaffTestFiles.form("remise", markup))
        #expect(form.sent["voie"] == ["lrar"] && form.sent["numero"] == ["1A \"5\""])
        #expect(form.all("a").map { $0.attributes["href"] } == ["#remise-numero"])
    }
}

@Suite struct `The page where one signs in` {
    @Test func `says the same whatever went wrong, and keeps where one was going`() throws {
        let press = try Press()
        let page = SignInPage(
            providerName: "Ciné-Atelier",
            token: "j",
            next: "/dossiers/REC-2026-0007?a=\"b\"",
            email: "a@b.example",
            trouble: .refused,
            press: press
        )
        let root = try StaffMarkup(press.render(page)).root
        let form = try #require(root.all("form").first)
        #expect(form.attributes["action"] == "/connexion")
        #expect(form.sent["suite"] == ["/dossiers/REC-2026-0007?a=\"b\""])
        #expect(form.sent["courriel"] == ["a@b.example"] && form.sent["mot_de_passe"] == [""])
        #expect(form.sent["jeton"] == ["j"])
        let alerts = root.descendants.filter { $0.attributes["role"] == "alert" }
        #expect(alerts.map { $0.text.contains("ne vont pas ensemble, ou trop d’essais") } == [true])
        #expect(root.all("nav").isEmpty)
    }
}
