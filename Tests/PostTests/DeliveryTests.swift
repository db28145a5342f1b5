import Mail
import Post
import TestSupport
import Testing

@Suite struct `A letter given to a relay` {
    // Shows: S-79
    @Test(arguments: SMTPServer.Security.allCases)
    func `arrives as it was written`(security: SMTPServer.Security) async throws {
        try await Relay.run(security) { relay in
            let letter = try Relay.letter().bytes
            let delivery = try await relay.deliver(letter, sender: "retours@cine-atelier.example")
            #expect(delivery == .accepted(reply: "250 2.0.0 Ok: queued as 000001 for <address>"))
            let taken = try #require(try relay.server.letters().only)
            #expect(taken.bytes == letter)
            #expect(taken.envelope.recipients == ["noe@example.org"])
            #expect(taken.envelope.greeting == "centre.example")
            #expect(taken.envelope.isEncrypted == (security != .plain))
        }
    }

    // Shows: S-43
    @Test func `leaves without a sender where nobody may answer`() async throws {
        try await Relay.run { relay in
            let delivery = try await relay.deliver()
            #expect(delivery.isAccepted)
            let mail = try #require(try relay.server.letters().only).envelope.mail
            #expect(mail.hasPrefix("FROM:<> ") || mail == "FROM:<>")
        }
    }

    @Test func `carries the sender it was given`() async throws {
        try await Relay.run { relay in
            let delivery = try await relay.deliver(sender: "retours@cine-atelier.example")
            #expect(delivery.isAccepted)
            let mail = try #require(try relay.server.letters().only).envelope.mail
            #expect(mail.hasPrefix("FROM:<retours@cine-atelier.example>"))
        }
    }

    @Test(arguments: [
        ".\r\n", "..\r\n.\r\n..a\r\n", "a\r\n.\r\nMAIL FROM:<x@y.fr>\r\n.\r\n", ".a", "\r\n.\r\n", "x\r\n.",
    ])
    func `keeps the dots at the head of its lines`(body: String) async throws {
        try await Relay.run { relay in
            let letter = Array("\(body)\r\n".utf8)
            let delivery = try await relay.deliver(letter)
            #expect(delivery.isAccepted)
            #expect(try relay.server.letters().map(\.bytes) == [letter])
        }
    }

    @Test func `arrives whole when it is large`() async throws {
        try await Relay.run { relay in
            let letter = try Relay.letter(text: String(repeating: "réclamation\n.", count: 100_000)).bytes
            #expect(letter.count > 1 << 20)
            let delivery = try await relay.deliver(letter)
            #expect(delivery.isAccepted)
            #expect(try relay.server.letters().map(\.bytes) == [letter])
        }
    }

    @Test func `waits its turn when many leave at once`() async throws {
        try await Relay.run { relay in
            let accepted = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 1...20 {
                    group.addTask { try await relay.deliver(recipient: "noe\(number)@example.org").isAccepted }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(accepted == 20)
            let recipients = try relay.server.letters().flatMap(\.envelope.recipients)
            #expect(Set(recipients) == Set((1...20).map { "noe\($0)@example.org" }))
        }
    }

    @Test(arguments: SMTPServer.Security.allCases)
    func `is signed for by our account`(security: SMTPServer.Security) async throws {
        try await Relay.run(security, account: Relay.account) { relay in
            let delivery = try await relay.deliver()
            #expect(delivery.isAccepted)
            #expect(try relay.server.letters().only?.envelope.login == Relay.account.user)
        }
    }
}

extension Array {
    /// Its element, if it has exactly one.
    fileprivate var only: Element? { count == 1 ? first : nil }
}
