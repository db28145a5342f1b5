import Foundation
import Registry
import TestSupport
import Testing

@testable import App

@Suite struct `What serve says first` {
    private let none = "Aucun relais de messagerie"
    private let warning = "que personne d’autre n’atteint"

    private func said(_ settings: [Settings.Name: String], hosts: [String?] = [nil]) async throws -> String {
        try await Server.announcement(Settings(given: settings, isSheltered: true), hosts: hosts).joined(
            separator: "\n"
        )
    }

    @Test func `warns where letters leave with an address of this machine`() async throws {
        var settings: [Settings.Name: String] = [
            .mailRelay: "smtp://127.0.0.1:2525?tls=none", .mailSender: "reclamations@exemple.fr",
        ]
        let unset = try await said([:])
        #expect(unset.contains(none) && !unset.contains(warning))
        for hosts: [String?] in [[], [nil], ["a.example", nil]] {
            #expect(try await said(settings, hosts: hosts).contains(warning), "\(hosts)")
        }
        #expect(try await !said(settings, hosts: ["a.example"]).contains(warning))
        settings[.baseURL] = "https://reclamations.exemple.fr"
        #expect(try await !said(settings).contains(warning))
    }

    // Shows: S-18, S-42
    @Test func `warns where a proxy that is not named makes all visitors one`() async throws {
        let warning = "tous les visiteurs comptent pour un seul"
        var settings: [Settings.Name: String] = [.baseURL: "https://reclamations.exemple.fr"]
        #expect(try await said(settings).contains(warning))
        settings[.proxies] = "127.0.0.1"
        #expect(try await !said(settings).contains(warning))
        #expect(try await !said([:]).contains(warning))
        #expect(try await !said([.baseURL: "http://reclamations.exemple.fr"]).contains(warning))
        settings[.proxies] = nil
        settings[.tlsCertificate] = Scratch.newPath("certificat")
        let key = Scratch.newPath("cle")
        #expect(FileManager.default.createFile(atPath: key, contents: nil, attributes: [.posixPermissions: 0o600]))
        settings[.tlsKey] = key
        #expect(try await !said(settings).contains(warning))
    }

    // Shows: S-55
    @Test func `gives the link of the first start at the site's own address, while there is no organisation`()
        async throws
    {
        let link = StaffToken(random: Array(repeating: 7, count: 32))
        let settings = try await Settings(given: [.baseURL: "https://reclamations.exemple.fr"], isSheltered: true)
        let said = Server.announcement(settings, hosts: [], firstStart: link)
        #expect(said.contains("  https://reclamations.exemple.fr/premier-demarrage/\(link.text)"))
        #expect(said.contains { $0.contains("24 heures") })
        #expect(!Server.announcement(settings, hosts: [nil]).joined().contains("premier-demarrage"))
    }
}
