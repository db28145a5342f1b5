internal import CGMime
public import Mail

/// Reads mails as they came: any bytes at all. GMime reads their addresses, dates and parameters; their parts, transfer
/// encodings and charsets are read here, where everything is counted first. It belongs in a confined child (S-77), for
/// what it is given was written by strangers.
public enum MailReader {
    /// The most bytes of a mail that are read (S-76).
    public static let mostBytes = 50 << 20

    /// Opens what reading needs, so that nothing has to be opened later.
    public static func prepare() {
        g_mime_init()
        _ = read(Array("From: a <a@b.fr>\nDate: Sun, 29 Nov 2026 09:00:00 +0100\n\n".utf8))
        _ = CharsetShelf.shared
    }

    /// What can be read of it. - Parameter raw: the mail, byte for byte.
    public static func read(_ raw: [UInt8]) -> ReadMail {
        g_mime_init()
        var reader = MailPartReader(raw.prefix(mostBytes))
        let whole = reader.read()
        var mail = ReadMail()
        var troubles = reader.troubles
        fillIn(&mail, whole.headers, &troubles)
        mail.type = whole.type.name
        var walk = MailWalk(subject: mail.subject)
        walk.take(whole, isWhole: true)
        mail.passages = walk.lines.trimmed.passages
        mail.files = walk.files
        mail.isTextCut = walk.isTextCut || raw.count > mostBytes
        mail.reports = reports(whole.headers, walk)
        troubles.formUnion(walk.troubles)
        mail.troubles = ReadMail.Trouble.allCases.filter(troubles.contains)
        return mail
    }

    private static func fillIn(_ mail: inout ReadMail, _ headers: HeaderBlock, _ troubles: inout Set<ReadMail.Trouble>)
    {
        mail.messageID = headers["message-id"].flatMap { HeaderValue.messageIDs($0).first }
        mail.inReplyTo = headers["in-reply-to"].map(HeaderValue.messageIDs) ?? []
        mail.references = headers["references"].map(HeaderValue.messageIDs) ?? []
        mail.sentAt = headers["date"].flatMap(HeaderValue.date)
        mail.subject = headers["subject"].map { HeaderText.words($0, &troubles) } ?? ""
        mail.returnPath = headers["return-path"].map(HeaderValue.address)
        let firstRelay = headers.fields.lastIndex { $0.name == "received" } ?? -1
        for (index, field) in headers.fields.enumerated()
        where isOfRobots(field.name) && mail.robotHeaders[field.name] == nil {
            let value = HeaderText.words(field.value, &troubles)
            // Google notes it on whatever a mailbox sends on; what a robot says of itself stands below every relay's note.
            if index < firstRelay, field.name == "precedence", value.lowercased() == "bulk" { continue }
            mail.robotHeaders[field.name] = value
        }
        for name in ["delivered-to", "x-original-to", "envelope-to"] {
            for address in headers.all(name).prefix(20).map(HeaderValue.address)
            where !mail.deliveredTo.contains(address) {
                mail.deliveredTo.append(address)
            }
        }
        var addresses = AddressHeader()
        mail.from = addresses.parties(headers, "from")
        mail.replyTo = addresses.parties(headers, "reply-to")
        mail.to = addresses.parties(headers, "to")
        mail.cc = addresses.parties(headers, "cc")
        troubles.formUnion(addresses.troubles)
    }

    private static func isOfRobots(_ name: String) -> Bool {
        let names = [
            "auto-submitted", "precedence", "x-auto-response-suppress", "x-spam-flag", "x-spam-status", "x-autoreply",
            "x-autorespond", "x-autoresponder", "x-mail-autoreply", "x-vacation",
        ]
        return names.contains(name) || name.hasPrefix("list-")
    }

    private static func reports(_ headers: HeaderBlock, _ walk: MailWalk) -> [ReadMail.DeliveryReport] {
        // Who sends no copy back names the mail as one that is answered.
        let names = [walk.original?["message-id"], headers["in-reply-to"], headers["references"]]
        let original = names.lazy.compactMap { $0.flatMap { HeaderValue.messageIDs($0).last } }.first
        let reports = walk.statuses.flatMap { DeliveryStatus.reports($0, about: original) }
        if !reports.isEmpty { return reports }
        let text = walk.lines.map(\.text).joined(separator: "\n")
        return PlainBounce(headers, text, original: walk.original, messageID: original).reports
    }
}
