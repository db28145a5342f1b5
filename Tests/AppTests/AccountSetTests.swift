import Complaints
import Foundation
import Registry
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct `An account set by command` {
    private static let first = "tournevis marmotte galet"
    private static let second = "cheval agrafe pile correcte"

    private func set(
        _ email: String = "ZOE@exemple.fr",
        name: String? = nil,
        roles: Set<Role>? = nil,
        password: String? = nil,
        enables: Bool = false,
        term: AccountTerm? = nil
    ) -> Errand {
        .setAccount(
            AccountDetails(
                organisation: nil,
                email: email,
                name: name,
                roles: roles,
                password: password,
                enables: enables,
                term: term
            )
        )
    }

    /// Books with one account.
    private func books(_ engine: Engine) async throws -> AppBooks {
        let app = try await AppBooks(engine)
        let account = NewAccount(
            organisation: nil,
            email: "zoe@exemple.fr",
            name: "Zoé Lefèvre",
            roles: [.receptionDesk],
            password: Self.first
        )
        _ = try await app.run(.addAccount(account))
        return app
    }

    // Shows: S-56
    @Test(arguments: Engine.available) func `keeps what is not said, and its sessions end with its rights`(
        engine: Engine
    ) async throws {
        let app = try await books(engine)
        let accounts = app.warehouse.accounts(of: app.books.organisation)
        let zoe = try #require(try await accounts.find(email: "zoe@exemple.fr"))
        let end = try #require(CivilDate("2026-12-31"))
        let seen = "2026-11-23T09:00:00Z\tsans"
        let steps: [(errand: Errand, listed: String, goesOn: Bool)] = [
            (set(name: "Zoé Le Goff"), "Zoé Le Goff\taccueil\t\(seen)\t-", true),
            (set(roles: [.management, .receptionDesk]), "Zoé Le Goff\taccueil,direction\t\(seen)\t-", false),
            (set(password: Self.second), "Zoé Le Goff\taccueil,direction\t\(seen)\t-", false),
            (set(term: .until(end)), "Zoé Le Goff\taccueil,direction\t\(seen)\t2026-12-31", true),
            (
                set(name: "Zoé Lefèvre", roles: [.auditor], enables: true),
                "Zoé Lefèvre\tauditeur\t\(seen)\t2026-12-31", false
            ),
            (
                set(roles: [.receptionDesk], term: .unlimited), "Zoé Lefèvre\taccueil\t\(seen)\t-", false
            ),
        ]
        for step in steps {
            let session = try await accounts.begin(for: try #require(try await accounts.find(id: zoe.id)))
            #expect(try await app.run(step.errand) == ["Compte réglé\u{A0}: zoe@exemple.fr"])
            let listed = try await app.run(.listAccounts(organisation: nil, asJSON: false))
            #expect(listed == ["zoe@exemple.fr\t\(step.listed)\tactif"])
            #expect((try await accounts.session(of: session) != nil) == step.goesOn, "\(step.listed)")
        }
        let old = try await accounts.verify(email: "zoe@exemple.fr", password: Self.first, from: "192.0.2.1")
        #expect(old == .refused)
        let new = try await accounts.verify(email: "zoe@exemple.fr", password: Self.second, from: "192.0.2.2")
        #expect(new == .accepted(try #require(try await accounts.find(id: zoe.id))))
        await app.books.close()
    }

    @Test(arguments: Engine.available) func `is open again when it is said, and not before`(
        engine: Engine
    ) async throws {
        let app = try await books(engine)
        _ = try await app.run(.disableAccount(email: "zoe@exemple.fr", organisation: nil))
        let lines = try await app.run(set(roles: [.management]))
        #expect(lines.count == 2 && lines.last?.contains("user enable") == true)
        let closed = try await app.run(.listAccounts(organisation: nil, asJSON: false))
        #expect(closed == ["zoe@exemple.fr\tZoé Lefèvre\tdirection\t-\tsans\t-\tdésactivé"])
        #expect(try await app.run(set(enables: true)).count == 1)
        let open = try await app.run(.listAccounts(organisation: nil, asJSON: false))
        #expect(open == ["zoe@exemple.fr\tZoé Lefèvre\tdirection\t-\tsans\t-\tactif"])
        let accounts = app.warehouse.accounts(of: app.books.organisation)
        let signIn = try await accounts.verify(email: "zoe@exemple.fr", password: Self.first, from: "192.0.2.1")
        #expect(signIn == .accepted(try #require(try await accounts.find(email: "zoe@exemple.fr"))))
        await app.books.close()
    }

    // Shows: S-51
    @Test(arguments: Engine.available) func `is left as it was where something will not do, or nothing is said`(
        engine: Engine
    ) async throws {
        let app = try await books(engine)
        let accounts = app.warehouse.accounts(of: app.books.organisation)
        let before = try #require(try await accounts.find(email: "zoe@exemple.fr"))
        let session = try await accounts.begin(for: before)
        // Each with something that would do, which must not be kept either.
        let refusals = [
            (set(name: " ", roles: [.management]), "--name"),
            (set(name: "Zoé", roles: []), "accueil, responsable"),
            (set(name: "Zoé", password: "court"), "15 caractères"),
            (set(roles: [.management], password: "motdepasse motdepasse"), "courant"),
            (set(name: "Galet Marmotte Tournevis", password: Self.first), "trop proche du nom"),
        ]
        for (errand, word) in refusals {
            let sentence = try #require(await app.refusal(of: errand), "\(word)")
            #expect(sentence.contains(word) && sentence.hasSuffix("(C-02)"), "\(sentence)")
        }
        let nothing = try #require(await app.refusal(of: set()))
        for option in ["--name", "--roles", "--expires", "--password-stdin", "--enable"] {
            #expect(nothing.contains(option))
        }
        #expect(nothing.hasSuffix("(C-02)"))
        let unknown = await app.refusal(of: set("personne@exemple.fr", enables: true))
        #expect(unknown?.hasSuffix("(C-05)") == true)
        #expect(try await accounts.all() == [before])
        #expect(try await accounts.session(of: session)?.account == before)
        await app.books.close()
    }

    // Shows: S-84
    @Test func `reaches a running server as it was said`() throws {
        for errand in [
            set(),
            set(name: "Zoé", roles: [.management, .auditor], password: Self.first, enables: true, term: .unlimited),
        ] {
            #expect(try JSONDecoder().decode(Errand.self, from: try JSONEncoder().encode(errand)) == errand)
        }
    }
}
