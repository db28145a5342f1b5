import Complaints
import Testing

@testable import Pages

@Suite struct `The optional part of the form` {
    let press: Press

    init() throws { press = try Press() }

    private func root(_ page: some Page) throws -> StaffMarkup.Element { try StaffMarkup(press.render(page)).root }

    private func form(_ entry: FormEntry, _ procedure: Procedure = PublicSamples.procedure) -> ComplaintFormPage {
        ComplaintFormPage(
            procedure: procedure,
            submission: "6Y1R8K",
            entry: entry,
            limits: PublicSamples.limits,
            hasRelay: true,
            press: press
        )
    }

    private func recap(_ entry: FormEntry) -> RecapPage {
        RecapPage(
            procedure: PublicSamples.procedure,
            submission: "6Y1R8K",
            entry: entry,
            limits: PublicSamples.limits,
            hasRelay: true,
            press: press
        )
    }

    private func sample<P: Page>(_ name: String, _: P.Type = P.self) throws -> P {
        try #require(PublicSamples.all(press).first { $0.name == name }?.page as? P)
    }

    // Shows: R-86
    @Test func `comes last, none of it mandatory, and asks of a minor only in a fold of its own`() throws {
        let fresh = try root(form(FormEntry()))
        let part = try #require(fresh.all("fieldset") { $0.has(class: "details") }.first)
        let names = part.descendants.compactMap { $0.attributes["name"] }
        #expect(names == Array(FormEntry.fields.dropFirst(6)))
        #expect(part.descendants.allSatisfy { $0.attributes["aria-required"] == nil })
        let fold = try #require(part.all("details").first)
        #expect(fold.attributes["open"] == nil && fold.children.count > 1)
        #expect(fold.descendants.compactMap { $0.attributes["name"] } == FormEntry.ofMinors)
        let asked = names.joined(separator: " ") + part.text.lowercased()
        for kin in ["naissance", "date de", "lien de parenté"] { #expect(!asked.contains(kin), "\(kin)") }
    }

    // Shows
    @Test(arguments: FormEntry.ofMinors) func `opens that fold again where anything in it is said, or wrong`(
        field: String
    ) throws {
        let said = try root(form(FormEntry(values: [field: "oui"])))
        #expect(said.all("details").first?.attributes["open"] != nil)
        let wrong = try root(form(FormEntry(mistakes: [field: "mistake.tooLong"])))
        #expect(wrong.all("details").first?.attributes["open"] != nil)
        #expect(wrong.all("a") { $0.attributes["href"] == "#\(field)" }.count == 1)
        let blank = try root(form(FormEntry(values: [field: " "])))
        #expect(blank.all("details").first?.attributes["open"] == nil)
    }

    // Shows: R-86
    @Test func `says of a person named by somebody who says no age what to do, beside the box and above the form`()
        throws
    {
        let page: ComplaintFormPage = try sample("formulaire-mineur-non-dit")
        let html = try root(page)
        let box = try #require(html.all("input") { $0.attributes["id"] == "mineur" }.first)
        #expect(box.attributes["aria-invalid"] == "true" && box.attributes["aria-describedby"] == "mineur-erreur")
        #expect(html.all("p") { $0.attributes["id"] == "mineur-erreur" }.first?.text.contains("cochez la case") == true)
        #expect(html.all("form").first?.sent["representant_nom"] == ["Adèle D’Àrçy <b>"])
        #expect(!html.text.contains("Continuer sans ces informations"), "a name would be kept of no minor")
    }

    // Shows: R-47
    @Test func `asks who paid in words that a person knows, and lets them not know`() throws {
        let payer = try #require(
            try root(form(FormEntry(values: ["paye_par": "moi"]))).all("select") {
                $0.attributes["name"] == "paye_par"
            }.first
        )
        let options = payer.all("option")
        #expect(options.dropFirst().compactMap { $0.attributes["value"] } == Payer.allCases.map(\.rawValue))
        #expect(options.filter { $0.attributes["selected"] != nil }.map { $0.attributes["value"] } == ["moi"])
        #expect(options.last?.text == "Je ne sais pas")
        for option in options { #expect(!option.text.lowercased().contains("consommateur"), "\(option.text)") }
    }

    // Shows
    @Test func `is read again as it was said, and not asked again of those whom it is not for`() throws {
        let page: RecapPage = try sample("relecture-mineur")
        let told = try root(page)
        let questions = told.all("dt").map(\.text)
        #expect(
            questions.contains("J’ai moins de 18\u{A0}ans") && questions.contains("La personne qui vous représente")
        )
        let answers = told.all("dd").map(\.text)
        for said in ["Oui", "Adèle D’Àrçy <b>", "Mon employeur, ou un OPCO pour lui"] {
            #expect(answers.contains(said), "\(said)")
        }
        let sent = try #require(told.all("form").first).sent
        #expect(sent["mineur"] == ["oui"] && sent["representant_adresse"] == ["9 rue & cour\n44000 Nantes"])
        #expect(sent["paye_par"] == ["employeur"] && sent["quand"] == ["En septembre, \"tous\" les lundis"])
        let others = try root(recap(FormEntry(values: PublicSamples.typed))).all("dt").map(\.text)
        #expect(!others.contains { $0.contains("moins de") || $0.contains("représente") })
        #expect(
            others.contains("Qui a payé la formation\u{202F}?") && others.contains("Quand cela s’est-il passé\u{202F}?")
        )
    }

    // Shows
    @Test func `is on the receipt by its names alone`() throws {
        let page: ReceiptPage = try sample("recepisse-mineur")
        let text = try root(page).text
        for name in [
            "votre téléphone", "quand cela s’est passé", "que vous avez moins de 18\u{A0}ans",
            "la personne qui vous représente",
        ] { #expect(text.contains(name), "\(name)") }
        for value in ["06 00 00 00 00", "Adèle", "adele@courrier.example", "9 rue"] {
            #expect(!text.contains(value), "\(value)")
        }
        let other: ReceiptPage = try sample("recepisse")
        #expect(try !root(other).text.contains("moins de 18"))
    }

    // Shows: R-85
    @Test func `leads a labour dispute elsewhere on form, recap and receipt, and of the provider's own kinds too`()
        throws
    {
        let pages: [any Page] = [
            try sample("formulaire-personnel", ComplaintFormPage.self),
            try sample("relecture-personnel", RecapPage.self),
            try sample("recepisse-personnel", ReceiptPage.self),
        ]
        for page in pages {
            let guide = try #require(
                try StaffMarkup(press.render(page)).root.all("section") {
                    $0.attributes["id"] == "contrat-de-travail"
                }.first
            )
            #expect(guide.all("li").count == 3 && guide.text.contains("conseil de prud’hommes"))
            #expect(guide.text.contains("n’arrête aucun des délais"))
        }
        var procedure = PublicSamples.procedure
        procedure.offer([OwnStakeholder(name: "Vacataire", kind: .trainer)])
        let isGuided = { (page: ComplaintFormPage) in
            try !root(page).all("section") { $0.attributes["id"] == "contrat-de-travail" }.isEmpty
        }
        #expect(try isGuided(form(FormEntry(values: ["vous_etes": "Vacataire"]), procedure)))
        for person in Stakeholder.standard where !person.mayBeEmployed {
            #expect(try !isGuided(form(FormEntry(values: ["vous_etes": person.rawValue]))), "\(person)")
        }
        let hint = try root(form(FormEntry())).all("p") { $0.attributes["id"] == "vous_etes-aide" }.first?.text
        #expect(hint?.contains("conseil de prud’hommes") == true, "who has not chosen yet is told too")
    }
}

