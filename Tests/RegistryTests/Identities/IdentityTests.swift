import Complaints
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `An identity of a provider's` {
    private let network = "192.0.2.1/32"
    private let ines = ProviderIdentity(issuer: "https://connexion.exemple.fr", subject: "ines")
    private let paul = ProviderIdentity(issuer: "https://connexion.exemple.fr", subject: "paul")

    private func hire(_ accounts: Accounts, _ email: String = "zoe@exemple.fr") async throws -> Account {
        try await accounts.add(email: email, name: "Zoé", roles: ["responsable"], password: "tournevis marmotte galet")
    }

    private func signIn(_ accounts: Accounts, _ identity: ProviderIdentity) async throws -> SignIn {
        try await accounts.signIn(by: identity, try await accounts.attemptByProvider(from: network))
    }

    /// What the journal of accesses says of accounts.
    private func lines(_ books: AccountBooks) async throws -> [String] {
        try await books.rows(
            """
            SELECT action, outcome, account, about, detail FROM access
            WHERE detail LIKE '%identite%' OR outcome = 'refuse' ORDER BY at, id
            """
        ).map { row in try (0..<5).map { try row.text($0) }.joined(separator: " ") }
    }

    // Shows: S-62
    @Test(arguments: Engine.available) func `opens the account that its owner linked with it, and no other`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let zoe = try await hire(accounts)
        #expect(try await signIn(accounts, ines) == .refused, "nobody has it yet")
        try await accounts.by(zoe.id).link(ines, to: zoe.id)
        #expect(try await signIn(accounts, ines) == .accepted(zoe))
        let linked = try #require(try await accounts.identity(of: zoe.id))
        #expect(linked.identity == ines && linked.since == books.now)
        #expect(try await signIn(accounts, paul) == .refused)
        let namesake = ProviderIdentity(issuer: "https://autre.exemple.fr", subject: "ines")
        #expect(try await signIn(accounts, namesake) == .refused, "of another provider")
        #expect(try await signIn(books.accounts(of: "beta"), ines) == .refused, "at another organisation")
        let said = try await lines(books)
        #expect(said.contains("compte fait \(zoe.id) \(zoe.id) identite"))
        #expect(said.contains("connexion refuse   "))
    }

    @Test(arguments: Engine.available) func `is that of one account, which has one at a time`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let (zoe, ali) = (try await hire(accounts), try await hire(accounts, "ali@exemple.fr"))
        try await accounts.link(ines, to: zoe.id)
        await #expect(throws: LinkRefusal.taken) { try await accounts.link(ines, to: ali.id) }
        #expect(try await accounts.identity(of: ali.id) == nil)
        try await accounts.link(ines, to: zoe.id)
        try await accounts.link(paul, to: zoe.id)
        #expect(try await signIn(accounts, ines) == .refused, "another took its place")
        #expect(try await signIn(accounts, paul) == .accepted(zoe))
        try await accounts.link(ines, to: ali.id)
        #expect(try await signIn(accounts, ines) == .accepted(ali))
        // The other organisation has its own people.
        let beta = books.accounts(of: "beta")
        let eve = try await hire(beta)
        try await beta.link(ines, to: eve.id)
        #expect(try await signIn(beta, ines) == .accepted(eve))
    }

    // Shows: S-55, S-56
    @Test(arguments: Engine.available) func `opens nothing once it is let go, taken back, or its account closed`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let zoe = try await hire(accounts)
        try await accounts.link(ines, to: zoe.id)
        try await accounts.unlink(zoe.id)
        try await accounts.unlink(zoe.id)
        #expect(try await signIn(accounts, ines) == .refused)
        try await accounts.link(ines, to: zoe.id)
        try await accounts.disable(zoe.id)
        #expect(try await signIn(accounts, ines) == .refused, "kept out")
        await #expect(throws: LinkRefusal.ownerIsOut) { try await accounts.link(paul, to: zoe.id) }
        try await accounts.change(zoe.id, AccountChange(enables: true))
        #expect(try await signIn(accounts, ines) == .accepted(zoe))
        // Whoever lost the second factor starts again from nothing.
        _ = try await AccountAdministration(of: accounts).reset(zoe.id)
        #expect(try await accounts.identity(of: zoe.id) == nil)
        let ended = try await lines(books).filter { $0.hasSuffix("fin-d-identite") }
        #expect(ended.count == 2)
    }

    // Shows: S-56
    @Test(arguments: Engine.available) func `ends with the password beside which it was linked`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let zoe = try await hire(accounts)
        try await accounts.link(paul, to: zoe.id)
        try await accounts.by(zoe.id).change(zoe.id, AccountChange(password: "galet marmotte tournevis"))
        #expect(try await signIn(accounts, paul) == .refused, "whoever knew the former password")
        #expect(try await accounts.identity(of: zoe.id) == nil)
        #expect(try await lines(books).filter { $0.hasSuffix("fin-d-identite") }.count == 1)
        // By a link that invites, too.
        try await accounts.link(paul, to: zoe.id)
        _ = try await accounts.choose(password: "marmotte galet tournevis", with: try await accounts.invite(zoe))
        #expect(try await accounts.identity(of: zoe.id) == nil)
    }

    // Shows: S-53, S-58, S-62
    @Test(arguments: Engine.available) func `is in the journal for the session that began, or was confirmed, by it`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let zoe = try await hire(accounts)
        try await accounts.link(ines, to: zoe.id)
        let session = try await accounts.begin(for: zoe, after: .provider)
        books.wait(seconds: 400)
        #expect(try await accounts.session(of: session)?.isConfirmed(at: books.now) == false)
        try await accounts.confirm(session, by: .provider)
        #expect(try await accounts.session(of: session)?.isConfirmed(at: books.now) == true)
        let factors = books.secondFactors()
        let pending = try await factors.ask(zoe, after: .provider)
        let code = try #require(pending.offered).code(at: Int(books.now.secondsSince1970) / 30)
        guard case .right(zoe, _, .providerAndFactor) = try await factors.answer(pending.token, code: code) else {
            Issue.record("the code does not say what came before it")
            return
        }
        let said = try await lines(books)
        let expected = [
            "connexion fait \(zoe.id)  identite", "confirmation fait \(zoe.id)  identite",
            "connexion attente \(zoe.id)  identite",
        ]
        for line in expected { #expect(said.contains(line), "\(line)") }
    }

    // Shows: S-54
    @Test func `makes whoever tries others wait, and not whoever has theirs`() async throws {
        let books = try await AccountBooks(on: .sqlite)
        let accounts = books.accounts()
        let zoe = try await hire(accounts)
        try await accounts.link(ines, to: zoe.id)
        for _ in 0..<310 { #expect(try await signIn(accounts, ines) == .accepted(zoe)) }
        for _ in 0..<300 { _ = try await accounts.attemptByProvider(from: network) }
        #expect(try await accounts.attemptByProvider(from: network).wait > 0)
        #expect(try await accounts.attemptByProvider(from: "198.51.100.7/32").wait == 0)
        books.wait(seconds: 60)
        #expect(try await accounts.attemptByProvider(from: network).wait == 0)
    }
}
