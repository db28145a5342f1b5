import Complaints
import Mail

extension IncomingMail {
    /// What the rules judge of what was read.
    init(_ mail: ReadMail) {
        self.init()
        messageID = mail.messageID
        thread = Self.distinct(mail.references + mail.inReplyTo)
        sentAt = mail.sentAt.map { Instant(secondsSince1970: Int64($0)) }
        sender =
            mail.from.lazy.compactMap { party -> Sender? in
                guard let address = EmailAddress(party.address) else { return nil }
                return Sender(name: party.name ?? "", address: address.text)
            }.first
        subject = mail.subject
        returnPath = mail.returnPath
        robotHeaders = mail.robotHeaders
        // A report is a program's, a receipt among them, whether it says so or not (RFC 6522).
        if mail.type == "multipart/report", robotHeaders["auto-submitted"] == nil {
            robotHeaders["auto-submitted"] = "auto-generated"
        }
        passages = mail.passages.map { Passage($0.text, isQuoted: $0.isQuoted) }
        // A telephone puts photographs into the text; the logo of a signature is smaller, and stands below words.
        let saysNothing = text.isEmpty
        files = mail.files.count { saysNothing || !$0.isInline || $0.bytes.count >= 50_000 }
        reports = mail.reports.map { report in
            Report(
                isFinal: report.action == "failed",
                words: [report.status, report.diagnostic].compactMap(\.self).joined(separator: " "),
                messageID: report.originalMessageID
            )
        }
        troubles = mail.troubles.map(\.rawValue) + (mail.isTextCut ? ["text-cut"] : [])
    }

    private static func distinct(_ texts: [String]) -> [String] {
        var seen = Set<String>()
        return texts.filter { seen.insert($0).inserted }
    }
}
