import Complaints
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Registry
import TestSupport
import Testing

@testable import Web

/// Over a real connection, through a proxy of ours on this machine: without one everybody is the machine itself.
@Suite struct `A form that comes too fast` {
    private static let behindProxy = SiteOrigin("http://localhost").map {
        SiteHosts(origin: $0, proxies: ["127.0.0.1", "::1"])
    }

    private static func name(_ text: String) -> HTTPField.Name { HTTPField.Name(text) ?? .accept }

    /// What each sending was answered.
    private func send(_ bodies: [[UInt8]], to site: TestSite, from visitor: String?) async throws -> [TestAnswer] {
        var headers: HTTPFields = [.contentType: "multipart/form-data; boundary=\(MultipartBody.boundary)"]
        if let visitor { headers[Self.name("X-Forwarded-For")] = visitor }
        let sent = headers
        return try await Application(router: Routes.router(for: site.site), logger: site.log.logger).test(.live) {
            client in
            var answers: [TestAnswer] = []
            for body in bodies {
                let bytes = ByteBuffer(bytes: body)
                answers.append(
                    try await client.execute(uri: "/reclamation", method: .post, headers: sent, body: bytes) {
                        TestAnswer($0)
                    }
                )
            }
            return answers
        }
    }

    private func forms(_ count: Int, _ site: TestSite) async throws -> [[UInt8]] {
        var bodies: [[UInt8]] = []
        for _ in 0..<count { bodies.append(try await site.openForm().body("envoi")) }
        return bodies
    }

    // Shows: R-14, S-42
    @Test(arguments: Engine.available) func `after its page is shown again with every word, and received later`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine, hosts: Self.behindProxy) { site in
            let form = try await forms(1, site)
            let early = try await send(form, to: site, from: "203.0.113.5")[0]
            #expect(early.status == 429 && early.headers[.retryAfter] == "3")
            for words in ["rien n’est perdu", "Trois jours sans chauffage", "Envoyer ma réclamation"] {
                #expect(early.text.contains(words), "\(words)")
            }
            #expect(try await site.books.register.find("2026-R-0001") == nil)
            site.books.clock.advance(seconds: 3)
            #expect(try await send(form, to: site, from: "203.0.113.5")[0].status == 303)
            #expect(try await site.books.register.find("2026-R-0001") != nil)
        }
    }

    // Shows: R-14, S-40, S-42
    @Test func `after many others from its network waits, and says until when; what was received is not held back`()
        async throws
    {
        try await TestSite.open(hosts: Self.behindProxy) { site in
            let all = try await forms(22, site)
            site.books.clock.advance(seconds: 10)
            let taken = try await send(Array(all[..<20]), to: site, from: "203.0.113.5")
            #expect(taken.allSatisfy { $0.status == 303 })
            let held = try await send([all[20]], to: site, from: "203.0.113.5")[0]
            #expect(held.status == 429 && held.headers[.retryAfter] == "60")
            // At 10:00:10 in Paris, another is taken a minute later: from 10:02 on, in whole minutes.
            for words in ["à partir de 10\u{A0}h\u{A0}02", "par courrier", "Trois jours sans chauffage"] {
                #expect(held.text.contains(words), "\(words)")
            }
            #expect(try await send([all[0]], to: site, from: "203.0.113.5")[0].status == 303)
            #expect(try await send([all[21]], to: site, from: "203.0.113.6")[0].status == 303)
            site.books.clock.advance(seconds: 60)
            #expect(try await send([all[20]], to: site, from: "203.0.113.5")[0].status == 303)
            #expect(try await site.books.register.find("2026-R-0023") == nil)
        }
    }

    // Shows: S-18, S-42
    @Test func `from the machine itself is not held back, and no stranger makes it another's`() async throws {
        try await TestSite.open { site in
            let answers = try await send(try await forms(25, site), to: site, from: "203.0.113.5")
            #expect(answers.allSatisfy { $0.status == 303 })
        }
    }
}
