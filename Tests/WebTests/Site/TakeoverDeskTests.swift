import Complaints
import HTTPTypes
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `The page where an older register is brought in` {
    private static let path = Path.takeover

    // Shows: S-58
    @Test(arguments: Engine.available)
    func `names every wrong line, writes nothing, and takes the mended file over after the password`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.management])
            let messy = MessyRegister(300)
            #expect(try await desk.get(Self.path).text.contains("Reprendre un ancien registre"))
            #expect(try await desk.sendRegister(messy.table(isMended: false)).status == 303)
            let columns = try await desk.get(Self.path)
            #expect(columns.text.contains("Clôturée le") && !columns.text.contains("id=\"essai\""))
            var fields = columns.columnChoices
            #expect(fields["colonne_1"] == "recue_le" && fields["colonne_2"] == "personne")
            #expect(try await desk.post(Self.path, fields).status == 303)
            let tried = try await desk.get(Self.path).text
            #expect(tried.contains("id=\"essai\"") && !tried.contains("value=\"reprise\""))
            let table = try await desk.post(Path.takeoverProblems, [:])
            #expect(table.headers[.contentDisposition]?.contains("attachment") == true)
            for defect in messy.defects {
                #expect(tried.contains(">\(defect.line)</th>"), "\(defect)")
                #expect(table.text.contains("\r\n\(defect.line);"), "\(defect)")
            }
            let forced = ["etape": "reprise", "essai_lu": try await trialDigest(desk, site)]
            #expect(try await desk.post(Self.path, forced).status == 422)
            #expect(try await site.books.register.countReceptions(CaseFilter()) == .exactly(0))
            #expect(try await desk.sendRegister(messy.table(isMended: true)).status == 303)
            let good = try await desk.get(Self.path)
            #expect(good.text.contains("value=\"reprise\""), "what was said of its columns is kept")
            #expect(good.text.contains("name=\"fichier\"") == false && tried.contains("name=\"fichier\""))
            fields = good.columnChoices
            let carried = try await trialDigest(desk, site)
            #expect(good.hidden("essai_lu") == carried)
            #expect(try await desk.post(Self.path, forced).status == 409, "that was another file")
            try await takeAll(fields["empreinte"] ?? "", desk, site)
        }
    }

    /// What the form by which all of it is taken over carries as things stand.
    private func trialDigest(_ desk: TestDesk, _ site: TestSite) async throws -> String {
        try #require(try await site.books.register.takeoverDraft(of: desk.account.id)).trialDigest
    }

    private func takeAll(_ digest: String, _ desk: TestDesk, _ site: TestSite) async throws {
        let all = ["etape": "reprise", "essai_lu": try await trialDigest(desk, site)]
        site.books.clock.advance(seconds: 6 * 60)
        let asked = try await desk.post(Self.path, all)
        #expect(asked.status == 401 && asked.text.contains("name=\"confirmation\""))
        #expect(asked.hidden("essai_lu") == all["essai_lu"])
        let done = try await desk.post(Self.path, all.merging(["confirmation": TestSite.password]) { $1 })
        #expect(done.status == 303 && done.location == "/reglages/reprise?fait=reprise&nombre=300")
        let page = try await desk.get(done.location).text
        #expect(page.contains("Réclamations reprises\u{A0}: 300") && page.contains("type=\"file\""))
        #expect(try await site.books.register.countReceptions(CaseFilter()) == .exactly(300))
        let again = try await desk.post(Self.path, all)
        #expect(again.status == 409, "the file is gone")
        let file = try await desk.get("/dossiers/REC-2021-0001").text
        #expect(file.contains("Reprise d’un ancien registre") && file.contains("Ancien numéro\u{A0}: A-"))
        #expect(file.contains("NOM") && file.contains(digest))
        #expect(file.contains("de «\u{A0}registre.csv\u{A0}» (SHA-256 \(digest))"))
        let watch = try await site.desk([.auditor], email: "audit@certificateur.example")
        let copy = try await watch.get("/audit/dossiers/REC-2021-0001").text
        #expect(
            copy.contains("Reprise d’un ancien registre") && !copy.contains("NOM") && !copy.contains("Ancien numéro")
        )
        try await site.books.register.keepCheckpoint()
        #expect(try await site.books.register.inspect().cases == 300)
    }

    // Shows: S-20
    @Test func `keeps what was chosen, and says beside each column what is missing or chosen twice`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.management])
            _ = try await desk.sendRegister("Quand;Quoi;Statut\n12/03/2024;Froid;bof\n")
            var fields = (try await desk.get(Self.path)).columnChoices
            #expect(fields["colonne_0"] == "recue_le" && fields["colonne_2"] == "etat")
            let refused = try await desk.post(Self.path, fields)
            #expect(refused.status == 422 && refused.text.contains("Aucune colonne n’est indiquée pour"))
            fields.merge(["colonne_0": "recue_le", "colonne_1": "objet", "colonne_2": "objet"]) { $1 }
            let twice = try await desk.post(Self.path, fields)
            #expect(twice.status == 422 && twice.text.contains("indiquées pour la même chose"))
            #expect(twice.columnChoices["colonne_0"] == "recue_le" && twice.columnChoices["colonne_2"] == "objet")
            fields["colonne_2"] = "etat"
            #expect(try await desk.post(Self.path, fields).status == 303)
            let unsaid = try await desk.get(Self.path)
            #expect(unsaid.text.contains("On ne sait pas ce que veut dire cet état"))
            fields = unsaid.columnChoices
            fields["etat_0"] = "ouverte"
            #expect(try await desk.post(Self.path, fields).status == 303)
            #expect(try await desk.get(Self.path).text.contains("Reprendre tout (1)"))
            #expect(try await desk.post(Self.path, ["etape": "abandon"]).status == 303)
            #expect(try await desk.get(Self.path).text.contains("type=\"file\""))
        }
    }

    @Test func `lets states be explained that are signs alone`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.management])
            let text = "Date;Objet;Statut;Clôturée le\n12/03/2024;Froid;✔;13/03/2024\n12/03/2024;Bruit;✘;\n"
            _ = try await desk.sendRegister(text)
            var fields = (try await desk.get(Self.path)).columnChoices
            #expect(fields["etat_lu_0"] == "✔" && fields["etat_lu_1"] == "✘")
            fields.merge(["etat_0": "close", "etat_1": "ouverte"]) { $1 }
            #expect(try await desk.post(Self.path, fields).status == 303)
            #expect(try await desk.get(Self.path).text.contains("Reprendre tout (2)"))
        }
    }

    // Shows: S-06, S-33
    @Test func `shows what it read as text, and hands out no formula`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.management])
            let text = "N°;Date;Objet;<script>x()</script>\n=1+1;12/03/2024;@SOMME(A1);-2+3\n+3;hier;<img src=x>;1\n"
            _ = try await desk.sendRegister(text, named: "<b>&.csv")
            let fields = (try await desk.get(Self.path)).columnChoices
            _ = try await desk.post(Self.path, fields)
            let page = try await desk.get(Self.path).text
            #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("<b>&"))
            let table = try await desk.post(Path.takeoverProblems, [:]).text
            #expect(table.contains(";'=1+1;") && !table.contains(";="))
            #expect(table.hasPrefix("\u{FEFF}"))
        }
    }

    // Shows: S-58
    @Test(arguments: Engine.available) func `takes over what was read over, and nothing that was chosen since`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.management])
            _ = try await desk.sendRegister("Date;Objet;Autre\n12/03/2024;Froid;Bruit\n")
            var fields = (try await desk.get(Self.path)).columnChoices
            #expect(try await desk.post(Self.path, fields).status == 303)
            let read = try await desk.get(Self.path)
            let all = ["etape": "reprise", "essai_lu": read.hidden("essai_lu") ?? ""]
            fields.merge(["colonne_1": "", "colonne_2": "objet"]) { $1 }
            #expect(try await desk.post(Self.path, fields).status == 303, "in another tab")
            let late = try await desk.post(Self.path, all)
            #expect(late.status == 409 && late.text.contains("choisies autrement depuis"))
            let old = ["etape": "reprise", "essai_lu": fields["empreinte"] ?? ""]
            #expect(try await desk.post(Self.path, old).status == 409, "the file alone is not enough")
            #expect(try await site.books.register.countReceptions(CaseFilter()) == .exactly(0))
            let now = ["etape": "reprise", "essai_lu": late.hidden("essai_lu") ?? ""]
            #expect(try await desk.post(Self.path, now).status == 303)
            #expect(try await desk.get("/dossiers/REC-2024-0001").text.contains("Bruit"))
        }
    }

    // Shows: S-24, S-58, S-62
    @Test(arguments: Engine.available) func `hands the problems out after the password, and on record`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.management])
            _ = try await desk.sendRegister("Date;Objet\nhier;Froid\n")
            _ = try await desk.post(Self.path, (try await desk.get(Self.path)).columnChoices)
            let form = "method=\"post\" action=\"\(Path.takeoverProblems)\""
            #expect(try await desk.get(Self.path).text.contains(form))
            site.books.clock.advance(seconds: 6 * 60)
            let asked = try await desk.post(Path.takeoverProblems, [:])
            #expect(asked.status == 401 && asked.text.contains("name=\"confirmation\""))
            #expect(asked.headers[.contentDisposition] == nil)
            let journal = "/audit/acces?genre=export"
            #expect(try await !desk.get(journal).text.contains("problèmes d’un ancien registre, CSV"))
            let ready = try await desk.post(Path.takeoverProblems, ["confirmation": TestSite.password])
            #expect(ready.status == 200 && ready.headers[.contentDisposition] == nil)
            let table = try await desk.post(Path.takeoverProblems, [:])
            #expect(table.status == 200 && table.text.contains("\r\n2;Date;hier;"))
            #expect(table.headers[.cacheControl] == "no-store")
            #expect(try await desk.get(journal).text.contains("problèmes d’un ancien registre, CSV"))
            #expect(try await desk.get(Path.takeoverProblems).status == 405)
            #expect(try await desk.post(Path.takeoverProblems, [:], token: "rien").status == 403)
            #expect(Path.page(with: Path.takeoverProblems) == Self.path)
        }
    }

    // Shows: S-19, S-33
    @Test func `refuses what is no table, or too much, and keeps none of it`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.management])
            let workbook: [UInt8] = [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 26)
            let files: [(name: String, content: [UInt8], words: String)] = [
                ("registre.csv", [UInt8](repeating: 0x41, count: 25 << 20), "trop grand"),
                ("registre.csv", workbook, "ni un tableau CSV"),
                ("registre.exe", Array("a;b".utf8), "ni un tableau CSV"),
                ("registre.csv", Array("Date\nx\n".utf8), "qu’une colonne"),
                ("registre.csv", Array("Date;Objet\n1;\"x\n".utf8), "jamais refermé"), ("registre.csv", [], "vide"),
                ("registre.csv", Array(String(repeating: "1;2\n", count: 6_000).utf8), "trop de lignes"),
            ]
            for file in files {
                let answer = try await desk.post(Self.path, ["etape": "fichier"], files: [(file.name, file.content)])
                #expect(answer.status == 422 && answer.text.contains(file.words), "\(file.name) \(file.words)")
            }
            #expect(try await desk.post(Self.path, ["etape": "fichier"]).status == 422)
            #expect(try await desk.post(Self.path, ["etape": "autre"]).status == 422)
            #expect(try await site.books.register.takeoverDraft(of: desk.account.id) == nil)
            let table = try await desk.post(Path.takeoverProblems, [:])
            #expect(table.status == 200 && table.text.split(separator: "\r\n").count == 1)
        }
    }

    // Shows: S-19
    @Test func `reads a workbook as it reads a table`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.management])
            let sent = try await desk.post(
                Self.path,
                ["etape": "fichier"],
                files: [("registre.xlsx", SampleWorkbook.bytes)]
            )
            #expect(sent.status == 303)
            let fields = (try await desk.get(Self.path)).columnChoices
            #expect(try await desk.post(Self.path, fields).status == 303)
            let tried = try await desk.get(Self.path).text
            #expect(tried.contains("une erreur du tableur") && tried.contains(">9</th>"))
        }
    }

    // Shows: S-13, S-60
    @Test func `is the management's, each with a file of their own`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.management])
            let other = try await site.desk([.management], email: "luc@cine-atelier.example")
            _ = try await desk.sendRegister("Date;Objet\n12/03/2024;Froid\n")
            #expect(try await other.get(Self.path).text.contains("type=\"file\""))
            #expect(try await desk.post(Self.path, ["etape": "abandon"], token: "rien").status == 403)
            #expect(try await !desk.get(Self.path).text.contains("type=\"file\""))
            for role in [Role.complaintsManager, .administrator, .auditor, .internalControl] {
                let shut = try await site.desk([role], email: "\(role.rawValue)@cine-atelier.example")
                #expect(try await shut.get(Self.path).status == 403, "\(role)")
                #expect(try await shut.post(Path.takeoverProblems, [:]).status == 403, "\(role)")
                #expect(try await shut.sendRegister("Date;Objet\n1;2\n").status == 403, "\(role)")
            }
        }
    }
}
