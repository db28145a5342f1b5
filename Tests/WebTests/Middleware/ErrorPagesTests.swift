import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import Web

@Suite struct `An error` {
    // Shows: S-10, S-26
    @Test func `that nobody foresaw is a reference on the page, and a type beside it in the log`() async throws {
        let counter = TestCounter()
        try await counter.run { client in
            try await client.execute(uri: "/panne", method: .get) { response in
                #expect(response.status == .internalServerError)
                #expect(String(buffer: response.body) == "500 réf. B9D5MPJT")
            }
        }
        let line = try #require(counter.log.all.first { $0.contains("B9D5MPJT") })
        #expect(line.hasPrefix("error "))
        #expect(line.contains("Unforeseen"))
        #expect(!counter.log.all.contains { $0.contains("canary") })
    }

    // Shows: S-10
    @Test(arguments: [("/absent", "404 réf. aucune"), ("/attente", "503 réf. aucune"), ("/trop", "413 réf. aucune")])
    func `that is known has its own page and no reference`(path: String, page: String) async throws {
        try await TestCounter().run { client in
            try await client.execute(uri: path, method: .get) { response in
                #expect(String(buffer: response.body) == page)
                #expect(response.headers[.retryAfter] == (path == "/attente" ? "5" : nil))
            }
        }
    }

    // Shows: S-10
    @Test func `in the error page itself still gives the status and the reference`() async throws {
        let counter = TestCounter(pageFails: true)
        try await counter.run { client in
            try await client.execute(uri: "/panne", method: .get) { response in
                #expect(response.status == .internalServerError)
                #expect(String(buffer: response.body) == "500 B9D5MPJT")
                #expect(response.headers[.contentType] == "text/plain; charset=utf-8")
            }
        }
        #expect(!counter.log.all.contains { $0.contains("canary") })
    }
}
