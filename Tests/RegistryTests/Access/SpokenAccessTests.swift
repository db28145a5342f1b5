import Complaints
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `The journal of accesses, of what was said` {
    /// Somebody who handles complaints, and somebody who watches over that.
    private func hire(_ books: TestBooks) async throws -> [Officer] {
        let world = World(
            now: { books.clock.now },
            bytes: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } }
        )
        let hasher = PasswordHasher(cost: PasswordRecord.Cost(logN: 4, r: 8, p: 1) ?? .current)
        let accounts = Accounts(of: books.organisation.id, database: books.database, world: world, hasher: hasher)
        var staff: [Officer] = []
        for role in [Role.complaintsManager, .internalControl] {
            let account = try await accounts.add(
                email: "\(role.rawValue)@example.org",
                name: "Agent",
                roles: [role.rawValue],
                password: "tournevis marmotte galet"
            )
            staff.append(Officer(id: account.id, roles: [role]))
        }
        return staff
    }

    // Shows: R-24, S-62
    @Test(arguments: Engine.available) func `says which it was to whoever may open it, and to nobody else`(
        engine: Engine
    ) async throws {
        let books = try await TestBooks(engine)
        let (register, staff) = (books.register, try await hire(books))
        let (manager, today) = (Author.officer(staff[0]), books.clock.now.civilDate)
        let hearing = Hearing(person: "Zoé Caron", said: "Trop cher", on: today, heardBy: "Luc", invitation: nil)
        let form = Submission(id: [UInt8](repeating: 7, count: 16))
        let id = try await register.hear(hearing, as: form, by: manager)
        try await register.recordAccess(.readDiscontent, of: id, by: staff[1].id)
        var filter = AccessFilter()
        filter.kind = .readDiscontent
        let (listed, other) = (register.asSeen(by: staff[0]), register.asSeen(by: staff[1]))
        let said = AccessEntry.Spoken(id: id.description, on: today)
        #expect(try await listed.accesses(filter).map(\.spoken) == [said])
        #expect(try await other.accesses(filter).map(\.spoken) == [said])
        let file = try await books.receive()
        try await register.change(discontent: id, by: manager) {
            try $0.end(DiscontentEnding(.linked, as: file), $1)
        }
        let restriction = Restriction(ground: .violence, readers: [staff[0].id])
        try await register.change(file, by: manager) { try $0.restrict(restriction, among: staff, $1) }
        #expect(try await listed.accesses(filter).map(\.spoken) == [said])
        #expect(try await other.accesses(filter) == [], "who looked would tell who handles it")
        await books.close()
    }
}
