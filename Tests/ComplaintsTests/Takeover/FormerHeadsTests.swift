import Testing

@testable import Complaints

@Suite struct `The heads of an older register` {
    private func sheet(_ lines: [String]) throws -> FormerSheet {
        try FormerSheet(Array(lines.joined(separator: "\n").utf8))
    }

    @Test func `of two lines are read as one, each column with the words above it where it needs them`() throws {
        let sheet = try sheet([
            "Registre 2024;;;;;;", "N°;Date;Réclamant;;Réponse;;Clôture", ";;Nom;Courriel;Date;Suite;Date",
            "1;12/03/2024;Dupont;a@b.example;13/03/2024;Avoir;14/03/2024", "2;13/03/2024;Durand;;;;",
        ])
        #expect(sheet.headLine == 3 && sheet.rows.map(\.line) == [4, 5])
        #expect(sheet.heads == ["N°", "Date", "Nom", "Courriel", "Réponse – Date", "Suite", "Clôture – Date"])
        let places: [FormerColumn: Int] = [
            .number: 0, .receivedOn: 1, .lastName: 2, .email: 3, .answeredOn: 4, .outcome: 5, .closedOn: 6,
        ]
        #expect(sheet.guesses.places == places)
    }

    @Test func `are those of the line with most cells that look like heads, known or not`() throws {
        let sheet = try sheet([
            "Suivi des actions de formation;;;", ";;;", "Quand;Qui;Quoi;Et puis", "12/03/2024;Dupont;Froid;Avoir",
            "13/03/2024;a@b.example;Bruit;",
        ])
        #expect(sheet.headLine == 3 && sheet.heads == ["Quand", "Qui", "Quoi", "Et puis"])
    }

    @Test func `may stand on another line that somebody names, where there is one`() throws {
        let sheet = try sheet([
            "Date;Objet;Réponse", "Quand;Quoi;Note", "12/03/2024;Froid;vu", "13/03/2024;Bruit;vu",
        ])
        #expect(sheet.headLine == 1 && sheet.likelyHeadLine == 1)
        let other = try sheet.headed(at: 2)
        #expect(other.heads == ["Quand", "Quoi", "Note"] && other.rows.map(\.line) == [3, 4])
        #expect(try other.likelyHeadLine == 1 && other.headed(at: 1) == sheet)
        for line in [-1, 0, 4, 5, .max] {
            #expect(throws: FormerSheet.Mistake.empty, "\(line)") { try sheet.headed(at: line) }
        }
    }

    @Test func `are refused on a line with too much below it or beside it, and with that reason`() throws {
        let wide = String(repeating: "1;", count: 120) + "1\n"
        let row = "12/03/2024;Froid;vu\n"
        let sheet = try FormerSheet(Array(("Registre\nDate;Objet;Réponse\n\(wide)" + row).utf8))
        #expect(sheet.headLine == 2)
        #expect(throws: FormerSheet.Mistake.tooManyColumns) { try sheet.headed(at: 3) }
        let rows = String(repeating: row, count: FormerSheet.mostRows)
        let long = try FormerSheet(Array("Registre;;\nDate;Objet;Réponse\n\(rows)".utf8))
        #expect(long.headLine == 2 && long.rows.count == FormerSheet.mostRows)
        #expect(throws: FormerSheet.Mistake.tooManyRows) { try long.headed(at: 1) }
    }

    @Test func `keep what somebody chose when they are read on another line, and guess the rest anew`() throws {
        let sheet = try sheet([
            "Registre;de;nos;soucis", "Date;Objet;Statut;Note", "12/03/2024;Froid;clos;vu", "13/03/2024;B;;",
        ])
        let title = try sheet.headed(at: 1)
        var choices = title.guesses
        #expect(choices.columns.isEmpty && sheet.headLine == 2)
        choices.columns[3] = .measure
        let carried = sheet.carrying(choices, from: title)
        #expect(carried.columns == [0: .receivedOn, 1: .subject, 2: .state, 3: .measure] && carried.headLine == nil)
        #expect(carried.states == ["clos": .closed, "": .open])
        #expect(title.carrying(carried, from: sheet).columns == [3: .measure])
        #expect(title.carrying(carried, from: sheet).headLine == 1)
        choices.columns = [1: .subject, 0: .text]
        #expect(sheet.carrying(choices, from: title).columns == [0: .text, 1: .subject, 2: .state])
    }

    @Test func `are guessed surely where what stands below them fits`() throws {
        let sheet = try sheet([
            "Date;Contact;Mail;Réponse;Statut;Tél", "12/03/2024;Mme Dupont;a@b.example;12/04/2024;clos;06 00 00 00 00",
            "mars 2024;Durand;;13/04/2024;;06 00 00 00 01", "13/03/2024;Petit;c@d.example;;en cours;voir fiche",
        ])
        let guesses = sheet.guesses
        #expect(guesses[.receivedOn] == 0 && guesses[.contact] == 1 && guesses[.outcome] == 3)
        let sure = guesses.columns.filter { sheet.isSure($0.value, at: $0.key) }.keys
        #expect(sure.sorted() == [0, 2, 4])
    }
}
