import Hummingbird
import HummingbirdTesting
import Pages
import TestSupport
import Testing

@testable import Complaints
@testable import Web

@Suite struct `A part of every page` {
    @Test func `is compressed for whoever takes that, to the same bytes`() async throws {
        let path = Assets.path("public.css")
        let whole = try #require(Assets.file(String(path.split(separator: "/").last ?? ""))).body
        try await TestSite.open { site in
            try await site.run { client in
                try await client.execute(uri: path, method: .get, headers: [.acceptEncoding: "br, gzip"]) { answer in
                    #expect(answer.headers[.contentEncoding] == "gzip" && answer.headers[.vary] == "Accept-Encoding")
                    let packed = Array(answer.body.readableBytesView)
                    #expect(packed.count < whole.utf8.count / 2)
                    // Ten bytes of head and eight of tail are around the data (RFC 1952).
                    let bytes = try Inflater.inflate(packed.dropFirst(10).dropLast(8), limit: 1 << 20)
                    #expect(String(decoding: bytes, as: UTF8.self) == whole)
                }
                try await client.execute(uri: path, method: .get) { answer in
                    #expect(answer.headers[.contentEncoding] == nil && String(buffer: answer.body) == whole)
                }
                try await client.execute(uri: "/", method: .get, headers: [.acceptEncoding: "gzip"]) { answer in
                    #expect(answer.headers[.contentEncoding] == nil, "a page is not")
                }
            }
        }
    }

    @Test(arguments: [
        (["gzip"], true), (["deflate, GZIP;q=0.5"], true), (["br", "gzip"], true), ([], false), (["*"], false),
        (["gzip;q=0"], false), (["gzip; q=0.000"], false), (["x-gzip"], false), (["gzip;q=x"], false),
    ])
    func `is compressed for nobody who does not ask for it`(accepted: [String], isTaken: Bool) {
        #expect(Gzip.isTaken(by: accepted) == isTaken)
    }
}
