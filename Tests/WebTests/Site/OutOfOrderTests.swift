import Foundation
import HTTPTypes
import HummingbirdTesting
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `The site of an organisation that is out of order` {
    // Shows: S-10, S-81
    @Test(arguments: Engine.available) func `says so on every page, with the reference that the operator finds`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let key = "\(site.books.keys)/\(site.books.organisation.id).cle"
            try FileManager.default.moveItem(atPath: key, toPath: key + "-ailleurs")
            let broken = try #require(try await site.site.registers.outOfOrder().first)
            for path in ["/", "/reclamation", "/registre/point-de-controle", "/connexion"] {
                let page = try await get(path, site)
                #expect(page.status == 503 && page.headers[.retryAfter] == "300", "\(path)")
                #expect(page.text.contains("Le service est arrêté un moment"), "\(path)")
                #expect(page.text.contains("<strong class=\"reference\">\(broken.reference)</strong>"), "\(path)")
                #expect(!page.text.contains("organisation add") && !page.text.contains(".cle"), "\(path)")
            }
            #expect(try await get("/sante", site).status == 200)
            try FileManager.default.moveItem(atPath: key + "-ailleurs", toPath: key)
            _ = try await site.site.registers.all(fresh: true)
            #expect(try await get("/reclamation", site).status == 200)
        }
    }

    private func get(_ path: String, _ site: TestSite) async throws -> TestAnswer {
        try await site.run { client in
            try await client.execute(uri: path, method: .get) { TestAnswer($0) }
        }
    }
}