@Suite struct `Of a person under eighteen` {
    let press: Press

    init() throws { press = try Press() }

    private func letter(_ name: String) throws -> ComposedLetter {
        let sample = try #require(LetterSamples.all.first { $0.name == name })
        return LetterTestPost.writer(press).compose(sample.request)
    }

    // Shows
    @Test func `a letter on paper goes to whoever represents them, where that address is given`() throws {
        let paper = try letter("reponse-mineur-papier")
        let window = "Noé D’Àrçy-🎭 <b>\nAux bons soins d’Adèle D’Àrçy\n9 rue Haute\n44000 Nantes\n"
        #expect(paper.recipient == nil && paper.text.contains(window))
        #expect(!paper.text.contains("quai de la Fosse"), "their own address is another")
        let mailed = try letter("reponse-mineur")
        #expect(mailed.recipient == "noe.darcy@courrier.example")
        #expect(!mailed.text.contains("bons soins") && !mailed.text.contains("Adèle"))
        #expect(mailed.text.contains("Bonjour Noé"), "it is them whom we answer")
    }

    // Shows: R-86
    @Test func `an answer says who can take the steps that it names, and to nobody else`() throws {
        let words = "la personne qui vous représente peut faire ces démarches"
        #expect(try letter("reponse-mineur").unwrapped.contains(words))
        for name in ["reponse", "reponse-apprenti", "reponse-favorable", "cloture"] {
            #expect(try !letter(name).unwrapped.contains(words), "\(name)")
        }
    }

    // Shows: R-86
    @Test func `the case file says so at its head, with how to reach whoever represents them, until they are of age`()
        throws
    {
        let page = { (file: CaseFile) in
            try StaffMarkup(press.render(StaffSamples.casePage(file, press: press))).root
        }
        let heading = { (root: StaffMarkup.Element) in
            root.all("header") { $0.has(class: "case-heading") }.first?.text ?? ""
        }
        let young = try page(StaffStory.young)
        for said in ["Moins de 18\u{A0}ans", "Adèle D’Àrçy <b>", "adele@courrier.example", "9 rue & cour"] {
            #expect(heading(young).contains(said), "\(said)")
        }
        let grown = try page(StaffStory.grown)
        #expect(!heading(grown).contains("Moins de 18") && !heading(grown).contains("Adèle"))
        let additions = try #require(grown.all("section") { $0.attributes["aria-labelledby"] == "ajouts" }.first).text
        for said in ["Moins de 18\u{A0}ans", "18\u{A0}ans ou plus", "07 00 00 00 00", "Adèle <b>"] {
            #expect(additions.contains(said), "\(said)")
        }
    }

    // Shows
    @Test func `or not, what is proposed when qualifying is said with its reason, and so is a contract of employment`()
        throws
    {
        let form = { (file: CaseFile) in
            try #require(
                StaffTestFiles.form(
                    "qualification",
                    StaffMarkup(press.render(StaffSamples.casePage(file, press: press)))
                )
            )
        }
        let young = try form(StaffStory.young)
        #expect(young.sent["consommateur"] == ["a-determiner"])
        #expect(young.text.contains("«\u{A0}Son employeur, ou un OPCO pour lui\u{A0}»"))
        #expect(young.text.contains("propose «\u{A0}À déterminer\u{A0}»") && young.text.contains("vous qui décidez"))
        let plain = try form(StaffStory.file(.received))
        #expect(!plain.text.contains("vous qui décidez") && !plain.text.contains("prud’hommes"))
        #expect(try form(StaffStory.employed).text.contains("conseil de prud’hommes"))
    }
}
