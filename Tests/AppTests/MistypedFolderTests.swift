import Complaints
import Foundation
import Registry
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
                .listAccounts(organisation: nil, asJSON: false),
                .disableAccount(email: "a@b.example", organisation: nil),
                .addAccount(
                    NewAccount(organisation: nil, email: "a@b.example", name: "A", roles: [.management], password: "x")
                ),
            ]
            for errand in errands {
                let mistake = await #expect(throws: Settings.Mistake.self) { try await errand.run(settings) }
                #expect(mistake?.code == .noBooks && mistake?.description.contains(path) == true)
                let way = "commencez par \(ProcessInfo.processInfo.arguments[0]) serve, qui imprime le lien"
                #expect(mistake?.description.contains(way) == true)
            }
            #expect(!FileManager.default.fileExists(atPath: path))
            let said = try await Errand.addOrganisation(details).run(settings)
            #expect(said.last == "Nouveau registre, dans le dossier \(path).")
            #expect(try await Errand.listOrganisations.run(settings).count == 1)
            let second = Errand.addOrganisation(OrganisationDetails([.name: "Autre", .host: "autre.example"]))
            #expect(try await second.run(settings).contains { $0.hasPrefix("Nouveau registre") } == false)
        }
    }

    @Test(
        arguments: [
            [.name: "Ciné-Atelier", .email: "pas une adresse"], [.name: "…"], [:], [.name: "A", .mediatorName: "B"],
            [.name: "A", .retentionYears: "0"], [.name: "A", .host: "https://a.example"],
            [.name: "A", .contact: "Le recours à la médiation est obligatoire"],
        ] as [[OrganisationSetting: String]]
    )
    func `stays as it was where what is said of the first organisation will not do`(
        typed: [OrganisationSetting: String]
    ) async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "donées").path()
            let settings = try await Settings(given: [.data: path], isSheltered: true)
            await #expect {
                _ = try await Errand.addOrganisation(OrganisationDetails(typed)).run(settings)
            } throws: {
                let said = OperatorMessage($0).text
                return said.hasSuffix("(C-02)") || said.hasSuffix("(D-013)")
            }
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test func `stays as it was where its keys could be kept nowhere`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "donées").path()
            let file = folder.appending(path: "fichier")
            try Data().write(to: file)
            for keys in [file.path(), file.appending(path: "cles").path()] {
                let settings = try await Settings(given: [.data: path, .keys: keys], isSheltered: true)
                let add = Errand.addOrganisation(OrganisationDetails([.name: "Ciné-Atelier"]))
                await #expect(throws: SigningKeys.Failure.unwritable(path: keys)) { _ = try await add.run(settings) }
            }
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test func `is named to who reads, and whether it is the folder or the books that are missing`() async throws {
        try await withTemporaryFolder { folder in
            for (name, words) in [("donées", "n’existe pas"), ("", "Aucun registre")] {
                let path = folder.appending(path: name).path()
                let settings = try await Settings(given: [.data: path], isSheltered: true)
                let reads: [() async throws -> Void] = [
                    { _ = try await Inspection.run(settings, organisation: nil, witnesses: []) { _ in } },
                    { try await JournalExport.run(settings, organisation: nil, to: path + "/journal") },
                    { _ = try await Errand.listOrganisations.run(settings) },
                ]
                for read in reads {
                    await #expect {
                        try await read()
                    } throws: {
                        let said = OperatorMessage($0).text
                        return said.contains(path) && said.contains(words) && said.hasSuffix("(C-03)")
                    }
                }
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()).isEmpty)
        }
    }
}
