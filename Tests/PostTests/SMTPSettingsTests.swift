import Post
import Testing

@Suite struct `The settings of a relay` {
    @Test(arguments: [
        ("smtp://relay.example", "relay.example", 587, SMTPSettings.Security.startTLS),
        ("smtp://relay.example:2525", "relay.example", 2_525, .startTLS),
        ("smtps://relay.example", "relay.example", 465, .implicitTLS),
        ("smtp://127.0.0.1:25?tls=none", "127.0.0.1", 25, .none),
        ("smtp://localhost/?tls=none", "localhost", 587, .none),
        ("smtp://[::1]:25?tls=none", "::1", 25, .none),
    ])
    func `are read from a URL`(url: String, host: String, port: Int, security: SMTPSettings.Security) throws {
        let settings = try SMTPSettings(url: url)
        #expect(settings.host == host)
        #expect(settings.port == port)
        #expect(settings.security == security)
        #expect(settings.username == nil)
        #expect(settings.timeout == 60)
    }

    @Test func `are read from a URL with everything in it`() throws {
        let url =
            "smtps://contact%40centre.example:p%3Ass@relay.example:4650?ca=/etc/ca.pem&hello=centre.example&timeout=9"
        let expected = try SMTPSettings(
            host: "relay.example",
            port: 4_650,
            security: .implicitTLS,
            username: "contact@centre.example",
            password: "p:ss",
            certificateAuthorityFile: "/etc/ca.pem",
            timeout: 9,
            helloName: "centre.example"
        )
        #expect(try SMTPSettings(url: url) == expected)
    }

    @Test func `take the password from beside the URL`() throws {
        #expect(try SMTPSettings(url: "smtp://camille:old@relay.example", password: "new").password == "new")
    }

    // Shows: S-79
    @Test(arguments: ["relay.example", "192.0.2.1", "::2", "localhost.example", "127.0.0.1.example"])
    func `allow clear text to this machine only`(host: String) {
        #expect(throws: SMTPSettings.Mistake.clearTextToAnotherHost) {
            try SMTPSettings(host: host, port: 25, security: .none)
        }
    }

    // Shows: S-79
    @Test(arguments: [
        "smtp://relay.example?tls=try", "smtp://relay.example?tls=starttls&tls=none", "smtps://localhost?tls=none",
        "http://relay.example", "relay.example:587", "smtp://", "", "smtp://relay.example/path",
        "smtp://relay.example?colour=blue", "smtp://relay.example?ca=", "smtp://relay.example#here",
    ])
    func `refuse a URL that says something else`(url: String) {
        #expect(throws: SMTPSettings.Mistake.url) { try SMTPSettings(url: url) }
    }

    // Shows: S-27
    @Test(arguments: ["", "a b", "a\r\nb", "a/b", "a@b", "-a", "a..b", "é.example", "a\0", "[::1]", "a:b:g", "a?b"])
    func `refuse a host that is not one`(host: String) {
        #expect(throws: SMTPSettings.Mistake.host) { try SMTPSettings(host: host, port: 25, security: .startTLS) }
    }

    // Shows: S-27
    @Test(arguments: ["", "a b", "a\r\nMAIL FROM:<x@y.fr>", "a/b"])
    func `refuse a greeting that is not a host name`(name: String) {
        #expect(throws: SMTPSettings.Mistake.helloName) {
            try SMTPSettings(host: "relay.example", port: 25, security: .startTLS, helloName: name)
        }
    }

    private static let halves: [(String?, String?)] = [
        ("camille", nil), (nil, "secret"), ("", "secret"), ("a\r\nb", "secret"), ("camille", "a\0b"),
    ]

    @Test(arguments: halves)
    func `refuse half an account`(username: String?, password: String?) {
        #expect(throws: SMTPSettings.Mistake.credentials) {
            try SMTPSettings(
                host: "relay.example",
                port: 25,
                security: .startTLS,
                username: username,
                password: password
            )
        }
    }

    @Test(arguments: [
        ("smtp://relay.example:0", SMTPSettings.Mistake.port), ("smtp://relay.example:65536", .port),
        ("smtp://relay.example?timeout=0", .timeout), ("smtp://relay.example?timeout=601", .timeout),
        ("smtp://relay.example?timeout=soon", .timeout),
    ])
    func `refuse numbers out of bounds`(url: String, mistake: SMTPSettings.Mistake) {
        #expect(throws: mistake) { try SMTPSettings(url: url) }
    }

    // Shows: S-26
    @Test func `never print the account`() throws {
        let settings = try SMTPSettings(url: "smtp://camille:secret@relay.example")
        for text in ["\(settings)", String(reflecting: settings), String(reflecting: [settings])] {
            #expect(text.contains("relay.example:587"))
            #expect(!text.contains("secret"))
            #expect(!text.contains("camille"))
        }
    }
}
