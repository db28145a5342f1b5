import Complaints
import Storage
import TestSupport
import Testing

@testable import Registry

@Suite struct `A second factor` {
    /// Somebody with a password, on books of their own.
    private struct Officer {
        let books: AccountBooks
        let account: Account
        var factors: SecondFactors { books.secondFactors() }

        init(_ engine: Engine) async throws {
            books = try await AccountBooks(on: engine)
            account = try await books.accounts().add(
                email: "zoe@exemple.fr",
                name: "Zoé",
                roles: [],
                password: "tournevis marmotte galet"
            )
        }

        /// The code that their application shows.
        func code(_ seed: OneTimeSeed, steps: Int = 0) -> String {
            seed.code(at: Int(books.now.secondsSince1970) / 30 + steps)
        }

        /// Sets an application up; the recovery codes are those shown.
        func enrol() async throws -> (seed: OneTimeSeed, recovery: [RecoveryCode]) {
            let pending = try await factors.ask(account)
            let seed = try #require(pending.offered)
            guard case .right(account, let recovery, _) = try await factors.answer(pending.token, code: code(seed))
            else {
                throw StorageError.failed("the code was not taken")
            }
            return (seed, recovery)
        }

        /// What a code comes to, in a few words.
        func sign(in code: String) async throws -> String {
            Self.words(try await factors.answer(try await factors.ask(account).token, code: code))
        }

        static func words(_ answer: SecondFactorAnswer) -> String {
            switch answer {
            case .right(_, let recovery, _): recovery.isEmpty ? "right" : "set up"
            case .wrong: "wrong"
            case .wait(_, let seconds): "wait \(seconds)"
            case .gone: "gone"
            }
        }
    }

    // Shows: S-53
    @Test(arguments: Engine.available) func `is set up with its first code, and then asked for, each code once`(
        engine: Engine
    ) async throws {
        let zoe = try await Officer(engine)
        let pending = try await zoe.factors.ask(zoe.account)
        let seed = try #require(pending.offered)
        #expect(Officer.words(try await zoe.factors.answer(pending.token, code: "000000")) == "wrong")
        #expect(try await zoe.factors.standing(of: zoe.account.id) == nil)
        #expect(Officer.words(try await zoe.factors.answer(pending.token, code: zoe.code(seed))) == "set up")
        #expect(Officer.words(try await zoe.factors.answer(pending.token, code: zoe.code(seed, steps: 1))) == "gone")
        let standing = SecondFactorStanding(since: zoe.books.now, recoveryCodes: 10)
        #expect(try await zoe.factors.standing(of: zoe.account.id) == standing)
        #expect(try await zoe.factors.ask(zoe.account).offered == nil)
        #expect(try await zoe.sign(in: zoe.code(seed)) == "wrong", "it was used to set up")
        #expect(try await zoe.sign(in: zoe.code(seed, steps: 1)) == "right")
        #expect(try await zoe.sign(in: zoe.code(seed, steps: 1)) == "wrong")
        zoe.books.wait(seconds: 60)
        #expect(try await zoe.sign(in: zoe.code(seed)) == "right")
    }

    // Shows: S-53
    @Test(arguments: Engine.available) func `has ten recovery codes, each for one sign-in, renewed all together`(
        engine: Engine
    ) async throws {
        let zoe = try await Officer(engine)
        let recovery = try await zoe.enrol().recovery
        #expect(recovery.count == 10 && Set(recovery.map(\.readable)).count == 10)
        #expect(try await zoe.sign(in: recovery[3].readable.lowercased()) == "right")
        #expect(try await zoe.sign(in: recovery[3].readable) == "wrong")
        #expect(try await zoe.factors.standing(of: zoe.account.id)?.recoveryCodes == 9)
        let fresh = try await zoe.factors.renewRecoveryCodes(of: zoe.account.id)
        #expect(try await zoe.sign(in: recovery[4].readable) == "wrong")
        #expect(try await zoe.sign(in: fresh[4].readable) == "right")
    }

