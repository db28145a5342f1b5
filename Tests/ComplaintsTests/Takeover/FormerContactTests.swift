import Testing

@testable import Complaints

@Suite struct `An address and a number in one cell` {
    @Test(arguments: [
        ("jean@x.example / 06 12 34 56 78", "jean@x.example", "06 12 34 56 78", false),
        ("06 12 34 56 78/jean@x.example", "jean@x.example", "06 12 34 56 78", false),
        ("jean@x.example", "jean@x.example", "", false), ("+33 (0)6 12 34 56 78", "", "+33 (0)6 12 34 56 78", false),
        ("Tél. : 06.12.34.56.78 – Mail : jean@x.example", "jean@x.example", "06.12.34.56.78", false),
        ("jean@x.example\n06/12/34/56/78", "jean@x.example", "06/12/34/56/78", false),
        ("mailto:jean@x.example, (06) 12 34 56 78", "jean@x.example", "(06) 12 34 56 78", false),
        ("0612345678 ; 0123456789", "", "0612345678 / 0123456789", false),
        ("<jean@x.example>; jeanne@x.example", "jean@x.example", "", true),
        ("M. Dupont / 06 12 34 56 78", "", "06 12 34 56 78", true), ("voir dossier", "", "", true), ("", "", "", false),
        ("/ - ;", "", "", false), ("Mme Dupont 06 12 34 56 78", "", "06 12 34 56 78", true),
        ("Mme Dupont : tél. +33 6 12 34 56 78 (mère)", "", "+33 6 12 34 56 78", true),
        ("jean@x.example Mme Dupont 0612345678", "jean@x.example", "0612345678", true),
        ("06 12 34 56 78 poste 12", "", "06 12 34 56 78 poste 12", true),
        ("06 12 34 56 78 (portable)", "", "06 12 34 56 78 (portable)", false),
    ]) func `are told apart, and what else is said there is not lost`(
        cell: String,
        email: String,
        telephone: String,
        hasMore: Bool
    ) {
        let contact = FormerContact(cell)
        #expect(contact.email == email && contact.telephone == telephone && contact.hasMore == hasMore)
    }

    @Test func `are taken over, with the cell itself where it says more, or named where there is neither`() throws {
        let lines = [
            "Date;Objet;Coordonnées;Tél", "12/03/2024;A;jean@x.example / 06 12 34 56 78;",
            "12/03/2024;B;a@x.example, b@x.example;01 23 45 67 89", "12/03/2024;C;voir dossier;",
            "12/03/2024;D;jean@x;", "12/03/2024;E;;",
        ]
        let sheet = try FormerSheet(Array(lines.joined(separator: "\n").utf8))
        let trial = TakeoverTrial(sheet, sheet.guesses, today: CivilDate(valid: 2026, 11, 23))
        #expect(trial.problems.map(\.line) == [4, 5] && trial.problems.map(\.cause) == [.contact, .email])
        #expect(trial.problems.allSatisfy { $0.column == .contact && $0.head == "Coordonnées" })
        let originals = trial.complaints.map(\.original)
        #expect(originals.map(\.email) == ["jean@x.example", "a@x.example", nil])
        #expect(originals.map(\.telephone) == ["06 12 34 56 78", "01 23 45 67 89", ""])
        #expect(trial.complaints.map(\.words) == [[:], ["coordonnees": "a@x.example, b@x.example"], [:]])
    }

    @Test func `are kept as they stand where columns of their own say others`() throws {
        let cells = [
            "a@x.example;06 12 34 56 78;b@x.example", "a@x.example;06 12 34 56 78;01 23 45 67 89",
            "a@x.example;06 12 34 56 78;A@x.example / 06.12.34.56.78", "a@x.example;;b@x.example / 01 23 45 67 89",
            ";;Mme Dupont 06 12 34 56 78",
        ]
        let rows = cells.enumerated().map { "12/03/2024;Objet \($0);\($1)\n" }.joined()
        let sheet = try FormerSheet(Array("Date;Objet;Mail;Tél;Coordonnées\n\(rows)".utf8))
        let trial = TakeoverTrial(sheet, sheet.guesses, today: CivilDate(valid: 2026, 11, 23))
        #expect(trial.isGood)
        let own = "06 12 34 56 78"
        #expect(trial.complaints.map(\.original.telephone) == [own, own, own, "01 23 45 67 89", own])
        #expect(trial.complaints.prefix(4).allSatisfy { $0.original.email == "a@x.example" })
        let kept = trial.complaints.map { $0.words["coordonnees"] }
        #expect(
            kept == [
                "b@x.example", "01 23 45 67 89", nil, "b@x.example / 01 23 45 67 89", "Mme Dupont 06 12 34 56 78",
            ]
        )
    }
}
