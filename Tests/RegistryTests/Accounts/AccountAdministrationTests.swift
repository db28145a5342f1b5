import Complaints
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `The administration of accounts` {
    private let password = "tournevis marmotte galet"

    /// Somebody with a password.
    private func hire(_ roles: Set<String>, _ email: String, _ accounts: Accounts) async throws -> Account {
        try await accounts.add(email: email, name: "Zoé", roles: roles, password: password)
    }

    /// The lines about what became of accounts, the oldest first: by whom, of whom, what and set to what, and what came of it.
    private func journal(_ books: AccountBooks) async throws -> [[String]] {
        try await books.rows(
            """
            SELECT at, account, about, detail, outcome, case_file FROM access
            WHERE organisation = 'alpha' AND action = 'compte'
            """
        ).map { row in
            #expect(try row.text(5).isEmpty)
            return try (0...4).map { try row.text($0) }
        }
        .sorted { ($0[0], $0[3]) < ($1[0], $1[3]) }.map { Array($0.dropFirst()) }
    }

    // Shows: S-55, S-56, S-62
    @Test(arguments: Engine.available) func `records each act, by whom and of whom, and names nobody`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let ana = try await hire(["administrateur"], "ana@exemple.fr", accounts)
        let work = AccountAdministration(of: accounts.by(ana.id))
        let end = books.now.civilDate.adding(days: 10)
        let paul = try await work.add(
            Newcomer(email: "paul@exemple.fr", name: "Paul Leroy", roles: ["auditeur"], expiresOn: end)
        )
        let link = try await work.invite(paul.id)
        let known = try #require(try await accounts.choose(password: password, with: link))
        let first = try await accounts.begin(for: known)
        let steps: [@Sendable () async throws -> Void] = [
            { try await work.change(paul.id, AccountChange(name: "Paul", roles: ["accueil"], term: .unlimited)) },
            { try await work.endSessions(of: paul.id) }, { try await work.disable(paul.id) },
            { try await work.change(paul.id, AccountChange(enables: true)) }, { _ = try await work.reset(paul.id) },
        ]
        books.wait(seconds: 1)
        try await steps[0]()
        let second = try await accounts.begin(for: try #require(try await accounts.find(id: paul.id)))
        for step in steps.dropFirst() {
            books.wait(seconds: 1)
            try await step()
        }
        let command = AccountAdministration(of: accounts)
        books.wait(seconds: 1)
        try await command.change(paul.id, AccountChange(password: password))
        let acts = [
            "creation auditeur", "echeance \(end)", "invitation", "echeance", "nom", "roles accueil", "fermeture",
            "reouverture", "invitation", "oubli",
        ]
        let lines = try await journal(books)
        #expect(lines.filter { $0[0] == ana.id } == acts.map { [ana.id, paul.id, $0, "fait"] })
        #expect(lines.contains([paul.id, paul.id, "mot-de-passe", "fait"]), "chosen by themself")
        #expect(lines.last == [AccessEntry.server, paul.id, "mot-de-passe", "fait"])
        let ended = try await books.rows("SELECT account, about FROM access WHERE action = 'fin-de-session'")
        #expect(try ended.map { [try $0.text(0), try $0.text(1)] } == [[ana.id, paul.id], [ana.id, paul.id]])
        let told = try await books.rows("SELECT * FROM access").map { "\($0)" }.joined()
        #expect(!told.contains("Paul") && !told.contains("@"))
        for session in [first, second] { #expect(try await accounts.session(of: session) == nil) }
    }

    // Shows: S-55
    @Test(arguments: Engine.available) func `leaves somebody who can administer them, whatever is done`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let ana = try await hire(["administrateur", "direction"], "ana@exemple.fr", accounts)
        let end = books.now.civilDate.adding(days: 10)
        // Neither is there for good: one has no password, the other an end.
        _ = try await accounts.add(email: "sans@exemple.fr", name: "Sans", roles: ["administrateur"])
        let brief = try await hire(["administrateur"], "bref@exemple.fr", accounts)
        try await accounts.change(brief.id, AccountChange(term: .until(end)))
        let before = try await journal(books)
        let command = AccountAdministration(of: accounts)
        let losing: [@Sendable () async throws -> Void] = [
            { try await command.disable(ana.id) },
            { try await command.change(ana.id, AccountChange(name: "Anna", roles: ["direction"])) },
            { try await command.change(ana.id, AccountChange(term: .until(end))) },
        ]
        for lose in losing {
            await #expect(throws: AccountRefusal.lastAdministrator) { try await lose() }
            #expect(try await accounts.find(id: ana.id) == ana, "nothing is done")
        }
        let theirs = AccountAdministration(of: accounts.by(brief.id))
        await #expect(throws: AccountRefusal.lastAdministrator) { _ = try await theirs.reset(ana.id) }
        #expect(try await accounts.find(id: ana.id) == ana, "and keeps their password")
        #expect(try await journal(books) == before, "and nothing recorded")
        try await command.change(ana.id, AccountChange(roles: ["administrateur"]))
        _ = try await hire(["administrateur"], "ida@exemple.fr", accounts)
        try await command.disable(ana.id)
        #expect(try await accounts.find(id: ana.id)?.disabledAt != nil)
    }

    // Shows: S-56
    @Test(arguments: Engine.available) func `changes an account only as it was shown`(engine: Engine) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let ana = try await hire(["administrateur"], "ana@exemple.fr", accounts)
        let shown = try await hire(["accueil", "direction"], "paul@exemple.fr", accounts)
        let work = AccountAdministration(of: accounts.by(ana.id))
        let meanwhile = [
            AccountChange(name: "Paul"), AccountChange(roles: ["accueil"]),
            AccountChange(term: .until(books.now.civilDate.adding(days: 10))),
        ]
        for change in meanwhile {
            let now = try await work.change(shown.id, change)
            await #expect(throws: AccountRefusal.changedMeanwhile) {
                try await work.change(shown.id, AccountChange(name: "Zoé Leroy"), from: shown)
            }
            #expect(try await accounts.find(id: shown.id) == now)
            let back = AccountChange(name: shown.name, roles: shown.roles, term: .unlimited)
            try await work.change(shown.id, back, from: now)
        }
        #expect(try await work.change(shown.id, AccountChange(name: "Zoé Leroy"), from: shown).name == "Zoé Leroy")
    }

    // Shows: S-58, S-59
    @Test(arguments: Engine.available) func `leaves one's own roles to another where there is one, and says so else`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let ana = try await hire(["administrateur"], "ana@exemple.fr", accounts)
        let work = AccountAdministration(of: accounts.by(ana.id))
        let more = AccountChange(roles: ["administrateur", "responsable"])
        books.wait(seconds: 1)
        try await work.change(ana.id, more)
        let alone = [ana.id, ana.id, "roles administrateur responsable", "fait-seul"]
        #expect(try await journal(books).last == alone, "one person")
        let ida = try await hire(["administrateur"], "ida@exemple.fr", accounts)
        await #expect(throws: AccountRefusal.anotherMustDecide) { try await work.change(ana.id, more) }
        await #expect(throws: AccountRefusal.ownAccount) { try await work.disable(ana.id) }
        await #expect(throws: AccountRefusal.ownAccount) { try await work.reset(ana.id) }
        try await work.change(ana.id, AccountChange(name: "Ana"))
        let declared = AccountAdministration(of: accounts.by(ana.id), isOnePerson: true)
        books.wait(seconds: 1)
        try await declared.change(ana.id, AccountChange(roles: ["administrateur"]))
        #expect(try await journal(books).last?[3] == "fait-seul", "two accounts, one person")
        books.wait(seconds: 1)
        try await work.change(ida.id, AccountChange(roles: ["administrateur", "rgpd"]))
        #expect(try await journal(books).last == [ana.id, ida.id, "roles administrateur rgpd", "fait"])
    }

    // Shows: S-56, S-61
    @Test(arguments: Engine.available) func `lists how they stand, and reaches no other organisation's`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let (alpha, beta) = (books.accounts(of: "alpha"), books.accounts(of: "beta"))
        let zoe = try await hire(["accueil"], "zoe@exemple.fr", alpha)
        let work = AccountAdministration(of: beta)
        let acts: [@Sendable () async throws -> Void] = [
            { try await work.change(zoe.id, AccountChange(name: "Bêta")) }, { try await work.disable(zoe.id) },
            { try await work.endSessions(of: zoe.id) }, { _ = try await work.invite(zoe.id) },
            { _ = try await work.reset(zoe.id) },
        ]
        for act in acts { await #expect(throws: AccountRefusal.unknown) { try await act() } }
        #expect(try await beta.standings().isEmpty)
        #expect(try await beta.standing(of: zoe.id) == nil)
        let before = try #require(try await alpha.standing(of: zoe.id))
        #expect(before.account == zoe && before.lastSignIn == nil && !before.hasSecondFactor && !before.isInvited)
        _ = try await alpha.begin(for: zoe)
        _ = try await alpha.invite(zoe)
        let pending = try await books.secondFactors().ask(zoe)
        let code = try #require(pending.offered).code(at: Int(books.now.secondsSince1970) / 30)
        _ = try await books.secondFactors().answer(pending.token, code: code)
        let after = try #require(try await alpha.standings().first)
        #expect(after.lastSignIn == books.now && after.hasSecondFactor && after.isInvited)
        books.wait(seconds: 72 * 3_600)
        #expect(try await alpha.standings().map(\.isInvited) == [false])
        #expect(try await alpha.verify(email: zoe.email, password: password, from: "::1") == .accepted(zoe))
    }
}
