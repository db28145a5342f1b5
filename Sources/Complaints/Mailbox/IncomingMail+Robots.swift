extension IncomingMail {
    /// Whether it says by its headers that no person wrote it for us alone (RFC 3834; S-71).
    ///
    /// - Parameter ours: our own addresses.
    func isFromRobot(besides ours: Set<String>) -> Bool {
        answersByItself || suppressesAnswers || isForMany(besides: ours) || isFromMailSystem
    }

    /// Whether it was sent to many. A mailbox that a team shares is often a list of ours, and all that comes to it comes
    /// through that list.
    func isForMany(besides ours: Set<String>) -> Bool {
        if ["bulk", "junk"].contains(precedence) { return true }
        let isOfList = precedence == "list" || robotHeaders.keys.contains { $0.hasPrefix("list-") }
        return isOfList && !isThroughList(of: ours)
    }

    private func isThroughList(of ours: Set<String>) -> Bool {
        let names = ["list-id", "list-post"].compactMap { robotHeaders[$0]?.lowercased() }
        let words = names.flatMap { $0.split { "<>: ,?".contains($0) } }
        let domains = Set(ours.compactMap { $0.split(separator: "@").last })
        return domains.contains { domain in words.contains { $0.hasSuffix("@\(domain)") || $0.hasSuffix(".\(domain)") }
        }
    }

    private var precedence: String { robotHeaders["precedence"]?.lowercased().trimmed ?? "" }

    /// Whether a filter that it came through says that it is unwanted.
    var isMarkedAsSpam: Bool {
        ["x-spam-flag", "x-spam-status"].contains { robotHeaders[$0]?.lowercased().trimmed.hasPrefix("yes") ?? false }
    }

    /// Whether a mail system wrote it, or somebody whom nothing can be sent back to: it must never be answered.
    var isFromMailSystem: Bool { isFromDaemon || envelope == "" }

    /// Whether it bears a mail system's name.
    var isFromDaemon: Bool {
        let daemons = ["mailer-daemon", "postmaster", "mailerdaemon", "mail-daemon", "mdaemon"]
        return [envelope, sender?.address].contains { address in
            address.map { daemons.contains(String($0.prefix { $0 != "@" })) } ?? false
        }
    }

    private var envelope: String? {
        returnPath.map { $0.lowercased().trimmed.filter { $0 != "<" && $0 != ">" } }
    }

    /// Whether it says that a robot answers. What came through a list, or from a help desk that only wants no answer of
    /// robots, may be written by a person.
    var answersByItself: Bool {
        if ["auto_reply", "bulk", "junk"].contains(precedence) { return true }
        let answering = ["x-autoreply", "x-autorespond", "x-autoresponder", "x-mail-autoreply", "x-vacation"]
        if answering.contains(where: { robotHeaders[$0] != nil }) { return true }
        // « no » may be followed by parameters and comments.
        guard let submitted = robotHeaders["auto-submitted"]?.lowercased().trimmed else { return false }
        return submitted.prefix { $0.isLetter || $0 == "-" } != "no"
    }

    private var suppressesAnswers: Bool {
        let suppressed = robotHeaders["x-auto-response-suppress"]?.lowercased() ?? ""
        return suppressed.split { !$0.isLetter }.contains { ["all", "oof", "autoreply"].contains($0) }
    }

    /// Whether it is nobody's whom an automatic answer may go to (S-71).
    ///
    /// - Parameter ours: our own addresses.
    public func mayBeAnswered(besides ours: Set<String>) -> Bool {
        guard let sender else { return false }
        let letters = sender.address.prefix { $0 != "@" }.filter(\.isLetter)
        let isNobody = ["noreply", "nepasrepondre", "donotreply"].contains { letters.contains($0) }
        let subject = MailSubject(subject)
        return !isFromRobot(besides: ours) && !subject.isAbsence && !subject.isDeliveryNotice && !isNobody
            && !ours.contains(sender.address)
    }
}
