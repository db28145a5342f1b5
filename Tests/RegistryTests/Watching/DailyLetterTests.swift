import Complaints
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `The letters of a day` {
    private func due(_ books: TestBooks) async throws -> [DailyLetter] {
        try await books.register.dailyLettersDue(under: try await books.register.currentProcedure())
    }

    private func hire(_ books: TestBooks, _ name: String, _ roles: Role...) async throws -> Account {
        try await books.accounts().add(
            email: "\(name)@exemple.fr",
            name: name,
            roles: Set(roles.map(\.rawValue)),
            password: "cheval agrafe pile correcte"
        )
    }

    private func give(_ id: CaseFile.ID, to account: Account, _ books: TestBooks) async throws {
        let manager = Author.officer(Story.manager)
        let staff = [Officer(id: account.id, roles: [.complaintsManager])]
        try await books.register.change(id, by: manager) { try $0.qualify(Qualification(nature: .complaint), $1) }
        _ = try await books.register.enter(id, by: manager)
        try await books.register.change(id, by: manager) { try $0.assign(to: account.id, among: staff, $1) }
    }

    // Shows: R-29
    @Test(arguments: Engine.available)
    func `are one for each who runs the procedure and wants it, kept once, and sent on their day alone`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine, at: "2026-11-23T05:30:00Z")
        let (ines, luc) = (try await hire(books, "ines", .complaintsManager), try await hire(books, "luc", .management))
        let zoe = try await hire(books, "zoe", .management)
        _ = try await hire(books, "paul", .receptionDesk)
        try await books.accounts().want(.daily, false, of: zoe.id)
        try await books.receive()
        #expect(try await due(books).isEmpty, "half past six")
        books.clock.advance(seconds: 3600)
        let letters = try await due(books)
        #expect(Set(letters.map(\.account)) == [ines.id, luc.id])
        #expect(letters.allSatisfy { $0.lines.map(\.matter) == [.toJudge] })
        // Another server has written the same meanwhile.
        for letter in try await due(books) + letters { try await books.register.keep(letter, message: [1]) }
        #expect(try await due(books).isEmpty)
        let first = try #require(try await books.register.claim(.daily))
        try await books.register.settled(first)
        #expect(try await books.register.claim(.daily)?.recipient != first.recipient)
        #expect(try await books.register.claim(.daily) == nil)
        // The second was never brought: at midnight in Paris it is worth nothing.
        books.clock.advance(seconds: 16 * 3600)
        #expect(books.clock.now.description == "2026-11-23T22:30:00Z")
        #expect(try await books.register.claim(.daily) != nil)
        books.clock.advance(seconds: 1800)
        #expect(try await books.register.claim(.daily) == nil, "midnight")
        #expect(try await due(books).isEmpty, "before seven")
        books.clock.advance(seconds: 7 * 3600)
        #expect(try await due(books).count == 2, "the next day")
        books.clock.advance(seconds: 40 * 86_400)
        try await books.tidy()
        #expect(try await books.database.read { try $0.run("SELECT id FROM daily_letter") }.isEmpty)
        await books.close()
    }

    // Shows: R-29
    @Test(arguments: Engine.available) func `are none where there is nothing to say, and nothing that day after`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine, at: "2026-11-23T06:30:00Z")
        _ = try await hire(books, "ines", .complaintsManager)
        let quiet = try await due(books)
        #expect(quiet.map(\.lines) == [[]])
        for letter in quiet { try await books.register.keep(letter, message: []) }
        #expect(try await books.register.claim(.daily) == nil)
        try await books.receive()
        #expect(try await due(books).isEmpty, "it is the morning’s")
        books.clock.advance(seconds: 86_400)
        #expect(try await due(books).first?.lines.count == 1)
        await books.close()
    }

    // Shows
    @Test(arguments: Engine.available)
    func `tell the stand-in of whose cases they are, but of none that is closed to them`(engine: Engine) async throws {
        let books = try await TestBooks(engine, at: "2026-11-20T09:00:00Z")
        let (ines, ana) = (
            try await hire(books, "ines", .complaintsManager), try await hire(books, "ana", .complaintsManager)
        )
        let (open, closed) = (try await books.receive(), try await books.receive())
        for id in [open, closed] { try await give(id, to: ines, books) }
        let readers = [Officer(id: ines.id, roles: [.complaintsManager])]
        let restriction = Restriction(ground: .implicatesManager, readers: readers.map(\.id))
        try await books.register.change(closed, by: .officer(readers[0])) {
            try $0.restrict(restriction, among: readers, $1)
        }
        let day = try #require(CivilDate("2027-01-18"))
        books.clock.advance(seconds: 59 * 86_400)
        #expect(books.clock.now.civilDate == day)
        let absence = Absence(account: ines.id, from: day, through: day.adding(days: 2), standIn: ana.id)
        func lines(of account: Account) async throws -> [DailyLetter.Line] {
            try await due(books).first { $0.account == account.id }?.lines ?? []
        }
        #expect(try await lines(of: ana).isEmpty)
        #expect(try await lines(of: ines).count == 2)
        try await books.accounts().setAbsence(absence, of: ines.id)
        let told = try await lines(of: ana)
        #expect(told.map(\.identifier) == ["REC-2026-0001"] && told.allSatisfy(\.isStandIn))
        #expect(try await lines(of: ines).count == 2, "they may read it on the way")
        books.clock.advance(seconds: 3 * 86_400)
        #expect(try await lines(of: ana).isEmpty, "they are back")
        await books.close()
    }

    // Shows
    @Test(arguments: Engine.available) func `know of older lines what their files say`(engine: Engine) async throws {
        let books = try await TestBooks(engine)
        let manager = Author.officer(Story.manager)
        let id = try await books.receive()
        try await books.register.change(id, by: manager) {
            try $0.requestCompletion("Laquelle ?", rule: .standard, $1)
        }
        let fresh = try await books.register.watchedCases()
        #expect(fresh.map(\.askedOn) == [CivilDate("2026-11-23")])
        try await books.database.write { connection in
            try connection.run(
                "UPDATE case_file SET asked_on = NULL, started_on = NULL, origin = NULL, third_due = NULL"
            )
        }
        #expect(try await books.register.watchedCases() == fresh)
        _ = try await books.register.inspect()
        await books.close()
    }
}

