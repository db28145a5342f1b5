/// A letter of the mediator's, as it was written: the product judges nothing, it records.
public struct MediatorNotice: Sendable, Hashable, Codable {
    /// What the mediator says in it.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// The file is complete and the mediator takes it: the ninety days run from here (C. conso. R612-2, R612-5).
        case accepted = "prise-en-charge"
        /// The request is refused (C. conso. L612-2): the mediation is over.
        case inadmissible = "irrecevable"
        /// The mediator asks the provider for something.
        case request = "demande"
    }

    /// What the mediator says in it.
    public var kind: Kind
    /// The day of the letter.
    public var on: CivilDate
    /// Its words, or their gist.
    public var text: String
    /// By when the provider must reply, where the letter says so.
    public var replyDue: CivilDate?
    /// The letter itself.
    public var files: [FileSummary]
    /// By when the outcome comes, where the letter starts that delay. The rules count it.
    public internal(set) var outcomeDue: Deadline?

    public init(
        kind: Kind,
        on: CivilDate,
        text: String,
        replyDue: CivilDate? = nil,
        files: [FileSummary] = []
    ) {
        self.kind = kind
        self.on = on
        self.text = text
        self.replyDue = replyDue
        self.files = files
    }

    private enum CodingKeys: String, CodingKey {
        case kind = "avis"
        case on = "le"
        case text = "texte"
        case replyDue = "reponse_due"
        case files = "pieces"
        case outcomeDue = "issue_attendue"
    }
}

/// The mediator takes longer than ninety days, for a complex dispute (C. conso. R612-5).
public struct MediationProlongation: Sendable, Hashable, Codable {
    /// The new date, as the mediator wrote it.
    public var until: CivilDate
    /// Why, as the mediator wrote it.
    public var reason: String
    /// The letter itself.
    public var files: [FileSummary]

    public init(until: CivilDate, reason: String, files: [FileSummary] = []) {
        self.until = until
        self.reason = reason
        self.files = files
    }

    private enum CodingKeys: String, CodingKey {
        case until = "nouvelle_date"
        case reason = "motif"
        case files = "pieces"
    }
}

/// What the provider sent to the mediator, with its documents.
public struct MediationReply: Sendable, Hashable, Codable {
    /// The day it was sent.
    public var sentOn: CivilDate
    /// What it says, in a few words.
    public var text: String
    /// The reply itself and what was joined to it.
    public var files: [FileSummary]

    public init(sentOn: CivilDate, text: String, files: [FileSummary] = []) {
        self.sentOn = sentOn
        self.text = text
        self.files = files
    }

    private enum CodingKeys: String, CodingKey {
        case sentOn = "envoyee_le"
        case text = "texte"
        case files = "pieces"
    }
}
