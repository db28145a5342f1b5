import Foundation
import OpenID
import TestSupport
import Testing

@testable import App

@Suite struct `The settings of the provider of identities` {
    private let issuer = "https://connexion.exemple.fr"

    private func identity(_ given: [Settings.Name: String]) async throws -> Settings.IdentityService? {
        try await Settings(given: given).identity
    }

    /// What the operator reads of a mistake.
    private func words(_ given: [Settings.Name: String]) async -> String? {
        do {
            _ = try await identity(given)
            return nil
        } catch {
            return OperatorMessage(error).text
        }
    }

    @Test func `may be left out altogether, and are read where they hold together`() async throws {
        #expect(try await identity([:])?.provider == nil)
        let given: [Settings.Name: String] = [
            .openIDIssuer: issuer, .openIDClient: "doleances", .openIDLabel: "le portail du centre",
            .openIDFactors: "mfa, otp", .openIDAuthorities: "/etc/ssl/centre.pem",
        ]
        let service = try #require(try await identity(given))
        #expect(service.provider.issuer == issuer && service.provider.clientID == "doleances")
        #expect(service.provider.label == "le portail du centre" && service.provider.factors == ["mfa", "otp"])
        #expect(service.provider.clientSecret == nil && service.certificateAuthorityFile == "/etc/ssl/centre.pem")
        #expect(service.house.settings == service.provider)
    }

    @Test func `lead to a provider of whom it is known why it does not answer`() async throws {
        let given: [Settings.Name: String] = [.openIDIssuer: "http://127.0.0.1:1", .openIDClient: "doleances"]
        let house = try #require(try await identity(given)).house
        let request = AuthorizationRequest(redirect: "r", state: "s", nonce: "n", verifier: "v")
        let trouble = await #expect(throws: ProviderTrouble.self) { try await house.address(for: request, at: 0) }
        #expect(trouble?.detail?.contains("127.0.0.1") == true, "as libcurl says it")
    }

    @Test func `refuse a part without the rest`() async throws {
        for name in [Settings.Name.openIDClient, .openIDSecretFile, .openIDLabel, .openIDFactors, .openIDAuthorities] {
            let words = try #require(await words([name: "doleances"]))
            #expect(words.contains("DOLEANCES_OPENID_ISSUER") && words.contains(name.variable))
        }
        #expect(try #require(await words([.openIDIssuer: issuer])).contains("DOLEANCES_OPENID_CLIENT"))
    }

    // Shows: S-79
    @Test(arguments: ["", "connexion.exemple.fr", "http://connexion.exemple.fr", "https://a.fr?x"])
    func `refuse an address without TLS, or that is none`(issuer: String) async throws {
        let words = try #require(await words([.openIDIssuer: issuer, .openIDClient: "doleances"]))
        #expect(words.contains("DOLEANCES_OPENID_ISSUER") && words.contains("«\u{A0}\(issuer)\u{A0}»"))
    }

    // Shows: S-81
    @Test func `take the secret from a file that is closed to others`() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "secret")
            let given: [Settings.Name: String] = [
                .openIDIssuer: issuer, .openIDClient: "doleances", .openIDSecretFile: file.path(),
            ]
            #expect(try #require(await words(given)).contains("introuvable"))
            try Data("sésame\n".utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path())
            #expect(try #require(await words(given)).contains("chmod 600"))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path())
            #expect(try await identity(given)?.provider.clientSecret == "sésame")
        }
    }
}
