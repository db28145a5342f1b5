import Complaints
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `The address of a calendar` {
    private let network = "192.0.2.1/32"

    private func hire(_ accounts: Accounts) async throws -> Account {
        try await accounts.add(
            email: "zoe@exemple.fr",
            name: "Zoé",
            roles: ["responsable"],
            password: "tournevis marmotte galet"
        )
    }

    // Shows: S-57, S-62
    @Test(arguments: Engine.available)
    func `is kept as a digest, replaced by the next, and dead with its owner's account`(engine: Engine) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let zoe = try await hire(accounts)
        #expect(try await accounts.calendarFeed(of: zoe.id) == nil)
        let first = try await accounts.by(zoe.id).makeCalendarFeed(of: zoe.id)
        #expect(try await !books.dump().contains(first.text))
        #expect(try await accounts.enter(byCalendar: first, from: network) == .open(zoe))
        #expect(try await accounts.calendarFeed(of: zoe.id)?.usedOn == books.now.civilDate)
        let second = try await accounts.makeCalendarFeed(of: zoe.id)
        #expect(try await accounts.calendarFeed(of: zoe.id)?.usedOn == nil)
        #expect(try await accounts.enter(byCalendar: first, from: network) == .refused)
        #expect(try await accounts.enter(byCalendar: second, from: network) == .open(zoe))
        try await accounts.endCalendarFeed(of: zoe.id)
        #expect(try await accounts.enter(byCalendar: second, from: network) == .refused)
        let endings: [@Sendable () async throws -> Void] = [
            { try await accounts.change(zoe.id, AccountChange(password: "cheval agrafe pile correcte")) },
            { try await accounts.change(zoe.id, AccountChange(roles: ["accueil"])) },
            { try await accounts.disable(zoe.id) },
        ]
        for (index, end) in endings.enumerated() {
            let secret = try await accounts.makeCalendarFeed(of: zoe.id)
            try await end()
            #expect(try await accounts.enter(byCalendar: secret, from: network) == .refused, "\(index)")
            #expect(try await accounts.calendarFeed(of: zoe.id) == nil, "\(index)")
        }
        let acts = try await books.rows("SELECT detail FROM access WHERE detail LIKE '%calendrier%'")
        let words = try acts.map { try $0.text(0) }
        #expect(words.count { $0 == "calendrier" } == 5 && words.count { $0 == "fin-de-calendrier" } == 4)
    }

    // Shows: S-47
    @Test(arguments: Engine.available) func `is not guessed: after ten that are none, nobody from there is looked at`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let zoe = try await hire(accounts)
        let secret = try await accounts.makeCalendarFeed(of: zoe.id)
        for index in 0..<10 {
            let guess = StaffToken(random: [UInt8](repeating: UInt8(index), count: 32))
            #expect(try await accounts.enter(byCalendar: guess, from: network) == .refused, "\(index)")
        }
        guard case .wait(let seconds) = try await accounts.enter(byCalendar: secret, from: network) else {
            Issue.record("the eleventh is looked at")
            return
        }
        #expect(try await accounts.enter(byCalendar: secret, from: "198.51.100.0/24") == .open(zoe))
        books.wait(seconds: seconds + 1)
        #expect(try await accounts.enter(byCalendar: secret, from: network) == .open(zoe))
    }
}
