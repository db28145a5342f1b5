import Complaints
import TestSupport
import Testing

@testable import App
@testable import Registry

@Suite struct `The links that commands print` {
    private let email = "zoe@exemple.fr"

    private func invite(_ app: AppBooks) async throws -> [String] {
        let account = NewAccount(
            organisation: nil,
            email: email,
            name: "Zoé Lefèvre",
            roles: [.receptionDesk],
            password: nil
        )
        return try await app.run(.addAccount(account))
    }

    private func token(_ lines: [String]) throws -> StaffToken {
        let line = try #require(lines.last)
        #expect(line.hasPrefix("https://reclamations.example/invitation/"))
        return try #require(StaffToken(String(line.suffix(64))))
    }

    // Shows: S-55
    @Test(arguments: Engine.available) func `open a new account to a password that the command never sees`(
        engine: Engine
    ) async throws {
        let app = try await AppBooks(engine)
        let lines = try await invite(app)
        #expect(lines.count == 3 && lines[0].contains(email) && lines[1].contains("72 heures"))
        let accounts = app.warehouse.accounts(of: app.books.organisation)
        #expect(try await accounts.find(email: email)?.hasPassword == false)
        let link = try token(lines)
        #expect(try await accounts.account(invitedBy: link)?.email == email)
        #expect(try await accounts.choose(password: "tournevis marmotte galet", with: link)?.hasPassword == true)
        let again = try token(try await app.run(.resetAccount(email: email, organisation: nil, forgets: false)))
        #expect(try await accounts.find(email: email)?.hasPassword == true, "the old one is good until then")
        #expect(try await accounts.choose(password: "cheval agrafe pile correcte", with: again) != nil)
        await app.books.close()
    }

    // Shows: S-53, S-55
    @Test(arguments: Engine.available) func `are all that is left to whoever lost their second factor`(
        engine: Engine
    ) async throws {
        let app = try await AppBooks(engine)
        let accounts = app.warehouse.accounts(of: app.books.organisation)
        let factors = app.books.register.secondFactors(of: accounts)
        _ = try await accounts.choose(password: "tournevis marmotte galet", with: try token(try await invite(app)))
        let zoe = try #require(try await accounts.find(email: email))
        let pending = try await factors.ask(zoe)
        let step = Int(app.books.clock.now.secondsSince1970) / 30
        _ = try await factors.answer(pending.token, code: try #require(pending.offered).code(at: step))
        #expect(try await factors.standing(of: zoe.id)?.recoveryCodes == 10)
        let session = try await accounts.begin(for: zoe)
        let lines = try await app.run(.resetAccount(email: email, organisation: nil, forgets: true))
        #expect(lines.count == 3)
        #expect(try await accounts.find(email: email)?.hasPassword == false)
        #expect(try await accounts.session(of: session) == nil)
        #expect(try await accounts.account(invitedBy: try token(lines))?.id == zoe.id)
        #expect(try await factors.standing(of: zoe.id) == nil)
        #expect(try await factors.ask(zoe).offered != nil, "an application is to be set up again")
        await app.books.close()
    }

    @Test func `are refused for an account that is closed, or not there`() async throws {
        let app = try await AppBooks(.sqlite)
        _ = try await invite(app)
        _ = try await app.run(.disableAccount(email: email, organisation: nil))
        let reset = Errand.resetAccount(email: email, organisation: nil, forgets: true)
        #expect(await app.refusal(of: reset)?.contains("user set --enable") == true)
        let unknown = Errand.resetAccount(email: "a@b.fr", organisation: nil, forgets: false)
        #expect(await app.refusal(of: unknown)?.hasSuffix("(C-05)") == true)
        await app.books.close()
    }
}
