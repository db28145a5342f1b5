import Complaints
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `An account with an end` {
    private let password = "tournevis marmotte galet"

    // Shows: R-67, S-55
    @Test(arguments: Engine.available)
    func `is good to the end of its last day in Paris: sign-ins, codes, links and sessions stop then`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let today = books.now.civilDate
        let zoe = try await accounts.add(
            email: "zoe@exemple.fr",
            name: "Zoé",
            roles: ["auditeur"],
            expiresOn: today
        )
        let known = try #require(try await accounts.change(zoe.id, AccountChange(password: password)))
        #expect(known.expiresOn == today && known.isOpen(on: today))
        let midnight = Instant(parisDate: today.adding(days: 1), hour: 0)
        books.wait(seconds: Int(midnight.secondsSince1970 - books.now.secondsSince1970) - 1)
        let session = try await accounts.begin(for: known)
        let link = try await accounts.invite(known)
        let pending = try await books.secondFactors().ask(known)
        #expect(try await accounts.session(of: session)?.account == known)
        #expect(try await accounts.verify(email: zoe.email, password: password, from: "::1") == .accepted(known))
        books.wait(seconds: 1)
        #expect(try await accounts.session(of: session) == nil)
        #expect(try await accounts.sessions(of: zoe.id).isEmpty)
        #expect(try await accounts.account(invitedBy: link) == nil)
        #expect(try await accounts.verify(email: zoe.email, password: password, from: "::1") == .refused)
        let seed = try #require(pending.offered)
        let code = seed.code(at: Int(books.now.secondsSince1970) / 30)
        let answer = try await books.secondFactors().answer(pending.token, code: code)
        guard case .gone = answer else {
            Issue.record("\(answer)")
            return
        }
        await #expect(throws: AccountChanged.self) { try await accounts.begin(for: known) }
        #expect(try await accounts.open().isEmpty)
        let later = today.adding(days: 30)
        let longer = try #require(try await accounts.change(zoe.id, AccountChange(term: .until(later))))
        #expect(try await accounts.verify(email: zoe.email, password: password, from: "::1") == .accepted(longer))
    }

    // Shows: R-67
    @Test(arguments: Engine.available) func `is an auditor's always, within ninety days, and anybody's who has one`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let today = books.now.civilDate
        let latest = today.adding(days: 90)
        let refusals: [(end: CivilDate?, roles: Set<String>, refusal: AccountRefusal)] = [
            (nil, ["auditeur"], .endMissing), (nil, ["accueil", "auditeur"], .endMissing),
            (latest.adding(days: 1), ["auditeur"], .endTooFar(latest: latest)),
            (today.adding(days: -1), ["auditeur"], .endIsOver), (today.adding(days: -1), ["accueil"], .endIsOver),
        ]
        for (end, roles, refusal) in refusals {
            await #expect(throws: refusal) {
                try await accounts.add(email: "a@exemple.fr", name: "A", roles: roles, expiresOn: end)
            }
        }
        #expect(try await accounts.all().isEmpty)
        let ana = try await accounts.add(email: "a@exemple.fr", name: "A", roles: ["auditeur"], expiresOn: latest)
        await #expect(throws: AccountRefusal.endMissing) {
            try await accounts.change(ana.id, AccountChange(term: .unlimited))
        }
        let zoe = try await accounts.add(
            email: "z@exemple.fr",
            name: "Z",
            roles: ["accueil"],
            expiresOn: today.adding(years: 5)
        )
        await #expect(throws: AccountRefusal.endTooFar(latest: latest)) {
            try await accounts.change(zoe.id, AccountChange(name: "Zoé", roles: ["auditeur"]))
        }
        #expect(try await accounts.find(id: zoe.id) == zoe, "whole or not at all")
        let both = AccountChange(roles: ["auditeur"], term: .until(latest))
        #expect(try await accounts.change(zoe.id, both)?.expiresOn == latest)
    }

    // Shows: R-67
    @Test(arguments: Engine.available) func `is not open where an older auditor's has none`(engine: Engine) async throws
    {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let roles: [(roles: Set<String>, isOpen: Bool)] = [
            (["auditeur"], false), (["accueil", "auditeur", "direction"], false), (["auditeurs"], true), ([], true),
        ]
        for (index, (held, isOpen)) in roles.enumerated() {
            let email = "a\(index)@exemple.fr"
            let account = try await accounts.add(email: email, name: "A", roles: [], password: password)
            let written = held.sorted().joined(separator: " ")
            try await books.write { connection in
                try connection.run(
                    "UPDATE account SET roles = \(written) WHERE organisation = 'alpha' AND id = \(account.id)"
                )
            }
            let known = try #require(try await accounts.find(id: account.id))
            #expect(known.isOpen(on: books.now.civilDate) == isOpen, "\(held)")
            let signIn = try await accounts.verify(email: email, password: password, from: "::1")
            #expect((signIn == .accepted(known)) == isOpen, "\(held)")
        }
    }
}
