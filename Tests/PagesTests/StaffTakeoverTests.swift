import Complaints
import Testing

@testable import Pages

@Suite struct `What is set aside of an older register` {
    @Test func `is counted, shown as far as it can be, and listed to the last line in the table`() throws {
        let press = try Press()
        let totals = (1...201).map { "Total \($0);\n" }.joined()
        let sheet = try FormerSheet(Array("Date;Objet\n12/03/2024;Froid\n\(totals)hier;Bruit\n".utf8))
        let trial = TakeoverTrial(sheet, sheet.guesses, today: StaffStory.today)
        #expect(trial.setAside.count == 201)
        let part = TakeoverTrialPart(trial, press: press)
        let fact = try #require(part.facts.last)
        #expect(fact.term == press.words("staff.reprise.fact.aside") && fact.value == "201")
        #expect(part.aside.count == 200 && part.moreAside?.contains("201") == true && part.hasTable)
        let lines = TakeoverProblems.table(of: trial, press: press).split(separator: "\r\n")
        #expect(lines.count == 203 && lines.last?.hasPrefix("204;") == true, "in the order of the file")
        #expect(lines[1].hasPrefix("3;;Total 1;"), "\(lines[1])")
    }

    @Test func `is told with the file's name in the history, or by its print alone where no name was noted`() throws {
        let press = try Press()
        var takeover = try #require(StaffStory.takenOver(.closed).reception.takeover)
        takeover.fileName = "registre 2024.xlsx"
        let named = "Ligne 18 de «\u{A0}registre 2024.xlsx\u{A0}» (SHA-256 \(takeover.file))"
        #expect(takeover.told(press).last == named)
        takeover.fileName = nil
        #expect(takeover.told(press).last == "Ligne 18 du fichier dont l’empreinte SHA-256 est \(takeover.file)")
    }
}
