import Post
import TestSupport
import Testing

@Suite struct `A relay that is not the one we trust` {
    // Shows: S-79, F-26
    @Test(arguments: [SMTPServer.Security.startTLS, .implicitTLS])
    func `gets nothing with a certificate from an unknown authority`(security: SMTPServer.Security) async throws {
        try await Relay.run(security, certificate: \.unknownAuthority, account: Relay.account) { relay in
            try await expectNothingSent(to: relay)
        }
    }

    // Shows: S-79, F-26
    @Test(arguments: [SMTPServer.Security.startTLS, .implicitTLS], ["127.0.0.1", "localhost"])
    func `gets nothing with the certificate of another host`(
        security: SMTPServer.Security,
        host: String
    ) async throws {
        try await Relay.run(security, host: host, certificate: \.anotherHost, account: Relay.account) { relay in
            try await expectNothingSent(to: relay)
        }
    }

    // Shows: S-79
    @Test func `gets nothing when our authority is not the machine's`() async throws {
        let machines = "/etc/ssl/certs/ca-certificates.crt"
        try await Relay.run(.startTLS, account: Relay.account, trusting: machines) { relay in
            try await expectNothingSent(to: relay)
        }
    }

    // Shows: S-79, F-26
    @Test func `gets nothing when it does not offer STARTTLS`() async throws {
        try await Relay.run(.plain, expecting: .startTLS, account: Relay.account) { relay in
            try await expectNothingSent(to: relay)
        }
    }

    // Shows: S-79, F-26
    @Test(arguments: ["starttls=454 TLS not available", "starttls=501 Syntax error", "no-tls", "early-words"])
    func `gets nothing when its STARTTLS fails`(fault: String) async throws {
        try await Relay.run(.startTLS, account: Relay.account, fault: fault) { relay in
            try await expectNothingSent(to: relay)
        }
    }

    // Shows: S-79
    @Test func `gets nothing when it speaks clear text where TLS was meant`() async throws {
        try await Relay.run(.plain, expecting: .implicitTLS, account: Relay.account) { relay in
            let delivery = try await relay.deliver()
            #expect(delivery.obstacle == .insecure, "\(delivery)")
            #expect(try !relay.server.heard().contains("AUTH") && relay.server.letters().isEmpty)
        }
    }

    @Test func `gets nothing when the file of authorities is missing`() async throws {
        try await Relay.run(.startTLS, account: Relay.account, trusting: "/nowhere/ca.pem") { relay in
            let delivery = try await relay.deliver()
            #expect(delivery.obstacle == .misconfigured)
            #expect(try !relay.server.heard().contains("AUTH"))
        }
    }

    /// Neither the account, nor the envelope, nor the letter: at most a greeting and the wish for TLS.
    private func expectNothingSent(to relay: Relay) async throws {
        let delivery = try await relay.deliver(sender: "retours@cine-atelier.example")
        #expect(delivery.obstacle == .insecure, "\(delivery)")
        let allowed = ["", "EHLO centre.example\r\n", "EHLO centre.example\r\nSTARTTLS\r\n"]
        let heard = try relay.server.heard()
        // After STARTTLS come the bytes of a handshake, which begin by 0x16 and hold no command.
        #expect(allowed.contains(heard.prefix { $0 != "\u{16}" }.description))
        #expect(!["AUTH", "MAIL", "RCPT", "DATA"].contains { heard.contains("\($0) ") })
        #expect(try relay.server.letters().isEmpty)
    }
}
