import Complaints
import HTTPTypes
import HummingbirdTesting
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `A case that is open to few, on the site` {
    /// What only its readers may learn.
    private static let secrets = ["Noé", "Remboursement refusé", "noe@example.org", "annulée", "Propos tenus"]

    private static let path = "/dossiers/REC-2026-0001"

    /// A registered case with a document, restricted by the desk of a reader's own form.
    private func restrict(_ reader: TestDesk, _ site: TestSite) async throws -> CaseFile.ID {
        let id = try await site.lead(to: .registered)
        let measure = ["texte": "Propos tenus le 3 mars", "fait_le": "2026-11-23"]
        let piece = ("propos.txt", Array("Propos tenus".utf8))
        #expect(try await reader.post("\(Self.path)/actions", measure, files: [piece]).status == 303)
        let typed = ["cause": "mise-en-cause", "precision": "", "lecteurs": reader.account.id]
        let done = try await reader.post("\(Self.path)/restriction", typed)
        #expect(done.location == "\(Self.path)?fait=restriction")
        return id
    }

    // Shows: R-24
    @Test(arguments: Engine.available) func `opens on no page to anybody else, whatever their role`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let reader = try await site.desk([.complaintsManager], email: "camille@cine-atelier.example")
            let id = try await restrict(reader, site)
            let file = try await site.books.register.caseFile(id)
            let piece = try #require(file.measures.first?.files.first)
            let letter = try #require(try await site.books.register.letters(of: id).first)
            let gets =
                [
                    Self.path, "/dossiers/2026-R-0001", "/audit\(Self.path)", "/pieces/\(piece.id)",
                    "/lettres/\(letter.id)",
                ]
                + ["remise", "relance"].map { "/lettres/\(letter.id)/\($0)" }
                + Act.allCases.compactMap(\.noun).map { "\(Self.path)/\($0)" }
            let lists = [
                "/tableau-de-bord", "/receptions", "/registre", "/registre?q=No%C3%A9", "/registre?q=REC-2026-0001",
                "/registre?vous_etes=stagiaire", "/audit/registre", "/audit/receptions", "/audit/acces",
            ]
            for (number, role) in Role.allCases.enumerated() {
                let desk = try await site.desk([role], email: "autre-\(number)@cine-atelier.example")
                for address in gets {
                    let answer = try await desk.get(address)
                    #expect([403, 404].contains(answer.status), "\(role) \(address) \(answer.status)")
                    for secret in Self.secrets { #expect(!answer.text.contains(secret), "\(role) \(address)") }
                }
                for noun in Act.allCases.compactMap(\.noun) {
                    let answer = try await desk.post(
                        "\(Self.path)/\(noun)",
                        ["motif": "Une raison", "texte": "Un texte"]
                    )
                    #expect(answer.status == 403, "\(role) \(noun) \(answer.status)")
                    for secret in Self.secrets { #expect(!answer.text.contains(secret), "\(role) \(noun)") }
                }
                for noun in ["remise", "relance"] {
                    let typed = ["voie": "courrier", "partie_le": "2026-11-23"]
                    let answer = try await desk.post("/lettres/\(letter.id)/\(noun)", typed)
                    #expect([403, 404].contains(answer.status), "\(role) \(noun) \(answer.status)")
                }
                for address in lists {
                    let answer = try await desk.get(address)
                    // What was searched for stands in its field again.
                    let told = answer.text.replacing("value=\"Noé\"", with: "")
                    for secret in Self.secrets { #expect(!told.contains(secret), "\(role) \(address)") }
                }
            }
            #expect(try await site.books.register.caseFile(id) == file)
        }
    }

    // Shows: R-24
    @Test(arguments: Engine.available) func `closes what was said before it was written`(engine: Engine) async throws {
        try await TestSite.open(on: engine) { site in
            let reader = try await site.desk([.complaintsManager], email: "camille@cine-atelier.example")
            let other = try await site.desk([.management])
            let envoi = try #require(try await reader.get(Path.discontents).hidden("envoi"))
            let said = [
                "propos": "Remboursement refusé", "personne": "Noé Àrçy", "contact": "", "le": "2026-11-23",
                "canal": "telephone", "entendu_par": "Luc", "moyen": "papier", "envoi": envoi,
            ]
            let heard = try await reader.post(Path.discontents, said)
            let path = try #require(heard.location.split(separator: "?").first.map(String.init))
            #expect(try await other.get(path).text.contains("Remboursement refusé"))
            _ = try await restrict(reader, site)
            let version = try #require(try await reader.get(path).hidden("version"))
            let linked = ["dossier": "2026-R-0001", "version": version]
            #expect(try await reader.post("\(path)/rattachement", linked).status == 303)
            #expect(try await reader.get(path).text.contains("Remboursement refusé"))
            let closed = try await other.get(path)
            #expect(closed.status == 403 && !closed.text.contains("Remboursement"))
            #expect(try await !other.get(Path.discontents).text.contains("Noé"))
        }
    }

    // Shows: R-24
    @Test(arguments: Engine.available) func `is a line without content to the others, and counted`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let reader = try await site.desk([.complaintsManager], email: "camille@cine-atelier.example")
            let other = try await site.desk([.management])
            _ = try await restrict(reader, site)
            for (address, identifier) in [("/registre", "REC-2026-0001"), ("/receptions", "2026-R-0001")] {
                let page = try await other.get(address).text
                #expect(page.contains("Accès restreint") && page.contains(identifier), "\(address)")
                #expect(!page.contains("href=\"\(Self.path)\""), "\(address)")
                let own = try await reader.get(address).text
                #expect(!own.contains("Accès restreint") && own.contains("Noé"), "\(address)")
            }
            #expect(try await other.get("/tableau-de-bord").text.contains("Un dossier ouvert est en accès restreint"))
            #expect(!(try await reader.get("/tableau-de-bord").text.contains("dossier ouvert est en accès restreint")))
            let shut = try await other.get(Self.path)
            #expect(shut.status == 403 && shut.text.contains("accès restreint"))
        }
    }

    // Shows: R-24
    @Test func `is read by whoever is listed, says so, and is opened to all again`() async throws {
        try await TestSite.open { site in
            let reader = try await site.desk([.complaintsManager], email: "camille@cine-atelier.example")
            let other = try await site.desk([.receptionDesk])
            _ = try await restrict(reader, site)
            let page = try await reader.get(Self.path).text
            #expect(
                page.contains(
                    "Mise en cause de la personne qui traite les réclamations, ou de la direction ; ouvert à Inès Moreau"
                        .spaced
                )
            )
            #expect(page.contains("Propos tenus le 3 mars"))
            #expect(try await other.get(Self.path).status == 403)
            let lifted = try await reader.post("\(Self.path)/levee-restriction", ["motif": "Le témoin est d’accord"])
            #expect(lifted.status == 303)
            let opened = try await other.get(Self.path)
            #expect(opened.status == 200 && opened.text.contains("Le témoin est d’accord"))
        }
    }

    // Shows: R-24
    @Test(arguments: Engine.available) func `stands at the head of the day where a judgement finds it grave`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let manager = try await site.desk([.complaintsManager], email: "camille@cine-atelier.example")
            let control = try await site.desk([.internalControl])
            let id = try await site.lead(to: .registered)
            try await site.books.register.change(id, by: .officer(Story.manager)) {
                try $0.qualify(Qualification(nature: .complaint, severities: [.harassment]), $1)
            }
            let page = try await manager.get("/tableau-de-bord").text
            let alert = try #require(page.firstRange(of: "id=\"grave\""))
            let first = try #require(page.firstRange(of: "<h2"))
            #expect(page[first.lowerBound..<alert.upperBound].matches(of: /<h2/).count == 1, "nothing stands before it")
            #expect(page.contains("\(Self.path)#restriction-formulaire") && page.contains("Harcèlement"))
            #expect(!(try await control.get("/tableau-de-bord").text.contains("id=\"grave\"")))
        }
    }

    /// The public form, filled and sent.
    private func send(_ site: TestSite, confidential: Bool) async throws -> CaseFile.ID {
        let form = try await site.run { client in
            try await client.execute(uri: "/reclamation", method: .get) { TestAnswer($0) }
        }
        let envoi = try #require(form.text.firstMatch(of: /name="envoi" value="([^"]*)"/)).output.1
        var body = MultipartBody()
        for (name, value) in [
            ("envoi", String(envoi)), ("etape", "envoi"), ("nom", "Caron"), ("prenom", "Zoé"),
            ("vous_etes", "stagiaire"), ("courriel", "zoe@example.org"), ("objet", "Propos"),
            ("reclamation", "Des propos de la directrice."),
        ] + (confidential ? [("mise_en_cause", "oui")] : []) { body.add(name, value) }
        let before = try await site.books.register.receptions(CaseFilter()).count
        let sent = try await site.post("/reclamation", body.closed, headers: [:])
        #expect(sent.status == 303)
        let lines = try await site.books.register.receptions(CaseFilter())
        #expect(lines.count == before + 1)
        return try #require(lines.first).id
    }

    // Shows: R-87
    @Test(arguments: Engine.available) func `comes so by the form, for the persons whom the provider has named`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let manager = try await site.desk([.complaintsManager], email: "camille@cine-atelier.example")
            let director = try await site.desk([.management])
            let president = try await site.desk([.management], email: "ada@cine-atelier.example")
            let plain = try await site.run { client in
                try await client.execute(uri: "/reclamation", method: .get) { TestAnswer($0) }
            }
            #expect(plain.text.contains("name=\"mise_en_cause\""))
            #expect(plain.text.contains("remise à la direction seule") && plain.text.contains("Défenseur des droits"))
            let first = try await send(site, confidential: true)
            let reference = try await site.books.register.caseFile(first).reception.reference
            #expect(try await manager.get("/dossiers/\(reference)").status == 403)
            #expect(try await director.get("/dossiers/\(reference)").status == 200)
            var procedure = Story.procedure
            procedure.confidential = ConfidentialRecipients(
                accounts: [president.account.id],
                function: "la présidente de l’association"
            )
            try await site.books.publish(procedure)
            for address in ["/reclamation", "/procedure"] {
                let page = try await site.run { client in
                    try await client.execute(uri: address, method: .get) { TestAnswer($0) }
                }
                #expect(page.text.contains("la présidente de l’association"), "\(address)")
                #expect(!page.text.contains("Défenseur des droits"), "\(address)")
            }
            let second = try await site.books.register.caseFile(try await send(site, confidential: true)).reception
            #expect(try await director.get("/dossiers/\(second.reference)").status == 403)
            #expect(try await president.get("/dossiers/\(second.reference)").status == 200)
            #expect(try await president.get("/tableau-de-bord").text.contains("Arrivée en confidence"))
            let open = try await site.books.register.caseFile(try await send(site, confidential: false)).reception
            #expect(try await manager.get("/dossiers/\(open.reference)").status == 200)
        }
    }
}

extension String {
    /// With the no-break spaces that French puts before a semicolon.
    fileprivate var spaced: String { replacing(" ;", with: "\u{202F};") }
}
