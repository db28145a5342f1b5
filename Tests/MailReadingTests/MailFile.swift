import Foundation
import Mail
import MailReading
import TestSupport

/// The mails of the folder `Mails`, as the programs of their names write them.
enum MailFile {
    private static let folder = URL(filePath: "\(Repository.root)/Tests/MailReadingTests/Mails")

    /// Its bytes, whose lines end as Unix has it.
    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: "\(name).eml")))
    }

    /// What is read of it, which is the same where its lines end as mail has it.
    static func read(_ name: String) throws -> ReadMail { MailReader.read(try bytes(name)) }

    static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path()).map { String($0.dropLast(4)) }.sorted()
    }
}

extension ReadMail {
    /// Reads a mail that a test writes.
    static func of(_ text: String) -> ReadMail { MailReader.read(Array(text.utf8)) }

    /// What is folded.
    var quotedText: String { passages.filter(\.isQuoted).map(\.text).joined(separator: "\n") }
}

extension [UInt8] {
    /// With the line ends of mail.
    var overTheWire: [UInt8] { flatMap { $0 == 10 ? [13, 10] : [$0] } }
}
