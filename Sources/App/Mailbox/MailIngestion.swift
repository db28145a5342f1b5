import Foundation
import Post

/// `mail ingest`: a mail that another program hands over, such as a mail server's delivery.
public enum MailIngestion {
    /// Reads a mail on standard input to its end, and has it kept.
    ///
    /// - Returns: what the command prints.
    /// - Throws: what `OperatorMessage` knows how to say.
    public static func run(_ settings: Settings, organisation: String?) async throws -> [String] {
        var bytes = Data()
        while bytes.count <= IMAPMailbox.longest,
            let more = try FileHandle.standardInput.read(upToCount: 1 << 20), !more.isEmpty
        {
            bytes += more
        }
        guard bytes.count <= IMAPMailbox.longest else {
            throw Settings.Mistake(
                description: "Ce courriel dépasse 50\u{A0}Mo\u{A0}: il n’est pas gardé.",
                code: .value
            )
        }
        // It goes by a file: what is said to a running server is short. Beside the books, a service that has a `/tmp` of its
        // own reads it too.
        var folder = FileManager.default.temporaryDirectory.path
        if case .folder(let data) = settings.place { folder = URL(fileURLWithPath: data).path }
        try settings.demandBooks()
        let path = "\(folder)/courriel-\(UUID().uuidString).eml"
        guard FileManager.default.createFile(atPath: path, contents: bytes, attributes: [.posixPermissions: 0o600])
        else {
            throw CocoaError(.fileWriteUnknown)
        }
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await Errand.keepMail(file: path, organisation: organisation).run(settings)
    }
}
