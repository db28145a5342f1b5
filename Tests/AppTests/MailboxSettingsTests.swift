import Foundation
import Post
import TestSupport
import Testing

@testable import App

@Suite struct `The settings of the mailboxes` {
    private func mailboxes(_ given: [Settings.Name: String]) async throws -> [Settings.OwnMailbox] {
        try await Settings(given: given, isSheltered: true).mailboxes
    }

    /// What the operator reads of a mistake.
    private func words(_ given: [Settings.Name: String]) async -> String? {
        do {
            _ = try await mailboxes(given)
            return nil
        } catch {
            return OperatorMessage(error).text
        }
    }

    // Shows: S-81
    @Test func `may be left out, or name one, or several with their organisations, passwords in files`() async throws {
        #expect(try await mailboxes([:]).isEmpty)
        try await withTemporaryFolder { folder in
            var files: [String] = []
            for name in ["un", "deux"] {
                let path = folder.appending(path: name).path()
                let made = FileManager.default.createFile(
                    atPath: path,
                    contents: Data("secret-\(name)\n".utf8),
                    attributes: [.posixPermissions: 0o600]
                )
                #expect(made)
                files.append(path)
            }
            let one = try await mailboxes([.imap: "imaps://zoe@imap.exemple.fr", .imapPasswordFile: files[0]])
            #expect(one.map(\.settings.name) == ["zoe@imap.exemple.fr/INBOX"] && one.map(\.host) == [nil])
            let two = "a.exemple.fr=imaps://zoe@imap.exemple.fr?timeout=9,B.exemple.fr=imap://noe@imap.exemple.fr/Recu"
            let both = try await mailboxes([.imap: two, .imapPasswordFile: files.joined(separator: ",")])
            #expect(both.map(\.host) == ["a.exemple.fr", "b.exemple.fr"])
            #expect(both.map(\.settings.name) == ["zoe@imap.exemple.fr/INBOX", "noe@imap.exemple.fr/Recu"])
            let words = try #require(await words([.imap: two, .imapPasswordFile: files[0]]))
            #expect(words.contains("DOLEANCES_IMAP_PASSWORD_FILE"))
        }
    }

    // Shows: S-79, S-81
    @Test(arguments: [
        "imap.exemple.fr", "https://zoe:secret@imap.exemple.fr", "imaps://zoe@imap.exemple.fr",
        "imaps://imap.exemple.fr",
        "imap://zoe:secret@imap.exemple.fr?tls=none", "imaps://zoe:secret@imap.exemple.fr:0",
    ]) func `refuse a mailbox that cannot be, and keep what may be secret in it`(url: String) async throws {
        let words = try #require(await words([.imap: url]))
        #expect(words.contains("DOLEANCES_IMAP") && !words.contains("secret"))
    }

    @Test func `refuse a password without a mailbox, and a file that is not there`() async throws {
        let alone = try #require(await words([.imapPasswordFile: "/nulle/part"]))
        #expect(alone.contains("DOLEANCES_IMAP manque"))
        let given: [Settings.Name: String] = [.imap: "imaps://zoe@imap.exemple.fr", .imapPasswordFile: "/nulle/part"]
        #expect(try #require(await words(given)).contains("introuvable"))
    }
}
