import Complaints
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct `A request for the head of an answer` {
    private func count(_ site: TestSite) async throws -> Int {
        try await site.books.database.read { try $0.run("SELECT count(*) FROM access")[0].integer(0) }
    }

    // Shows: S-10, S-62
    @Test(arguments: Engine.available) func `gets what GET gets but for the body, wherever GET is answered`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let desk = try await site.desk([.complaintsManager])
            let paths = try await site.addresses()
            let routes = Routes.router(for: site.site).routes.filter { $0.method == .get }
            #expect(routes.count > 12)
            for route in routes {
                let path = paths["GET \(route.path)"] ?? "\(route.path)"
                let whole = try await desk.get(path)
                let before = try await count(site)
                let head = try await desk.get(path, method: .head)
                #expect(head.status == whole.status && head.text.isEmpty, "\(path)")
                for name in [HTTPField.Name.contentType, .contentSecurityPolicy, .location] {
                    #expect(head.headers[name] == whole.headers[name], "\(path)")
                }
                if head.status == 200 { #expect(head.headers[.contentLength] != "0", "\(path)") }
                // What is refused is refused to this method too.
                #expect(try await count(site) == before + (whole.status == 403 ? 1 : 0), "\(path)")
            }
        }
    }

    // Shows: S-10
    @Test(arguments: [("/absent", 404), ("/deconnexion", 405), ("/tableau-de-bord", 303)])
    func `has no body in a refusal either`(path: String, status: Int) async throws {
        try await TestSite.open { site in
            let head = try await site.run { client in
                try await client.execute(uri: path, method: .head) { TestAnswer($0) }
            }
            #expect(head.status == status && head.text.isEmpty)
        }
    }

    // Shows: S-62
    @Test func `records nothing, where GET records once`() async throws {
        try await TestSite.open { site in
            let desk = try await site.desk([.complaintsManager])
            let paths = try await site.addresses()
            for route in [
                "GET /dossiers/{numero}", "GET /pieces/{id}", "GET /lettres/{id}", "GET /audit/dossiers/{numero}",
            ] {
                let path = try #require(paths[route])
                let before = try await count(site)
                _ = try await desk.get(path, method: .head)
                #expect(try await count(site) == before, "\(route)")
                _ = try await desk.get(path)
                #expect(try await count(site) == before + 1, "\(route)")
            }
        }
    }
}
