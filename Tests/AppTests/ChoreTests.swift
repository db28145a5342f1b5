import Complaints
import Logging
import Storage
import TestSupport
import Testing

@testable import App
@testable import Registry

@Suite struct `The chores` {
    // Shows: S-56
    @Test(arguments: Engine.available) func `forget the sessions and the failures that are over, and nothing else`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let (database, clock) = (books.database, books.clock)
        let world = World(now: { clock.now }, bytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
        let hasher = PasswordHasher(cost: PasswordRecord.Cost(logN: 4, r: 8, p: 1) ?? .current)
        let accounts: @Sendable (Organisation) -> Accounts = {
            Accounts(of: $0.id, database: database, world: world, hasher: hasher)
        }
        let chore = KeepCheckpoints(
            registers: RegisterDirectory(organisations: books.organisations) { _ in
                { ComposedLetter(recipient: nil, subject: "", text: $0.kind.rawValue, message: []) }
            },
            accounts: accounts,
            logger: Logger(label: "test")
        )
        let ours = accounts(books.organisation)
        let zoe = try await ours.add(email: "zoe@exemple.fr", name: "Zoé", roles: [])
        _ = try await ours.begin(for: zoe)
        _ = try await ours.verify(email: zoe.email, password: "pas le bon", from: "192.0.2.1")
        clock.advance(seconds: 10 * 60)
        await chore.tend(tidying: true)
        #expect(try await count(books) == [1, 3], "still needed: of the guesser, the network and the minute")
        clock.advance(seconds: 13 * 3600)
        let open = try await ours.begin(for: zoe)
        await chore.tend(tidying: false)
        #expect(try await count(books) == [2, 3], "not the moment")
        await chore.tend(tidying: true)
        #expect(try await count(books) == [1, 0])
        #expect(try await ours.session(of: open) != nil)
        await books.close()
    }

    @Test(arguments: Engine.available) func `keep every log's signed head, whatever is wrong with another`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        // By name it comes first.
        let broken = try await books.organisations.add(name: "A", host: "a.example")
        let registers = RegisterDirectory(organisations: books.organisations) { _ in TestBooks.compose }
        let (database, hasher) = (books.database, PasswordHasher())
        let world = World(now: { Instant(secondsSince1970: 0) }, bytes: { [UInt8](repeating: 0, count: $0) })
        let chore = KeepCheckpoints(
            registers: registers,
            accounts: { Accounts(of: $0.id, database: database, world: world, hasher: hasher) },
            logger: Logger(label: "test")
        )
        #expect(try await registers.all().count == 2)
        try await books.receive()
        try await database.write { connection in
            try connection.run(
                "UPDATE log_head SET seal = \([UInt8](repeating: 1, count: 32)) WHERE organisation = \(broken.id)"
            )
        }
        await chore.tend(tidying: true)
        let kept = try await database.read { connection in
            try connection.run("SELECT organisation FROM log_checkpoint WHERE size = 1").map { try $0.text(0) }
        }
        #expect(kept == [books.organisation.id])
        #expect(try await registers.outOfOrder().map(\.organisation) == [broken])
        await books.close()
    }

    /// How many sessions, and how many failures to sign in, are kept.
    private func count(_ books: TestBooks) async throws -> [Int] {
        try await books.database.read { connection in
            let tables: [SQL] = ["staff_session", "sign_in_attempt"]
            return try tables.map { try connection.run("SELECT COUNT(*) FROM \($0)")[0].integer(0) }
        }
    }
}
