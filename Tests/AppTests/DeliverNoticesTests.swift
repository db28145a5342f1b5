import Complaints
import Mail
import Pages
import Post
import Storage
import TestSupport
import Testing

@testable import App
@testable import Registry

@Suite struct `The round of the notices` {
    // Shows: S-43, S-49
    @Test(arguments: Engine.available)
    func `brings each once, from nobody, with the link, and keeps nothing of it`(
        engine: Engine
    ) async throws {
        try await TestOutbox.open(engine) { outbox in
            let register = outbox.books.register
            let id = try await outbox.books.receive(form: [UInt8](repeating: 7, count: 16))
            let reference = try await register.caseFile(id).reception.reference.description
            _ = try await register.requestSecret(reference: reference, email: "noe@example.org", from: "::1")
            let office = TestPostOffice {
                $0 == 1 ? .deferred(.postponed, detail: "451 later") : .accepted(reply: "250")
            }
            let chore = try await self.chore(office, outbox)
            await chore.round()
            #expect(office.envelopes.count == 1)
            await chore.round()
            #expect(office.envelopes.count == 1, "a minute is waited")
            outbox.books.clock.advance(seconds: 61)
            await chore.round()
            await chore.round()
            #expect(office.envelopes.count == 2)
            #expect(office.envelopes.allSatisfy { $0.sender == nil && $0.recipient.text == "noe@example.org" })
            let left = try await outbox.books.database.read { try $0.run("SELECT id FROM notice") }
            #expect(left.isEmpty)
            #expect(try await register.letters(of: id).map(\.kind) == [.acknowledgement])
            #expect(office.messages.allSatisfy { $0 == office.messages[0] }, "sent twice, it is one")
            #expect(String(decoding: office.messages[0], as: UTF8.self).contains("https://cine.example/suivi/acces/"))
        }
    }

    // Shows: S-55
    @Test(arguments: Engine.available)
    func `brings the link of an invitation to whoever is invited, and keeps nothing of it`(
        engine: Engine
    ) async throws {
        try await TestOutbox.open(engine) { outbox in
            let clock = outbox.books.clock
            let accounts = Accounts(
                of: outbox.books.organisation.id,
                database: outbox.books.database,
                world: World(now: { clock.now }, bytes: World.real.bytes),
                hasher: PasswordHasher()
            )
            let paul = try await accounts.add(email: "paul@exemple.fr", name: "Paul Leroy", roles: ["accueil"])
            let administration = outbox.books.register.administration(
                of: accounts.by("ana"),
                isOnePerson: false,
                mails: true
            )
            let link = try await administration.invite(paul.id)
            let office = TestPostOffice {
                $0 == 1 ? .deferred(.postponed, detail: "451 later") : .accepted(reply: "250")
            }
            let chore = try await self.chore(office, outbox)
            await chore.round()
            await chore.round()
            #expect(office.envelopes.count == 1, "a minute is waited")
            clock.advance(seconds: 61)
            await chore.round()
            await chore.round()
            #expect(office.envelopes.count == 2)
            #expect(office.envelopes.allSatisfy { $0.sender == nil && $0.recipient.text == "paul@exemple.fr" })
            let message = String(decoding: office.messages[1], as: UTF8.self)
            #expect(message.contains("https://cine.example/invitation/") && !message.contains("Paul"))
            let left = try await outbox.books.database.read { try $0.run("SELECT id FROM account_notice") }
            #expect(left.isEmpty)
            #expect(try await accounts.account(invitedBy: link) == paul)
        }
    }

    private func chore(_ office: TestPostOffice, _ outbox: TestOutbox) async throws -> DeliverNotices {
        let (press, sender) = (try Press(), try #require(EmailAddress("lettres@cine-atelier.example")))
        return DeliverNotices(
            registers: outbox.registers,
            office: office,
            writer: { _ in LetterWriter(press: press, sender: sender, publicAddress: "https://cine.example") },
            logger: outbox.log.logger
        )
    }
}
