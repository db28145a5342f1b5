import Complaints
import Foundation
import HTTPTypes
import Pages
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `What a list shows, as a file` {
    /// Subjects that a spreadsheet or a page might take for something else.
    private static let subjects = [
        "=cmd|' /C calc'!A0", "O'Brien <script>", "un; \"deux\"", "+33 6", "@SOMME(A1)", "Salle froide", "-1+2",
    ]

    /// More complaints than a page has, entered in the register, one an hour.
    private func fill(_ site: TestSite, _ count: Int) async throws -> [CaseFile.ID] {
        let manager = Author.officer(Story.manager)
        var ids: [CaseFile.ID] = []
        for number in 0..<count {
            let subject = Self.subjects[number % Self.subjects.count]
            let original = Original(
                lastName: "Àrçy",
                firstName: "Noé",
                stakeholder: .trainee,
                email: "noe-\(number)@example.org",
                subject: subject,
                text: "Trois jours sans chauffage."
            )
            let id = try await site.books.receive(original)
            try await site.books.register.change(id, by: manager) {
                try $0.qualify(Qualification(nature: .complaint), $1)
            }
            _ = try await site.books.register.enter(id, by: manager)
            site.books.clock.advance(seconds: 3_600)
            ids.append(id)
        }
        return ids
    }

    /// The rows of a table, cell by cell, the names of its columns left out.
    private func rows(_ answer: TestAnswer) -> [[String]] {
        var (rows, row, cell, isQuoted) = ([[String]](), [String](), String.UnicodeScalarView(), false)
        for scalar in answer.text.unicodeScalars where scalar != "\u{FEFF}" {
            switch scalar {
            case "\"": isQuoted.toggle()
            case ";" where !isQuoted:
                row.append(String(cell))
                cell = String.UnicodeScalarView()
            case "\r" where !isQuoted: break
            case "\n" where !isQuoted:
                rows.append(row + [String(cell)])
                (row, cell) = ([], String.UnicodeScalarView())
            default: cell.append(scalar)
            }
        }
        return Array(rows.dropFirst())
    }

    /// The cells of all pages of a list, from the first on.
    private func cells(_ path: String, _ desk: TestDesk) async throws -> [[String]] {
        var (cells, next) = ([[String]](), Optional(path))
        while let path = next {
            let page = try await desk.get(path).text
            for row in page.matches(of: /<tr>\s*(<th scope="row"(?s:.*?))<\/tr>/) {
                cells.append(
                    row.output.1.matches(of: /<t[hd][^>]*>((?s:.*?))<\/t[hd]>/).map { plain(String($0.output.1)) }
                )
            }
            next = page.firstMatch(of: /<a href="([^"]*)" rel="next">/).map { plain(String($0.output.1)) }
        }
        return cells
    }

    private func plain(_ html: String) -> String {
        html.replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }

    /// A cell as it is written for spreadsheets; the reader above takes quotation marks away, here too.
    private func written(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@".contains($0) } ?? false
        return (isFormula ? "'" : "") + text.replacing("\"", with: "")
    }

    // Shows: R-22, S-24
    @Test(arguments: Engine.available) func `has the lines of all pages, in their order`(engine: Engine) async throws {
        try await TestSite.open(on: engine) { site in
            _ = try await fill(site, 53)
            let desk = try await site.desk([.complaintsManager])
            for order in LedgerOrder.all {
                let shown = try await cells("/registre?tri=\(order.word)", desk)
                let answer = try await desk.post("/registre/export.csv", ["tri": order.word])
                #expect(answer.status == 200 && shown.count == 53, "\(order.word)")
                let exported = rows(answer)
                #expect(exported.map(\.count) == Array(repeating: 20, count: 53), "\(order.word)")
                for (page, row) in zip(shown, exported) {
                    let read = [row[0], row[2], row[3], row[4], row[5], row[9]]
                    #expect(read == page.prefix(6).map(written), "\(order.word)")
                }
                let received = try await cells("/receptions?tri=\(order.word)", desk)
                let log = try await rows(desk.post("/receptions/export.csv", ["tri": order.word]))
                #expect(log.map { $0[1] } == received.map { $0[0] }, "\(order.word)")
            }
            #expect(try await rows(desk.post("/registre/export.csv", ["q": "salle"])).count == 7)
        }
    }

    // Shows: R-22, S-62, S-58
    @Test(arguments: Engine.available) func `is named, dated, on record, and given after the password`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            _ = try await fill(site, 2)
            let desk = try await site.desk([.complaintsManager])
            site.books.clock.advance(seconds: 6 * 60)
            let asked = try await desk.post("/registre/export.csv", ["etat": "ouvertes"])
            #expect(asked.status == 401 && asked.text.contains("name=\"confirmation\""))
            #expect(asked.hidden("etat") == "ouvertes" && !asked.text.contains("REC-2026-0001"))
            #expect(asked.text.contains("<a href=\"/registre?etat=ouvertes\">Revenir à la page précédente</a>"))
            let confirmed = ["etat": "ouvertes", "confirmation": TestSite.password]
            // The browser keeps the file and shows on the page from which it came: that one holds no password.
            let ready = try await desk.post("/registre/export.csv", confirmed)
            #expect(ready.status == 200 && ready.text.contains("<h1>Le fichier est prêt</h1>"))
            #expect(ready.hidden("etat") == "ouvertes" && ready.hidden("confirmation") == nil)
            #expect(!ready.text.contains("type=\"password\"") && ready.headers[.contentDisposition] == nil)
            #expect(ready.text.contains("<a href=\"/registre?etat=ouvertes\">Revenir à la page précédente</a>"))
            let answer = try await desk.post("/registre/export.csv", ["etat": "ouvertes"])
            #expect(answer.status == 200 && rows(answer).count == 2)
            #expect(answer.headers[.contentType]?.hasPrefix("text/csv; charset=utf-8") == true)
            let name = answer.headers[.contentDisposition] ?? ""
            #expect(name.hasPrefix("attachment; ") && name.contains("2026-11-23.csv"))
            #expect(answer.headers[.cacheControl] == "no-store")
            #expect(try await desk.get("/registre/export.csv").status == 405)
            #expect(try await desk.post("/registre/export.csv", [:], token: "rien").status == 403)
            let watch = try await site.desk([.management], email: "luc@cine-atelier.example")
            let journal = try await watch.get("/audit/acces?genre=export").text
            #expect(journal.contains("registre, CSV") && !journal.contains("etat="))
        }
    }

    // Shows: R-22
    @Test(arguments: Engine.available) func `says so where there is nothing`(engine: Engine) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.complaintsManager])
            let nothing = try await rows(desk.post("/registre/export.csv", ["du": "2026-01-01", "au": "2026-06-30"]))
            #expect(nothing.count == 1)
            #expect(nothing.first?.first?.hasPrefix("Aucune réclamation enregistrée sur la période (du 1er") == true)
            let data = try await desk.post("/receptions/export.json", [:])
            let object = try JSONSerialization.jsonObject(with: Data(data.text.utf8)) as? [String: Any]
            #expect(object?["nombre"] as? Int == 0)
            #expect((object?["neant"] as? String)?.hasPrefix("Aucune réception.") == true)
        }
    }

    // Shows: R-22
    @Test func `is for programs what the table is for people`() async throws {
        try await TestSite.open { site in
            _ = try await fill(site, 8)
            let desk = try await site.desk([.complaintsManager])
            let answer = try await desk.post(
                "/registre/export.json",
                ["tri": "echeance", "annee": "2026", "etat": "rien"]
            )
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any]
            )
            #expect(object["format"] as? String == "doleances/export" && object["version"] as? Int == 1)
            #expect(object["filtres"] as? [String: String] == ["annee": "2026", "tri": "echeance"])
            #expect(object["nombre"] as? Int == 8 && object["neant"] == nil)
            let lines = try #require(object["lignes"] as? [[String: Any]])
            let table = try await rows(desk.post("/registre/export.csv", ["tri": "echeance"]))
            #expect(lines.map { $0["numero"] as? String } == table.map { $0[0] })
            #expect(lines.first?["objet"] as? String == Self.subjects[0], "a program runs no formula")
            #expect(lines.allSatisfy { ($0["actions"] as? [Any])?.isEmpty == true && $0["decision"] == nil })
        }
    }

    // Shows: R-22
    @Test(arguments: Engine.available) func `says what was decided, what was done and when it ended`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let file = try await site.books.register.caseFile(try await site.lead(to: .closed))
            let desk = try await site.desk([.complaintsManager])
            let row = try #require(try await rows(desk.post("/registre/export.csv", [:])).first)
            let measure = try #require(file.measures.first)
            #expect(row.count == 20 && row[19].contains(measure.text) && !row[18].isEmpty)
            let text = try await desk.post("/registre/export.json", [:]).text
            let ended = try #require(file.endedAt)
            #expect(text.contains("\"terminee_le\":\"\(ended)\"") && text.contains("\"faite_le\":"))
            #expect(try await !desk.post("/receptions/export.json", [:]).text.contains("\"actions\""))
        }
    }

    @Test(arguments: Engine.available) func `is the same however few lines are read at a time`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            _ = try await fill(site, 7)
            let desk = try await site.desk([.complaintsManager])
            let accounts = site.site.accounts(site.books.organisation)
            let session = try #require(try await accounts.session(of: desk.session))
            let visitor = StaffVisitor(site.books.register, accounts, session, desk.session, reads: true)
            let summaries = Summaries(
                register: site.books.register,
                accounts: try await accounts.all(),
                procedure: Story.procedure,
                today: site.books.clock.now.civilDate
            )
            for order in LedgerOrder.all {
                let asked = AuditFilter(order: order)
                let audited = ExportedList(
                    scope: ExportScope(asked, of: .register),
                    filter: CaseFilter(asked),
                    summarised: .withoutPersons(Stakeholder.standard)
                )
                let whole = ExportedList(
                    scope: ExportScope(RegisterFilter()),
                    filter: CaseFilter(asked),
                    summarised: .whole(summaries)
                )
                for list in [audited, whole] {
                    var texts: [String] = []
                    for step in [500, 7, 3, 1] { texts.append(try await written(list, step, visitor, site)) }
                    #expect(Set(texts).count == 1, "\(order.word)")
                    #expect(texts[0].contains(#""nombre":7}"#), "\(order.word)")
                }
            }
        }
    }

    /// A list as both kinds of file, so many lines of it read at a time.
    private func written(
        _ list: ExportedList,
        _ step: Int,
        _ visitor: StaffVisitor,
        _ site: TestSite
    ) async throws -> String {
        var bytes: [UInt8] = []
        for format in [ExportFormat.table, .data] {
            var writer = ExportWriter(
                list,
                as: format,
                for: visitor,
                press: site.site.press,
                now: site.books.clock.now,
                step: step,
                site.log.logger
            )
            while let piece = try await writer.next() { bytes += piece }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    // Shows: R-24, R-67
    @Test(arguments: Engine.available) func `has of a closed case, and for an auditor, what the pages have`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let ids = try await fill(site, 3)
            let reader = try await site.hire([.complaintsManager], email: "camille@cine-atelier.example")
            try await site.restrict(ids[1], to: [reader.id])
            let desk = try await site.desk([.internalControl])
            for path in ["/registre/export.csv", "/receptions/export.csv", "/registre/export.json"] {
                let text = try await desk.post(path, [:]).text
                #expect(!text.contains(Self.subjects[1]) && text.contains("REC-2026-0002"), "\(path)")
                let found = try await desk.post(path, ["vous_etes": "stagiaire"]).text
                #expect(path.hasPrefix("/receptions") || !found.contains("REC-2026-0002"), "\(path)")
            }
            let whole = try await rows(desk.post("/registre/export.csv", [:]))
            let row = try #require(whole.first { $0[0] == "REC-2026-0002" })
            #expect(row[3] == "Accès restreint" && [4, 5, 6, 7, 8, 10].allSatisfy { row[$0].isEmpty })
            let auditor = try await site.desk([.auditor], email: "ana@cine-atelier.example")
            for path in ["/registre/export.csv", "/receptions/export.json", "/vues"] {
                #expect(try await auditor.post(path, [:]).status == 403, "\(path)")
            }
            for book in LedgerBook.allCases {
                for order in LedgerOrder.all {
                    let shown = try await cells("\(book.auditedPath)?tri=\(order.word)", auditor)
                    let answer = try await auditor.post("\(book.auditedPath)/export.csv", ["tri": order.word])
                    #expect(rows(answer) == shown.map { $0.map(written) }, "\(order.word)")
                }
                for format in ["csv", "json"] {
                    let text = try await auditor.post("\(book.auditedPath)/export.\(format)", ["q": "salle"]).text
                    #expect(!text.contains("Noé") && !text.contains("Salle") && text.contains("2026"), "\(format)")
                }
            }
        }
    }
}