    // Shows: S-54
    @Test(arguments: Engine.available) func `makes whoever guesses wait, however often they give the password again`(
        engine: Engine
    ) async throws {
        let zoe = try await Officer(engine)
        let seed = try await zoe.enrol().seed
        zoe.books.wait(seconds: 60)
        for _ in 0..<5 { #expect(try await zoe.sign(in: "000000") == "wrong") }
        #expect(try await zoe.sign(in: zoe.code(seed)) == "wait 2")
        zoe.books.wait(seconds: 2)
        #expect(try await zoe.sign(in: zoe.code(seed)) == "right")
        #expect(try await zoe.sign(in: "000000") == "wrong", "a success wipes the slate")
    }

    // Shows: S-53
    @Test(arguments: Engine.available) func `waits five minutes for its code, and ends with the account`(
        engine: Engine
    ) async throws {
        let zoe = try await Officer(engine)
        let seed = try await zoe.enrol().seed
        let late = try await zoe.factors.ask(zoe.account).token
        zoe.books.wait(seconds: 5 * 60)
        #expect(Officer.words(try await zoe.factors.answer(late, code: zoe.code(seed))) == "gone")
        let accounts = zoe.books.accounts()
        try await accounts.forgetExpired()
        #expect(try await zoe.books.count("pending_sign_in") == 0)
        let reset = try await zoe.factors.ask(zoe.account).token
        try await accounts.change(zoe.account.id, AccountChange(password: "cheval agrafe pile correcte"))
        #expect(Officer.words(try await zoe.factors.answer(reset, code: zoe.code(seed))) == "gone")
        let closed = try await zoe.factors.ask(zoe.account).token
        try await accounts.disable(zoe.account.id)
        #expect(Officer.words(try await zoe.factors.answer(closed, code: zoe.code(seed))) == "gone")
    }

    // Shows: S-53
    @Test(arguments: Engine.available) func `is replaced by whoever is signed in, and by no password alone`(
        engine: Engine
    ) async throws {
        let zoe = try await Officer(engine)
        let ali = try await zoe.books.accounts().add(email: "ali@exemple.fr", name: "Ali", roles: [])
        let first = try await zoe.factors.ask(zoe.account)
        let old = try await zoe.enrol().seed
        let stolen = zoe.code(try #require(first.offered))
        #expect(Officer.words(try await zoe.factors.answer(first.token, code: stolen)) == "gone")
        let renewal = try await zoe.factors.renew(zoe.account)
        let code = zoe.code(try #require(renewal.offered))
        #expect(Officer.words(try await zoe.factors.answer(renewal.token, code: code)) == "gone")
        let foreign = try await zoe.factors.answer(renewal.token, code: code, replacingThatOf: ali)
        #expect(Officer.words(foreign) == "gone")
        let own = try await zoe.factors.answer(renewal.token, code: code, replacingThatOf: zoe.account)
        #expect(Officer.words(own) == "set up")
        zoe.books.wait(seconds: 60)
        #expect(try await zoe.sign(in: zoe.code(old)) == "wrong")
        #expect(try await zoe.sign(in: zoe.code(try #require(renewal.offered))) == "right")
    }

    // Shows: S-53, S-57
    @Test(arguments: Engine.available) func `is kept sealed, and is no other organisation's`(
        engine: Engine
    ) async throws {
        let zoe = try await Officer(engine)
        let (seed, recovery) = try await zoe.enrol()
        let pending = try await zoe.factors.ask(zoe.account)
        let dump = try await zoe.books.dump()
        let bytes = seed.bytes.map(String.init).joined(separator: ", ")
        for secret in [bytes, recovery[0].readable, recovery[0].readable.replacing("-", with: ""), pending.token.text] {
            #expect(!dump.contains(secret))
        }
        let beta = zoe.books.secondFactors(of: "beta")
        let answer = try await beta.answer(pending.token, code: zoe.code(seed, steps: 1))
        #expect(Officer.words(answer) == "gone")
        #expect(try await beta.standing(of: zoe.account.id) == nil)
    }
}
