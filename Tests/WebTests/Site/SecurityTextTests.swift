import Complaints
import HTTPTypes
import HummingbirdTesting
import Registry
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct `The file for whoever found a weakness` {
    private static let start = "2026-11-23T09:00:00Z"

    private func file(_ provider: Provider, at now: String = Self.start) throws -> SecurityText? {
        SecurityText(
            provider: provider,
            address: "https://reclamations.exemple.fr",
            path: "/.well-known/security.txt",
            now: try #require(Instant(now))
        )
    }

    /// Each field with its values, as RFC 9116, section 4, has a file read; nil for one that is not in its form.
    private func fields(_ text: String) -> [String: [String]]? {
        var fields: [String: [String]] = [:]
        guard text.hasSuffix("\n") else { return nil }
        for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
            guard let colon = line.firstRange(of: ": "), !line[..<colon.lowerBound].isEmpty else { return nil }
            fields[line[..<colon.lowerBound].lowercased(), default: []].append(String(line[colon.upperBound...]))
        }
        return fields
    }

    // Shows: S-11
    @Test(arguments: [Self.start, "2026-12-31T23:59:59Z", "2028-02-29T00:00:00Z"])
    func `has a contact, and one end between 30 and 365 days ahead, whenever it is asked for`(now: String) throws {
        let text = try #require(try file(Story.procedure.provider, at: now)).text
        let read = try #require(fields(text))
        #expect(read["contact"] == ["mailto:info@cine-atelier.example"])
        #expect(read["preferred-languages"] == ["fr"])
        #expect(read["canonical"] == ["https://reclamations.exemple.fr/.well-known/security.txt"])
        #expect(read.count == 4 && read["expires"]?.count == 1)
        let end = try #require(read["expires"].flatMap { Instant($0[0]) })
        let seconds = end.secondsSince1970 - (try #require(Instant(now))).secondsSince1970
        #expect((30 * 86_400...365 * 86_400).contains(seconds))
    }

    // Shows: S-11
    @Test func `names only what its form allows, and is not there without a contact`() throws {
        let contact = { (email: String, site: String) in
            try self.file(Provider(name: "X", email: email, website: site))
                .flatMap { self.fields($0.text)?["contact"] }
        }
        #expect(try contact("a+b%c?d@exemple.fr", "") == ["mailto:a+b%25c%3Fd@exemple.fr"])
        #expect(try contact("", "https://exemple.fr") == ["https://exemple.fr"])
        #expect(try contact("", "http://exemple.fr") == nil && contact("", "") == nil)
        #expect(try contact("deux lignes\nExpires: x@exemple.fr", "https://exemple.fr/\nX: y") == nil)
    }

    // Shows: S-11
    @Test(arguments: [
        ("https://reclamations.exemple.fr", "https://reclamations.exemple.fr"),
        ("https://a.example:8443/", "https://a.example:8443"),
        ("http://127.0.0.1:8080", nil),
    ]) func `is at its address, which it names where that is https`(origin: String, named: String?) async throws {
        try await TestSite.open(origin: origin) { site in
            let answer = try await site.run { client in
                try await client.execute(uri: "/.well-known/security.txt", method: .get) { TestAnswer($0) }
            }
            #expect(answer.status == 200 && answer.headers[.contentType] == "text/plain; charset=utf-8")
            #expect(fields(answer.text)?["canonical"] == named.map { ["\($0)/.well-known/security.txt"] })
        }
    }

    @Test func `names the address of an organisation that has a host name of its own`() async throws {
        try await TestSite.open { site in
            let other = try await site.books.organisations.add(name: "Cinéma", host: "cinema.exemple.fr")
            #expect(site.site.publicAddress(of: other) == "https://cinema.exemple.fr")
            #expect(site.site.publicAddress(of: site.books.organisation) == "http://localhost")
        }
    }
}

@Suite struct `The health of the server` {
    // Shows: S-10
    @Test(arguments: Engine.available) func `is 200 while the database answers, and 503 as soon as it does not`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let ask = {
                try await site.run { client in try await client.execute(uri: "/sante", method: .get) { TestAnswer($0) }
                }
            }
            let well = try await ask()
            #expect(well.status == 200 && well.text == "ok\n")
            await site.books.database.close()
            let away = try await ask()
            #expect(away.status == 503 && away.headers[.retryAfter] == "30")
        }
    }
}
