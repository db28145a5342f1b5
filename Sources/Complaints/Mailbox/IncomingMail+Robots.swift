extension IncomingMail {
    /// Whether it says by its headers that no person wrote it for us alone (RFC 3834; S-71).
    var isFromRobot: Bool { isSubmittedByRobot || isForMany || isFromMailSystem }

    /// Whether it was sent to many.
    var isForMany: Bool {
        if robotHeaders.keys.contains(where: { $0.hasPrefix("list-") }) { return true }
        let precedence = robotHeaders["precedence"]?.lowercased().trimmed ?? ""
        return ["bulk", "list", "junk"].contains(precedence)
    }

    /// Whether a filter that it came through says that it is unwanted.
    var isMarkedAsSpam: Bool {
        ["x-spam-flag", "x-spam-status"].contains { robotHeaders[$0]?.lowercased().trimmed.hasPrefix("yes") ?? false }
    }

    /// Whether a mail system wrote it, which must never be answered.
    var isFromMailSystem: Bool {
        if returnPath?.trimmed == "" || returnPath?.trimmed == "<>" { return true }
        let local = sender.map { String($0.address.prefix { $0 != "@" }) } ?? ""
        return ["mailer-daemon", "postmaster", "mailerdaemon", "mail-daemon"].contains(local)
    }

    private var isSubmittedByRobot: Bool {
        if robotHeaders["precedence"]?.lowercased().trimmed == "auto_reply" { return true }
        // « no » may be followed by parameters and comments.
        if let submitted = robotHeaders["auto-submitted"]?.lowercased().trimmed {
            let word = submitted.prefix { $0.isLetter || $0 == "-" }
            if word != "no" { return true }
        }
        let suppressed = robotHeaders["x-auto-response-suppress"]?.lowercased() ?? ""
        return suppressed.split { !$0.isLetter }.contains { ["all", "oof", "autoreply"].contains($0) }
    }

    /// Whether it is nobody's whom an automatic answer may go to (S-71).
    ///
    /// - Parameter ours: our own addresses.
    public func mayBeAnswered(besides ours: Set<String>) -> Bool {
        guard let sender else { return false }
        let isNobody = ["noreply", "no-reply", "ne-pas-repondre", "nepasrepondre", "donotreply", "do-not-reply"]
            .contains { sender.address.hasPrefix($0 + "@") }
        return !isFromRobot && !MailSubject(subject).isAbsence && !isNobody && !ours.contains(sender.address)
    }
}
