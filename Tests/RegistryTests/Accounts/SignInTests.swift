import Complaints
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `Signing in` {
    private let password = "tournevis marmotte galet"

    // Shows: S-44
    @Test(arguments: Engine.available)
    func `says the same for a wrong password, no password, no account and a disabled one`(engine: Engine) async throws {
        let accounts = try await AccountBooks(on: engine).accounts()
        let zoe = try await accounts.add(email: "zoe@exemple.fr", name: "Zoé", roles: [])
        #expect(try await accounts.verify(email: "zoe@exemple.fr", password: "", from: "::1") == .refused)
        try await accounts.change(zoe.id, AccountChange(password: password))
        let known = try #require(try await accounts.find(id: zoe.id))
        #expect(try await accounts.verify(email: "ZOE@exemple.fr", password: password, from: "::1") == .accepted(known))
        #expect(
            try await accounts.verify(email: "zoe@exemple.fr", password: "Tournevis marmotte galet", from: "::1")
                == .refused
        )
        #expect(try await accounts.verify(email: "personne@exemple.fr", password: password, from: "::1") == .refused)
        try await accounts.disable(zoe.id)
        #expect(try await accounts.verify(email: "zoe@exemple.fr", password: password, from: "::1") == .refused)
    }

    // Shows: S-54
    @Test(arguments: Engine.available)
    func `waits longer and longer after failures, a minute at most, and never for good`(engine: Engine) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let zoe = try await accounts.add(email: "zoe@exemple.fr", name: "Zoé", roles: [])
        try await accounts.change(zoe.id, AccountChange(password: password))
        func guess(_ password: String = "faux", from address: String = "192.0.2.1") async throws -> SignIn {
            try await accounts.verify(email: "zoe@exemple.fr", password: password, from: address)
        }
        for _ in 0..<5 { #expect(try await guess() == .refused) }
        for seconds in [2, 4, 8, 16, 32, 60, 60, 60] {
            #expect(try await guess(password) == .wait(seconds: seconds))
            books.wait(seconds: seconds - 1)
            #expect(try await guess(password) == .wait(seconds: 1))
            books.wait(seconds: 1)
            #expect(try await guess() == .refused)
        }
        let known = try #require(try await accounts.find(id: zoe.id))
        #expect(try await guess(password, from: "192.0.2.2") == .accepted(known), "nobody else waits")
        books.wait(seconds: 60)
        #expect(try await guess(password) == .accepted(known))
        #expect(try await guess() == .refused, "a success wipes the slate")
    }

    // Shows: S-54
    @Test(arguments: Engine.available) func `forgets failures after a quarter of an hour`(engine: Engine) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        for _ in 0..<5 { _ = try await accounts.verify(email: "a@b.fr", password: "faux", from: "::1") }
        #expect(try await accounts.verify(email: "A@B.fr", password: "faux", from: "::1") == .wait(seconds: 2))
        books.wait(seconds: 15 * 60)
        for _ in 0..<5 {
            #expect(try await accounts.verify(email: "a@b.fr", password: "faux", from: "::1") == .refused)
        }
        books.wait(seconds: 15 * 60)
        try await accounts.forgetExpired()
        #expect(try await books.count("sign_in_attempt") == 0)
    }

    // Shows: S-54
    @Test(arguments: Engine.available) func `lets no more than five guesses through, however many come at once`(
        engine: Engine
    ) async throws {
        let accounts = try await AccountBooks(on: engine).accounts()
        let refused = try await withThrowingTaskGroup(of: SignIn.self) { group in
            for _ in 0..<50 {
                group.addTask { try await accounts.verify(email: "a@b.fr", password: "faux", from: "::1") }
            }
            return try await group.reduce(0) { $0 + ($1 == .refused ? 1 : 0) }
        }
        #expect(refused == 5)
    }

    // Shows: S-56
    @Test(arguments: Engine.available) func `begins no session for an account that was changed after the check`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let zoe = try await accounts.add(email: "zoe@exemple.fr", name: "Zoé", roles: ["accueil"], password: password)
        let other = "cheval agrafe pile correcte"
        let changes: [(password: String, change: @Sendable () async throws -> Void)] = [
            (password, { try await accounts.change(zoe.id, AccountChange(roles: ["direction"])) }),
            (password, { try await accounts.change(zoe.id, AccountChange(password: other)) }),
            (other, { try await accounts.disable(zoe.id) }),
        ]
        for (password, change) in changes {
            let signIn = try await accounts.verify(email: zoe.email, password: password, from: "::1")
            guard case .accepted(let checked) = signIn else {
                Issue.record("\(signIn)")
                continue
            }
            try await change()
            await #expect(throws: AccountChanged.self) { _ = try await accounts.begin(for: checked) }
            #expect(try await books.count("staff_session") == 0)
        }
        // Let in again, they are not let in by what was checked before they were kept out.
        let kept = try #require(try await accounts.find(id: zoe.id))
        await #expect(throws: AccountChanged.self) { _ = try await accounts.begin(for: kept) }
        let open = try #require(try await accounts.change(zoe.id, AccountChange(enables: true)))
        #expect(try await accounts.session(of: try await accounts.begin(for: open))?.account == open)
    }

    // Shows: S-54
    @Test(arguments: Engine.available) func `tells how many attempts failed since the last, once`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let zoe = try await accounts.add(email: "zoe@exemple.fr", name: "Zoé", roles: [], password: password)
        for number in 0..<3 {
            _ = try await accounts.verify(email: zoe.email, password: "faux", from: "192.0.2.\(number)")
            _ = try await accounts.verify(email: "personne@exemple.fr", password: "faux", from: "192.0.2.\(number)")
        }
        _ = try await accounts.verify(email: zoe.email, password: password, from: "::1")
        let factors = books.secondFactors()
        let pending = try await factors.ask(zoe)
        let code = try #require(pending.offered).code(at: Int(books.now.secondsSince1970) / 30)
        _ = try await factors.answer(pending.token, code: code)
        _ = try await factors.answer(try await factors.ask(zoe).token, code: code)
        let session = try await accounts.session(of: try await accounts.begin(for: zoe))
        #expect(session?.missed == 4, "three passwords, and a code that was used")
        #expect(try await accounts.session(of: try await accounts.begin(for: zoe))?.missed == 0)
    }

    // Shows: S-54
    @Test(arguments: Engine.available) func `takes a thousand failures a minute from everywhere together`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let zoe = try await accounts.add(email: "zoe@exemple.fr", name: "Zoé", roles: [], password: password)
        books.wait(seconds: 60 - Int(books.now.secondsSince1970 % 60) + 20)
        let now = books.now
        try await books.write { connection in
            for _ in 0..<999 { try MinuteLimit.everywhere("alpha").count(at: now, in: connection) }
        }
        #expect(try await accounts.verify(email: zoe.email, password: password, from: "::1") == .accepted(zoe))
        #expect(try await accounts.verify(email: zoe.email, password: "faux", from: "::2") == .refused)
        for address in ["::1", "::3"] {
            let full = try await accounts.verify(email: zoe.email, password: password, from: address)
            #expect(full == .wait(seconds: 40))
        }
        let other = books.accounts(of: "beta")
        #expect(try await other.verify(email: zoe.email, password: password, from: "::1") == .refused)
        books.wait(seconds: 40)
        #expect(try await accounts.verify(email: zoe.email, password: password, from: "::1") == .accepted(zoe))
    }

    // Shows: S-54
    @Test(arguments: Engine.available)
    func `takes three hundred a minute from one network, whatever addresses it tries`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let zoe = try await accounts.add(email: "zoe@exemple.fr", name: "Zoé", roles: [], password: password)
        books.wait(seconds: 60 - Int(books.now.secondsSince1970 % 60))
        for number in 0..<10 {
            let email = "agent\(number)@exemple.fr"
            #expect(try await accounts.verify(email: email, password: "faux", from: "::1") == .refused)
        }
        let now = books.now
        try await books.write { connection in
            for _ in 10..<299 { try MinuteLimit.network("::1", "alpha").count(at: now, in: connection) }
        }
        #expect(try await accounts.verify(email: zoe.email, password: password, from: "::1") == .accepted(zoe))
        #expect(try await accounts.verify(email: "autre@exemple.fr", password: "faux", from: "::1") == .refused)
        #expect(try await accounts.verify(email: zoe.email, password: password, from: "::1") == .wait(seconds: 60))
        #expect(try await accounts.verify(email: zoe.email, password: password, from: "::2") == .accepted(zoe))
        books.wait(seconds: 60)
        #expect(try await accounts.verify(email: zoe.email, password: password, from: "::1") == .accepted(zoe))
    }

    // Shows: S-52, R-65
    @Test(arguments: Engine.available) func `computes a password anew where its cost has changed`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let zoe = try await books.accounts().add(email: "zoe@exemple.fr", name: "Zoé", roles: [])
        try await books.accounts().change(zoe.id, AccountChange(password: password))
        #expect(try await books.dump().contains("scrypt$4$8$1$"))
        let dearer = try #require(PasswordRecord.Cost(logN: 5, r: 8, p: 1))
        for _ in 0..<2 {
            let signIn = try await books.accounts(at: dearer).verify(email: zoe.email, password: password, from: "::1")
            let renewed = try #require(try await books.accounts().find(id: zoe.id))
            #expect(signIn == .accepted(renewed))
            #expect(try await books.dump().contains("scrypt$5$8$1$"))
            _ = try await books.accounts().begin(for: renewed)
        }
    }
}
