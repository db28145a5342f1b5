import Complaints
import Foundation
import Logging
import Mail
import Registry
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct `An organisation whose books are broken` {
    /// A second organisation, later in the alphabet, with a complaint of its own.
    private func neighbour(_ outbox: TestOutbox) async throws -> Register {
        let organisation = try await outbox.organisations.add(
            name: "Danse-École",
            host: nil,
            procedure: Story.procedure
        )
        let register = try outbox.organisations.register(of: organisation, compose: TestBooks.compose)
        _ = try await register.receive(Register.Intake(channel: .form, original: Story.original))
        return register
    }

    // Shows: R-40
    @Test(arguments: Engine.available) func `keeps no other's letters back, and sends none of its own`(
        engine: Engine
    ) async throws {
        try await TestOutbox.open(engine) { outbox in
            let letters = try await outbox.letters(1)
            let other = try await neighbour(outbox)
            try await outbox.books.forgeHead()
            let office = TestPostOffice()
            try await outbox.chore(office).round()
            #expect(office.envelopes.count == 1)
            #expect(try await outbox.states(letters) == [.waiting])
            #expect(try await other.claimLetter() == nil, "gone")
            let told = outbox.log.lines.filter { $0.contains("organisation=\(outbox.books.organisation.id)") }
            let line = try #require(told.first)
            #expect(told.count == 1 && line.hasPrefix("error organisation out of order"))
            for word in ["noe@example.org", "Àrçy", "Remboursement", "Ciné"] { #expect(!line.contains(word)) }
        }
    }

    // Shows: F-30
    @Test(arguments: Engine.available) func `for want of its key closes nobody else's`(engine: Engine) async throws {
        try await TestOutbox.open(engine) { outbox in
            _ = try await outbox.letters(1)
            let other = try await neighbour(outbox)
            let id = outbox.books.organisation.id
            let keys = try FileManager.default.contentsOfDirectory(atPath: outbox.books.keys).filter { $0.contains(id) }
            #expect(!keys.isEmpty)
            for key in keys { try FileManager.default.removeItem(atPath: "\(outbox.books.keys)/\(key)") }
            let office = TestPostOffice()
            try await outbox.chore(office).round()
            #expect(office.envelopes.count == 1)
            #expect(try await other.claimLetter() == nil, "gone")
            let directory = outbox.registers
            #expect(try await directory.all().map(\.organisation.name) == ["Danse-École"])
            #expect(try await directory.outOfOrder().count == 1)
        }
    }

    // Shows: S-45
    @Test(arguments: Engine.available) func `keeps no other's log unsigned, and forgets what it must`(
        engine: Engine
    ) async throws {
        try await TestOutbox.open(engine) { outbox in
            _ = try await outbox.books.receive(form: [UInt8](repeating: 7, count: 16))
            let other = try await neighbour(outbox)
            try await outbox.books.forgeHead()
            outbox.books.clock.advance(seconds: 3600)
            let (database, clock) = (outbox.books.database, outbox.books.clock)
            let chore = KeepCheckpoints(
                registers: outbox.registers,
                accounts: { organisation in
                    Accounts(
                        of: organisation.id,
                        database: database,
                        world: World(now: { clock.now }, bytes: { [UInt8](repeating: 1, count: $0) }),
                        hasher: PasswordHasher()
                    )
                },
                logger: outbox.log.logger
            )
            await chore.tend(tidying: true)
            let signed = try await database.read { connection in
                try connection.run("SELECT DISTINCT organisation FROM log_checkpoint").map { try $0.text(0) }
            }
            #expect(signed == [other.organisation.id])
            let sealed = try await database.read { connection in
                try connection.run("SELECT COUNT(*) FROM submission WHERE sealed_secret IS NOT NULL")[0].integer(0)
            }
            #expect(sealed == 0)
        }
    }
}
