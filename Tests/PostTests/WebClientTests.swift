import Foundation
import TestSupport
import Testing

@testable import Post

@Suite struct `The client of the web` {
    /// A server that answers by its path, on a free port of this machine; with a certificate, by TLS.
    private static let server = """
        import http.server, ssl, sys, time
        class Answer(http.server.BaseHTTPRequestHandler):
            def do_GET(self): self.answer(b"")
            def do_POST(self): self.answer(self.rfile.read(int(self.headers["Content-Length"])))
            def answer(self, sent):
                if self.path == "/lent": time.sleep(5)
                self.send_response(302 if self.path == "/ailleurs" else 418 if self.path == "/refus" else 200)
                if self.path == "/ailleurs": self.send_header("Location", "/ici")
                self.end_headers()
                said = "|".join([self.path, self.headers.get("Authorization", ""), self.headers.get("Content-Type", "")])
                self.wfile.write(said.encode() + b"|" + sent if self.path != "/long" else b"a" * 300_000)
            def log_message(self, *_): pass
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        if len(sys.argv) > 1:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(sys.argv[1], sys.argv[2])
            server.socket = context.wrap_socket(server.socket, server_side=True)
        print(server.server_port, flush=True)
        server.serve_forever()
        """

    private func serve(_ certificate: [String] = [], _ body: (Int) async throws -> Void) async throws {
        let child = try Child.start(Python.path, ["-c", Self.server] + certificate)
        try await child.says("\n")
        try await body(try #require(Int(child.output.dropLast())))
        await child.kill()
    }

    @Test func `asks, and sends forms, and tells what was answered`() async throws {
        try await serve { port in
            let client = WebClient(of: "http://127.0.0.1:\(port)")
            let asked = try await client.ask(WebRequest(address: "http://127.0.0.1:\(port)/ici?a=b"))
            #expect(asked.status == 200 && String(decoding: asked.body, as: UTF8.self) == "/ici?a=b|||")
            let request = WebRequest(
                address: "http://localhost:\(port)/ici",
                form: "a=b&c=%C3%A9",
                authorization: "Basic abc"
            )
            let sent = try await WebClient(of: "http://LOCALHOST").ask(request)
            let said = "/ici|Basic abc|application/x-www-form-urlencoded|a=b&c=%C3%A9"
            #expect(String(decoding: sent.body, as: UTF8.self) == said)
            let refused = try await client.ask(WebRequest(address: "http://127.0.0.1:\(port)/refus"))
            #expect(refused.status == 418)
        }
    }

    // Shows: S-29
    @Test func `goes where it was sent and nowhere else, and takes only so much, in so long`() async throws {
        try await serve { port in
            let client = WebClient(of: "http://127.0.0.1:\(port)", timeout: 1)
            let led = try await client.ask(WebRequest(address: "http://127.0.0.1:\(port)/ailleurs"))
            #expect(led.status == 302)
            for path in ["lent", "long"] {
                await #expect(throws: WebFailure.self) {
                    try await client.ask(WebRequest(address: "http://127.0.0.1:\(port)/\(path)"))
                }
            }
        }
    }

    /// Why nothing was answered; nil where something was.
    private func words(_ address: String, of home: String) async -> String? {
        do throws(WebFailure) {
            _ = try await WebClient(of: home, timeout: 1).ask(WebRequest(address: address))
            return nil
        } catch {
            return error.words
        }
    }

    // Shows: S-29
    @Test func `speaks clear text to this machine alone, and only where the server is there`() async throws {
        let here = "http://127.0.0.1:9000"
        for address in ["http://192.0.2.1/", "http://127.0.0.1.exemple.fr/", "http://127.0.0.1:80@exemple.fr/"] {
            #expect(await words(address, of: here) == "clear text to another machine", "\(address)")
        }
        try await serve { port in
            for host in ["127.0.0.1", "localhost"] {
                let words = await words("http://\(host):\(port)/ici", of: "https://connexion.exemple.fr")
                #expect(words == "clear text beside a server that speaks TLS", "\(host)")
            }
        }
        for address in ["file:///etc/passwd", "smtp://127.0.0.1/", ""] {
            #expect(await words(address, of: here) != nil, "\(address)")
        }
    }

    // Shows: S-29
    @Test(arguments: [
        "localhost", "127.0.0.1", "127.1", "2130706433", "[::1]", "0.0.0.0", "10.0.0.1", "169.254.169.254",
    ])
    func `reaches no machine of this network but the server that the settings name`(host: String) async throws {
        let refused = "an address of this network, of a host that the settings do not name"
        #expect(await words("https://\(host):1/cles", of: "https://connexion.exemple.fr") == refused)
        #expect(await words("https://169.254.169.254/cles", of: "https://169.254.169.254") == refused, "never")
    }

    @Test func `answers several at the same time`() async throws {
        try await serve { port in
            let client = WebClient(of: "http://127.0.0.1:\(port)", timeout: 2)
            let begun = ContinuousClock.now
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<6 {
                    group.addTask {
                        _ = try? await client.ask(WebRequest(address: "http://127.0.0.1:\(port)/lent"))
                    }
                }
            }
            #expect(ContinuousClock.now - begun < .seconds(8), "one after the other takes twelve")
        }
    }

    // Shows: S-79
    @Test func `speaks to the server that its authority vouches for, and to no other`() async throws {
        try await withTemporaryFolder { folder in
            let certificates = try await Certificates.make(in: folder)
            let client = WebClient(of: "https://localhost", certificateAuthorityFile: certificates.authority)
            try await serve([certificates.right.certificate, certificates.right.key]) { port in
                let right = try await client.ask(WebRequest(address: "https://localhost:\(port)/ici"))
                #expect(right.status == 200)
                await #expect(throws: WebFailure.self, "by the machine's authorities") {
                    try await WebClient(of: "https://localhost").ask(
                        WebRequest(address: "https://localhost:\(port)/ici")
                    )
                }
            }
            for pair in [certificates.anotherHost, certificates.unknownAuthority] {
                try await serve([pair.certificate, pair.key]) { port in
                    await #expect(throws: WebFailure.self) {
                        try await client.ask(WebRequest(address: "https://localhost:\(port)/ici"))
                    }
                }
            }
        }
    }
}
