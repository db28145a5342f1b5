import Complaints
import HTTPTypes
import Pages
import TestSupport
import Testing

@testable import Registry
@testable import Web

@Suite struct `An officer with a part in the complaint` {
    /// Words of the notice and of the refusal.
    private static let said = "vous met en cause"

    /// Has the manager name somebody in a file.
    private func name(_ desk: TestDesk, in id: CaseFile.ID, _ site: TestSite) async throws {
        let officer = Officer(id: desk.account.id, roles: [.complaintsManager])
        try await site.books.register.change(id, by: .officer(Story.manager)) {
            try $0.qualify(Qualification(nature: .complaint, implicated: [officer.id]), among: [officer], $1)
        }
    }

    // Shows: R-23
    @Test(arguments: Engine.available) func `is offered a note only, told why, and refused the rest`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.lead(to: .registered)
            try await name(desk, in: id, site)
            let before = try await site.books.register.caseFile(id)
            let path = "/dossiers/\(before.address)"
            let page = try await desk.get(path)
            #expect(page.text.contains(Self.said))
            #expect(page.text.matches(of: /action="\/dossiers\/[^"]*\/([^"]*)"/).map(\.output.1) == ["notes"])
            let typed = [
                "motif": "Une raison qui suffit", "texte": "Un texte", "nature": "reclamation", "fait_le": "2026-11-23",
                "message": "Lequel ?", "gestionnaire": desk.account.id, "nouvelle_date": "2027-03-15",
                "agent": desk.account.id, "derogation": "Personne d’autre n’est là", "saisi_le": "2026-11-23",
                "mediateur": "M", "objet": "S", "issue": "accord", "le": "2026-11-23", "signataire": "Inès",
                "grief_1": "Le train", "decision_1": "accueillie", "consommateur": "oui",
            ]
            for noun in Act.allCases.compactMap(\.noun) where noun != "notes" {
                let refused = try await desk.post("\(path)/\(noun)", typed)
                #expect(refused.status == 422 && refused.text.contains(Self.said), "\(noun)")
            }
            #expect(try await site.books.register.caseFile(id).version == before.version)
            #expect(try await desk.post("\(path)/notes", typed).status == 303)
        }
    }

    // Shows: R-23
    @Test func `neither says that a letter went nor sends it again`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let id = try await site.lead(to: .registered)
            let letter = "/lettres/\(try #require(try await site.books.register.letters(of: id).first).id)"
            #expect(try await desk.get(letter).text.contains("/remise"))
            try await name(desk, in: id, site)
            let page = try await desk.get(letter)
            #expect(page.text.contains(Self.said) && !page.text.contains("/remise\""))
            for noun in ["remise", "relance"] {
                let refused = try await desk.post("\(letter)/\(noun)", ["voie": "courrier", "partie_le": "2026-11-23"])
                #expect(refused.status == 422 && refused.text.contains(Self.said), "\(noun)")
            }
            #expect(try await site.books.register.caseFile(id).issued.isEmpty)
        }
    }

    // Shows: R-23
    @Test func `of the management, alone in the house, handles it on record`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager, .management])
            let id = try await site.lead(to: .received)
            try await name(desk, in: id, site)
            let path = "/dossiers/\(try await site.books.register.caseFile(id).address)"
            let page = try await desk.get(path)
            #expect(page.text.contains(Self.said) && page.text.contains("name=\"derogation\""))
            #expect(page.text.contains("<select id=\"attribution-gestionnaire\""))
            let bare = try await desk.post("\(path)/attribution", ["gestionnaire": desk.account.id])
            #expect(bare.status == 422)
            let reason = "Je suis seule dans l’organisme"
            let typed = ["gestionnaire": desk.account.id, "derogation": reason]
            #expect(try await desk.post("\(path)/attribution", typed).status == 303)
            let after = try await desk.get(path)
            #expect(!after.text.contains(Self.said) && after.text.contains(reason))
            #expect(after.text.contains("Règle du conflit d’intérêts levée par Inès Moreau"))
            #expect(try await desk.post("\(path)/inscription", [:]).status == 303)
        }
    }

    // Shows: R-23
    @Test(arguments: Engine.available) func `of the management does not take it while another open account may`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.management])
            let other = try await site.hire([.complaintsManager], email: "luc@cine-atelier.example")
            let id = try await site.lead(to: .registered)
            try await name(desk, in: id, site)
            let path = "/dossiers/\(try await site.books.register.caseFile(id).address)"
            let typed = ["gestionnaire": desk.account.id, "derogation": "Je veux le traiter moi-même"]
            let refused = try await desk.post("\(path)/attribution", typed)
            #expect(refused.status == 422 && refused.text.contains("D’autres personnes peuvent traiter ce dossier"))
            #expect(refused.text.contains("Je veux le traiter moi-même"))
            #expect(try await site.books.register.caseFile(id).handler == nil)
            try await site.site.accounts(site.books.organisation).disable(other.id)
            #expect(try await desk.post("\(path)/attribution", typed).status == 303)
            #expect(try await site.books.register.caseFile(id).handler == desk.account.id)
        }
    }

    // Shows
    @Test(arguments: Engine.available) func `reads no piece of the mediation, whatever their role`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let manager = try await site.desk([.complaintsManager], email: "camille@cine-atelier.example")
            let named = try await site.desk([.management, .dataProtection])
            let id = try await site.lead(to: .registered)
            try await name(named, in: id, site)
            let (register, author, day) = (
                site.books.register, Author.officer(Story.manager), site.books.clock.now.civilDate
            )
            let referral = Referral(byComplainant: true, mediator: "Médiation Exemple", on: day, subject: "Le train")
            try await register.change(id, by: author) { try $0.refer(referral, procedure: Story.procedure, $1) }
            let path = "/dossiers/\(try await register.caseFile(id).address)"
            let typed = ["envoyee_le": "2026-11-23", "texte": "Nos observations"]
            let piece = ("observations.txt", Array("Le train n’est pas dû.".utf8))
            #expect(try await manager.post("\(path)/reponse-mediateur", typed, files: [piece]).status == 303)
            let file = try #require(try await register.caseFile(id).mediationFiles.first)
            #expect(try await named.get("/pieces/\(file.id)").status == 403)
            #expect(try await manager.get("/pieces/\(file.id)").status == 200)
            let page = try await named.get(path).text
            for told in ["observations.txt", "Nos observations", "Médiation Exemple", "Le train<"] {
                #expect(!page.contains(told), "\(told)")
            }
            #expect(page.contains(Self.said) && page.contains("Réservé à ceux qui suivent la médiation"))
            #expect(try await manager.get(path).text.contains("Nos observations"))
        }
    }
}
