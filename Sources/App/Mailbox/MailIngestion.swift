import Foundation
import Post

/// `mail ingest`: a mail that another program hands over, such as a mail server's delivery.
public enum MailIngestion {
    /// Reads a mail to its end, and has it kept.
    ///
    /// - Returns: what the command prints.
    /// - Throws: what `OperatorMessage` knows how to say.
    public static func run(_ settings: Settings, organisation: String?, from input: FileHandle) async throws -> [String] {
        let bytes = try input.read(upToCount: IMAPMailbox.longest + 1) ?? Data()
        guard bytes.count <= IMAPMailbox.longest else {
            throw Settings.Mistake(description: "Ce courriel dépasse 50 Mo : il n’est pas gardé.", code: .value)
        }
        // It goes by a file: what is said to a running server is short. Beside the books, a service that has a `/tmp` of its
        // own reads it too.
        var folder = FileManager.default.temporaryDirectory.path
        if case .folder(let data) = settings.place { folder = URL(fileURLWithPath: data).path }
        try settings.demandBooks()
        let path = "\(folder)/courriel-\(UUID().uuidString).eml"
        guard FileManager.default.createFile(atPath: path, contents: bytes, attributes: [.posixPermissions: 0o600]) else {
            throw CocoaError(.fileWriteUnknown)
        }
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await Errand.keepMail(file: path, organisation: organisation).run(settings)
    }
}
