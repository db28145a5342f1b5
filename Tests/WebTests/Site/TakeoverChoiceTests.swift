import Complaints
import Pages
import TestSupport
import Testing

@testable import Web

@Suite struct `What somebody says of an older register` {
    private static let path = Path.takeover

    // Shows: S-20
    @Test func `reads the heads on the line that is named, and keeps what was chosen`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.management])
            let text = "Date;Objet;Réponse\nQuand;Quoi;Note\n12/03/2024;Froid;vu\n13/03/2024;Bruit;vu\n"
            _ = try await desk.sendRegister(text)
            let first = try await desk.get(Self.path)
            #expect(first.text.contains("Ligne des titres\u{A0}: 1") && first.text.contains("Réponse"))
            var fields = first.columnChoices
            fields.merge(["colonne_2": "mesures", "etape": "titres", "titres": "9"]) { $1 }
            let none = try await desk.post(Self.path, fields)
            #expect(none.status == 422 && none.text.contains("Cette ligne est vide"))
            #expect(none.text.contains("value=\"9\""))
            #expect(none.columnChoices["colonne_2"] == "mesures" && none.columnChoices["colonne_0"] == "recue_le")
            fields.merge(["titres": "1", "etape": "colonnes"]) { $1 }
            let late = try await desk.post(Self.path, fields, token: "rien")
            #expect(late.status == 403 && late.columnChoices["colonne_2"] == "mesures", "shown again, not kept")
            #expect(try await desk.get(Self.path).columnChoices["colonne_2"] == "suite")
            fields["titres"] = "2"
            let moved = try await desk.post(Self.path, fields)
            #expect(moved.status == 303 && moved.location == "/reglages/reprise?fait=titres")
            let second = try await desk.get(moved.location)
            let told = "Les titres sont lus à la ligne 2\u{A0}: relisez les colonnes, puis essayez."
            #expect(second.text.contains(told), "nothing was tried, and that is said")
            #expect(second.text.contains("Ligne des titres\u{A0}: 2") && second.text.contains("Quand"))
            #expect(!second.text.contains("id=\"essai\""), "its columns were not looked at yet")
            fields = second.columnChoices
            #expect(fields["colonne_0"] == "recue_le" && fields["colonne_2"] == "mesures")
            #expect(Self.decides(second.text, "colonne_0"), "guessed by its cells alone")
            fields.merge(["colonne_1": "objet", "titres": "2"]) { $1 }
            #expect(try await desk.post(Self.path, fields).status == 303)
            #expect(try await desk.get(Self.path).text.contains("Reprendre tout (2)"))
            #expect(try await !desk.get(moved.location).text.contains(told), "by now it was tried")
            _ = try await desk.sendRegister(text.replacing("Bruit", with: "Cris"))
            let again = try await desk.get(Self.path).text
            #expect(again.contains("Ligne des titres\u{A0}: 2") && again.contains("Reprendre tout (2)"))
        }
    }

    @Test func `reads heads that are split over two lines as one, whichever of the two is named`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.management])
            let text =
                "Registre;;;\n\nReçue;Objet;Réclamant;\nle;de la réclamation;Nom;Courriel\n12/03/2024;Froid;Dupont;\n"
            _ = try await desk.sendRegister(text)
            let page = try await desk.get(Self.path)
            #expect(page.text.contains("Lignes des titres\u{A0}: 3 et 4"))
            #expect(page.text.contains("B\u{A0}: Objet de la réclamation") && page.text.contains("Réclamant – Nom"))
            let fields = page.columnChoices.merging(["titres": "3"]) { $1 }
            #expect(try await desk.post(Self.path, fields).location == Self.path, "the upper line is no other")
            #expect(try await desk.get(Self.path).text.contains("Reprendre tout (1)"))
        }
    }

    @Test func `asks what a row without a state means, and sets a line of totals aside`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.management])
            let text =
                "Date;Objet;Statut;Clôturée le\n12/03/2024;Froid;;\n\n13/03/2024;Bruit;clos;14/03/2024\nTOTAL;2 lignes;;\n"
            _ = try await desk.sendRegister(text)
            let page = try await desk.get(Self.path)
            #expect(page.text.contains("État vide (1 ligne)"))
            var fields = page.columnChoices
            #expect(fields["etat_vide"] == "ouverte" && fields["etat_0"] == "close")
            fields["etat_vide"] = ""
            #expect(try await desk.post(Self.path, fields).status == 303)
            #expect(try await desk.get(Self.path).text.contains("On ne sait pas ce que veut dire cet état"))
            fields["etat_vide"] = "ouverte"
            #expect(try await desk.post(Self.path, fields).status == 303)
            let tried = try await desk.get(Self.path).text
            #expect(tried.contains("Reprendre tout (2)") && tried.contains("Lignes mises de côté"))
            #expect(tried.contains("Ligne 5\u{A0}: «\u{A0}TOTAL\u{A0}»") && tried.contains("<dt>Mises de côté</dt>"))
            let table = try await desk.post(Path.takeoverProblems, [:]).text
            #expect(table.contains("\r\n5;;TOTAL;Cette ligne est un total"), "with its reason")
        }
    }

    @Test func `asks what a row without a state means, be it in a later file or in a column named by hand`()
        async throws
    {
        try await TestSite.open { site in
            let desk = try await site.desk([.management])
            let unsaid = "On ne sait pas ce que veut dire cet état"
            _ = try await desk.sendRegister("Date;Objet;Statut\n12/03/2024;Froid;en cours\n")
            _ = try await desk.post(Self.path, try await desk.get(Self.path).columnChoices)
            #expect(try await desk.get(Self.path).text.contains("Reprendre tout (1)"))
            _ = try await desk.sendRegister("Date;Objet;Statut\n12/03/2024;Froid;en cours\n12/03/2024;Bruit;\n")
            let later = try await desk.get(Self.path).text
            #expect(later.contains(unsaid) && Self.decides(later, "etat_vide"))
            #expect(!later.contains("Reprendre tout"))
            _ = try await desk.sendRegister("Date;Objet;Où\n12/03/2024;Froid;en cours\n12/03/2024;Bruit;\n")
            var fields = (try await desk.get(Self.path)).columnChoices
            fields["colonne_2"] = "etat"
            #expect(try await desk.post(Self.path, fields).status == 303)
            let named = try await desk.get(Self.path).text
            #expect(named.contains(unsaid) && Self.decides(named, "etat_vide") && !Self.decides(named, "etat_0"))
        }
    }

    // Shows: S-20
    @Test func `is nothing where only the line of the heads was wrong, and what is lacking is told beside its menus`()
        async throws
    {
        try await TestSite.open { site in
            let desk = try await site.desk([.management])
            _ = try await desk.sendRegister("Date;Objet;Remarque;Mail\n12/03/2024;Froid;vu;au bureau\n")
            var fields = (try await desk.get(Self.path)).columnChoices
            #expect(fields["colonne_3"] == "courriel", "guessed, and not surely")
            for step in ["titres", "colonnes"] {
                fields.merge(["titres": "9", "etape": step]) { $1 }
                let wrong = try await desk.post(Self.path, fields)
                #expect(wrong.status == 422 && wrong.text.contains("Cette ligne est vide"))
                #expect(Self.decides(wrong.text, "colonne_3") && !Self.decides(wrong.text, "colonne_0"), "\(step)")
            }
            fields.merge(["titres": "1", "colonne_1": ""]) { $1 }
            let lacking = try await desk.post(Self.path, fields)
            #expect(lacking.status == 422 && !Self.decides(lacking.text, "colonne_3"), "it was seen by now")
            #expect(lacking.text.contains("<p class=\"mistake\" id=\"reprise-manque-objet\"><span class=\"aloud\">"))
            for place in [1, 2] {
                let told = "aria-describedby=\"reprise-colonne_\(place)-aide reprise-manque-objet\""
                #expect(lacking.text.contains(told), "\(place)")
            }
        }
    }

    @Test func `is told that there is too much on a line of heads, where there is`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.management])
            let wide = String(repeating: "1;", count: 120) + "1\n"
            _ = try await desk.sendRegister("Date;Objet;Réponse\n\(wide)12/03/2024;Froid;vu\n")
            let page = try await desk.get(Self.path)
            #expect(page.text.contains("Ligne des titres\u{A0}: 1"))
            let fields = page.columnChoices.merging(["titres": "2"]) { $1 }
            let refused = try await desk.post(Self.path, fields)
            #expect(refused.status == 422 && refused.text.contains("id=\"reprise-titres-erreur\""))
            #expect(refused.text.contains("plus de cent colonnes") && !refused.text.contains("Cette ligne est vide"))
        }
    }

    /// Whether a page has a field among what is still to be decided.
    private static func decides(_ page: String, _ field: String) -> Bool {
        guard let begin = page.firstRange(of: "À décider") else { return false }
        let end = page.firstRange(of: "Deviné ou déjà dit")?.lowerBound ?? page.endIndex
        return page[begin.upperBound..<end].contains("name=\"\(field)\"")
    }

    @Test func `shows what is to be decided first, and what was guessed surely in one line each`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.management])
            _ = try await desk.sendRegister("Date;Objet;Remarque;Mail\n12/03/2024;Froid;vu;au bureau\n")
            let page = try await desk.get(Self.path).text
            let decide = try #require(page.firstRange(of: "À décider"))
            let known = try #require(page.firstRange(of: "Deviné ou déjà dit"))
            let open = page[decide.upperBound..<known.lowerBound]
            #expect(open.contains("name=\"colonne_2\"") && open.contains("name=\"colonne_3\""))
            #expect(!open.contains("name=\"colonne_0\"") && !open.contains("<details"))
            let folded = page[known.upperBound...]
            #expect(folded.contains("name=\"colonne_0\""))
            #expect(folded.contains("A\u{A0}: Date → <strong>Date de réception"))
        }
    }
}
