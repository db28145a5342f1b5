import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

@Suite struct `A request from another site` {
    private static let fetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .origin

    private func status(
        _ site: String?,
        _ origin: String?,
        path: String = "/connexion",
        _ method: HTTPRequest.Method = .post
    ) async throws -> Int {
        var headers = HTTPFields()
        headers[Self.fetchSite] = site
        headers[.origin] = origin
        let sent = headers
        return try await TestCounter().run { client in
            try await client.execute(uri: path, method: method, headers: sent) { $0.status.code }
        }
    }

    // Shows: S-13
    @Test(arguments: [
        (String?.none, String?.none), ("same-origin", nil), ("none", nil), (nil, "https://reclamations.exemple.fr"),
        ("same-origin", "https://reclamations.exemple.fr"),
        ("same-origin", "null"), ("none", "https://reclamations.exemple.fr"), (nil, "https://localhost"),
        (nil, "https://RECLAMATIONS.exemple.fr:443"),
    ]) func `is not what our own pages send`(site: String?, origin: String?) async throws {
        #expect(try await status(site, origin) == 303)
    }

    // Shows: S-13
    @Test(arguments: [
        (String?.some("cross-site"), String?.none), ("same-site", nil),
        ("cross-site", "https://reclamations.exemple.fr"), ("same-site", "https://reclamations.exemple.fr"),
        (nil, "https://evil.example"), (nil, "http://reclamations.exemple.fr"),
        (nil, "https://reclamations.exemple.fr:8443"), (nil, "null"), ("none", "null"),
        ("same-origin", "https://evil.example"), (nil, "https://reclamations.exemple.fr.evil.example"), (nil, ""),
        (nil, "file://"), ("autre", nil),
        ("Cross-Site", nil), (nil, "https://x@reclamations.exemple.fr"),
    ]) func `is refused`(site: String?, origin: String?) async throws {
        #expect(try await status(site, origin) == 403)
    }

    // Shows: S-13
    @Test func `may read, and may not write by any other method`() async throws {
        #expect(try await status("cross-site", "https://evil.example", path: "/reclamation", .get) == 200)
        #expect(try await status("cross-site", "https://evil.example", path: "/reclamation", .head) == 200)
        #expect(try await status("cross-site", nil, path: "/reclamation") == 403)
    }

    // Shows: S-13
    @Test func `cannot be told from an old browser of ours, which the public form lets in`() async throws {
        #expect(try await status(nil, "null", path: "/reclamation") == 303)
        #expect(try await status("cross-site", "null", path: "/reclamation") == 403)
        #expect(try await status(nil, "https://evil.example", path: "/reclamation") == 403)
    }
}
