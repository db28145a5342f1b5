import Foundation
import Post
import TestSupport
import Testing

@testable import App

@Suite struct `A secret in a file` {
    /// Settings as the command line would give them, with a file of a mode.
    private func settings(
        _ file: Settings.Name,
        in folder: URL,
        holding text: String?,
        mode: Int = 0o600
    ) async throws -> Settings {
        let path = folder.appending(path: "secret").path()
        if let text { try Data(text.utf8).write(to: URL(filePath: path)) }
        if text != nil { try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path) }
        var given: [Settings.Name: String] = [
            .data: folder.path(), file: path, .mailRelay: "smtp://relais@127.0.0.1:25?tls=none",
            .mailSender: "reclamations@exemple.fr",
        ]
        if file == .tlsKey { given = [.data: folder.path(), .tlsKey: path, .tlsCertificate: path] }
        return try await Settings(given: given, isSheltered: true)
    }

    private func refusal(_ file: Settings.Name, holding text: String?, mode: Int = 0o600) async throws -> String? {
        try await withTemporaryFolder { folder in
            do {
                _ = try await settings(file, in: folder, holding: text, mode: mode)
                return nil
            } catch {
                return OperatorMessage(error).text
            }
        }
    }

    // Shows: S-81
    @Test func `is read where nobody else may read it`() async throws {
        try await withTemporaryFolder { folder in
            let read = try await settings(.mailPasswordFile, in: folder, holding: "mot de passe\nautre\n")
            #expect(read.relay?.smtp.password == "mot de passe")
            #expect(
                try await settings(.tlsKey, in: folder, holding: "PEM", mode: 0o400).tls?.key.hasSuffix("secret")
                    == true
            )
        }
    }

    // Shows: S-81
    @Test(arguments: [Settings.Name.mailPasswordFile, .tlsKey])
    func `that others can read, or that is not there, lets nothing start`(file: Settings.Name) async throws {
        for mode in [0o644, 0o604, 0o666, 0o602] {
            let sentence = try await refusal(file, holding: "secret", mode: mode)
            #expect(sentence?.contains("chmod 600") == true && sentence?.hasSuffix("(C-06)") == true)
        }
        #expect(try await refusal(file, holding: nil)?.hasSuffix("(C-06)") == true)
    }

    // Shows: S-81
    @Test func `that is empty lets nothing start`() async throws {
        for text in ["", "\n", "\nsecret"] {
            #expect(try await refusal(.mailPasswordFile, holding: text)?.contains("vide") == true, "\(text)")
        }
    }

    // Shows: S-81
    @Test(arguments: [
        ("postgresql://u:secret@h/b", true), ("postgresql://u@h/b", false), ("postgresql://h/b?password=x", true),
        ("postgresql://:secret@h/b", true), ("postgresql://h:5432/b?application_name=a@b", false),
        ("host=h password = x", true), ("postgresql://h:5432/b?passfile=/f", false),
        ("{\"doleances\":{\"mail\":{\"relay\":\"smtp://u:p@h:587\"}}}", true),
        ("{\"doleances\":{\"base\":{\"url\":\"https://h:8443\"}}}", false), ("./data", false),
    ]) func `is known where it stands in an address`(text: String, holds: Bool) {
        #expect(Settings.holdsPassword(text) == holds)
    }

    // Shows: S-81
    @Test(arguments: [
        "postgresql://u:tres-secret@h/b", "postgresql://h/b?password=tres-secret", "password = tres-secret",
    ])
    func `is refused among the arguments, and not repeated`(url: String) async {
        await #expect {
            _ = try await Settings(given: [.database: url], isSheltered: true)
        } throws: {
            let said = OperatorMessage($0).text
            return said.contains("PGPASSFILE") && said.hasSuffix("(C-06)") && !said.contains("tres-secret")
        }
    }

    @Test(arguments: ["", "pas une adresse"]) func `is of no use without a sender`(sender: String) async {
        await #expect(throws: Settings.Mistake.self) {
            try await Settings(
                given: [.mailRelay: "smtp://127.0.0.1:25?tls=none", .mailSender: sender],
                isSheltered: true
            )
        }
    }

    @Test func `that is no key, or another certificate's, lets nothing start`() async throws {
        try await withTemporaryFolder { folder in
            let tls = try await settings(.tlsKey, in: folder, holding: "PEM").tls
            #expect {
                _ = try tls?.configuration
            } throws: {
                OperatorMessage($0).text.contains("--tls-key") && OperatorMessage($0).text.hasSuffix("(C-01)")
            }
        }
    }
}
