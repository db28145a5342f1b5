import Testing

@testable import Complaints
@testable import Pages

@Suite struct `Who reads what of a case file` {
    let press: Press

    init() throws { press = try Press() }

    private func markup(_ chapter: StaffStory.Chapter, _ roles: Set<Role>) throws -> StaffMarkup {
        let officer = Officer(id: "ana", roles: roles)
        let page = StaffSamples.casePage(
            StaffStory.file(chapter),
            for: officer,
            letters: StaffSamples.letterLines,
            press: press
        )
        return try StaffMarkup(press.render(page))
    }

    // Shows
    @Test func `shows the complaint to the letter, and offers no way to change it`() throws {
        let root = try markup(.acted, [.complaintsManager]).root
        let original = try #require(root.all("div") { $0.has(class: "original") }.first)
        #expect(Array(original.text.unicodeScalars) == Array(StaffStory.original.text.unicodeScalars))
        // What is received apart begins with its words, and leaves them where they are.
        let typed = root.all("textarea") { $0.attributes["id"] != "scission-reclamation" }
        #expect(!typed.contains { $0.text.contains("la caméra du stage") || $0.attributes["name"] == "reclamation" })
    }

    // Shows: R-20
    @Test func `calls what came later what it is: an addition, or a correction`() throws {
        let page = StaffSamples.casePage(StaffStory.added, press: press)
        let root = try StaffMarkup(press.render(page)).root
        let kinds = ["Message ajouté", "Document ajouté", "Documents ajoutés", "Précision ajoutée", "Rectification"]
        let additions = try #require(root.all("section") { $0.attributes["aria-labelledby"] == "ajouts" }.first)
        #expect(additions.all("h3").map(\.text) == ["Compléments reçus"] + kinds)
        let history = try #require(root.all("ol") { $0.has(class: "history") }.first).text
        for kind in kinds { #expect(history.contains(kind), "\(kind)") }
        #expect(!root.text.contains("Rectification ou ajout"))
        let words = ["document PDF", "texte simple", "courriel", "document de traitement de texte", "tableau"]
        for word in words + ["autre fichier"] { #expect(root.text.contains("ko, \(word), non analysé"), "\(word)") }
    }

    // Shows
    @Test func `names at its head who is mis en cause and whether the person is a consumer, and the theme as judged`()
        throws
    {
        let root = try markup(.qualified, [.complaintsManager]).root
        let facts = try #require(root.all("header") { $0.has(class: "case-heading") }.first).all("dl").flatMap {
            $0.all("div").map(\.text)
        }
        #expect(facts.contains { $0.contains("Mise en cause") && $0.contains("Luc \"Cadreur\" Étienne") })
        #expect(facts.contains { $0.hasPrefix("Consommateur ou professionnel") && $0.hasSuffix("Consommateur") })
        let told = root.all("span") { $0.has(class: "what") }.map(\.text)
        #expect(told.contains("Qualifiée\u{A0}: Réclamation\u{202F}; thème\u{A0}: Locaux et matériel"))
        let plain = StaffSamples.casePage(StaffStory.asked(on: StaffStory.today), press: press)
        let bare = try StaffMarkup(press.render(plain)).root
        #expect(bare.all("span") { $0.has(class: "what") }.map(\.text).contains("Qualifiée\u{A0}: Réclamation"))
        #expect(
            bare.all("dt").allSatisfy { !$0.text.contains("Mise en cause") && !$0.text.contains("Consommateur ou") }
        )
    }

    @Test func `shows each document with its name, its size and that nobody has scanned it`() throws {
        let root = try markup(.acted, [.complaintsManager]).root
        let line = try #require(root.all("li") { $0.text.contains("facture") }.first)
        #expect(line.text.contains("facture <2026> \"image\".pdf"))
        #expect(line.text.contains("2,9\u{A0}Mo, document PDF, non analysé"))
        #expect(line.all("a").map { $0.attributes["href"] } == [Path.attachment("0e9d1c2b3a495867a6b5c4d3002bcfa4")])
    }

    // Shows: R-46
    @Test func `keeps the pieces of a mediation to those who follow it`() throws {
        for role in Role.allCases where role != .administrator {
            let text = try markup(.mediated, [role]).root.text
            let mayRead: Set<Role> = [.complaintsManager, .management, .dataProtection]
            #expect(text.contains("120 € de plus") == mayRead.contains(role), "\(role)")
            #expect(text.contains("Temps perdu les 7 et 8") == mayRead.contains(role), "\(role)")
            for told in ["Le dossier est complet.", "sans frais\" <voir", "Deux experts", "saisine.pdf", "30/04/2027"] {
                #expect(text.contains(told) == mayRead.contains(role), "\(role): \(told)")
            }
        }
    }

