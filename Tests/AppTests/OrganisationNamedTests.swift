import Registry
import TestSupport
import Testing

@testable import App

@Suite struct `The organisation that a command means` {
    @Test(arguments: Engine.available) func `may be several by a name, and is one by its identifier`(
        engine: Engine
    ) async throws {
        let app = try await AppBooks(engine)
        let namesake = try await app.books.organisations.add(name: app.books.organisation.name, host: nil)
        let show = { Errand.showOrganisation(named: $0, version: nil, asJSON: true) }
        let several = await app.refusal(of: show(namesake.name))
        #expect(several?.contains("Plusieurs organismes répondent") == true)
        #expect(await app.refusal(of: show("Danse-École"))?.contains("Organisme introuvable") == true)
        #expect(try await app.run(show(namesake.id)).joined().contains(namesake.id))
        await app.books.close()
    }
}
