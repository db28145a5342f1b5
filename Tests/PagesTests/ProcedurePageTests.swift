import Complaints
import Testing

@testable import Pages

@Suite struct `The procedure that is published` {
    let press: Press

    init() throws { press = try Press() }

    private func text(
        _ procedure: Procedure,
        until: String? = nil,
        today: String = "2026-11-23"
    ) throws -> String {
        let published = PublishedProcedure(
            procedure: procedure,
            since: StaffStory.instant("2023-01-02T08:00:00Z"),
            until: until.map(StaffStory.instant)
        )
        let page = ProcedurePage(of: published, today: StaffStory.day(today), press: press)
        return try StaffMarkup(press.render(page)).root.text
    }

    // Shows: R-77
    @Test func `is made of the settings, section by section`() throws {
        var procedure = PublicSamples.publishedProcedure.procedure
        procedure.retentionYears = 9
        procedure.completionWait = try #require(CompletionWait(reminder: 8, abandonment: 21))
        procedure.completeness = Completeness(required: [.lastName, .attachment])
        let text = try text(procedure)
        for words in [
            "1. Définition", "2. Champ d’application", "3. Grands principes", "4. Description du processus",
            "5. Enregistrement et traitement", "6. Contrôle interne", "4, en vigueur depuis le 2\u{A0}janvier 2023",
            "Ciné-Atelier", "52 44 01234 44", "Inès Moreau", "reclamations@cine-atelier.example",
            "12 rue des Projecteurs", "10\u{A0}jours ouvrables au plus", "2\u{A0}mois au plus",
            "d’Alsace et de Moselle",
            "Médiation Ouest", "3 place du Commerce, 44000 Nantes", "https://mediation-ouest.example",
            "Convention du 1er\u{A0}janvier 2026 au 31\u{A0}décembre 2028", "CCI de l’Ouest", "9\u{A0}ans",
            "8\u{A0}jours", "21\u{A0}jours", "le nom et une pièce jointe", "Stagiaire", "Caisse des Dépôts",
        ] { #expect(text.contains(words), "\(words)") }
    }

    // Shows: R-78
    @Test func `reads as it did on its last day, by the guide of that day`() throws {
        let old = try text(PublicSamples.procedure, until: "2023-12-31T10:00:00Z")
        #expect(old.contains("guide de lecture, version 7") && old.contains("un droit, ou à demander"))
        #expect(old.contains("en vigueur du 2\u{A0}janvier 2023 au 31\u{A0}décembre 2023"))
        let new = try text(PublicSamples.procedure)
        #expect(new.contains("guide de lecture, version 9") && new.contains("un droit ou à demander"))
    }

    // Shows: R-38
    @Test func `names no mediator whose agreement is over, save in a version of its time`() throws {
        let procedure = PublicSamples.publishedProcedure.procedure
        #expect(try text(procedure, today: "2028-12-31").contains("Médiation Ouest"))
        #expect(try !text(procedure, today: "2029-01-01").contains("Médiation Ouest"))
        #expect(try text(procedure, until: "2028-06-01T08:00:00Z", today: "2029-01-01").contains("Médiation Ouest"))
    }

    @Test func `tells what changed from one version to the next, and only that`() throws {
        let page = ProcedureVersionsPage(
            of: PublicSamples.publishedProcedures,
            provider: PublicSamples.procedure.provider,
            press: press
        )
        #expect(page.versions.map(\.title) == ["Version 4", "Version 3", "Version 2", "Version 1"])
        let names = page.versions.map { $0.changes.map(\.name) }
        #expect(
            names[0] == [
                "Téléphone", "Site", "Médiateur de la consommation", "Médiateur de l’apprentissage",
                "Délai de l’accusé de réception", "Délai de la réponse", "Réclamations en confidence, reçues par",
            ]
        )
        #expect(names[1].isEmpty && page.versions[1].note == "Rien de ce qui est publié ici n’a changé.")
        #expect(names[3].isEmpty && page.versions[3].note == "Première version.")
        #expect(page.versions[2].changes.contains { $0.words.contains("auparavant\u{A0}: 02 40 99 99 99") })
        #expect(page.versions[0].changes[4].words == "10\u{A0}jours ouvrables (auparavant\u{A0}: 5\u{A0}jours ouvrés)")
    }
}
