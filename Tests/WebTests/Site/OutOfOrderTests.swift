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
                let page = try await site.get(path)
                #expect(page.status == 503 && page.headers[.retryAfter] == "300", "\(path)")
                #expect(page.text.contains("Le service est arrêté un moment"), "\(path)")
                #expect(page.text.contains("<strong class=\"reference\">\(broken.reference)</strong>"), "\(path)")
                #expect(!page.text.contains("organisation add") && !page.text.contains(".cle"), "\(path)")
            }
            #expect(try await site.get("/sante").status == 200)
            try FileManager.default.moveItem(atPath: key + "-ailleurs", toPath: key)
            _ = try await site.site.registers.all(fresh: true)
            #expect(try await site.get("/reclamation").status == 200)
        }
    }
}
