import Complaints
import Foundation
import Registry
import Storage
import TestSupport
import Testing

@testable import App

@Suite struct `The accounts by command` {
    private func account(
        email: String = "zoe@exemple.fr",
        name: String = "Zoé Lefèvre",
        roles: Set<Role> = [.receptionDesk],
        password: String = "tournevis marmotte galet"
    ) -> Errand {
        .addAccount(NewAccount(organisation: nil, email: email, name: name, roles: roles, password: password))
    }

    @Test(arguments: Engine.available) func `are added ready to sign in, listed and disabled`(
        engine: Engine
    ) async throws {
        let app = try await AppBooks(engine)
        _ = try await app.run(account(roles: [.management, .receptionDesk]))
        let listed = try await app.run(.listAccounts(organisation: nil, asJSON: false))
        #expect(listed == ["zoe@exemple.fr\tZoé Lefèvre\taccueil,direction\t-\tsans\t-\tactif"])
        let again = await app.refusal(of: account(email: "ZOE@exemple.fr"))
        #expect(
            again?.hasPrefix("--email : ZOE@exemple.fr a déjà un compte chez ") == true
                && again?.hasSuffix("(C-07)") == true
        )
        let accounts = app.warehouse.accounts(of: app.books.organisation)
        let signIn = try await accounts.verify(
            email: "ZOE@exemple.fr",
            password: "tournevis marmotte galet",
            from: "192.0.2.1"
        )
        guard case .accepted = signIn else {
            Issue.record("\(signIn)")
            return
        }
        _ = try await app.run(.disableAccount(email: "zoe@exemple.fr", organisation: nil))
        #expect(
            try await app.run(.listAccounts(organisation: nil, asJSON: false)).first?.hasSuffix("\tdésactivé") == true
        )
        await app.books.close()
    }

    @Test(arguments: Engine.available) func `are refused where something will not do, and then there is none`(
        engine: Engine
    ) async throws {
        let app = try await AppBooks(engine)
        let refusals = [
            (account(email: "zoe"), "--email"), (account(name: " "), "--name"),
            (account(roles: []), "accueil, responsable"),
            (account(password: "court"), "15 caractères"), (account(password: "motdepasse motdepasse"), "courant"),
        ]
        for (errand, word) in refusals {
            let sentence = try #require(await app.refusal(of: errand))
            #expect(sentence.contains(word) && sentence.hasSuffix("(C-02)"), "\(sentence)")
        }
        #expect(try await app.run(.listAccounts(organisation: nil, asJSON: false)).isEmpty)
        let unknown = await app.refusal(of: .disableAccount(email: "zoe@exemple.fr", organisation: nil))
        #expect(unknown?.hasSuffix("(C-05)") == true)
        await app.books.close()
    }

    /// An account as `user list --json` shows it.
    private struct Listed: Decodable, Equatable {
        let email: String
        let roles: [String]
        let state: String
        let expires: String?
    }

    private func listed(_ app: AppBooks) async throws -> [Listed] {
        let json = try await app.run(.listAccounts(organisation: nil, asJSON: true)).joined()
        return try JSONDecoder().decode([Listed].self, from: Data(json.utf8))
    }

    // Shows: R-67, S-55
    @Test(arguments: Engine.available) func `have an end where an auditor's must, and are closed and opened by a verb`(
        engine: Engine
    ) async throws {
        let app = try await AppBooks(engine)
        let newcomer = { (end: String?) in
            Errand.addAccount(
                NewAccount(
                    organisation: nil,
                    email: "ana@exemple.fr",
                    name: "Ana Diaz",
                    roles: [.auditor],
                    password: nil,
                    expiresOn: end.flatMap { CivilDate($0) }
                )
            )
        }
        let bad: [(end: String?, word: String)] = [
            (nil, "90 jours"), ("2027-02-22", "21/02/2027"), ("2026-11-22", "passée"),
        ]
        for (end, word) in bad {
            let sentence = try #require(await app.refusal(of: newcomer(end)), "\(word)")
            let isSaid = sentence.contains(word) && sentence.hasPrefix("--expires") && sentence.hasSuffix("(C-02)")
            #expect(isSaid, "\(sentence)")
        }
        #expect(try await listed(app).isEmpty)
        _ = try await app.run(newcomer("2027-02-21"))
        let ana = { (state: String) in
            Listed(email: "ana@exemple.fr", roles: ["auditeur"], state: state, expires: "2027-02-21")
        }
        #expect(try await listed(app) == [ana("actif")])
        _ = try await app.run(.disableAccount(email: "ana@exemple.fr", organisation: nil))
        #expect(try await listed(app) == [ana("désactivé")])
        _ = try await app.run(.enableAccount(email: "ana@exemple.fr", organisation: nil))
        app.books.clock.advance(seconds: 91 * 86_400)
        #expect(try await listed(app) == [ana("échu")])
        let reset = Errand.resetAccount(email: "ana@exemple.fr", organisation: nil, forgets: false)
        #expect(await app.refusal(of: reset)?.contains("--expires") == true)
        let json = try await app.run(.listAccounts(organisation: nil, asJSON: true)).joined()
        #expect(!json.contains("scrypt") && !json.contains("password"))
        await app.books.close()
    }

    @Test func `have an end that is read as a day, or taken away by a word`() throws {
        let day = try #require(CivilDate("2027-01-31"))
        #expect(try TermText.read("2027-01-31") == .until(day))
        #expect(try TermText.read("31/01/2027") == .until(day))
        #expect(try TermText.read("aucune") == .unlimited)
        for text in ["demain", "2027-02-30", ""] {
            let mistake = #expect(throws: Settings.Mistake.self) { try TermText.read(text) }
            #expect(mistake?.description.hasPrefix("--expires") == true, "\(text)")
        }
        #expect(throws: Settings.Mistake.self) { try TermText.day("aucune") }
    }

    @Test func `have roles that are read by name, or refused with every role there is`() throws {
        #expect(try RoleList.read(" responsable, direction") == [.complaintsManager, .management])
        for text in ["roi", "", "accueil,", "Direction", "accueil;rgpd"] {
            let mistake = #expect(throws: Settings.Mistake.self) { try RoleList.read(text) }
            for role in Role.allCases { #expect(mistake?.description.contains(role.rawValue) == true, "\(text)") }
        }
    }

    // Shows: S-81
    @Test(arguments: [("secret\n", "secret"), ("secret\r\n", "secret"), ("secret", "secret"), (" secret ", " secret ")])
    func `have passwords from one line, without its end`(line: String, password: String) throws {
        #expect(try PasswordPrompt.password(in: line) == password)
    }

    @Test(arguments: ["", "\n", "\r\n", nil]) func `have no empty password`(line: String?) {
        #expect(throws: Settings.Mistake.self) { try PasswordPrompt.password(in: line) }
    }
}
