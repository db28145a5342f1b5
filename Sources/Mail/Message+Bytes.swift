extension Message {
    /// The letter as RFC 5322 and MIME want it: ASCII, lines ended by CRLF, 76 bytes a line at most, save for an
    /// address or identifier that is longer by itself; `multipart/alternative` with the plain text first.
    public var bytes: [UInt8] {
        let boundary = boundary
        var bytes = Array((headers(boundary).joined(separator: "\r\n") + "\r\n").utf8)
        for (type, content) in [("text/plain", text), ("text/html", html)] {
            bytes += "\r\n--\(boundary)\r\nContent-Type: \(type); charset=utf-8\r\n".utf8
            bytes += "Content-Transfer-Encoding: quoted-printable\r\n\r\n".utf8
            bytes += QuotedPrintable.encode(content)
        }
        return bytes + "\r\n--\(boundary)--\r\n".utf8
    }

    private func headers(_ boundary: String) -> [String] {
        var lines = [
            "Date: \(MessageDate.text(secondsSince1970: secondsSince1970))",
            Header.line("From", from),
            Header.line("To", to),
            Header.line("Subject", subject),
            Header.line("Message-ID", id),
        ]
        if let replyTo { lines.append(Header.line("Reply-To", replyTo)) }
        if let inReplyTo {
            lines += [Header.line("In-Reply-To", inReplyTo), Header.line("References", inReplyTo)]
        }
        if let automation {
            // The second one is Exchange's own word for the first.
            lines += ["Auto-Submitted: \(automation.rawValue)", "X-Auto-Response-Suppress: All"]
        }
        return lines + [
            "Content-Language: fr",
            "MIME-Version: 1.0",
            "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"",
        ]
    }

    /// Quoted-printable writes every `=` as `=3D`, so no body can hold `=_` (RFC 2045 §6.7). At most 70 bytes.
    private var boundary: String {
        "=_" + String(decoding: id.text.utf8.filter { $0.isLetter || $0.isDigit }.prefix(60), as: UTF8.self)
    }
}
