import Complaints
import Mail
import Post
import Registry
import ServiceLifecycleTestKit
import Storage
import Synchronization
import TestSupport
import Testing

@testable import App

@Suite struct `The round of the letters` {
    // Shows: S-80
    @Test(arguments: Engine.available)
    func `brings each letter once, however slow the relay, and whoever else is on it`(
        engine: Engine
    ) async throws {
        try await TestOutbox.open(engine) { outbox in
            let letters = try await outbox.letters(3)
            let second = TestPostOffice()
            let other = try outbox.chore(second)
            let clock = outbox.books.clock
            let first = TestPostOffice { count in
                clock.advance(seconds: 200)
                // Six hundred seconds after the round began.
                if count == 3 { await other.round() }
                return .accepted(reply: "250 Ok")
            }
            try await outbox.chore(first).round()
            #expect(first.envelopes.count == 3 && second.envelopes.isEmpty)
            #expect(try await outbox.states(letters) == [.issued, .issued, .issued])
        }
    }

    @Test(arguments: Engine.available) func `keeps of a refusal the relay's reply as it is, its code once`(
        engine: Engine
    ) async throws {
        for reason in ["550 5.1.1 no such user", "5.1.1 no such user"] {
            try await TestOutbox.open(engine) { outbox in
                let letters = try await outbox.letters(1)
                try await outbox.chore(TestPostOffice { _ in .refused(code: 550, reason: reason) }).round()
                let result = try await outbox.books.register.letter(letters[0].id).result
                #expect(result == "refused 550 5.1.1 no such user")
            }
        }
    }

    static let verdicts: [Delivery] = [
        .accepted(reply: "250 Ok"), .deferred(.postponed, detail: "451 later"), .refused(code: 550, reason: "no"),
    ]

    // Shows: R-40
    @Test(arguments: Engine.available, verdicts) func `goes on after a letter that somebody posted meanwhile`(
        engine: Engine,
        verdict: Delivery
    ) async throws {
        try await TestOutbox.open(engine) { outbox in
            let letters = try await outbox.letters(2)
            let (register, posted) = (outbox.books.register, letters[0])
            let issue = LetterIssue(letter: posted.id, kind: posted.kind, way: .byHand, trace: "")
            let office = TestPostOffice { count in
                guard count == 1 else { return .accepted(reply: "250 Ok") }
                try? await register.issue(issue, of: posted.caseFile, by: .officer(Story.manager))
                return verdict
            }
            try await outbox.chore(office).round()
            #expect(office.envelopes.count == 2)
            #expect(try await outbox.states(letters) == [.issued, .issued])
            #expect(try await register.caseFile(posted.caseFile).issued[posted.id] == issue)
        }
    }

    // Shows: S-80
    @Test(arguments: Engine.available) func `has on record what the relay took, though the database was away`(
        engine: Engine
    ) async throws {
        try await TestOutbox.open(engine) { outbox in
            let letters = try await outbox.letters(1)
            let database = outbox.database
            let office = TestPostOffice { _ in
                database.fail(next: 2)
                return .accepted(reply: "250 Ok")
            }
            let chore = try outbox.chore(office)
            await chore.round()
            #expect(try await outbox.states(letters) == [.issued])
            outbox.books.clock.advance(seconds: 301)
            await chore.round()
            #expect(office.envelopes.count == 1)
            #expect(outbox.log.lines.count { $0.contains("not on record yet") } == 2)
        }
    }

    // Shows: S-80
    @Test(arguments: Engine.available) func `has on record what the relay took, though it was cancelled`(
        engine: Engine
    ) async throws {
        try await TestOutbox.open(engine) { outbox in
            let letters = try await outbox.letters(2)
            let office = TestPostOffice { _ in
                withUnsafeCurrentTask { $0?.cancel() }
                return .accepted(reply: "250 Ok")
            }
            let chore = try outbox.chore(office)
            await Task { await chore.round() }.value
            #expect(office.envelopes.count == 1)
            #expect(try await outbox.states(letters) == [.issued, .waiting])
        }
    }

    // Shows: S-80
    @Test(arguments: Engine.available) func `ends with the letter under way once the server is to stop`(
        engine: Engine
    ) async throws {
        try await TestOutbox.open(engine) { outbox in
            let letters = try await outbox.letters(2)
            let office = try await testGracefulShutdown { trigger in
                let office = TestPostOffice { _ in
                    trigger.triggerGracefulShutdown()
                    return .accepted(reply: "250 Ok")
                }
                try await outbox.chore(office).run()
                return office
            }
            #expect(office.envelopes.count == 1)
            #expect(try await outbox.states(letters) == [.issued, .waiting])
            #expect(try await outbox.books.register.claimLetter()?.id == letters[1].id, "nobody holds it")
        }
    }

    // Shows: S-80
    @Test(arguments: Engine.available) func `gives up to a person what left and no log can take`(
        engine: Engine
    ) async throws {
        try await TestOutbox.open(engine) { outbox in
            let letters = try await outbox.letters(1)
            let (database, file) = (outbox.books.database, letters[0].caseFile.description)
            let office = TestPostOffice { _ in
                let spoilt = [UInt8]("x".utf8)
                _ = try? await database.write { connection in
                    try connection.run("UPDATE log_opening SET payload = \(spoilt) WHERE case_file = \(file)")
                }
                return .accepted(reply: "250 Ok")
            }
            let chore = try outbox.chore(office)
            await chore.round()
            let letter = try await outbox.books.register.letter(letters[0].id)
            #expect(letter.state == .failed)
            #expect(LetterTrouble.read(letter.result)?.trouble == .unrecorded)
            outbox.books.clock.advance(seconds: 24 * 3600)
            await chore.round()
            #expect(office.envelopes.count == 1)
        }
    }

    // Shows: R-40
    @Test(arguments: Engine.available) func `gives up to a person what has no address that can be written to`(
        engine: Engine
    ) async throws {
        try await TestOutbox.open(engine) { outbox in
            var original = Story.original
            original.email = "noé@exemple"
            let letters = try await outbox.books.register.letters(of: try await outbox.books.receive(original))
            let office = TestPostOffice()
            try await outbox.chore(office).round()
            #expect(office.envelopes.isEmpty)
            #expect(try await outbox.books.register.letter(letters[0].id).result.hasPrefix("address"))
            #expect(try await outbox.states(letters) == [.failed])
        }
    }

    // Shows: S-43
    @Test(arguments: Engine.available) func `brings an acknowledgement from nobody, and the rest from the provider`(
        engine: Engine
    ) async throws {
        try await TestOutbox.open(engine) { outbox in
            let id = try await outbox.books.receive()
            try await outbox.books.register.change(id, by: .officer(Story.manager)) {
                try $0.requestCompletion("Quelle session ?", rule: .standard, $1)
            }
            outbox.books.clock.advance(seconds: 1)
            let office = TestPostOffice()
            try await outbox.chore(office).round()
            #expect(Set(office.envelopes.map { $0.sender?.text }) == [nil, "lettres@cine-atelier.example"])
        }
    }
}
