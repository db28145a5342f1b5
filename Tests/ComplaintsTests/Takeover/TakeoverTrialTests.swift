import TestSupport
import Testing

@testable import Complaints

@Suite struct `An older register on trial` {
    private let today = CivilDate(valid: 2026, 11, 23)
    private let messy = MessyRegister()

    private func trial(isMended: Bool) throws -> TakeoverTrial {
        let sheet = try FormerSheet(Array(messy.table(isMended: isMended).utf8))
        return TakeoverTrial(sheet, sheet.guesses, today: today)
    }

    @Test func `has every wrong line of two thousand named, by line, column and cause, and no other`() throws {
        let trial = try trial(isMended: false)
        #expect(messy.defects.count > 60 && Set(messy.defects.map(\.cause)).count == 18)
        #expect(trial.problems.map(\.line) == messy.defects.map(\.line))
        #expect(trial.problems.map(\.column) == messy.defects.map(\.column))
        #expect(trial.problems.map(\.cause) == messy.defects.map(\.cause))
        #expect(!trial.isGood && trial.wrongLines == messy.defects.count)
        #expect(trial.complaints.count == messy.rows.count - messy.defects.count)
        let doubled = try #require(trial.problems.first { $0.cause == .sameNumber })
        #expect(doubled.other == doubled.line - 1)
        #expect(trial.setAside.map(\.line) == [messy.totalLine] && trial.setAside.map(\.cause) == [.total])
        #expect(try self.trial(isMended: false) == trial, "the same again")
    }

    @Test func `is read right to the last day once it is mended`() throws {
        let trial = try trial(isMended: true)
        #expect(trial.isGood && trial.complaints.count == messy.rows.count)
        #expect(trial.setAside.map(\.line) == [messy.totalLine], "which keeps nothing from being taken over")
        for (complaint, row) in zip(trial.complaints, messy.rows) {
            #expect(complaint.line == row.line && complaint.formerNumber == row.number)
            #expect(complaint.receivedOn == row.receivedOn && complaint.answeredOn == row.answeredOn, "\(row.line)")
            #expect(complaint.closedOn == row.closedOn && complaint.state == (row.isClosed ? .closed : .open))
            #expect(complaint.original.lastName == row.lastName && complaint.original.firstName == "Jean")
            #expect(complaint.original.email == row.email && complaint.original.telephone == row.telephone)
            #expect(complaint.original.subject == row.subject && complaint.original.text == row.text)
        }
        #expect(Set(trial.complaints.map(\.mark)).count == messy.rows.count)
    }

    @Test func `puts aside what was taken over before, and says so line by line`() throws {
        var trial = try trial(isMended: true)
        let known = trial.complaints.prefix(3).map(\.mark)
        trial.putAside(known: Set(known))
        #expect(trial.problems.map(\.cause) == [.known, .known, .known] && !trial.isGood)
        #expect(trial.problems.map(\.line) == [5, 6, 7])
    }

    @Test func `sets a line of totals aside, and no complaint of a client who is called so`() throws {
        let text =
            "N°;Date;Objet\n1;12/03/2024;Froid\nSous-total mars 2024;;1\nTOTAL;13/03/2024;Bruit\nTotal général :;;2\n"
            + "Total mécontent;;x\n"
        let sheet = try FormerSheet(Array(text.utf8))
        let trial = TakeoverTrial(sheet, sheet.guesses, today: today)
        #expect(trial.setAside.map(\.line) == [3, 5] && trial.setAside[0].read == "Sous-total mars 2024")
        #expect(trial.complaints.map(\.line) == [2, 4])
        #expect(trial.problems.map(\.line) == [6] && trial.problems.map(\.cause) == [.missing])
    }

    @Test func `names what is wrong with the day of a client who is called so, and sets nothing of it aside`() throws {
        let text =
            "Réclamant;Date;Objet\nTotal;12/13/2024;Froid\nTotal;mars 2024;Bruit\nTotal;hier;Retard\nTotal;;3\n"
        let sheet = try FormerSheet(Array(text.utf8))
        let trial = TakeoverTrial(sheet, sheet.guesses, today: today)
        #expect(trial.problems.map(\.line) == [2, 3, 4] && trial.setAside.map(\.line) == [5])
        #expect(trial.problems.map(\.cause) == [.dayImpossible, .dayVague, .dayUnreadable])
        let first = try FormerSheet(Array("Date;Objet\n12/03/2024;Froid\nTotal mars;1\n".utf8))
        #expect(TakeoverTrial(first, first.guesses, today: today).setAside.map(\.line) == [3], "the day's own cell")
    }

    @Test func `names a day to come or before 2000 by its line`() throws {
        let days = ["31/12/1999", "01/01/2000", "23/11/2026", "24/11/2026", "3/5/99", "36525", "36526"]
        let text = "Date;Objet\n" + days.map { "\($0);Froid \($0)\n" }.joined()
        let sheet = try FormerSheet(Array(text.utf8))
        let trial = TakeoverTrial(sheet, sheet.guesses, today: today)
        #expect(trial.problems.map(\.line) == [2, 5, 6, 7])
        #expect(trial.problems.map(\.cause) == [.dayTooOld, .dayToCome, .dayToCome, .dayTooOld])
        #expect(trial.complaints.map(\.line) == [3, 4, 8])
    }

