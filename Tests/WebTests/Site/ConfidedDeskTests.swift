import Complaints
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `A complaint that staff enter in confidence` {
    private static let path = "/receptions/saisir"

    /// A letter about the management, right in everything, with a form's own identifier.
    private func letter(_ desk: TestDesk) async throws -> [String: String] {
        let envoi = try #require(try await desk.get(Self.path).hidden("envoi"))
        return [
            "envoi": envoi, "canal": "courrier", "arrivee_le": "2026-11-20", "nom": "Caron", "prenom": "Zoé",
            "objet": "Propos", "reclamation": "Des propos de la directrice.", "mise_en_cause": "oui",
        ]
    }

    private func name(_ president: TestDesk, _ site: TestSite) async throws {
        var procedure = Story.procedure
        procedure.confidential = ConfidentialRecipients(
            accounts: [president.account.id],
            function: "la présidente de l’association"
        )
        try await site.books.publish(procedure)
    }

    // Shows
    @Test(arguments: Engine.available)
    func `is closed to whoever entered it, and tells them its reference and who opens it, however often it is sent`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.receptionDesk])
            let director = try await site.desk([.management], email: "ada@cine-atelier.example")
            #expect(try await desk.get(Self.path).text.contains("remise à la direction seule"))
            let fields = try await letter(desk)
            for _ in 1...2 {
                let entered = try await desk.post(Self.path, fields)
                #expect(entered.status == 303)
                #expect(entered.location == "/receptions?fait=saisie&reference=2026-R-0001")
                let list = try await desk.get(entered.location)
                #expect(list.status == 200 && list.text.contains("reçue sous la référence 2026-R-0001"))
                #expect(list.text.contains("n’est ouverte qu’à la direction"))
                #expect(list.text.contains("Accès restreint") && !list.text.contains("Caron"))
            }
            #expect(try await site.books.register.countReceptions(CaseFilter()) == .exactly(1))
            #expect(try await desk.get("/dossiers/2026-R-0001").status == 403)
            #expect(try await director.get("/dossiers/2026-R-0001").text.contains("Des propos de la directrice."))
            #expect(try await director.get("/tableau-de-bord").text.contains("Arrivée en confidence"))
            let open = try await desk.post(Self.path, fields.filter { $0.key != "mise_en_cause" })
            #expect(open.status == 409 && open.text.contains("avec un autre contenu"))
        }
    }

    // Shows: R-87
    @Test(arguments: Engine.available)
    func `opens at once to its author where they may read it, and goes to those who are named`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let director = try await site.desk([.management])
            let president = try await site.desk([.management], email: "ada@cine-atelier.example")
            let first = try await director.post(Self.path, try await letter(director))
            #expect(first.location == "/dossiers/2026-R-0001?fait=saisie")
            #expect(try await director.get(first.location).text.contains("reçue sous la référence 2026-R-0001"))
            try await name(president, site)
            #expect(try await director.get(Self.path).text.contains("à la présidente de l’association"))
            let second = try await director.post(Self.path, try await letter(director))
            #expect(second.location == "/receptions?fait=saisie&reference=2026-R-0002")
            let told = try await director.get(second.location).text
            #expect(told.contains("à la présidente de l’association et à personne d’autre"))
            #expect(try await director.get("/dossiers/2026-R-0002").status == 403)
            #expect(try await president.get("/dossiers/2026-R-0002").status == 200)
            // Of what is open to its reader, and of what never came, an address says nothing.
            for reference in ["2026-R-0001", "2026-R-0009", "x"] {
                let page = try await director.get("/receptions?fait=saisie&reference=\(reference)")
                #expect(page.status == 200 && !page.text.contains("reçue sous la référence"), "\(reference)")
            }
        }
    }

    // Shows
    @Test(arguments: Engine.available) func `ends what was said, which closes with it, once`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.receptionDesk])
            let said = [
                "envoi": try #require(try await desk.get("/oral").hidden("envoi")), "propos": "Des propos",
                "personne": "Zoé Caron", "contact": "", "le": "2026-11-23", "canal": "telephone",
                "entendu_par": "Luc", "moyen": "",
            ]
            let noted = try await desk.post("/oral", said).location
            let path = try #require(noted.split(separator: "?").first.map(String.init))
            let mark = String(path.dropFirst("/oral/".count))
            let fields = try await letter(desk).merging(["parole": mark, "canal": "telephone", "accord": "oui"]) { $1 }
            for _ in 1...2 {
                let entered = try await desk.post(Self.path, fields)
                #expect(entered.status == 303)
                #expect(entered.location == "/receptions?fait=saisie&reference=2026-R-0001")
            }
            let id = try #require(try await site.books.register.find("2026-R-0001"))
            let discontent = try await site.books.register.discontent(try #require(Discontent.ID(mark)))
            #expect(discontent.ending == DiscontentEnding(.writtenUp, as: id) && discontent.entries.count == 2)
            #expect(try await desk.get(path).status == 403)
            #expect(try await site.books.register.countReceptions(CaseFilter()) == .exactly(1))
        }
    }
}
