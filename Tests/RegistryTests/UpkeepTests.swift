import Complaints
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `The books of a service` {
    private func accounts(_ books: TestBooks) -> Accounts {
        let clock = books.clock
        return Accounts(
            of: books.organisation.id,
            database: books.database,
            world: World(now: { clock.now }, bytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } }),
            hasher: PasswordHasher(cost: PasswordRecord.Cost(logN: 4, r: 8, p: 1) ?? .current)
        )
    }

    private func hire(_ books: TestBooks, _ name: String, _ role: Role) async throws -> Account {
        try await accounts(books).add(
            email: "\(name)@exemple.fr",
            name: name,
            roles: [role.rawValue],
            password: "cheval agrafe pile correcte"
        )
    }

    @Test(arguments: Engine.available) func `count what waits, letters and people, whoever may read what`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let register = books.register
        _ = try await hire(books, "ines", .complaintsManager)
        _ = try await hire(books, "paul", .receptionDesk)
        let id = try await books.receive()
        try await books.receive()
        let standings = try await accounts(books).standings()
        let facts = try await register.upkeepFacts(accounts: standings, hasRelay: false)
        #expect(facts.receptions.count == 2 && facts.late == 0 && facts.handlers == 1 && facts.factorless == 2)
        #expect(facts.posting.count == 2, "without a relay what waits is to be posted")
        #expect(facts.posting.since == books.clock.now)
        #expect(!facts.asksFactor && facts.version == 1 && facts.publishedAt == books.clock.now)
        #expect(try await register.upkeepFacts(accounts: standings, hasRelay: true).posting.count == 0)
        try await books.answer(id)
        books.clock.advance(seconds: 400 * 24 * 3600)
        let later = try await register.upkeepFacts(accounts: standings, hasRelay: true)
        #expect(later.receptions.count == 1 && later.late >= 1)
        await books.close()
    }

    @Test(arguments: Engine.available) func `keep when each thing was last found in order`(engine: Engine) async throws
    {
        let books = try await TestBooks(engine)
        #expect(try await books.register.upkeepRecords().isEmpty)
        let first = books.clock.now
        try await books.register.note(.logCheck)
        books.clock.advance(seconds: 3600)
        try await books.register.note(.restoreCheck)
        #expect(try await books.register.upkeepRecords() == [.logCheck: first, .restoreCheck: books.clock.now])
        try await books.register.note(.logCheck)
        #expect(try await books.register.upkeepRecords()[.logCheck] == books.clock.now)
        await books.close()
    }

    @Test(arguments: Engine.available)
    func `write a week’s letter once to each who runs the procedure and wants it, and forget what it said`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine, at: "2026-11-23T05:30:00Z")
        let register = books.register
        let ines = try await hire(books, "ines", .complaintsManager)
        let luc = try await hire(books, "luc", .management)
        let zoe = try await hire(books, "zoe", .management)
        _ = try await hire(books, "ana", .administrator)
        #expect(try await accounts(books).wantedLetters(zoe.id) == [.daily: true, .weekly: true])
        try await accounts(books).want(.weekly, false, of: zoe.id)
        #expect(try await accounts(books).wantedLetters(zoe.id) == [.daily: true, .weekly: false])
        #expect(try await register.weeklyLettersDue().isEmpty, "half past six")
        books.clock.advance(seconds: 3600)
        let due = try await register.weeklyLettersDue()
        #expect(Set(due.map(\.account)) == [ines.id, luc.id])
        for letter in try await register.weeklyLettersDue() + due { try await register.keep(letter, message: [1, 2]) }
        #expect(try await register.weeklyLettersDue().isEmpty)
        var sent: [String] = []
        while let letter = try await register.claim(.weekly) {
            sent.append(letter.recipient)
            #expect(letter.message == [1, 2])
            try await register.settled(letter)
        }
        #expect(Set(sent) == ["ines@exemple.fr", "luc@exemple.fr"] && sent.count == 2, "two servers wrote it")
        let messages = try await books.database.read { try $0.run("SELECT message FROM weekly_letter") }
        #expect(try messages.allSatisfy { try $0.blob(0).isEmpty })
        books.clock.advance(seconds: 3 * 24 * 3600)
        #expect(try await register.weeklyLettersDue().isEmpty, "Thursday")
        books.clock.advance(seconds: 18 * 24 * 3600)
        #expect(try await register.weeklyLettersDue().count == 2, "three weeks later, one letter each")
        books.clock.advance(seconds: 30 * 24 * 3600)
        try await books.tidy()
        #expect(try await books.database.read { try $0.run("SELECT id FROM weekly_letter") }.isEmpty)
        await books.close()
    }
}
