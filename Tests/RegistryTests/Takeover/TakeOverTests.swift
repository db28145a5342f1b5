import Complaints
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `A register takes an older one over` {
    private static let director = Author.officer(Officer(id: "direction-1", roles: [.management]))
    private static let file = String(repeating: "0a", count: 32)

    private func trial(_ messy: MessyRegister, isMended: Bool = true) throws -> TakeoverTrial {
        let sheet = try FormerSheet(Array(messy.table(isMended: isMended).utf8))
        return TakeoverTrial(sheet, sheet.guesses, today: try #require(CivilDate("2026-11-23")))
    }

    // Shows: R-15, S-65
    @Test(arguments: Engine.available)
    func `two thousand lines at once, each with its days and the next number of its year, once, and verified`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        let messy = MessyRegister()
        var trial = try trial(messy)
        let taken = try await register.takeOver(trial.complaints, from: Self.file, by: Self.director)
        #expect(taken.caseFiles.count == 2_000)
        try await compare(messy, taken, register)
        #expect(try await register.claimLetter() == nil, "nobody is written to")
        let unacknowledged = try await register.waiting(.unacknowledged(on: books.clock.now.civilDate), limit: 9)
        #expect(unacknowledged.total == 0, "what no act could clear waits for nobody")
        try await register.keepCheckpoint()
        let report = try await register.inspect()
        #expect(report.cases == 2_000 && report.log.size == 2_000)
        #expect(report.log.numbers.values.reduce(0, +) == 2_000 && report.log.numbers == report.receptions)
        await #expect(throws: Register.AlreadyTakenOver()) {
            try await register.takeOver(trial.complaints, from: Self.file, by: Self.director)
        }
        trial.putAside(known: try await register.takenOver(among: trial.complaints.map(\.mark)))
        #expect(trial.complaints.isEmpty && trial.problems.count == 2_000)
        #expect(try await register.inspect() == report, "a second time, nothing was written")
        await books.close()
    }

    /// Every file as the table has it, a hundred of them in full.
    private func compare(_ messy: MessyRegister, _ taken: Register.TakenOver, _ register: Register) async throws {
        var filter = CaseFilter()
        filter.limit = 3_000
        let lines = Dictionary(uniqueKeysWithValues: try await register.registered(filter).map { ($0.id, $0) })
        #expect(lines.count == messy.rows.count)
        var last: [Int: Int] = [:]
        for (row, id) in zip(messy.rows, taken.caseFiles) {
            let line = try #require(lines[id])
            let ordinal = (last[row.receivedOn.year] ?? 0) + 1
            last[row.receivedOn.year] = ordinal
            #expect(line.number == RegisterNumber(year: row.receivedOn.year, ordinal: ordinal))
            #expect(line.receivedAt.civilDate == row.receivedOn && line.subject == row.subject, "\(row.line)")
            #expect(line.stage == (row.isClosed ? .closed : .registered) && line.person == "Jean \(row.lastName)")
            #expect(line.answeredAt?.civilDate == row.answeredOn && line.answerHasLeft == row.isClosed)
            guard row.line.isMultiple(of: 20) else { continue }
            let file = try await register.caseFile(id)
            #expect(file.endedAt?.civilDate == row.closedOn && file.reception.original.text == row.text)
            #expect(file.reception.takeover?.line == row.line && file.reception.takeover?.file == Self.file)
            #expect(file.startedOn == row.receivedOn && file.letters.isEmpty && file.entries.count == 1)
        }
    }

    @Test(arguments: Engine.available) func `whole or not at all, and by the management's hand alone`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        let complaints = try trial(MessyRegister(60)).complaints
        await #expect(throws: Register.AlreadyTakenOver()) {
            try await register.takeOver(complaints + [complaints[7]], from: Self.file, by: Self.director)
        }
        for author in [Author.officer(Story.manager), .complainant, .system] {
            await #expect(throws: Refusal.notAllowed) {
                try await register.takeOver(complaints, from: Self.file, by: author)
            }
        }
        #expect(try await register.countReceptions(CaseFilter()) == .exactly(0))
        _ = try await register.takeOver(Array(complaints.prefix(3)), from: Self.file, by: Self.director)
        await #expect(throws: Register.AlreadyTakenOver()) {
            try await register.takeOver(complaints, from: Self.file, by: Self.director)
        }
        #expect(try await register.countReceptions(CaseFilter()) == .exactly(3))
        try await register.keepCheckpoint()
        _ = try await register.inspect()
        await books.close()
    }

    // Shows: R-15
    @Test(arguments: Engine.available)
    func `beside what it has received itself, whose marks and numbers go on without a gap`(engine: Engine) async throws
    {
        let books = try await TestBooks(engine)
        let register = books.register
        let own = try await books.receive()
        try await books.answer(own)
        let text = "N°;Date;Objet\n1;12/03/2026;Froid\n2;13/03/2025;Bruit\n"
        let sheet = try FormerSheet(Array(text.utf8))
        let trial = TakeoverTrial(sheet, sheet.guesses, today: books.clock.now.civilDate)
        let taken = try await register.takeOver(trial.complaints, from: Self.file, by: Self.director)
        var numbers: [String] = []
        for id in taken.caseFiles { numbers.append(try await register.caseFile(id).identifier) }
        #expect(numbers == ["REC-2026-0002", "REC-2025-0001"])
        let next = try await books.receive()
        #expect(try await register.caseFile(next).reception.reference.description == "2026-R-0003")
        #expect(try await register.find("REC-2025-0001") == taken.caseFiles[1])
        try await register.keepCheckpoint()
        _ = try await register.inspect()
        await books.close()
    }

    // Shows: R-26
    @Test(arguments: Engine.available)
    func `and goes on with what is open, from its true day, to its own closing`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        let text =
            "N°;Date;Nom;Objet;Réponse le;Actions\n1;03/11/2026;A;Froid;;\n2;02/11/2026;B;Bruit;20/11/2026;Appel\n"
        let sheet = try FormerSheet(Array(text.utf8))
        let trial = TakeoverTrial(sheet, sheet.guesses, today: books.clock.now.civilDate)
        let taken = try await register.takeOver(trial.complaints, from: Self.file, by: Self.director)
        let (open, answered) = (taken.caseFiles[0], taken.caseFiles[1])
        let file = try await register.caseFile(open)
        #expect(file.due == Story.procedure.dueDates(from: try #require(CivilDate("2026-11-03"))))
        let manager = Author.officer(Story.manager)
        let day = books.clock.now.civilDate
        #expect(try await register.waiting(.toQualify, limit: 9).lines.map(\.id) == [open], "nobody here judged it")
        #expect(try await register.waiting(.toAssign, limit: 9).total == 0)
        try await register.change(open, by: manager) { try $0.qualify(Qualification(nature: .complaint), $1) }
        #expect(try await register.waiting(.toQualify, limit: 9).total == 0)
        #expect(try await register.waiting(.toAssign, limit: 9).lines.map(\.id) == [open])
        try await register.change(open, by: manager) { try $0.record(Measure(text: "Appel", doneOn: day), $1) }
        try await register.change(open, by: manager) { try $0.answer(Story.answer, procedure: Story.procedure, $1) }
        for id in [open, answered] {
            try await register.change(id, by: manager) { try $0.close("Réponse acceptée", $1) }
        }
        #expect(try await register.caseFile(answered).stage == .closed)
        #expect(try await register.caseFile(open).endedAt?.civilDate == day)
        try await register.keepCheckpoint()
        _ = try await register.inspect()
        await books.close()
    }

    @Test(arguments: Engine.available) func `and notes what the file was called, where anybody knows`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        let complaints = try trial(MessyRegister(2)).complaints
        let (first, second) = ([complaints[0]], [complaints[1]])
        let named = try await register.takeOver(first, from: Self.file, named: "a « b ».xlsx", by: Self.director)
        let nameless = try await register.takeOver(second, from: Self.file, by: Self.director)
        let takeover = try await register.caseFile(named.caseFiles[0]).reception.takeover
        #expect(takeover?.fileName == "a « b ».xlsx" && takeover?.file == Self.file)
        let file = try await register.caseFile(nameless.caseFiles[0])
        #expect(file.reception.takeover?.fileName == nil && file.reception.takeover?.file == Self.file)
        let entry = try #require(file.entries.first)
        let payload = String(decoding: try entry.payload(), as: UTF8.self)
        #expect(
            payload.contains("fichier_sha256") && !payload.contains("fichier_nom"),
            "as it was before there were names"
        )
        await books.close()
    }

    // Shows: R-18
    @Test(arguments: Engine.available) func `finding each again by its former number`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let complaints = try trial(MessyRegister(60)).complaints
        let taken = try await books.register.takeOver(complaints, from: Self.file, by: Self.director)
        while try await books.register.indexWords() {}
        var filter = CaseFilter()
        filter.search = "NOM17"
        #expect(try await books.register.registered(filter).map(\.id) == [taken.caseFiles[16]])
        filter.search = "A-17"
        #expect(try await books.register.registered(filter).map(\.id).contains(taken.caseFiles[16]))
        await books.close()
    }

    // Shows: S-65
    @Test(arguments: Engine.available) func `and verify names a mark that was changed, taken away or put in`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let complaints = try trial(MessyRegister(3)).complaints
        let taken = try await books.register.takeOver(complaints, from: Self.file, by: Self.director)
        try await books.register.keepCheckpoint()
        _ = try await books.register.inspect()
        let (id, other) = (books.organisation.id, [UInt8](repeating: 5, count: 32))
        let first = taken.caseFiles[0].description
        try await books.database.write { connection in
            try connection.run(
                """
                INSERT INTO takeover (organisation, mark, case_file)
                VALUES (\(id), \(other), \(String(repeating: "e", count: 32)))
                """
            )
        }
        await #expect(throws: Discrepancy.orphan(table: "takeover")) { try await books.register.inspect() }
        try await books.database.write { connection in
            try connection.run("DELETE FROM takeover WHERE organisation = \(id) AND mark = \(other)")
            try connection.run(
                "UPDATE takeover SET mark = \(other) WHERE organisation = \(id) AND case_file = \(first)"
            )
        }
        let reference = try await books.register.caseFile(taken.caseFiles[0]).reception.reference.description
        await #expect(throws: Discrepancy.list(reference: reference)) { try await books.register.inspect() }
        await books.close()
    }

    @Test(arguments: Engine.available) func `keeping the file that is tried for a day, one for each who tries`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        try await register.keepTakeoverDraft([1, 0, 2], named: "a.csv", digest: "aa", of: "camille")
        try await register.keepTakeoverDraft([3], named: "b.csv", digest: "bb", of: "luc")
        let choices = FormerChoices(columns: [.subject: 2], states: ["clos": .closed])
        let fresh = try #require(try await register.takeoverDraft(of: "camille"))
        #expect(try await !register.choose(choices, ofFile: "bb", of: "camille"), "that is another's file")
        #expect(try await register.takeoverDraft(of: "camille") == fresh && fresh.choices == nil)
        #expect(try await register.choose(choices, ofFile: "aa", of: "camille"))
        let kept = try #require(try await register.takeoverDraft(of: "camille"))
        #expect(kept.content == [1, 0, 2] && kept.choices == choices && kept.name == "a.csv")
        #expect(kept.digest == fresh.digest && kept.trialDigest != fresh.trialDigest && kept.trialDigest.count == 64)
        #expect(try await register.takeoverDraft(of: "camille")?.trialDigest == kept.trialDigest)
        #expect(try await register.takeoverDraft(of: "luc")?.choices == nil)
        try await register.keepTakeoverDraft([4], named: "c.csv", digest: "cc", of: "camille")
        #expect(try await register.takeoverDraft(of: "camille")?.choices == nil)
        try await register.dropTakeoverDraft(of: "camille")
        #expect(try await register.takeoverDraft(of: "camille") == nil)
        books.clock.advance(seconds: 24 * 3600 + 1)
        #expect(try await register.takeoverDraft(of: "luc") == nil)
        try await books.tidy()
        let id = books.organisation.id
        let left = try await books.database.read { connection in
            try connection.run("SELECT COUNT(*) FROM takeover_draft WHERE organisation = \(id)")[0].integer(0)
        }
        #expect(left == 0)
        await books.close()
    }
}
