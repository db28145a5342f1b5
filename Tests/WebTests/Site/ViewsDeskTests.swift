import Complaints
import HTTPTypes
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `A list that is kept as a view` {
    @Test(arguments: Engine.available) func `is led to by its name, changed and forgotten by its owner alone`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.complaintsManager])
            let other = try await site.desk([.receptionDesk], email: "luc@cine-atelier.example")
            #expect(try await desk.get("/vues").text.contains("Vous n’en avez aucune"))
            let typed = [
                "livre": "registre", "nom": "Retards & <b>", "etat": "en-retard", "tri": "echeance", "q": "Noé",
                "theme": "rien",
            ]
            let kept = try await desk.post("/vues", typed)
            #expect(kept.status == 303 && kept.location == "/registre?fait=vue&etat=en-retard&tri=echeance")
            let page = try await desk.get(kept.location).text
            #expect(page.contains("La vue est gardée\u{A0}: elle est parmi"))
            #expect(page.contains(#"aria-current="true">Retards &amp; &lt;b&gt;</a>"#))
            #expect(page.contains(#"<option value="echeance" selected>"#))
            let before = try await other.get("/registre").text
            #expect(!before.contains("Retards"))
            let id = try #require(try await desk.get("/vues").hidden("identifiant"))
            #expect(try await other.post("/vues/fin", ["identifiant": id]).status == 303)
            #expect(try await other.post("/vues/nom", ["identifiant": id, "nom": "Volée"]).status == 303)
            let shared = ["identifiant": id, "nom": "Les retards", "partagee": "oui"]
            #expect(try await desk.post("/vues/nom", shared).location == "/vues?fait=nom")
            let theirs = try await other.get("/registre").text
            #expect(theirs.contains("Les retards") && !theirs.contains("Volée"))
            #expect(try await other.get("/vues").text.contains("Partagées par d’autres"))
            #expect(try await desk.post("/vues/fin", ["identifiant": id]).location == "/vues?fait=fin")
            #expect(try await desk.get("/vues?fait=fin").text.contains("La vue est supprimée"))
            let after = try await other.get("/registre").text
            #expect(!after.contains("Les retards"))
        }
    }

    // Shows: R-24
    @Test func `shows each reader what is open to them`() async throws {
        try await TestSite.open { site in
            let reader = try await site.desk([.complaintsManager], email: "camille@cine-atelier.example")
            let id = try await site.lead(to: .registered)
            try await site.restrict(id, to: [reader.account.id])
            let typed = ["livre": "registre", "nom": "Ouvertes", "etat": "ouvertes", "partagee": "oui"]
            let kept = try await reader.post("/vues", typed)
            #expect(try await reader.get(kept.location).text.contains("Remboursement refusé"))
            let other = try await site.desk([.receptionDesk])
            let page = try await other.get(kept.location).text
            #expect(page.contains("Ouvertes") && page.contains("Accès restreint"))
            #expect(!page.contains("Remboursement refusé"))
        }
    }

    // Shows: S-20
    @Test func `needs a name, and keeps what was chosen where it has none`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            for name in ["", " ", "deux\nlignes", String(repeating: "a", count: 61)] {
                let typed = ["livre": "receptions", "nom": name, "etat": "a-qualifier", "partagee": "oui"]
                let refused = try await desk.post("/vues", typed)
                #expect(refused.status == 422 && refused.hidden("etat") == "a-qualifier")
                #expect(refused.text.contains("60 caractères au plus") && refused.text.contains(" checked"))
            }
            #expect(try await desk.post("/vues/nom", ["identifiant": "a", "nom": ""]).status == 422)
            #expect(try await desk.post("/vues", ["livre": "autre", "nom": "Vue"]).status == 404)
            let stale = try await desk.post("/vues", ["livre": "registre", "nom": "Vue"], token: "rien")
            #expect(stale.status == 403 && stale.text.contains("d’une session passée"))
        }
    }
}
