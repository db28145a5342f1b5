import Complaints
import Crypto
import Foundation

/// A letter about to be kept.
struct KeptLetter {
    let id: String
    let kind: LetterKind
    let content: ComposedLetter

    /// As the log knows it.
    var summary: LetterSummary { LetterSummary(id: id, kind: kind, digest: content.digest) }
}

extension ComposedLetter {
    /// SHA-256 over subject, text and message, each after its length, in lower case hexadecimal.
    var digest: String { Self.digest(subject: subject, text: text, message: message) }

    static func digest(subject: String, text: String, message: [UInt8]) -> String {
        var hash = SHA256()
        for part in [Data(subject.utf8), Data(text.utf8), Data(message)] {
            hash.update(data: Data("\(part.count):".utf8))
            hash.update(data: part)
        }
        return hexadecimal(hash.finalize())
    }
}
