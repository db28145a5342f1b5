import Testing

@testable import Complaints
@testable import Pages

@Suite struct `A table for spreadsheets` {
    static let cells: [(String, String)] = [
        ("Noé", "Noé"), ("", ""), ("O'Brien <script>", "O'Brien <script>"), ("une; deux", "\"une; deux\""),
        ("dit « \"non\" »", "\"dit « \"\"non\"\" »\""), ("ligne\nsuite", "\"ligne\nsuite\""),
        ("ligne\r\nsuite", "\"ligne\r\nsuite\""), ("\"\u{301}", "\"\"\"\u{301}\""),
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"), ("+33 1", "'+33 1"), ("-1+2", "'-1+2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""), ("\r\n=1", "\"'\r\n=1\""), ("\n=1", "\"'\n=1\""),
        ("\u{FF1D}1", "'\u{FF1D}1"), ("=\u{301}1", "'=\u{301}1"), ("=\"a\";b", "\"'=\"\"a\"\";b\""), ("1-2", "1-2"),
    ]

    // Shows: S-24
    @Test(arguments: cells) func `runs nothing, and keeps each cell one cell`(text: String, written: String) {
        #expect(Array(SpreadsheetText.cell(text).utf8) == Array(written.utf8), "\(text.debugDescription)")
    }

    // Shows: S-24, R-22
    @Test func `begins with the mark of UTF-8 and French heads, and has days as they are written here`() throws {
        let press = try Press()
        let sheet = ExportSheet(
            .register,
            isPseudonymised: false,
            for: StaffStory.manager,
            today: StaffStory.today,
            press: press
        )
        let heads =
            "Numéro;Référence;Reçue le;Personne;Objet;Qualité;Voie;Saisie par;Thème;Étape;Gestionnaire;"
            + "Accusé de réception;Réponse due le;Réponse envoyée;"
            + "Transmise par;Référence du tiers;Attendue par le tiers;Décision;Terminée le;Actions menées\r\n"
        #expect(Array(sheet.head.utf8) == Array("\u{FEFF}\(heads)".utf8))
        for line in StaffSamples.ledger + [StaffSamples.hidden] {
            let row = sheet.row(line)
            #expect(row.utf8.suffix(2).elementsEqual("\r\n".utf8))
            #expect(row.contains(";\(FrenchDates.short(line.answerDue));"))
        }
        let closed = sheet.row(StaffSamples.hidden).split(separator: ";", omittingEmptySubsequences: false)
        #expect(closed.count == 20 && closed[3] == "Accès restreint")
        #expect(closed[14...].allSatisfy { $0.isEmpty || $0 == "\r\n" })
        for index in [4, 5, 6, 7, 8, 10] { #expect(closed[index].isEmpty, "\(index)") }
    }

    // Shows: R-22, S-24
    @Test func `says of the register alone what was decided and done, and when it ended`() throws {
        let press = try Press()
        var file = StaffStory.file(.closed)
        #expect(Treatment(file).decision(press).isEmpty, "its letter is still here")
        file.answerLeftAt = file.answeredAt
        let told = Treatment(file)
        let outcome = press.words("outcome.\(try #require(file.answer).outcome.rawValue)")
        #expect(told.decision(press) == outcome && told.endedAt == file.endedAt && file.endedAt != nil)
        let measure = try #require(file.measures.first)
        #expect(told.actions(press).hasPrefix("\(FrenchDates.short(measure.doneOn))\u{A0}: \(measure.text)"))
        file.measuresDispensed = "Le stage a été prolongé"
        #expect(!Treatment(file).actions(press).contains("Sans action"), "something was done after all")
        file.measures = []
        #expect(Treatment(file).actions(press) == "Sans action\u{A0}: Le stage a été prolongé")
        let open = Treatment(StaffStory.file(.received))
        #expect(open.decision(press).isEmpty && open.endedAt == nil && open.actions(press).isEmpty)
        for book in LedgerBook.allCases {
            let sheet = ExportSheet(
                book,
                isPseudonymised: false,
                for: StaffStory.manager,
                today: StaffStory.today,
                press: press
            )
            let row = sheet.row(StaffSamples.ledger[0], told)
            #expect(row.contains(outcome) == (book == .register))
            #expect(sheet.head.contains("Décision") == (book == .register))
        }
    }

    // Shows: R-22
    @Test func `says what it is of, in its name and where it is empty`() throws {
        let press = try Press()
        let now = StaffStory.instant("2026-11-29T13:05:00Z")
        let day = StaffStory.day("2026-11-29")
        let (from, through) = (StaffStory.day("2026-01-01"), StaffStory.day("2026-06-30"))
        let all = ExportScope(RegisterFilter())
        #expect(
            all.fileName(.table, on: day, press)
                == "Tableau de suivi des réclamations et de leur traitement - établi le 2026-11-29.csv"
        )
        let made = "Tableau établi le 29\u{A0}novembre 2026 à 14\u{A0}h\u{A0}05."
        #expect(all.nothing(at: now, press) == "Aucune réclamation enregistrée. \(made)")
        let half = ExportScope(RegisterFilter(from: from, through: through))
        #expect(half.fileName(.data, on: day, press).contains(" - du 2026-01-01 au 2026-06-30 - "))
        let words = "Aucune réclamation enregistrée sur la période (du 1er\u{A0}janvier 2026 au 30\u{A0}juin 2026)."
        #expect(half.nothing(at: now, press) == "\(words) \(made)")
        let filtered = ExportScope(RegisterFilter(standing: .late, year: 2026))
        #expect(filtered.nothing(at: now, press).hasPrefix("Aucune réclamation du registre ne répond à ces critères."))
        #expect(filtered.items.map(\.name) == ["etat", "annee"])
        let audited = ExportScope(AuditFilter(year: 2025), of: .receptions)
        #expect(
            audited.fileName(.table, on: day, press).hasPrefix("Journal de réception, sans les noms - année 2025 - ")
        )
        #expect(audited.nothing(at: now, press).hasPrefix("Aucune réception sur la période (année 2025)."))
    }
}
