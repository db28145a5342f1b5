import Complaints
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `The accounts of an organisation` {
    private let password = "tournevis marmotte galet"

    @Test(arguments: Engine.available) func `are found by address, whatever its case`(engine: Engine) async throws {
        let accounts = try await AccountBooks(on: engine).accounts()
        let zoe = try await accounts.add(
            email: "Zoé.Lefèvre@Exemple.fr",
            name: "Zoé Lefèvre",
            roles: ["direction", "accueil"]
        )
        let ali = try await accounts.add(email: "ali@exemple.fr", name: "Ali Ben", roles: [])
        #expect(zoe.id != ali.id)
        #expect(try await accounts.find(email: " ZOÉ.LEFÈVRE@exemple.FR ") == zoe)
        #expect(try await accounts.find(id: zoe.id) == zoe)
        #expect(try await accounts.find(email: "zoe.lefevre@exemple.fr") == nil)
        #expect(try await accounts.all() == [ali, zoe])
        await #expect(throws: StorageError.duplicate) {
            try await accounts.add(email: "ALI@exemple.fr", name: "Un autre", roles: [])
        }
    }

    @Test(arguments: Engine.available) func `are no other organisation's`(engine: Engine) async throws {
        let books = try await AccountBooks(on: engine)
        let (alpha, beta) = (books.accounts(of: "alpha"), books.accounts(of: "beta"))
        let zoe = try await alpha.add(email: "zoe@exemple.fr", name: "Zoé", roles: [])
        let known = try #require(try await alpha.change(zoe.id, AccountChange(password: password)))
        let token = try await alpha.begin(for: known)
        let link = try await alpha.invite(zoe)
        #expect(try await beta.all().isEmpty)
        #expect(try await beta.find(id: zoe.id) == nil)
        #expect(try await beta.session(of: token) == nil)
        #expect(try await beta.account(invitedBy: link) == nil)
        #expect(try await beta.verify(email: "zoe@exemple.fr", password: password, from: "::1") == .refused)
        try await beta.end(token)
        try await beta.disable(zoe.id)
        #expect(try await beta.change(zoe.id, AccountChange(name: "Bêta", roles: [], password: "x")) == nil)
        #expect(try await alpha.session(of: token) != nil)
        #expect(try await alpha.find(id: zoe.id)?.name == "Zoé")
        #expect(try await beta.add(email: "zoe@exemple.fr", name: "Zoé", roles: []).organisation == "beta")
    }

    // Shows: S-56
    @Test(arguments: Engine.available)
    func `end every session as soon as one is disabled, or its roles or password change`(engine: Engine) async throws {
        let accounts = try await AccountBooks(on: engine).accounts()
        let zoe = try await accounts.add(email: "zoe@exemple.fr", name: "Zoé", roles: ["accueil"])
        let ali = try await accounts.add(email: "ali@exemple.fr", name: "Ali", roles: [])
        let other = try await accounts.begin(for: ali)
        let changes: [@Sendable () async throws -> Void] = [
            { try await accounts.change(zoe.id, AccountChange(roles: ["direction"])) },
            { try await accounts.change(zoe.id, AccountChange(password: "cheval agrafe pile correcte")) },
            { try await accounts.change(zoe.id, AccountChange(enables: true)) },
            { try await accounts.disable(zoe.id) },
        ]
        for change in changes {
            let known = try #require(try await accounts.find(id: zoe.id))
            let tokens = [try await accounts.begin(for: known), try await accounts.begin(for: known)]
            #expect(try await accounts.session(of: tokens[0])?.account.id == zoe.id)
            try await change()
            for token in tokens { #expect(try await accounts.session(of: token) == nil) }
        }
        #expect(try await accounts.session(of: other)?.account == ali)
        let changed = try #require(try await accounts.find(id: zoe.id))
        #expect(changed.roles == ["direction"])
        #expect(changed.hasPassword)
        #expect(changed.disabledAt != nil)
    }

    // Shows: S-56
    @Test(arguments: Engine.available) func `are let in again with nothing that was open, and keep what is not said`(
        engine: Engine
    ) async throws {
        let accounts = try await AccountBooks(on: engine).accounts()
        let zoe = try await accounts.add(email: "zoe@exemple.fr", name: "Zoé", roles: ["accueil"], password: password)
        let ali = try await accounts.add(email: "ali@exemple.fr", name: "Ali", roles: ["rgpd"])
        let open = try await accounts.begin(for: try #require(try await accounts.find(id: zoe.id)))
        let link = try await accounts.invite(zoe)
        let renamed = try await accounts.change(zoe.id, AccountChange(name: "Zoé Lefèvre"))
        #expect(renamed?.name == "Zoé Lefèvre" && renamed?.roles == ["accueil"] && renamed?.email == zoe.email)
        #expect(try await accounts.session(of: open)?.account == renamed, "a name ends nothing")
        #expect(try await accounts.account(invitedBy: link) == renamed)
        try await accounts.disable(zoe.id)
        let enabled = try await accounts.change(zoe.id, AccountChange(enables: true))
        #expect(enabled == renamed)
        #expect(try await accounts.session(of: open) == nil)
        #expect(
            try await accounts.verify(email: zoe.email, password: password, from: "::1")
                == .accepted(try #require(enabled))
        )
        #expect(try await accounts.find(id: ali.id) == ali)
        #expect(try await accounts.change("nobody", AccountChange(name: "Personne")) == nil)
    }

    // Shows: S-56
    @Test(arguments: Engine.available)
    func `have sessions that end after half an hour without a request, and after half a day`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let zoe = try await accounts.add(email: "zoe@exemple.fr", name: "Zoé", roles: [])
        let idle = try await accounts.begin(for: zoe)
        books.wait(seconds: 30 * 60 - 1)
        #expect(try await accounts.session(of: idle) != nil)
        books.wait(seconds: 30 * 60)
        #expect(try await accounts.session(of: idle) == nil)
        let busy = try await accounts.begin(for: zoe)
        for _ in 0..<(12 * 60 / 20 - 1) {
            books.wait(seconds: 20 * 60)
            #expect(try await accounts.session(of: busy) != nil)
        }
        books.wait(seconds: 20 * 60 - 1)
        #expect(try await accounts.session(of: busy) != nil)
        books.wait(seconds: 1)
        #expect(try await accounts.session(of: busy) == nil)
        #expect(try await books.count("staff_session") == 2)
        try await accounts.forgetExpired()
        #expect(try await books.count("staff_session") == 0)
    }

    // Shows: S-56
    @Test(arguments: Engine.available) func `have sessions that can be listed, ended one by one, and replaced`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let zoe = try await accounts.add(email: "zoe@exemple.fr", name: "Zoé", roles: [])
        let ali = try await accounts.add(email: "ali@exemple.fr", name: "Ali", roles: [])
        let first = try await accounts.begin(for: zoe)
        books.wait(seconds: 60)
        let second = try await accounts.begin(for: zoe)
        let listed = try await accounts.sessions(of: zoe.id)
        #expect(
            listed.map(\.id) == [try await accounts.session(of: second)?.id, try await accounts.session(of: first)?.id]
        )
        try await accounts.end(session: listed[1].id, of: ali.id)
        #expect(try await accounts.session(of: first) != nil)
        try await accounts.end(session: listed[1].id, of: zoe.id)
        #expect(try await accounts.session(of: first) == nil)
        let third = try await accounts.begin(for: zoe, replacing: second)
        #expect(try await accounts.session(of: second) == nil)
        try await accounts.end(third)
        #expect(try await accounts.sessions(of: zoe.id).isEmpty)
    }

    // Shows: S-55
    @Test(arguments: Engine.available) func `choose their passwords by a link that works once and for three days`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let zoe = try await accounts.add(email: "zoe@exemple.fr", name: "Zoé", roles: [])
        let stale = try await accounts.invite(zoe)
        let link = try await accounts.invite(zoe)
        #expect(try await accounts.account(invitedBy: stale) == nil, "a new link takes the old one back")
        books.wait(seconds: 72 * 3_600 - 1)
        #expect(try await accounts.account(invitedBy: link)?.id == zoe.id)
        #expect(try await accounts.choose(password: password, with: link)?.hasPassword == true)
        #expect(try await accounts.choose(password: "un autre mot de passe", with: link) == nil)
        #expect(
            try await accounts.verify(email: zoe.email, password: password, from: "::1")
                == .accepted(try #require(try await accounts.find(id: zoe.id)))
        )
        let late = try await accounts.invite(zoe)
        books.wait(seconds: 72 * 3_600)
        #expect(try await accounts.choose(password: password, with: late) == nil)
        try await accounts.forgetExpired()
        #expect(try await books.count("password_link") == 0)
    }

    // Shows: S-57
    @Test(arguments: Engine.available) func `keep no token and no password that could be used`(
        engine: Engine
    ) async throws {
        let books = try await AccountBooks(on: engine)
        let accounts = books.accounts()
        let zoe = try await accounts.add(email: "zoe@exemple.fr", name: "Zoé", roles: [])
        let known = try #require(try await accounts.change(zoe.id, AccountChange(password: password)))
        let token = try await accounts.begin(for: known)
        let link = try await accounts.invite(zoe)
        _ = try await accounts.verify(email: zoe.email, password: "faux", from: "203.0.113.77")
        let dump = try await books.dump()
        #expect(dump.contains("scrypt$"))
        for secret in [password, token.text, link.text, "faux", "203.0.113.77"] { #expect(!dump.contains(secret)) }
        for secret in [token, link] {
            let bytes = stride(from: 0, to: 64, by: 2).map { place in
                Int(secret.text.dropFirst(place).prefix(2), radix: 16).map(String.init) ?? ""
            }
            #expect(!dump.contains(bytes.joined(separator: ", ")))
        }
        #expect("\(token)\(String(reflecting: token))".contains(token.text.prefix(8)) == false)
        #expect(StaffToken(token.text)?.digest == token.digest)
        for text in ["", "x", token.text.uppercased() + "é", String(token.text.dropLast()), token.text + "0"] {
            #expect(StaffToken(text) == nil)
        }
    }
}