    @Test func `takes a row without a state as somebody says, and says first what that seems to be`() throws {
        let guess = { (rows: [String]) -> (TakeoverTrial, FormerChoices, FormerSheet) in
            let text = "Date;Objet;Statut;Clôturée le\n" + rows.map { "12/03/2024;\($0)\n" }.joined()
            let sheet = try FormerSheet(Array(text.utf8))
            return (TakeoverTrial(sheet, sheet.guesses, today: today), sheet.guesses, sheet)
        }
        #expect(try guess(["A;;", "B;clos;13/03/2024"]).1.states == ["": .open, "clos": .closed])
        #expect(try guess(["A;;13/03/2024", "B;;14/03/2024"]).1.states == ["": .closed])
        #expect(try guess(["A;clos;13/03/2024"]).1.states[""] == nil)
        let (mixed, choices, sheet) = try guess(["A;;13/03/2024", "B;;", "TOTAL;;"])
        #expect(choices.states == ["": .byDays] && mixed.complaints.map(\.state) == [.closed, .open, .open])
        #expect(sheet.states(by: choices).blanks == 3, "the last has a day")
        let said: [(FormerState?, [RowProblem.Cause])] = [
            (.open, [.openWithDay]), (.closed, [.closedWithoutDay, .closedWithoutDay]),
            (nil, [.stateUnsaid, .stateUnsaid, .stateUnsaid]),
        ]
        for (state, causes) in said {
            var other = choices
            other.states[""] = state
            #expect(TakeoverTrial(sheet, other, today: today).problems.map(\.cause) == causes)
        }
    }

    @Test func `knows a complaint without a number by its day, person and words`() throws {
        let text = "Date;Nom;Objet\n12/03/2024;A;Froid\n12/03/2024;A;froid\n12/03/2024;B;Froid\n"
        let sheet = try FormerSheet(Array(text.utf8))
        let trial = TakeoverTrial(sheet, sheet.guesses, today: today)
        #expect(trial.problems.map(\.cause) == [.doubled] && trial.problems[0].line == 3)
        #expect(trial.complaints.map(\.line) == [2, 4])
    }

    @Test func `tells apart the same number of two years, and of one year not`() throws {
        let text = "N°;Date;Objet\n1;12/03/2023;Froid\n1;12/03/2024;Froid\n01;12/03/2024;Froid\n 1 ;31/12/2024;Bruit\n"
        let sheet = try FormerSheet(Array(text.utf8))
        let trial = TakeoverTrial(sheet, sheet.guesses, today: today)
        #expect(trial.complaints.map(\.line) == [2, 3, 4])
        #expect(trial.problems.map(\.cause) == [.sameNumber] && trial.problems[0].other == 3)
    }

    @Test func `says of a number met twice whether it is the same complaint, or another person's or another day's`()
        throws
    {
        let text =
            "N°;Date;Nom;Objet\n1;12/03/2024;A;Froid\n1;12/03/2024;a;Bruit\n1;12/03/2024;B;Froid\n1;13/03/2024;A;Froid\n"
        let sheet = try FormerSheet(Array(text.utf8))
        let trial = TakeoverTrial(sheet, sheet.guesses, today: today)
        #expect(trial.problems.map(\.cause) == [.doubled, .sameNumber, .sameNumber])
        #expect(trial.problems.allSatisfy { $0.other == 2 && $0.column == .number })
    }

    @Test(arguments: [
        ("formulaire papier", Channel.paperForm), ("courrier recommandé", .registeredLetter),
        ("LRAR", .registeredLetter), ("Courrier R/AR", .registeredLetter), ("mail", .email), ("E-mail", .email),
        ("courrier électronique", .email), ("courrier", .letter), ("tél.", .telephone), ("Oral", .spoken),
        ("en main propre", .byHand), ("courrier remis en mains propres", .byHand), ("à l’accueil", .byHand),
    ]) func `has the way that a complaint came by told from its words`(cell: String, channel: Channel) throws {
        let sheet = try FormerSheet(Array("Date;Objet;Voie\n12/03/2024;Froid;\(cell)\n".utf8))
        let complaint = try #require(TakeoverTrial(sheet, sheet.guesses, today: today).complaints.first)
        #expect(complaint.channel == channel && complaint.words.isEmpty)
    }

    @Test func `knows a complaint without a number by all of its words, in their order`() throws {
        let words = (1...70).map { "mot\($0)" }.joined(separator: " ")
        let texts = ["\(words) un", "\(words) deux", "\(words) un", "à b", "b à", "A  B"]
        let lines = texts.map { "12/03/2024;Froid;\($0)\n" }.joined()
        let sheet = try FormerSheet(Array("Date;Objet;Réclamation\n\(lines)".utf8))
        let trial = TakeoverTrial(sheet, sheet.guesses, today: today)
        #expect(trial.complaints.map(\.line) == [2, 3, 5, 6])
        #expect(trial.problems.map(\.other) == [2, 5])
    }

    @Test(arguments: [
        ("DUPONT Jean", "DUPONT", "Jean"), ("Jean DUPONT", "DUPONT", "Jean"), ("Dupont, Jean", "Dupont", "Jean"),
        ("Mme DE LA TOUR Anne Marie", "DE LA TOUR", "Anne Marie"), ("Dupont Jean", "Dupont Jean", ""),
        ("DUPONT", "DUPONT", ""), ("SARL EXEMPLE", "SARL EXEMPLE", ""), ("", "", ""),
    ]) func `has a surname and a first name told apart where they can be`(cell: String, last: String, first: String) {
        let person = FormerPerson(cell)
        #expect(person.lastName == last && person.firstName == first)
    }
}