    // Shows
    @Test
    func `keeps the pieces of a mediation from whoever has a part in the complaint, but not where they handle it`()
        throws
    {
        let aside = Event.recused(Recusal(officer: "ines", reason: "A conduit le stage."))
        let lifted = Event.assigned(Assignment(handler: "luc", override: "Personne d’autre n’est là."))
        let cases: [([Event], String, Bool)] = [
            ([], "luc", false), ([], "ines", true), ([aside], "ines", false), ([lifted], "luc", true),
        ]
        for (events, account, mayRead) in cases {
            let officer = Officer(id: account, roles: [.management, .complaintsManager, .dataProtection])
            let page = StaffSamples.casePage(StaffStory.file(.mediated, then: events), for: officer, press: press)
            let text = try StaffMarkup(press.render(page)).root.text
            for told in ["120 € de plus", "Temps perdu les 7 et 8", "Deux experts", "saisine.pdf"] {
                #expect(text.contains(told) == mayRead, "\(account): \(told)")
            }
        }
    }

    // Shows: R-46
    @Test func `tells nobody else by when something is due to a mediator`() throws {
        for role in Role.allCases where role != .administrator {
            let mayRead = Officer(id: "ana", roles: [role]).readsMediation
            let heading = try #require(
                try markup(.referred, [role]).root.all("header") { $0.has(class: "case-heading") }.first
            )
            #expect(heading.text.contains("médiateur") == mayRead, "\(role)")
            let register = try register(StaffSamples.mediations, for: role)
            let table = try #require(register.root.all("table").first)
            #expect(table.text.contains("Réponse au médiateur en retard de 3 jours") == mayRead, "\(role)")
            let workload = Workload(
                mediation: .init(lines: StaffSamples.mediations, total: 6),
                mailIsSet: true,
                mediator: .inForce
            )
            let desk = StaffSamples.desk(Officer(id: "ana", roles: [role]))
            let today = DashboardPage(workload: workload, signedIn: desk, today: StaffStory.today, press: press)
            let main = try #require(try StaffMarkup(press.render(today)).root.all("main").first)
            #expect(main.text.contains("6 médiations à suivre") == mayRead, "\(role)")
            #expect(main.text.contains("Rien ne vous attend") != mayRead, "\(role)")
        }
    }

    @Test func `keeps every judgement and contest together, and counts them`() throws {
        let root = try markup(.maintained, [.internalControl]).root
        let section = try #require(
            root.all("section") { $0.attributes["aria-labelledby"] == "qualifications" }.first
        )
        for told in ["mon</b> remboursement", "Rien n’est réclamé.", "facture.pdf", "Requalifications maintenues", "1"]
        {
            #expect(section.text.contains(told), "\(told)")
        }
        #expect(try markup(.received, [.internalControl]).root.all("h2") { $0.text.contains("contestation") }.isEmpty)
    }

    // Shows: R-19
    @Test func `tells the history by name and to the minute, oldest first`() throws {
        let root = try markup(.closed, [.internalControl]).root
        let list = try #require(root.all("ol") { $0.has(class: "history") }.first)
        let lines = list.all("li").map(\.text)
        #expect(lines.count == StaffStory.file(.closed).entries.count)
        #expect(lines.first?.contains("14/09/2026 à 10\u{A0}h\u{A0}12") == true)
        #expect(lines.first?.contains("la personne") == true)
        #expect(lines.last?.contains("Inès Moreau") == true)
        #expect(list.all("span").contains { $0.attributes["title"] == "2026-09-14 08:12:40\u{A0}UTC" })
    }

    // Shows
    @Test func `tells in the history whom a judgement names in the complaint, and whom no longer`() throws {
        let judgements: [[String]] = [["luc", "paul"], ["paul"], ["paul"], []]
        let file = StaffStory.file(
            .received,
            then: judgements.map { .qualified(Qualification(nature: .complaint, implicated: $0)) }
        )
        let page = StaffSamples.casePage(file, for: StaffStory.manager, press: press)
        let list = try #require(StaffMarkup(press.render(page)).root.all("ol") { $0.has(class: "history") }.first)
        let (luc, paul) = ("Luc \"Cadreur\" Étienne", "Paul O’Brien <script>alert(1)</script>")
        let told = list.all("li").suffix(4).map { $0.all("p") { $0.has(class: "aside") }.map(\.text) }
        #expect(
            told == [
                ["Mise en cause ajoutée\u{A0}: \(luc) et \(paul)"], ["Mise en cause levée\u{A0}: \(luc)"], [],
                ["Mise en cause levée\u{A0}: \(paul)"],
            ]
        )
    }

    /// The register as somebody of one role reads it.
    private func register(_ lines: [CaseSummary], for role: Role) throws -> StaffMarkup {
        let page = RegisterPage(
            lines: lines,
            total: .exactly(lines.count),
            filter: RegisterFilter(),
            years: [2026],
            signedIn: StaffSamples.desk(Officer(id: "ana", roles: [role])),
            today: StaffStory.today,
            press: press
        )
        return try StaffMarkup(press.render(page))
    }
}
