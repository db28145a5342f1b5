import Testing

@testable import Complaints

@Suite struct `A table from a spreadsheet` {
    private func sheet(_ text: String) throws -> FormerSheet { try FormerSheet(Array(text.utf8)) }

    @Test func `is read with semicolons, commas or tabs, quoted or not, whatever ends its lines`() throws {
        for (sign, end) in [(";", "\n"), (",", "\r\n"), ("\t", "\r")] {
            let lines = ["Date\(sign)Objet", "12/03/2024\(sign)\"a\(sign)\"\"b\"\"\(end)c\"", "", "13/03/2024\(sign)d"]
            let sheet = try sheet(lines.joined(separator: end))
            #expect(sheet.heads == ["Date", "Objet"] && sheet.headLine == 1 && sheet.skipped == 1)
            #expect(sheet.rows.map(\.line) == [2, 4])
            #expect(sheet.rows[0].cells == ["12/03/2024", "a\(sign)\"b\"\nc"])
        }
    }

    @Test func `is read in UTF-8, with its mark or without, and in the writing of older spreadsheets`() throws {
        let text = "Date;Réclamant\n12/03/2024;Noé Œuf €\n"
        let old: [UInt8] =
            Array("Date;R".utf8) + [0xE9] + Array("clamant\n12/03/2024;No".utf8) + [0xE9, 0x20, 0x8C]
            + Array("uf ".utf8) + [0x80, 0x0A]
        for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), old] {
            let sheet = try FormerSheet(bytes)
            #expect(sheet.heads == ["Date", "Réclamant"] && sheet.rows[0].cells[1] == "Noé Œuf €")
        }
    }

    @Test func `has its heads below a title, and passes over what is empty`() throws {
        let text =
            "Registre 2024;;\n;;\nNuméro;Date de la réclamation;Objet;;\n1;12/03/2024;Froid\n;;;;\n2;13/03/2024;Bruit\n"
        let sheet = try sheet(text)
        #expect(sheet.heads == ["Numéro", "Date de la réclamation", "Objet"] && sheet.headLine == 3)
        #expect(sheet.rows.map(\.line) == [4, 6])
        #expect(sheet.guesses[.number] == 0 && sheet.guesses[.receivedOn] == 1 && sheet.guesses[.subject] == 2)
    }

    @Test func `has its columns and states guessed from their words`() throws {
        let heads =
            "Date;Réclamant;Objet;Statut;Date AR;Réponse le;Clôturée le;Mesure;Suite donnée;Réclamation;Téléphone"
        let rows = ["terminé", "En cours", "CLOS", "bof"].map { "12/03/2024;A;B;\($0)" }
        let guesses = try sheet(([heads] + rows).joined(separator: "\n")).guesses
        let columns: [FormerColumn] = [
            .receivedOn, .person, .subject, .state, .acknowledgedOn, .answeredOn, .closedOn, .measure, .outcome, .text,
            .telephone,
        ]
        for (place, column) in columns.enumerated() { #expect(guesses[column] == place, "\(column)") }
        #expect(guesses.states == ["termine": .closed, "en cours": .open, "clos": .closed])
        #expect(guesses.missing.isEmpty && guesses.doubled.isEmpty)
        let twice = FormerChoices(at: [1: .subject, 2: .subject, 3: .text])
        #expect(twice.missing == [.receivedOn] && twice.doubled == [.subject])
    }

    @Test func `has no line counted against the limit that has nothing in it`() throws {
        let blank = String(repeating: "\n;;\n", count: 4_000)
        let sheet = try sheet("Date;Objet\n12/03/2024;Froid\n\(blank)13/03/2024;Bruit\n\(blank)")
        #expect(sheet.rows.map(\.line) == [2, 8_003] && sheet.skipped == 8_000)
    }

    @Test func `has states told apart that are signs alone`() throws {
        let sheet = try sheet("Date;Objet;Statut\n12/03/2024;A; ✔ \n12/03/2024;B;✘\n12/03/2024;C;–\n12/03/2024;D;✔\n")
        var choices = sheet.guesses
        #expect(sheet.states(by: choices).words == ["✔", "✘", "–"])
        #expect(sheet.states(by: choices).words.map(FormerState.key) == ["✔", "✘", "–"])
        choices.states = ["✔": .closed, "✘": .open, "–": .open]
        let trial = TakeoverTrial(sheet, choices, today: CivilDate(valid: 2026, 11, 23))
        #expect(trial.complaints.map(\.state) == [.open, .open] && trial.problems.map(\.line) == [2, 5])
        #expect(Set(trial.problems.map(\.cause)) == [.closedWithoutDay])
    }

    // Shows: S-19
    @Test func `is refused with the reason where it is none, or too much`() throws {
        let wrong: [([UInt8], FormerSheet.Mistake)] = [
            ([], .empty), (Array(" \n\n".utf8), .empty), (Array("Date;Objet\n;\n".utf8), .empty),
            ([0x50, 0x4B, 0x03, 0x04, 0x0A], .broken), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .workbook),
            ([0x44, 0x00, 0x61, 0x00], .notText), (Array("Date\n12/03/2024\n".utf8), .oneColumn),
            (Array("Date;Objet\n12/03/2024;\"froid\n".utf8), .unclosed),
            (Array(("Date;Objet\n" + String(repeating: "1;2\n", count: 6_000)).utf8), .tooManyRows),
            (Array((String(repeating: "x;", count: 120) + "x\n1;2\n").utf8), .tooManyColumns),
        ]
        for (bytes, mistake) in wrong { #expect(throws: mistake) { try FormerSheet(bytes) } }
    }

    // Shows: S-30
    @Test func `never stops a reader, whatever its bytes are`() {
        var generator = Dice(seed: 28)
        let signs = Array(";,\"\n\r\t=Dateé 12/03/2024".utf8) + [0xFF, 0x80, 0xC3, 0xE2]
        for _ in 0..<2_000 {
            let count = Int.random(in: 0...200, using: &generator)
            let bytes = (0..<count).map { _ in signs.randomElement(using: &generator) ?? 0 }
            guard let sheet = try? FormerSheet(bytes) else { continue }
            let choices = FormerChoices(columns: [.receivedOn: 0, .subject: 1, .state: 2])
            let trial = TakeoverTrial(sheet, choices, today: CivilDate(valid: 2026, 11, 23))
            #expect(trial.complaints.count + trial.wrongLines + trial.setAside.count == sheet.rows.count)
        }
    }
}
