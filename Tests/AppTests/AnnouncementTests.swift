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
}
