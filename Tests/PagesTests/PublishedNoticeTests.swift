import Complaints
import Testing

@testable import Pages

@Suite struct `The notices that are published` {
    let press: Press

    init() throws { press = try Press() }

    private func markup(_ page: some Page) throws -> StaffMarkup.Element { try StaffMarkup(press.render(page)).root }

    private func privacy(
        hasRelay: Bool = true,
        _ change: (inout Procedure) -> Void = { _ in }
    ) throws -> StaffMarkup.Element {
        var procedure = PublicSamples.publishedProcedure.procedure
        change(&procedure)
        let published = PublishedProcedure(
            procedure: procedure,
            since: StaffStory.instant("2026-11-20T08:52:00Z"),
            until: nil
        )
        return try markup(
            PrivacyPage(of: published, followUpHours: 2, staffHours: 12, hasRelay: hasRelay, press: press)
        )
    }

    // Shows: R-66
    @Test func `name who carries e-mails only where any leave`() throws {
        for hasRelay in [true, false] {
            let text = try privacy(hasRelay: hasRelay).text
            #expect(text.contains("acheminent nos courriels") == hasRelay)
            #expect(text.contains("hébergent ce site"))
        }
    }

    // Shows
    @Test
    func `say who is responsible for personal data, what for, by which right, for whom, how long and which cookies`()
        throws
    {
        let root = try privacy { $0.retentionYears = 8 }
        for words in [
            "Le responsable du traitement est Ciné-Atelier", "12 rue des Projecteurs", "rgpd@cine-atelier.example",
            "version 4 de la procédure, en vigueur depuis le 20\u{A0}novembre 2026", "L’exécution du contrat",
            "Une obligation légale", "intérêt légitime", "Aucune décision n’est prise automatiquement",
            "N’indiquez rien de votre santé", "Le médiateur, s’il est saisi", "8\u{A0}ans à compter de sa clôture",
            "dans le mois", "prolongé de deux mois", "75334 Paris Cedex 07", "https://www.cnil.fr/fr/plaintes",
            "2\u{A0}heures", "12\u{A0}heures", "ni mesure d’audience, ni traceur",
        ] { #expect(root.text.contains(words), "\(words)") }
        #expect(!root.text.contains("consentement"))
    }

    @Test func `lead to whoever answers for personal data, by mail where it is an address`() throws {
        let links = { (root: StaffMarkup.Element) in
            root.all("main").flatMap { $0.all("a") }.compactMap { $0.attributes["href"] }
        }
        #expect(links(try privacy()).contains("mailto:rgpd@cine-atelier.example"))
        let named = try privacy { $0.provider.dataProtectionContact = "Inès Moreau @ l’accueil" }
        #expect(named.text.contains("Inès Moreau @ l’accueil") && !links(named).contains { $0.contains("Inès") })
        let other = try privacy { $0.provider.dataProtectionContact = "" }
        #expect(links(other).contains("mailto:reclamations@cine-atelier.example"))
    }

    // Shows: R-79
    @Test func `claim no conformity to the RGAA, say what was not tested, and name the Défenseur des droits`() throws {
        let root = try markup(AccessibilityPage(provider: PublicSamples.procedure.provider, press: press))
        let stated = root.all("strong").map(\.text)
        #expect(stated.contains("non conforme"))
        for words in [
            "aucun audit", "lecteur d’écran", "clavier", "axe-core", "reclamations@cine-atelier.example",
            "02 40 00 00 00", "12 rue des Projecteurs",
            "Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07",
        ] { #expect(root.text.contains(words), "\(words)") }
        #expect(!root.text.contains("partiellement conforme") && !root.text.contains("totalement conforme"))
        let home = HomePage(procedure: PublicSamples.procedure, today: StaffStory.today, press: press)
        let footer = try markup(home).all("footer").first?.text ?? ""
        #expect(footer.contains("Accessibilité\u{A0}: non conforme"))
    }

    @Test func `give the signed head as it is, and the command that verifies a receipt with the log's own key`() throws
    {
        let note = "doleances/x\n3\nAAAA=\n\n— doleances/x AAAA<&>\n"
        let page = EvidencePage(
            note: note,
            verifierKey: "doleances/x+9a2f31c4+AQ",
            provider: PublicSamples.procedure.provider,
            press: press
        )
        let blocks = try markup(page).all("pre").map(\.text)
        #expect(blocks.contains(note))
        #expect(blocks.contains { $0.hasPrefix("python3 verify_log.py --cle 'doleances/x+9a2f31c4+AQ' ") })
    }
}
