import Complaints
import Registry
import Storage
import TestSupport
import Testing

@Suite struct `A session of a complainant` {
    private static let secret = TrackingSecret(random: (1...17).map(UInt8.init))

    private func open(_ engine: Engine, _ body: (TestBooks, CaseFile.ID) async throws -> Void) async throws {
        let books = try await TestBooks(engine)
        do {
            let intake = Register.Intake(
                channel: .form,
                original: Story.original,
                submission: Submission(id: [UInt8](repeating: 7, count: 16)),
                secret: Self.secret
            )
            try await body(books, try await books.register.receive(intake).caseFile)
        } catch {
            await books.close()
            throw error
        }
        await books.close()
    }

    private func enter(
        _ books: TestBooks,
        _ typed: String,
        from address: String = "192.0.2.1"
    ) async throws -> StaffToken? {
        guard case .opened(let token) = try await books.register.openFollowUp(typed: typed, from: address) else {
            return nil
        }
        return token
    }

    // Shows: S-45, S-48
    @Test(arguments: Engine.available) func `begins with the secret however it is typed, and ends when they leave`(
        engine: Engine
    ) async throws {
        try await open(engine) { books, id in
            for typed in [Self.secret.readable, Self.secret.readable.lowercased().replacing("-", with: " ")] {
                let token = try #require(try await enter(books, typed))
                #expect(try await books.register.followUpSession(of: token)?.caseFile == id)
                try await books.register.endFollowUp(token)
                #expect(try await books.register.followUpSession(of: token) == nil)
            }
        }
    }

    // Shows: S-48
    @Test(arguments: Engine.available) func `ends after a quarter of an hour idle, and after two hours in any case`(
        engine: Engine
    ) async throws {
        try await open(engine) { books, _ in
            let idle = try #require(try await enter(books, Self.secret.readable))
            books.clock.advance(seconds: 15 * 60 - 1)
            let busy = try #require(try await enter(books, Self.secret.readable))
            #expect(try await books.register.followUpSession(of: busy) != nil)
            books.clock.advance(seconds: 1)
            #expect(try await books.register.followUpSession(of: idle) == nil)
            for _ in 1...12 {
                books.clock.advance(seconds: 10 * 60 - 1)
                #expect(try await books.register.followUpSession(of: busy) != nil)
            }
            books.clock.advance(seconds: 12)
            #expect(try await books.register.followUpSession(of: busy) == nil)
            try await books.tidy()
            let left = try await books.database.read { try $0.run("SELECT COUNT(*) FROM follow_up_session") }
            #expect(try left[0].integer(0) == 0)
        }
    }

    // Shows: S-47
    @Test(arguments: Engine.available) func `is refused to guessers, ever more slowly, and to nobody else`(
        engine: Engine
    ) async throws {
        try await open(engine) { books, _ in
            for guess in 0..<10 {
                let entry = try await books.register.openFollowUp(typed: "\(guess)", from: "192.0.2.66")
                guard case .refused = entry else {
                    Issue.record("guess \(guess): \(entry)")
                    return
                }
            }
            guard
                case .wait(let seconds) = try await books.register.openFollowUp(
                    typed: Self.secret.readable,
                    from: "192.0.2.66"
                )
            else {
                Issue.record("an eleventh guess was looked at")
                return
            }
            #expect(seconds == 2)
            #expect(try await enter(books, Self.secret.readable) != nil)
            books.clock.advance(seconds: 61)
            #expect(try await enter(books, Self.secret.readable, from: "192.0.2.66") != nil)
        }
    }
}