@Suite struct `An absence` {
    // Shows: S-62
    @Test(arguments: Engine.available)
    func `has a stand-in who may handle cases, days that follow one another, and a line in the journal`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let staff = try await books.hire()
        let (accounts, today) = (books.accounts().by(staff[1].id), books.clock.now.civilDate)
        func note(_ from: Int, _ through: Int, _ standIn: Officer, of officer: Officer) async throws {
            let absence = Absence(
                account: officer.id,
                from: today.adding(days: from),
                through: today.adding(days: through),
                standIn: standIn.id
            )
            try await accounts.setAbsence(absence, of: officer.id)
        }
        let wrong: [(Int, Int, Officer, AbsenceRefusal)] = [
            (2, 1, staff[1], .endTooEarly), (-3, -1, staff[1], .endTooEarly), (0, 400, staff[1], .tooLong(most: 366)),
            (0, 3, staff[0], .standInUnable), (0, 3, staff[3], .standInUnable), (0, 3, staff[4], .standInUnable),
            (0, 3, Officer(id: "ailleurs", roles: [.management]), .standInUnable),
        ]
        for (from, through, standIn, refusal) in wrong {
            await #expect(throws: refusal) { try await note(from, through, standIn, of: staff[0]) }
        }
        try await note(1, 3, staff[1], of: staff[0])
        #expect(try await books.register.absences(coveredBy: staff[1].id, on: today).isEmpty, "tomorrow")
        let held = try await books.register.absences(coveredBy: staff[1].id, on: today.adding(days: 3))
        #expect(held.map(\.account) == [staff[0].id])
        #expect(try await accounts.absence(of: staff[0].id) == held.first)
        try await accounts.setAbsence(nil, of: staff[0].id)
        try await accounts.setAbsence(nil, of: staff[0].id)
        #expect(try await accounts.absence(of: staff[0].id) == nil)
        let lines = try await books.database.read { connection in
            try connection.run("SELECT account, about, detail FROM access WHERE detail LIKE 'absence%' ORDER BY detail")
        }.map { "\(try $0.text(0)) \(try $0.text(1)) \(try $0.text(2))" }
        let by = "\(staff[1].id) \(staff[0].id) absence"
        #expect(lines == [by, "\(by) \(today.adding(days: 1)) \(today.adding(days: 3)) \(staff[1].id)"])
        await books.close()
    }
}
