import Complaints
import Mail
import Pages
import Post
import Storage
import TestSupport
import Testing

@testable import App
@testable import Registry

@Suite struct `The daily letter` {
    private func hire(_ outbox: TestOutbox, _ name: String, _ role: Role) async throws {
        let clock = outbox.books.clock
        let accounts = Accounts(
            of: outbox.books.organisation.id,
            database: outbox.books.database,
            world: World(now: { clock.now }, bytes: World.real.bytes),
            hasher: PasswordHasher(cost: PasswordRecord.Cost(logN: 4, r: 8, p: 1) ?? .current)
        )
        _ = try await accounts.add(
            email: "\(name)@exemple.fr",
            name: name,
            roles: [role.rawValue],
            password: "cheval agrafe pile correcte"
        )
    }

    private func writer() throws -> @Sendable (Organisation) -> LetterWriter {
        let (press, sender) = (try Press(), try #require(EmailAddress("lettres@cine-atelier.example")))
        return { _ in LetterWriter(press: press, sender: sender, publicAddress: "https://cine.example") }
    }

    private func letters(_ outbox: TestOutbox) throws -> WriteDailyLetters {
        WriteDailyLetters(registers: outbox.registers, writer: try writer(), logger: outbox.log.logger)
    }

    // Shows: R-29
    @Test(arguments: Engine.available)
    func `is brought once a day by two servers and after a restart, from nobody, and says nothing of a complaint`(
        engine: Engine
    ) async throws {
        try await TestOutbox.open(engine) { outbox in
            try await hire(outbox, "luc", .management)
            let office = TestPostOffice { $0 == 1 ? .deferred(.postponed, detail: "451") : .accepted(reply: "250") }
            let notices = DeliverNotices(
                registers: outbox.registers,
                office: office,
                writer: try writer(),
                logger: outbox.log.logger
            )
            // Monday's weekly letter is another matter.
            outbox.books.clock.advance(seconds: 3 * 24 * 3600)
            try await letters(outbox).round()
            await notices.round()
            #expect(office.envelopes.isEmpty, "there is nothing to say")
            try await outbox.books.receive()
            outbox.books.clock.advance(seconds: 24 * 3600)
            let (one, other) = (try letters(outbox), try letters(outbox))
            async let first: Void = one.round()
            async let second: Void = other.round()
            _ = await (first, second)
            await notices.round()
            #expect(office.envelopes.count == 1)
            outbox.books.clock.advance(seconds: 61)
            await notices.round()
            try await letters(outbox).round()
            await notices.round()
            #expect(office.envelopes.count == 2, "tried twice, written once")
            #expect(office.messages[0] == office.messages[1])
            #expect(office.envelopes.allSatisfy { $0.sender == nil && $0.recipient.text == "luc@exemple.fr" })
            let message = String(decoding: office.messages[1], as: UTF8.self)
            #expect(message.contains("/dossiers/2026-R-0001"))
            for words in [Story.original.lastName, Story.original.firstName, Story.original.subject] {
                #expect(!message.contains(words), "\(words)")
            }
            // Saturday and Sunday have none.
            for _ in 1...2 {
                outbox.books.clock.advance(seconds: 24 * 3600)
                try await letters(outbox).round()
                await notices.round()
            }
            #expect(office.envelopes.count == 2)
        }
    }
}
