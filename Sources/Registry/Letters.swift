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

    /// As it is read over. Its message is left out of the digest: it has a time and an identifier, which are others each
    /// time that it is composed.
    var preview: LetterPreview {
        let read = [kind.rawValue, content.recipient ?? "", content.subject, content.text]
        return LetterPreview(kind: kind, content: content, digest: digest(of: read.map { Data($0.utf8) }))
    }
}

extension ComposedLetter {
    /// Digest of recipient, subject, text and message.
    var digest: String { Self.digest(recipient: recipient ?? "", subject: subject, text: text, message: message) }

    static func digest(recipient: String, subject: String, text: String, message: [UInt8]) -> String {
        Registry.digest(of: [Data(recipient.utf8), Data(subject.utf8), Data(text.utf8), Data(message)])
    }
}

/// SHA-256 over parts, each after its length, in lower case hexadecimal.
func digest(of parts: [Data]) -> String {
    var hash = SHA256()
    for part in parts {
        hash.update(data: Data("\(part.count):".utf8))
        hash.update(data: part)
    }
    return hexadecimal(hash.finalize())
}
