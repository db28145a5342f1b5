/// Tri: what a mail was judged to be, and why.
public struct MailSorting: Sendable, Hashable {
    public let sort: MailSort
    public let reason: MailReason
    /// The case that it is about, or seems to be.
    public let caseFile: CaseFile.ID?

    public init(_ sort: MailSort, _ reason: MailReason, _ caseFile: CaseFile.ID? = nil) {
        self.sort = sort
        self.reason = reason
        self.caseFile = caseFile
    }
}

/// What the register knows beside a mail, before it is sorted.
public struct MailSurroundings: Sendable, Hashable {
    /// A letter of ours that a mail names by its identifier, which nobody can guess.
    public struct NamedLetter: Sendable, Hashable {
        /// Whose case.
        public let caseFile: CaseFile.ID
        /// Where it went, and every address that the file has had for its person, in lower case.
        public let addresses: Set<String>

        public init(caseFile: CaseFile.ID, addresses: Set<String>) {
            self.caseFile = caseFile
            self.addresses = Set(addresses.map { $0.lowercased() })
        }
    }

    /// Our own addresses, in lower case: the one that letters come from, the provider's, the mailbox's.
    public var ownAddresses: Set<String> = []
    /// Whether the mail bears an identifier of ours as its own.
    public var isOwnMail = false
    /// The letter that it answers.
    public var answered: NamedLetter?
    /// Whether it answers something of ours that is no letter of a case.
    public var answersNotice = false
    /// The case of a letter that it reports on as not delivered.
    public var returned: CaseFile.ID?
    /// The case whose number stands in its subject.
    public var named: CaseFile.ID?
    /// Whether a complaint was received from the same address, by mail, within a day.
    public var isAgainToday = false
    /// Whether a mail of the same identifier came before.
    public var isSeenBefore = false

    public init() {}
}

extension IncomingMail {
    /// The number or reference of ours that its subject has; nil where it has none.
    public var identifier: String? { MailSubject(subject).identifier }

    /// What it is. No complaint ends unseen: what is not sure to be something else is for a person to read; and no robot is
    /// ever answered (docs/decisions/0034).
    public func sorted(among surroundings: MailSurroundings) -> MailSorting {
        if let report = sortedAsReport(surroundings) { return report }
        if surroundings.isOwnMail { return MailSorting(.automatic, .ownMail) }
        if let robot = sortedAsRobot(surroundings) { return robot }
        if !troubles.isEmpty { return MailSorting(.unreadable, .troubled, surroundings.named) }
        if let thread = sortedAsThread(surroundings) { return thread }
        return sortedBySubject(surroundings)
    }

    /// A mail system's report on a letter of ours; one on anything else, or on a delay, is only listed.
    private func sortedAsReport(_ surroundings: MailSurroundings) -> MailSorting? {
        guard !reports.isEmpty else { return nil }
        if let caseFile = surroundings.returned { return MailSorting(.bounce, .report, caseFile) }
        return MailSorting(reports.contains(where: \.isFinal) ? .bounce : .automatic, .strangeReport)
    }

    private func sortedAsRobot(_ surroundings: MailSurroundings) -> MailSorting? {
        let subject = MailSubject(subject)
        if subject.isAbsence { return MailSorting(.automatic, .absence) }
        // A filter errs, and nobody but its reader knows a letter of ours.
        if isMarkedAsSpam {
            return subject.isComplaint || surroundings.answered != nil ? nil : MailSorting(.spam, .markedSpam)
        }
        guard isFromRobot(besides: surroundings.ownAddresses) else { return nil }
        if let answered = surroundings.answered, !answersByItself, !isFromMailSystem {
            return MailSorting(.toRead, .suggestedCase, answered.caseFile)
        }
        // A form of a site, or a colleague's program, may carry a complaint. An answer to us does not.
        if subject.isComplaint, subject.repetitions == 0, !isFromDaemon, thread.isEmpty {
            return MailSorting(.toRead, .robotGrievance)
        }
        return MailSorting(.automatic, isForMany(besides: surroundings.ownAddresses) ? .many : .robot)
    }

    private func sortedAsThread(_ surroundings: MailSurroundings) -> MailSorting? {
        if let sender, surroundings.ownAddresses.contains(sender.address) {
            return MailSorting(.toRead, .ownAddress, surroundings.answered?.caseFile ?? surroundings.named)
        }
        if surroundings.isSeenBefore {
            return MailSorting(.toRead, .seenBefore, surroundings.answered?.caseFile ?? surroundings.named)
        }
        if let answered = surroundings.answered {
            let isTheirs = sender.map { answered.addresses.contains($0.address) } ?? false
            let saysSomething = !ownText.isBlank || files > 0
            if isTheirs, saysSomething { return MailSorting(.message, .verifiedThread, answered.caseFile) }
            return MailSorting(.toRead, isTheirs ? .suggestedCase : .otherSender, answered.caseFile)
        }
        // A robot of somebody's would answer us for ever.
        if surroundings.answersNotice { return MailSorting(.toRead, .answersNotice, surroundings.named) }
        return surroundings.named.map { MailSorting(.toRead, .suggestedCase, $0) }
    }

    private func sortedBySubject(_ surroundings: MailSurroundings) -> MailSorting {
        let subject = MailSubject(subject)
        guard subject.isComplaint else { return MailSorting(.toRead, .otherSubject) }
        // A number that is none of ours may be a mistyped one.
        if subject.identifier != nil { return MailSorting(.toRead, .suggestedCase) }
        guard mayBeAnswered(besides: surroundings.ownAddresses) else { return MailSorting(.toRead, .nobodyToAnswer) }
        // A robot without headers answers each acknowledgement.
        let received =
            surroundings.isAgainToday && (!thread.isEmpty || subject.repetitions > 0)
            ? MailSorting(.toRead, .againToday) : MailSorting(.reception, .grievance)
        if files > 0 { return received }
        let own = FormRequestWords(ownText, from: sender)
        if own.count == 0, passages.contains(where: { $0.isQuoted && !$0.text.isBlank }) {
            return MailSorting(.toRead, .forwarded)
        }
        return own.others.isEmpty ? MailSorting(.formRequest, .formAsked) : received
    }
}
