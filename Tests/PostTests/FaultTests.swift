import Mail
import Post
import TestSupport
import Testing

@Suite struct `A relay that fails` {
    // Shows: F-26, S-80
    @Test(arguments: [
        "mail=451 4.3.0 Try later", "rcpt=450 4.2.0 Greylisted", "data=452 4.3.1 No room", "end=451 4.7.1 Later",
        "rcpt=421 4.3.2 Closing",
    ])
    func `defers the letter with 4yz`(fault: String) async throws {
        try await Relay.run(fault: fault) { relay in
            let delivery = try await relay.deliver()
            #expect(delivery == .deferred(.postponed, detail: String(fault.drop { $0 != "=" }.dropFirst())))
            #expect(try relay.server.letters().isEmpty)
        }
    }

    // Shows: F-26, S-80
    @Test(arguments: [
        ("mail=550 5.7.1 Not you", 550), ("rcpt=550 5.1.1 No such user", 550), ("data=554 5.7.0 No", 554),
        ("end=552 5.3.4 Too large", 552),
    ])
    func `refuses the letter with 5yz`(fault: String, code: Int) async throws {
        try await Relay.run(fault: fault) { relay in
            let reason = String(fault.drop { $0 != "=" }.dropFirst())
            let delivery = try await relay.deliver()
            #expect(delivery == .refused(code: code, reason: reason))
            #expect(try relay.server.letters().isEmpty)
        }
    }

    // Shows: F-26
    @Test(arguments: [
        "greeting=554 No service", "greeting=421 Too busy", "ehlo=550 Not from there",
    ])
    func `defers the letter when it serves nobody`(fault: String) async throws {
        try await Relay.run(fault: fault) { relay in
            let delivery = try await relay.deliver()
            #expect(delivery.obstacle == .postponed)
        }
    }

    // Shows: F-26
    @Test func `defers the letter when it does not know us`() async throws {
        try await Relay.run(.startTLS, account: Relay.account, password: "wrong") { relay in
            let delivery = try await relay.deliver()
            #expect(delivery.obstacle == .unauthenticated)
            #expect(delivery.detail?.hasPrefix("535") == true)
        }
        try await Relay.run(fault: "mail=530 5.7.0 Authentication required") { relay in
            let delivery = try await relay.deliver()
            #expect(delivery.obstacle == .unauthenticated)
        }
    }

    // Shows: F-26
    @Test func `defers the letter when it falls silent`() async throws {
        try await Relay.run(fault: "silence", timeout: 2) { relay in
            let start = ContinuousClock.now
            let delivery = try await relay.deliver()
            #expect(delivery.obstacle == .timedOut)
            let time = ContinuousClock.now - start
            #expect(time >= .seconds(1.5) && time < .seconds(30))
        }
    }

    // Shows: F-26
    @Test func `defers the letter when it hangs up in the middle`() async throws {
        try await Relay.run(fault: "hang-up") { relay in
            let delivery = try await relay.deliver()
            #expect(delivery.obstacle == .interrupted)
            #expect(try relay.server.letters().isEmpty)
        }
    }

    // Shows: F-26, S-80
    @Test func `gets the same bytes again when it hung up after taking them`() async throws {
        try await Relay.run(fault: "drop") { relay in
            let letter = try Relay.letter().bytes
            for _ in 1...2 {
                let delivery = try await relay.deliver(letter)
                #expect(delivery.obstacle == .interrupted)
            }
            #expect(try relay.server.letters().map(\.bytes) == [letter, letter])
        }
    }

    // Shows: F-26
    @Test func `defers the letter when nothing listens`() async throws {
        let settings = try SMTPSettings(host: "127.0.0.1", port: 1, security: .none)
        let envelope = Envelope(sender: nil, recipient: try #require(EmailAddress("noe@example.org")))
        let delivery = await SMTPPostOffice(settings).deliver(try Relay.letter().bytes, envelope: envelope)
        #expect(delivery.obstacle == .unreachable)
    }

    // Shows: S-26
    @Test(arguments: [
        ("550 5.1.1 <noe.darcy@example.org>: no", "550 5.1.1 <address>: no"),
        ("550 User NOE.DARCY unknown", "550 User <address> unknown"),
        ("550 =3Cnoe.darcy=40example.org=3E", "550 <address>"),
        ("550 bounce+x@list.example.org, sorry", "550 <address>, sorry"),
        ("550 \u{1B}[31mred\ttext\u{7F}", "550 [31mred text"),
        (
            "550 \(String(repeating: "long ", count: 150))",
            String("550 \(String(repeating: "long ", count: 150))".prefix(500))
        ),
    ])
    func `is quoted without naming anybody`(reply: String, reason: String) async throws {
        try await Relay.run(fault: "rcpt=\(reply)") { relay in
            let delivery = try await relay.deliver(recipient: "noe.darcy@example.org")
            #expect(delivery == .refused(code: 550, reason: reason))
        }
    }

    @Test func `is quoted in full when it answers on several lines`() async throws {
        try await Relay.run(fault: "rcpt=550-5.7.1 First\r\n550 5.7.1 last") { relay in
            let delivery = try await relay.deliver()
            #expect(delivery == .refused(code: 550, reason: "550 5.7.1 First 5.7.1 last"))
        }
    }
}
