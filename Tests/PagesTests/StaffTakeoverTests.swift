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
        #expect(part.aside.count == 10 && part.moreAside?.contains("201") == true && part.hasTable)
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

@Suite struct `A case file of an older register` {
    let press: Press

    init() throws { press = try Press() }

    private func page(_ state: Takeover.State, _ change: (inout Takeover) -> Void = { _ in }) throws -> String {
        let file = StaffStory.takenOver(state, change)
        let root = try StaffMarkup(press.render(StaffSamples.casePage(file, press: press))).root
        return root.all("section") { $0.has(class: "story") }.map(\.text).joined(separator: "\n")
    }

    @Test func `says what was answered and done there, where an answer and actions stand`() throws {
        let closed = try page(.closed)
        #expect(closed.contains("Réponse du 02/04/2024, reprise de l’ancien registre\u{A0}: Avoir de 40"))
        #expect(closed.contains("Action reprise de l’ancien registre\u{A0}: Chauffage réparé"))
        #expect(!closed.contains("Aucune réponse n’a encore") && !closed.contains("Aucune action n’est encore"))
        let bare = try page(.closed) { $0.outcome = "" }
        #expect(bare.contains("Réponse du 02/04/2024, d’après l’ancien registre."))
    }

    @Test func `says that the older register is silent, and of what goes on that nothing was answered yet`() throws {
        let silent = try page(.closed) { ($0.outcome, $0.measure, $0.answeredOn) = ("", "", nil) }
        #expect(silent.occurrences("L’ancien registre n’en dit rien.") == 2)
        #expect(!silent.contains("Aucune réponse n’a encore") && !silent.contains("Aucune action n’est encore"))
        let open = try page(.open)
        #expect(open.contains("Aucune réponse n’a encore") && open.contains("Aucune action n’est encore"))
        let said = try page(.open) { $0.outcome = "Avoir promis" }
        #expect(said.contains("Suite donnée, reprise de l’ancien registre\u{A0}: Avoir promis"))
        #expect(said.contains("Aucune réponse n’a encore"))
    }
}

extension String {
    /// How often a text stands in it.
    fileprivate func occurrences(_ text: String) -> Int { ranges(of: text).count }
}
