import Testing

@testable import Complaints

@Suite struct `The heads of an older register` {
    private func sheet(_ lines: [String]) throws -> FormerSheet {
        try FormerSheet(Array(lines.joined(separator: "\n").utf8))
    }

    /// Heads that are split cell by cell, as somebody had them beneath a title.
    private static let split = [
        "Registre des réclamations 2024;;;;;;;;;", "",
        "N°;Reçue;Nom;Coordonnées;Objet;Voie;Traitement;;;État",
        ";le;;;de la réclamation;d’arrivée;Date;Suite donnée;Action;",
    ]
    private static let rows = [
        "1;12/03/2024;Dupont;a@b.example;Froid;mail;13/03/2024;Avoir;Appel;clos",
        "2;13/03/2024;Durand;;Bruit;tél.;;;;en cours",
    ]

    @Test func `that are split cell by cell over two lines are joined, whichever of the two is named`() throws {
        let sheet = try sheet(Self.split + Self.rows)
        #expect(
            sheet.heads == [
                "N°", "Reçue le", "Nom", "Coordonnées", "Objet de la réclamation", "Voie d’arrivée",
                "Traitement – Date", "Traitement – Suite donnée", "Traitement – Action", "État",
            ]
        )
        #expect(sheet.headLine == 4 && sheet.headHeight == 2 && sheet.skipped == 2)
        #expect(sheet.rows.map(\.line) == [5, 6], "neither line is a complaint")
        let places: [FormerColumn: Int] = [
            .number: 0, .receivedOn: 1, .lastName: 2, .contact: 3, .subject: 4, .channel: 5, .outcome: 7, .measure: 8,
            .state: 9,
        ]
        #expect(sheet.guesses.places == places, "the day of the treatment is not guessed to be another's")
        #expect(try sheet.headed(at: 3) == sheet && sheet.headed(at: 4) == sheet)
        #expect(try sheet.headed(at: 1).headHeight == 1, "a title is not joined to them")
    }

    @Test func `go on below, each beneath its own words, and beneath one that they share`() throws {
        let all = try sheet(["Reçue;Objet;Voie", "le;de la réclamation;d'arrivée"] + ["12/03/2024;Froid;mail"])
        #expect(all.heads == ["Reçue le", "Objet de la réclamation", "Voie d'arrivée"] && all.rows.map(\.line) == [3])
        let shared = try sheet([
            "N°;Date;;Réclamation;", ";de réception;de réponse;Objet;Détail", "1;12/03/2024;13/03/2024;Froid;Très",
        ])
        #expect(
            shared.heads == [
                "N°", "Date de réception", "Date de réponse", "Réclamation – Objet", "Réclamation – Détail",
            ]
        )
        #expect(shared.guesses[.receivedOn] == 1 && shared.guesses[.answeredOn] == 2)
        #expect(shared.guesses[.subject] == 3 && shared.guesses[.text] == 4)
    }

    @Test func `are not joined to a complaint below them, whatever it lacks`() throws {
        for row in ["hier;Froid;", ";Froid;Client", ";;client en formation", "hier;le chauffage;en panne depuis lundi"]
        {
            let sheet = try sheet(["Date;Objet;Remarque", row, "12/03/2024;Bruit;vu"])
            #expect(sheet.headLine == 1 && sheet.headHeight == 1 && sheet.rows.map(\.line) == [2, 3], "\(row)")
        }
        let alone = try sheet(["Reçue;Objet", "le;de la réclamation"])
        #expect(alone.headHeight == 1 && alone.rows.map(\.line) == [2], "there would be nothing below them")
    }

    @Test func `that say nothing known leave the day of reception to what stands below, to be looked at`() throws {
        let sheet = try sheet([
            "Quand;Saisi;Montant;Objet", "12/03/2024;13/03/2024;45300;Froid", "hier;14/03/2024;45301;Bruit",
            "14/03/2024;14/03/2024;45302;Retard", "3 mai 2024;;45303;Retard", "TOTAL;;;",
        ])
        #expect(sheet.guesses[.receivedOn] == 0 && !sheet.isSure(.receivedOn, at: 0))
        #expect(sheet.guesses.missing.isEmpty)
        let said = try self.sheet(["Quand;Reçue le;Objet", "12/03/2024;13/03/2024;Froid"])
        #expect(said.guesses[.receivedOn] == 1 && said.isSure(.receivedOn, at: 1))
        #expect(said.guesses.columns[0] == nil, "one column is enough")
        let sums = try self.sheet(["Montant;Année;Objet", "45300;2024;Froid", "45301,50;2024;Bruit"])
        #expect(sums.guesses[.receivedOn] == nil, "a bare number and a year are no days")
        let grouped = try self.sheet(["N°;Objet;Traitement;", ";;Suite;Date", "1;Froid;Avoir;12/03/2024"])
        #expect(grouped.guesses[.receivedOn] == 3 && !grouped.isSure(.receivedOn, at: 3))
    }

    @Test func `of the object of a complaint are no text of it`() throws {
        for heads in ["Date;Objet de la réclamation", "Date;OBJET DE LA RÉCLAMATION;Texte de la réclamation"] {
            let guesses = try sheet([heads, "12/03/2024;Froid;Très"]).guesses
            #expect(guesses[.subject] == 1 && guesses[.text] != 1, "\(heads)")
        }
    }

    @Test func `of two lines are read as one, each column with the words above it`() throws {
        let sheet = try sheet([
            "Registre 2024;;;;;;", "N°;Date;Réclamant;;Réponse;;Clôture", ";;Nom;Courriel;Date;Suite;Date",
            "1;12/03/2024;Dupont;a@b.example;13/03/2024;Avoir;14/03/2024", "2;13/03/2024;Durand;;;;",
        ])
        #expect(sheet.headLine == 3 && sheet.rows.map(\.line) == [4, 5])
        #expect(
            sheet.heads == [
                "N°", "Date", "Réclamant – Nom", "Réclamant – Courriel", "Réponse – Date", "Réponse – Suite",
                "Clôture – Date",
            ]
        )
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
