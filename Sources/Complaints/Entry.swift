/// One line of a case file's history: an event, whose hand, when. Its bytes are the payload of a leaf's opening, and
/// they are authoritative: what is stored is hashed, nothing is written anew to verify (security: log e.3).
public struct Entry: Sendable, Hashable {
    /// What happened.
    public let event: Event
    /// When, UTC.
    public let at: Instant
    /// Whose hand: `réclamant`, `système` or `agent:` and the account.
    public let author: String
    /// Which case file.
    public let caseFile: CaseFile.ID
    /// Whose books.
    public let organisation: String
    /// The letters composed with it.
    public let letters: [LetterSummary]
    /// The templates that its text began from; most have none.
    public let templates: [TemplateMark]
    /// The position in the log of the previous entry of the same file; nil for the first.
    public let previous: Int?

    public init(
        event: Event,
        signature: Signature,
        caseFile: CaseFile.ID,
        organisation: String,
        letters: [LetterSummary] = [],
        templates: [TemplateMark] = [],
        previous: Int? = nil
    ) {
        self.event = event
        at = signature.instant
        author = signature.author.mark
        self.caseFile = caseFile
        self.organisation = organisation
        self.letters = letters
        self.templates = templates
        self.previous = previous
    }

    /// The same entry, carrying the letter that was composed with it.
    public func carrying(_ letter: LetterSummary) -> Entry {
        Entry(self, letters: letters + [letter])
    }

    private init(_ entry: Entry, letters: [LetterSummary]) {
        event = entry.event
        at = entry.at
        author = entry.author
        caseFile = entry.caseFile
        organisation = entry.organisation
        self.letters = letters
        templates = entry.templates
        previous = entry.previous
    }

    /// Whether the server did it by itself, such as delivering a letter.
    public var isBySystem: Bool { author == Author.system.mark }

    /// Whether the person who complains did it themself.
    public var isByComplainant: Bool { author == Author.complainant.mark }

    /// The officer's account, where one signed.
    public var officer: String? { Author.officer(markedBy: author) }
}

extension Author {
    /// How a mark begins that is an officer's; their account follows.
    private static let agent = "agent:"

    /// How the log's payload names the author: never a person's name.
    var mark: String {
        switch self {
        case .officer(let officer): Self.agent + officer.id
        case .complainant: "réclamant"
        case .system: "système"
        }
    }

    /// The account of a mark that is an officer's.
    static func officer(markedBy mark: String) -> String? {
        mark.hasPrefix(agent) ? String(mark.dropFirst(agent.count)) : nil
    }
}
