import Foundation
import Mail
import Post
import TestSupport
import Testing

@testable import App

@Suite struct `The settings of the relay` {
    private let url = "smtp://127.0.0.1:2525?tls=none"

    private func relay(_ given: [Settings.Name: String]) async throws -> Settings.Relay? {
        try await Settings(given: given).relay
    }

    /// What the operator reads of a mistake.
    private func words(_ given: [Settings.Name: String]) async -> String? {
        do {
            _ = try await relay(given)
            return nil
        } catch {
            return OperatorMessage(error).text
        }
    }

    @Test func `may be left out altogether, and are read where they hold together`() async throws {
        #expect(try await relay([:]) == nil)
        let relay = try #require(try await relay([.mailRelay: url, .mailSender: "lettres@exemple.fr"]))
        #expect(relay.sender.text == "lettres@exemple.fr" && relay.smtp.port == 2525)
    }

    // Shows: R-40
    @Test(arguments: ["", "lettres", "lettres@exemple", "Ciné <lettres@exemple.fr>", "a@exemple.fr, b@exemple.fr"])
    func `refuse a sender that is no address, in words that quote it`(sender: String) async throws {
        let words = try #require(await words([.mailRelay: url, .mailSender: sender]))
        #expect(words.contains("DOLEANCES_MAIL_SENDER") && words.contains("«\u{A0}\(sender)\u{A0}»"))
    }

    @Test(arguments: [
        "", "relais.exemple.fr", "http://relais.exemple.fr", "smtp://relais.exemple.fr:0", "smtp://-.exemple.fr",
        "smtp://relais.exemple.fr?tls=none", "smtp://noe:secret@relais.exemple.fr?timeout=0",
    ]) func `refuse a relay that cannot be, and keep what may be secret in it`(url: String) async throws {
        let words = try #require(await words([.mailRelay: url, .mailSender: "lettres@exemple.fr"]))
        #expect(words.contains("DOLEANCES_MAIL_RELAY") && !words.contains("secret"))
    }

    @Test func `refuse a part without the rest`() async throws {
        for name in [Settings.Name.mailSender, .mailPasswordFile] {
            let words = try #require(await words([name: "lettres@exemple.fr"]))
            #expect(words.contains("DOLEANCES_MAIL_RELAY") && words.contains(name.variable))
        }
        #expect(try #require(await words([.mailRelay: url])).contains("DOLEANCES_MAIL_SENDER"))
    }

    @Test func `refuse a password file that is not there or has nothing in it`() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "mot-de-passe")
            let given: [Settings.Name: String] = [
                .mailRelay: "smtp://noe@relais.exemple.fr", .mailSender: "lettres@exemple.fr",
                .mailPasswordFile: file.path(),
            ]
            #expect(try #require(await words(given)).contains("introuvable"))
            try Data("\n".utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path())
            #expect(try #require(await words(given)).contains("vide"))
            try Data("sésame\n".utf8).write(to: file)
            #expect(try await relay(given)?.smtp.password == "sésame")
        }
    }
}
