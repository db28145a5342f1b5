public import Complaints

/// A mail with all that its page shows.
public struct MailView: Sendable {
    /// Somebody sorted it otherwise.
    public struct Act: Sendable {
        let at: Instant
        let name: String
        let sort: MailSort
        let dossier: String?

        /// - Parameters:
        ///   - name: whose word it was.
        ///   - dossier: the number or reference of the case that it was laid on; nil for none, and for one that is closed to
        ///     the reader.
        public init(at: Instant, by name: String, sort: MailSort, dossier: String? = nil) {
            self.at = at
            self.name = name
            self.sort = sort
            self.dossier = dossier
        }
    }

    /// As lists show it.
    public let summary: MailSummary
    /// What was read of it; nil where nothing can be.
    public let reading: IncomingMail?
    /// What came with it.
    public let files: [FileSummary]
    /// Bytes of the whole; nil where it was too large to keep.
    public let length: Int?
    /// The number or reference of the case that it seems to be about.
    public let suggested: String?
    /// Who has sorted it otherwise, oldest first.
    public let acts: [Act]
    /// Whether it may be sorted otherwise: it is part of no case.
    public let isLoose: Bool
    /// Whether it was laid on a case, and may be laid on another.
    public let isMessage: Bool

    public init(
        summary: MailSummary,
        reading: IncomingMail?,
        files: [FileSummary],
        length: Int?,
        suggested: String?,
        acts: [Act],
        isLoose: Bool,
        isMessage: Bool = false
    ) {
        self.summary = summary
        self.reading = reading
        self.files = files
        self.length = length
        self.suggested = suggested
        self.acts = acts
        self.isLoose = isLoose
        self.isMessage = isMessage
    }
}

/// What was sent about a mail and not done: shown again.
public struct MailDraft: Sendable {
    /// Everything that was sent, by field name.
    public let values: [String: [String]]
    /// Why it was not done.
    public let trouble: ActDraft.Trouble

    public init(values: [String: [String]], trouble: ActDraft.Trouble) {
        self.values = values
        self.trouble = trouble
    }
}
