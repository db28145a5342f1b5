import Complaints
import HTTPTypes
import HummingbirdTesting
import Registry
import TestSupport
import Testing

@testable import Web

@Suite struct `The first page` {
    // Shows: R-38
    @Test(arguments: Engine.available) func `names the mediator until the agreement ends, and not the day after`(
        engine: Engine
    ) async throws {
        try await TestSite.open(on: engine) { site in
            let home = {
                try await site.run { client in try await client.execute(uri: "/", method: .get) { TestAnswer($0) } }
            }
            #expect(try await home().text.contains("Médiation Exemple"))
            var procedure = try await site.books.register.currentProcedure()
            procedure.provider.website = "https://cine-atelier.example"
            procedure.consumerMediator?.agreementEnds = site.books.clock.now.civilDate
            try await site.books.publish(procedure)
            let last = try await home().text
            #expect(last.contains("Médiation Exemple") && last.contains("https://cine-atelier.example"))
            site.books.clock.advance(seconds: 24 * 3_600)
            #expect(try await !home().text.contains("Médiation Exemple"))
        }
    }
}
