import Complaints
import Registry
import TestSupport
import Testing

@Suite struct `A register notes what was said` {
    private static let desk = Author.officer(Officer(id: "accueil-1", roles: [.receptionDesk]))

    private func hearing(_ books: TestBooks, _ said: String = "Trop cher", invited: Bool = false) -> Hearing {
        let today = books.clock.now.civilDate
        return Hearing(
            person: "Zoé Caron",
            said: said,
            on: today,
            heardBy: "Luc",
            invitation: invited ? Invitation(.told, on: today) : nil
        )
    }

    private func form(_ digit: UInt8) -> Submission { Submission(id: [UInt8](repeating: digit, count: 16)) }

    // Shows: R-03
    @Test(arguments: Engine.available) func `apart from complaints: no mark, no number, no letter, and verified`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        let id = try await register.hear(hearing(books), as: form(1), by: Self.desk)
        let complaint = try await books.receive()
        #expect(try await register.caseFile(complaint).reception.reference.ordinal == 1)
        #expect(try await register.countReceptions(CaseFilter()) == .exactly(1))
        #expect(try await register.waiting(.toQualify, limit: 9).total == 1)
        #expect(try await register.claimLetter() != nil)
        #expect(try await register.claimLetter() == nil)
        try await register.change(discontent: id, by: Self.desk) {
            try $0.end(DiscontentEnding(.linked, as: complaint), $1)
        }
        let known = try await register.discontent(id)
        #expect(known.ending?.caseFile == complaint && known.entries.count == 2)
        #expect(try await register.discontents(limit: 9).map(\.result) == [.linked])
        try await register.keepCheckpoint()
        #expect(try await register.inspect().cases == 1)
        await books.close()
    }

    // Shows: S-40
    @Test(arguments: Engine.available) func `once, however often its form is sent, and acts on it once`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        let said = hearing(books)
        let same = form(1)
        let ids = try await withThrowingTaskGroup(of: Discontent.ID.self) { group in
            for _ in 1...8 { group.addTask { try await register.hear(said, as: same, by: Self.desk) } }
            return try await group.reduce(into: Set<Discontent.ID>()) { $0.insert($1) }
        }
        let id = try #require(ids.first)
        #expect(ids.count == 1)
        let other = hearing(books, "Autre chose")
        await #expect(throws: Register.Failure.differentSubmission) {
            try await register.hear(other, as: same, by: Self.desk)
        }
        let invitation = Invitation(.link, on: books.clock.now.civilDate)
        for _ in 1...2 {
            try await register.change(discontent: id, by: Self.desk, expecting: 1) { try $0.invite(invitation, $1) }
        }
        #expect(try await register.discontent(id).invitations == [invitation])
        await #expect(throws: Register.Failure.changedMeanwhile) {
            try await register.change(discontent: id, by: .officer(Story.manager), expecting: 1) {
                try $0.invite(invitation, $1)
            }
        }
        await books.close()
    }

    // Shows: R-03
    @Test(arguments: Engine.available)
    func `and names those who are not invited, or silent for long, the longest first`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        let first = books.clock.now.civilDate
        let invited = try await register.hear(hearing(books, invited: true), as: form(1), by: Self.desk)
        books.clock.advance(seconds: 86_400)
        let uninvited = try await register.hear(hearing(books), as: form(2), by: Self.desk)
        let silent = { (day: CivilDate) in try await register.silentDiscontents(since: day, limit: 9).lines.map(\.id) }
        #expect(try await silent(first.adding(days: -1)) == [uninvited])
        #expect(try await silent(first) == [invited, uninvited])
        let one = try await register.silentDiscontents(since: first, limit: 1)
        #expect(one.lines.map(\.id) == [invited] && one.total == 2)
        let ending = DiscontentEnding(never: "La personne a renoncé.")
        try await register.change(discontent: invited, by: Self.desk) { try $0.end(ending, $1) }
        #expect(try await silent(first) == [uninvited])
        await books.close()
    }
}
