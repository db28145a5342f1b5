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
        #expect(messy.defects.count > 60 && Set(messy.defects.map(\.cause)).count == 17)
        #expect(trial.problems.map(\.line) == messy.defects.map(\.line))
        #expect(trial.problems.map(\.column) == messy.defects.map(\.column))
        #expect(trial.problems.map(\.cause) == messy.defects.map(\.cause))
        #expect(!trial.isGood && trial.wrongLines == messy.defects.count)
        #expect(trial.complaints.count == messy.rows.count - messy.defects.count)
        let doubled = try #require(trial.problems.first { $0.cause == .doubled })
        #expect(doubled.other == doubled.line - 1)
        #expect(try self.trial(isMended: false) == trial, "the same again")
    }

    @Test func `is read right to the last day once it is mended`() throws {
        let trial = try trial(isMended: true)
        #expect(trial.isGood && trial.complaints.count == messy.rows.count)
        for (complaint, row) in zip(trial.complaints, messy.rows) {
            #expect(complaint.line == row.line && complaint.formerNumber == row.number)
            #expect(complaint.receivedOn == row.receivedOn && complaint.answeredOn == row.answeredOn, "\(row.line)")
            #expect(complaint.closedOn == row.closedOn && complaint.state == (row.isClosed ? .closed : .open))
            #expect(complaint.original.lastName == row.lastName && complaint.original.firstName == "Jean")
            #expect(complaint.original.subject == row.subject && complaint.original.text == row.text)
        }
        #expect(Set(trial.complaints.map(\.mark)).count == messy.rows.count)
    }

    @Test func `puts aside what was taken over before, and says so line by line`() throws {
        var trial = try trial(isMended: true)
        let known = trial.complaints.prefix(3).map(\.mark)
        trial.putAside(known: Set(known))
        #expect(trial.problems.map(\.cause) == [.known, .known, .known] && !trial.isGood)
        #expect(trial.problems.map(\.line) == [4, 5, 6])
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
        #expect(trial.problems.map(\.cause) == [.doubled] && trial.problems[0].other == 3)
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
