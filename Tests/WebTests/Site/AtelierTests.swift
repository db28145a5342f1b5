import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Pages
import Testing

@testable import Web

@Suite struct `The atelier` {
    let atelier: Atelier

    init() throws { atelier = Atelier(press: try Press()) }

    private func get(_ path: String, method: HTTPRequest.Method = .get) async throws -> TestAnswer {
        let application = Application(router: AtelierRoutes.router(for: atelier))
        return try await application.test(.router) { client in
            try await client.execute(uri: path, method: method) { TestAnswer($0) }
        }
    }

    @Test func `lists every sample, each of which it shows as the site would`() async throws {
        let list = try await get("/")
        let links = list.text.matches(of: /href="(\/atelier\/[^"]+)"/).map { String($0.output.1) }
        #expect(list.status == 200 && links.count > 200 && Set(links).count == links.count)
        for shelf in Atelier.Shelf.allCases {
            let first = try #require(links.first { $0.hasPrefix("/atelier/\(shelf.rawValue)/") })
            let answer = try await get(first)
            #expect(answer.status == 200 && answer.text.hasPrefix("<!DOCTYPE html>"), "\(first)")
            let policy = answer.headers[.contentSecurityPolicy]
            let sites = SecurityHeaders<Visit>.contentSecurityPolicy
            #expect(shelf.isMail ? policy?.contains("style-src 'unsafe-inline'") == true : policy == sites, "\(first)")
        }
        for link in links {
            let parts = link.split(separator: "/").map(String.init)
            let shelf = try #require(Atelier.Shelf(rawValue: parts[1]))
            #expect(atelier.html(parts[2], on: shelf)?.contains("⟦") == false, "\(link)")
        }
    }

    @Test(arguments: ["/dossiers/REC-2026-0001", "/atelier/public/absent", "/atelier/absent/accueil"])
    func `says of any other address that it is the site’s`(path: String) async throws {
        let answer = try await get(path)
        #expect(answer.status == 404 && answer.text.contains("Cette adresse est du site lui-même"))
        #expect(try await get(path, method: .post).status == 404)
    }
}
