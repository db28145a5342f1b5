internal import Mail

/// Reports of mail systems that have a form of their own: qmail, Exim, older Exchange, Postfix and Sendmail.
struct PlainBounce {
    private let headers: HeaderBlock
    private let text: String
    private let lines: [Substring]
    /// Of the mail that came back, where it was attached.
    private let attached: String?

    /// - Parameters:
    ///   - text: all that is to be read in the mail.
    ///   - attached: the Message-ID of the mail that came back, where it is a part.
    init(_ headers: HeaderBlock, _ text: String, attached: String?) {
        self.headers = headers
        self.text = String(text.utf8.prefix(100_000)) ?? String(text.prefix(10_000))
        lines = self.text.split(separator: "\n", omittingEmptySubsequences: false)
        self.attached = attached
    }

    /// Nothing where the mail does not come from a mail system.
    var reports: [ReadMail.DeliveryReport] {
        guard comesFromSystem, let opening = opening else { return [] }
        let recipients = failedRecipients ?? self.recipients
        return recipients.map { recipient, reason in
            ReadMail.DeliveryReport(
                recipient: recipient,
                action: opening,
                status: StatusCode.first(in: reason),
                diagnostic: reason.isEmpty ? nil : String(reason.prefix(1_000)),
                originalMessageID: attached ?? messageID
            )
        }
    }

    /// A report has no sender to answer, or is from who delivers mail.
    private var comesFromSystem: Bool {
        let path = headers["return-path"].map(HeaderValue.address)
        let robot = headers["auto-submitted"].map { HeaderText.utf8($0).lowercased() } ?? ""
        if robot.holds("vacation") || headers["x-autoreply"] != nil { return false }
        if path == "" || path == "MAILER-DAEMON" || headers["x-failed-recipients"] != nil { return true }
        let from = headers["from"].map { HeaderText.utf8($0).lowercased() } ?? ""
        return ["mailer-daemon", "postmaster@", "mail delivery", "microsoftexchange"].contains { from.holds($0) }
    }

    /// Whether it says that something failed, or is late; nil where it says neither.
    private var opening: String? {
        let subject = headers["subject"].map { HeaderText.utf8($0).lowercased() } ?? ""
        let whole = (subject + "\n" + text.prefix(4_000)).lowercased()
        if Self.late.contains(where: { whole.holds($0) }) { return "delayed" }
        return Self.failed.contains { whole.holds($0) } ? "failed" : nil
    }

    private static let late = [
        "delivery status notification (delay)", "warning: message", "delivery delayed", "will be retried",
        "has not yet been delivered", "remise différée", "you do not need to resend",
    ]
    private static let failed = [
        "qmail-send program", "could not be delivered", "couldn't be delivered", "wasn't able to deliver",
        "unable to deliver", "undeliverable", "undelivered", "delivery has failed", "delivery failed",
        "delivery failure", "failure notice", "did not reach", "permanent fatal error", "permanent error",
        "returned mail", "non remis", "pas pu être remis", "pas pu être délivré", "pas pu être distribué",
        "échec de la remise",
        "échec de remise", "non distribué", "impossible de remettre",
    ]

    /// What Exim and Gmail say beside the text.
    private var failedRecipients: [(String, String)]? {
        guard let header = headers["x-failed-recipients"] else { return nil }
        let found = HeaderText.utf8(header).split { $0 == "," || $0.isWhitespace }.filter { $0.contains("@") }
        let reasons = Dictionary(recipients.map { ($0.0.lowercased(), $0.1) }) { first, _ in first }
        return found.prefix(100).map { (String($0.prefix(320)), reasons[$0.lowercased()] ?? "") }
    }

    /// Addresses at the beginning of a line, `<jean@exemple.fr>:` or indented, each with what is said below or beside it.
    private var recipients: [(String, String)] {
        var found: [(recipient: String, reason: String)] = []
        for line in lines.prefix(400) {
            if isEndOfReport(line) { break }
            if let (address, rest) = Self.address(at: line) {
                if !found.contains(where: { $0.recipient == address }), found.count < 100 {
                    found.append((address, rest))
                }
            } else if !found.isEmpty, !line.isEmpty {
                let last = found.count - 1
                guard found[last].reason.utf8.count < 1_000 else { continue }
                let words = String(line).trimmedOfBlanks
                found[last].reason += (found[last].reason.isEmpty ? "" : " ") + words
            }
        }
        return found.map { ($0.recipient, $0.reason) }
    }

    /// Whether the mail that came back begins.
    private func isEndOfReport(_ line: Substring) -> Bool {
        line.begins(with: [
            "--- Below this line is a copy", "------ This is a copy of", "--- The header of the original",
            "Return-Path:",
            "Return-path:",
        ])
    }

    private static func address(at line: Substring) -> (String, rest: String)? {
        let words = line.drop { $0.isWhitespace || $0 == "<" }
        let address = words.prefix { !$0.isWhitespace && !"<>:;,()".contains($0) }
        guard line.utf8.count <= 1_000, address.utf8.count <= 320, address.split(separator: "@").count == 2,
            address.contains("."), address.last != "."
        else { return nil }
        let isMarked = line.first == "<" || line.first?.isWhitespace == true
        let after = words.dropFirst(address.count).drop { $0 == ">" }
        guard isMarked || after.isEmpty || after.first == ":" || after.hasPrefix(" on ") else { return nil }
        return (String(address), String(after.drop { $0 == ":" || $0.isWhitespace }).trimmedOfBlanks)
    }

    /// The Message-ID among the headers of the mail that came back, which stand in the text.
    private var messageID: String? {
        let line = lines.first { $0.prefix(40).drop { $0 == " " || $0 == ">" }.lowercased().hasPrefix("message-id:") }
        return line.flatMap {
            HeaderValue.messageIDs(Array($0.utf8.drop { $0 != UInt8(ascii: ":") }.dropFirst())).first
        }
    }
}
