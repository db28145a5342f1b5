import Complaints
import Foundation
import TestSupport
import Testing

@testable import App

@Suite struct `A folder without books` {
    @Test func `is refused by every command but the one that founds them, and stays as it was`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "donées").path()
            let settings = try await Settings(given: [.data: path], isSheltered: true)
            let details = OrganisationDetails([.name: "Ciné-Atelier"])
            let errands: [Errand] = [
                .listOrganisations, .setOrganisation(named: nil, details: details, reason: nil),
                .showOrganisation(named: nil, version: nil, asJSON: false), .listVersions(organisation: nil),
                .listAccounts(organisation: nil), .disableAccount(email: "a@b.example", organisation: nil),
                .addAccount(
                    NewAccount(organisation: nil, email: "a@b.example", name: "A", roles: [.management], password: "x")
                ),
            ]
            for errand in errands {
                let mistake = await #expect(throws: Settings.Mistake.self) { try await errand.run(settings) }
                #expect(mistake?.code == .noBooks && mistake?.description.contains(path) == true)
            }
            #expect(!FileManager.default.fileExists(atPath: path))
            _ = try await Errand.addOrganisation(details).run(settings)
            #expect(try await Errand.listOrganisations.run(settings).count == 1)
        }
    }
}
