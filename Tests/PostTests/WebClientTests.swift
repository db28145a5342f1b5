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
            let client = WebClient()
            let asked = try await client.ask(WebRequest(address: "http://127.0.0.1:\(port)/ici?a=b"))
            #expect(asked.status == 200 && String(decoding: asked.body, as: UTF8.self) == "/ici?a=b|||")
            let request = WebRequest(
                address: "http://localhost:\(port)/ici",
                form: "a=b&c=%C3%A9",
                authorization: "Basic abc"
            )
            let sent = try await client.ask(request)
            let said = "/ici|Basic abc|application/x-www-form-urlencoded|a=b&c=%C3%A9"
            #expect(String(decoding: sent.body, as: UTF8.self) == said)
            let refused = try await client.ask(WebRequest(address: "http://127.0.0.1:\(port)/refus"))
            #expect(refused.status == 418)
        }
    }

    // Shows: S-29
    @Test func `goes where it was sent and nowhere else, and takes only so much, in so long`() async throws {
        try await serve { port in
            let client = WebClient(timeout: 1)
            let led = try await client.ask(WebRequest(address: "http://127.0.0.1:\(port)/ailleurs"))
            #expect(led.status == 302)
            for path in ["lent", "long"] {
                await #expect(throws: WebFailure.self) {
                    try await client.ask(WebRequest(address: "http://127.0.0.1:\(port)/\(path)"))
                }
            }
        }
        let addresses = [
            "http://192.0.2.1/", "http://127.0.0.1.exemple.fr/", "http://127.0.0.1:80@exemple.fr/",
            "file:///etc/passwd", "smtp://127.0.0.1/", "",
        ]
        for address in addresses {
            await #expect(throws: WebFailure.self, "\(address)") {
                try await WebClient(timeout: 1).ask(WebRequest(address: address))
            }
        }
    }

    // Shows: S-79
    @Test func `speaks to the server that its authority vouches for, and to no other`() async throws {
        try await withTemporaryFolder { folder in
            let certificates = try await Certificates.make(in: folder)
            let client = WebClient(certificateAuthorityFile: certificates.authority)
            try await serve([certificates.right.certificate, certificates.right.key]) { port in
                let right = try await client.ask(WebRequest(address: "https://localhost:\(port)/ici"))
                #expect(right.status == 200)
                await #expect(throws: WebFailure.self, "by the machine's authorities") {
                    try await WebClient().ask(WebRequest(address: "https://localhost:\(port)/ici"))
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
