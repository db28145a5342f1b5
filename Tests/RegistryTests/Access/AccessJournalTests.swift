import Complaints
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `The journal of what becomes of accounts` {
    private let password = "tournevis marmotte galet"

    /// Kind, outcome, hand, account and word of each line, without an order.
    private func lines(_ books: AccountBooks) async throws -> [String] {
        try await books.rows("SELECT action, outcome, account, about, detail FROM access ORDER BY at, id")
            .map { row in try (0..<5).map { try row.text($0) }.joined(separator: " ") }
    }

    // Shows: S-44, S-62
    @Test(arguments: Engine.available) func `has a failed sign-in, with as many lines where there is no account`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let zoe = try await accounts.add(email: "zoe@exemple.fr", name: "Zoé", roles: [], password: password)
        let before = Set(try await lines(books))
        let counts = { (try await books.count("access"), try await books.count("missed_attempt")) }
        let start = try await counts()
        _ = try await accounts.verify(email: "zoe@exemple.fr", password: "Motus et bouche", from: "192.0.2.1")
        let known = try await counts()
        _ = try await accounts.verify(email: "motus@exemple.fr", password: "Motus et bouche", from: "192.0.2.1")
        let unknown = try await counts()
        #expect(known.0 - start.0 == 1 && unknown.0 - known.0 == 1)
        #expect(known.1 - start.1 == 1 && unknown.1 - known.1 == 1)
        let new = Set(try await lines(books)).subtracting(before)
        #expect(new == ["connexion refuse \(zoe.id)  ", "connexion refuse   "])
        let dump = try await books.rows("SELECT * FROM access").map { "\($0)" }.joined()
        for typed in ["Motus", "motus", "exemple.fr", "192.0.2", "Zoé"] { #expect(!dump.contains(typed), "\(typed)") }
    }

    // Shows: S-44, S-54, S-62
    @Test(arguments: Engine.available) func `has attempts that fail within a minute in one line, with their count`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let zoe = try await accounts.add(email: "zoe@exemple.fr", name: "Zoé", roles: [], password: password)
        let known = try #require(try await accounts.find(id: zoe.id))
        let start = try await books.count("access")
        let addresses = ["zoe@exemple.fr", "personne@exemple.fr", "aucun@exemple.fr"]
        for (index, address) in addresses.enumerated() {
            for attempt in 0..<4 {
                _ = try await accounts.verify(email: address, password: "faux", from: "192.0.2.\(10 * index + attempt)")
            }
        }
        _ = try await accounts.verify(email: "zoe@exemple.fr", password: "faux", from: "::1", for: .confirmed)
        let pending = try await books.secondFactors().ask(known)
        for _ in 0..<3 { _ = try await books.secondFactors().answer(pending.token, code: "absolument rien") }
        let refused = { @Sendable in
            try await books.rows("SELECT account, action, times FROM access WHERE outcome = 'refuse' ORDER BY at").map {
                row in
                try "\(row.text(0)) \(row.text(1)) \(row.integer(2))"
            }
        }
        let told = try await refused()
        #expect(
            Set(told) == [
                "\(zoe.id) connexion 4", " connexion 8", "\(zoe.id) confirmation 1", "\(zoe.id) second-facteur 3",
            ]
        )
        #expect(told.count == 4)
        #expect(try await books.count("access") == start + 5, "the code that is asked for is another")
        books.wait(seconds: 60)
        _ = try await accounts.verify(email: "zoe@exemple.fr", password: "faux", from: "192.0.2.99")
        #expect(try await refused().last == "\(zoe.id) connexion 1", "another minute")
    }

    // Shows: S-62
    @Test(arguments: Engine.available) func `has each change with whose hand it was by, and the sessions that it ended`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let server = books.accounts()
        let zoe = try await server.add(email: "zoe@exemple.fr", name: "Zoé", roles: [], password: password)
        #expect(
            Set(try await lines(books)) == [
                "compte fait serveur \(zoe.id) creation", "compte fait serveur \(zoe.id) mot-de-passe",
            ]
        )
        let known = try #require(try await server.find(id: zoe.id))
        let first = try await server.begin(for: known)
        try await server.confirm(first)
        _ = try await server.begin(for: known, after: .sameSession)
        let ana = server.by("ana")
        try await ana.change(zoe.id, AccountChange(name: "Zoé B.", roles: ["accueil"]))
        try await ana.disable(zoe.id)
        try await ana.disable(zoe.id)
        try await ana.change(zoe.id, AccountChange(enables: true))
        let open = try #require(try await server.find(id: zoe.id))
        let link = try await ana.invite(open)
        _ = try await server.choose(password: "cheval agrafe pile correcte", with: link)
        let told = try await lines(books)
        for line in [
            "connexion fait \(zoe.id)  ", "confirmation fait \(zoe.id)  ", "compte fait ana \(zoe.id) nom",
            "compte fait ana \(zoe.id) roles accueil", "compte fait ana \(zoe.id) fermeture",
            "compte fait ana \(zoe.id) reouverture", "compte fait ana \(zoe.id) invitation",
            "compte fait \(zoe.id) \(zoe.id) mot-de-passe",
        ] {
            #expect(told.filter { $0 == line }.count == 1, "\(line)")
        }
        #expect(told.filter { $0 == "fin-de-session fait ana \(zoe.id) " }.count == 2)
        #expect(told.count == 12)
    }

    // Shows: S-62
    @Test(arguments: Engine.available) func `has the second factor: asked for, wrong, given`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let zoe = try await accounts.add(email: "zoe@exemple.fr", name: "Zoé", roles: [], password: password)
        let known = try #require(try await accounts.find(id: zoe.id))
        let before = Set(try await lines(books))
        let factors = books.secondFactors()
        let pending = try await factors.ask(known)
        _ = try await factors.answer(pending.token, code: "absolument rien")
        _ = try await accounts.begin(for: known, after: .secondFactor)
        #expect(
            Set(try await lines(books)).subtracting(before) == [
                "connexion attente \(zoe.id)  ", "second-facteur refuse \(zoe.id)  ",
                "connexion fait \(zoe.id)  second-facteur",
            ]
        )
    }

    // Shows: S-62, S-72, R-64
    @Test(arguments: Engine.available) func `has sessions that end of age, and forgets a line after twelve months`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let zoe = try await accounts.add(email: "zoe@exemple.fr", name: "Zoé", roles: [], password: password)
        _ = try await accounts.begin(for: try #require(try await accounts.find(id: zoe.id)))
        books.wait(seconds: 31 * 60)
        try await accounts.forgetExpired()
        #expect(try await lines(books).contains("fin-de-session fait \(zoe.id) \(zoe.id) delai"))
        #expect(try await books.count("staff_session") == 0)
        books.wait(seconds: 364 * 86_400)
        try await accounts.forgetExpired()
        #expect(try await books.count("access") == 4)
        books.wait(seconds: 3 * 86_400)
        try await accounts.forgetExpired()
        #expect(try await books.count("access") == 0)
    }
}
