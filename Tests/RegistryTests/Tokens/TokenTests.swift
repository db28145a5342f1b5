import Complaints
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `Tokens of programs` {
    private let network = "192.0.2.1/32"

    private func order(_ books: AccountBooks, days: Int = 90, scope: TokenScope = .read) -> TokenOrder {
        TokenOrder(name: "Gestion", scope: scope, endsOn: books.now.civilDate.adding(days: days))
    }

    private func hire(_ accounts: Accounts, _ email: String = "zoe@exemple.fr") async throws -> Account {
        try await accounts.add(email: email, name: "Zoé", roles: ["responsable"], password: "tournevis marmotte galet")
    }

    // Shows: S-57, S-62
    @Test(arguments: Engine.available) func `let their owner in until their last day, and are kept as a digest`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let zoe = try await hire(accounts)
        let own = accounts.by(zoe.id)
        let token = try await own.makeToken(order(books, days: 2, scope: .readAndAct), for: zoe.id)
        #expect(try await !books.dump().contains(token.text.suffix(56)))
        guard case .open(let standing, let account) = try await accounts.enter(by: token, from: network) else {
            Issue.record("a fresh token opens nothing")
            return
        }
        #expect(account == zoe && standing.id == token.id && standing.scope == .readAndAct)
        let listed = try #require(try await accounts.tokens(of: zoe.id).first)
        #expect(listed.usedOn == books.now.civilDate && listed.name == "Gestion")
        books.wait(seconds: 2 * 86_400)
        #expect(try await accounts.enter(by: token, from: network) != .refused)
        books.wait(seconds: 86_400)
        #expect(try await accounts.enter(by: token, from: network) == .refused)
        let lines = try await books.rows(
            "SELECT about, detail FROM access WHERE action = 'compte' AND account = \(zoe.id)"
        )
        #expect(try lines.map { "\(try $0.text(0)) \(try $0.text(1))" } == ["\(zoe.id) jeton \(token.id)"])
    }

    // Shows: S-56, S-57
    @Test(arguments: Engine.available)
    func `end by hand, and all with another password, other roles or a closed account`(engine: Engine) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let zoe = try await hire(accounts)
        let ali = try await hire(accounts, "ali@exemple.fr")
        let other = try await accounts.makeToken(order(books), for: ali.id)
        let one = try await accounts.makeToken(order(books), for: zoe.id)
        try await accounts.endToken(one.id, of: ali.id)
        #expect(try await accounts.enter(by: one, from: network) != .refused, "another's is not touched")
        try await accounts.endToken(one.id, of: zoe.id)
        #expect(try await accounts.enter(by: one, from: network) == .refused)
        let endings: [@Sendable () async throws -> Void] = [
            { try await accounts.change(zoe.id, AccountChange(password: "cheval agrafe pile correcte")) },
            { try await accounts.change(zoe.id, AccountChange(roles: ["accueil"])) },
            { try await accounts.change(zoe.id, AccountChange(enables: true)) },
            { try await accounts.disable(zoe.id) },
        ]
        for (index, end) in endings.enumerated() {
            let token = try await accounts.makeToken(order(books), for: zoe.id)
            try await end()
            #expect(try await accounts.enter(by: token, from: network) == .refused, "\(index)")
            #expect(try await accounts.tokens(of: zoe.id).isEmpty, "\(index)")
        }
        #expect(try await accounts.enter(by: other, from: network) != .refused)
        let ended = try await books.rows("SELECT about FROM access WHERE detail LIKE 'fin-de-jeton dol_%'")
        #expect(try ended.map { try $0.text(0) } == Array(repeating: zoe.id, count: 5))
    }

    // Shows: R-67
    @Test(arguments: Engine.available) func `open nothing once their owner's account is over`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let zoe = try await hire(accounts)
        let token = try await accounts.makeToken(order(books), for: zoe.id)
        try await accounts.change(zoe.id, AccountChange(term: .until(books.now.civilDate)))
        #expect(try await accounts.enter(by: token, from: network) != .refused)
        books.wait(seconds: 86_400)
        #expect(try await accounts.enter(by: token, from: network) == .refused)
        await #expect(throws: TokenRefusal.ownerIsOut) { try await accounts.makeToken(order(books), for: zoe.id) }
    }

    // Shows: S-61
    @Test(arguments: Engine.available) func `are none of another organisation's`(engine: Engine) async throws {
        let books = try await AccountBooks(on: engine)
        let (alpha, beta) = (books.accounts(of: "alpha"), books.accounts(of: "beta"))
        let zoe = try await hire(alpha)
        let token = try await alpha.makeToken(order(books), for: zoe.id)
        #expect(try await beta.enter(by: token, from: network) == .refused)
        try await beta.endToken(token.id, of: zoe.id)
        #expect(try await alpha.enter(by: token, from: network) != .refused)
    }

    // Shows: S-54
    @Test(arguments: Engine.available) func `are ten at most of one person, for a year at most, from today on`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let zoe = try await hire(accounts)
        await #expect(throws: TokenRefusal.endIsOver) {
            try await accounts.makeToken(order(books, days: -1), for: zoe.id)
        }
        let latest = books.now.civilDate.adding(days: 365)
        await #expect(throws: TokenRefusal.endTooFar(latest: latest)) {
            try await accounts.makeToken(order(books, days: 366), for: zoe.id)
        }
        for days in 0..<10 { _ = try await accounts.makeToken(order(books, days: days), for: zoe.id) }
        await #expect(throws: TokenRefusal.tooMany(most: 10)) {
            try await accounts.makeToken(order(books), for: zoe.id)
        }
        // One that has ended by itself makes room, and is forgotten a month later.
        books.wait(seconds: 86_400)
        _ = try await accounts.makeToken(order(books), for: zoe.id)
        #expect(try await accounts.tokens(of: zoe.id).count == 11)
        books.wait(seconds: 31 * 86_400)
        try await accounts.forgetExpired()
        #expect(try await accounts.tokens(of: zoe.id).count == 9)
    }

    // Shows: S-54, S-62
    @Test(arguments: Engine.available)
    func `are slow to guess from one network, without keeping out those of another`(engine: Engine) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let zoe = try await hire(accounts)
        let token = try await accounts.makeToken(order(books), for: zoe.id)
        // The right name with another secret is a guess as any other.
        let name = try #require(Crockford.decode(String(token.id.dropFirst(4)), bytes: 5))
        for number in 0..<10 {
            let secret = [UInt8](repeating: UInt8(number), count: 32)
            let guess = AccessToken(random: number.isMultiple(of: 2) ? name + secret : Array(secret.prefix(5)) + secret)
            #expect(try await accounts.enter(by: guess, from: network) == .refused, "\(number)")
        }
        #expect(try await accounts.enter(by: token, from: network) == .wait(seconds: 2))
        #expect(try await accounts.enter(by: token, from: "192.0.2.2/32") != .refused)
        books.wait(seconds: 2)
        #expect(try await accounts.enter(by: token, from: network) != .refused)
        let refused = try await books.rows("SELECT account, times FROM access WHERE action = 'jeton'")
        #expect(try refused.map { "\(try $0.text(0)):\(try $0.integer(1))" } == [":10"])
    }
}
