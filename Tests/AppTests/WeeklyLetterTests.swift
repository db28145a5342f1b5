import Complaints
import Mail
import Pages
import Post
import Storage
import TestSupport
import Testing

@testable import App
@testable import Registry

@Suite struct `The weekly letter` {
    private func accounts(_ outbox: TestOutbox) -> Accounts {
        let clock = outbox.books.clock
        return Accounts(
            of: outbox.books.organisation.id,
            database: outbox.books.database,
            world: World(now: { clock.now }, bytes: World.real.bytes),
            hasher: PasswordHasher(cost: PasswordRecord.Cost(logN: 4, r: 8, p: 1) ?? .current)
        )
    }

    private func letters(_ outbox: TestOutbox) throws -> WriteWeeklyLetters {
        let accounts = accounts(outbox)
        return WriteWeeklyLetters(
            registers: outbox.registers,
            upkeep: { try await $0.upkeepFacts(accounts: try await accounts.standings(), hasRelay: true) },
            writer: try writer(),
            logger: outbox.log.logger
        )
    }

    private func writer() throws -> @Sendable (Organisation) -> LetterWriter {
        let (press, sender) = (try Press(), try #require(EmailAddress("lettres@cine-atelier.example")))
        return { _ in LetterWriter(press: press, sender: sender, publicAddress: "https://cine.example") }
    }

    @Test(arguments: Engine.available)
    func `is brought once on Monday, by two servers and after a restart, from nobody, and names nobody`(
        engine: Engine
    ) async throws {
        try await TestOutbox.open(engine) { outbox in
            try await outbox.books.receive()
            _ = try await accounts(outbox).add(
                email: "luc@exemple.fr",
                name: "Luc",
                roles: ["direction"],
                password: "cheval agrafe pile correcte"
            )
            let office = TestPostOffice { $0 == 1 ? .deferred(.postponed, detail: "451") : .accepted(reply: "250") }
            let notices = DeliverNotices(
                registers: outbox.registers,
                office: office,
                writer: try writer(),
                logger: outbox.log.logger
            )
            let (one, other) = (try letters(outbox), try letters(outbox))
            async let first: Void = one.round()
            async let second: Void = other.round()
            _ = await (first, second)
            await notices.round()
            #expect(office.envelopes.count == 1)
            outbox.books.clock.advance(seconds: 61)
            await notices.round()
            await one.round()
            await notices.round()
            #expect(office.envelopes.count == 2, "tried twice, written once")
            #expect(office.messages[0] == office.messages[1])
            #expect(office.envelopes.allSatisfy { $0.sender == nil && $0.recipient.text == "luc@exemple.fr" })
            let message = String(decoding: office.messages[1], as: UTF8.self)
            for words in [Story.original.lastName, Story.original.subject] {
                #expect(!message.contains(words), "\(words)")
            }
            outbox.books.clock.advance(seconds: 14 * 24 * 3600)
            await one.round()
            await one.round()
            await notices.round()
            await notices.round()
            #expect(office.envelopes.count == 3, "a week that was missed is not made up for")
        }
    }
}

@Suite struct `A check of the books` {
    @Test(arguments: Engine.available) func `is noted of the organisations that it was of`(engine: Engine) async throws
    {
        let books = try await AppBooks(engine)
        let id = books.books.organisation.id
        #expect(try await books.run(.noteCheck(.restoreCheck, of: [id])).first?.contains("Ciné-Atelier") == true)
        #expect(try await books.books.register.upkeepRecords() == [.restoreCheck: books.books.clock.now])
        _ = try await books.run(.noteCheck(.logCheck, of: []))
        #expect(try await books.books.register.upkeepRecords().count == 2)
        #expect(await books.refusal(of: .noteCheck(.logCheck, of: ["ailleurs"])) != nil)
        await books.books.close()
    }

    @Test func `of a restored copy is refused where it is the books themselves`() async throws {
        for engine in Engine.available {
            let place = try await TestPlace(engine)
            _ = try await place.add("Ciné-Atelier", host: nil)
            let otherwise =
                switch place.settings.place {
                case .folder(let folder): folder + "/."
                case .postgres(let url): url + "?application_name=autrement"
                }
            await #expect(throws: Settings.Mistake.self) {
                _ = try await RestoredCopy(otherwise, keys: nil, beside: place.settings)
            }
        }
        let served = try await TestPlace(.postgres)
        let elsewhere = try await PostgresServer.shared.createDatabase()
        let other = try await RestoredCopy(elsewhere, keys: nil, beside: served.settings)
        #expect(other.settings.place == .postgres(elsewhere))
        let place = try await TestPlace(.sqlite)
        let copy = try await RestoredCopy("/ailleurs/copie", keys: nil, beside: place.settings)
        #expect(copy.settings.place == .folder("/ailleurs/copie") && copy.settings.keys == "/ailleurs/copie/cles")
    }
}
