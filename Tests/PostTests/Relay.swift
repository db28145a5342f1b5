import Mail
import Post
import TestSupport
import Testing

/// A relay of the tests, and a post office that speaks to it.
struct Relay {
    let server: SMTPServer
    let office: SMTPPostOffice

    static let account = (user: "camille@centre.example", password: "sésame, ouvre-toi")

    /// Runs `body` with a relay whose certificate is right, unless `certificate` picks another.
    static func run(
        _ security: SMTPServer.Security = .plain,
        expecting: SMTPSettings.Security? = nil,
        host: String = "127.0.0.1",
        certificate: @Sendable (Certificates) -> Certificates.Pair = { $0.right },
        account: (user: String, password: String)? = nil,
        password: String? = nil,
        trusting: String? = nil,
        fault: String? = nil,
        timeout: Int = 10,
        _ body: (Relay) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let made = security == .plain ? nil : try await Certificates.make(in: folder)
            let served = made.map(certificate)
            try await SMTPServer.run(security, certificate: served, account: account, fault: fault) { server in
                let settings = try SMTPSettings(
                    host: host,
                    port: server.port,
                    security: expecting ?? security.ours,
                    username: account?.user,
                    password: password ?? account?.password,
                    certificateAuthorityFile: trusting ?? made?.authority,
                    timeout: timeout,
                    helloName: "centre.example"
                )
                try await body(Relay(server: server, office: SMTPPostOffice(settings)))
            }
        }
    }

    /// Delivers a letter to Noé from nobody, or from `sender`.
    func deliver(
        _ letter: [UInt8]? = nil,
        sender: String? = nil,
        recipient: String = "noe@example.org"
    ) async throws
        -> Delivery
    {
        let envelope = Envelope(
            sender: try sender.map { try #require(EmailAddress($0)) },
            recipient: try #require(EmailAddress(recipient))
        )
        return await office.deliver(try letter ?? Relay.letter().bytes, envelope: envelope)
    }

    static func letter(text: String = "Bonjour Noé,\n\nC’est noté.\n") throws -> Message {
        Message(
            from: Mailbox(name: "Ciné-Atelier", address: try #require(EmailAddress("info@cine-atelier.example"))),
            to: Mailbox(name: "Noé D’Àrçy-🎭 <b>", address: try #require(EmailAddress("noe@example.org"))),
            subject: "Votre réclamation REC-2026-0001",
            secondsSince1970: 1_795_456_992,
            id: try #require(MessageID("20261123.1@cine-atelier.example")),
            automation: .replied,
            text: text,
            html: "<p lang=\"fr\">C’est noté.</p>"
        )
    }
}

extension SMTPServer.Security {
    var ours: SMTPSettings.Security {
        switch self {
        case .plain: .none
        case .startTLS: .startTLS
        case .implicitTLS: .implicitTLS
        }
    }
}

extension Delivery {
    var isAccepted: Bool {
        if case .accepted = self { true } else { false }
    }

    var obstacle: Obstacle? {
        if case .deferred(let obstacle, detail: _) = self { obstacle } else { nil }
    }

    var detail: String? {
        if case .deferred(_, let detail) = self { detail } else { nil }
    }
}
