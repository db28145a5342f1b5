/// Réponse motivée: a decision on each grievance, and the words it is given in (R-33, R-34; one case may hold several
/// grievances, each with its own outcome and ground).
public struct Answer: Sendable, Hashable, Codable {
    /// Each claim with its outcome.
    public var grievances: [Grievance]
    /// The letter's words.
    public var text: String
    /// Who signs, as printed.
    public var signatory: String
    /// Whether the person is a consumer, as judged for this answer.
    public var consumer: ConsumerStatus?
    /// Where the person may turn next, chosen by the rules, not by the writer.
    public var recourses: [Recourse]
    /// Supporting documents joined to the answer.
    public var files: [FileSummary]

    /// What it comes to as a whole.
    public var outcome: Outcome { Outcome(of: grievances.map(\.outcome)) }

    private enum CodingKeys: String, CodingKey {
        case grievances = "griefs"
        case text = "texte"
        case signatory = "signataire"
        case consumer = "consommateur"
        case recourses = "recours"
        case files = "pieces"
    }

    /// An answer as it is proposed, before the rules have chosen the recourses.
    public struct Draft: Sendable, Hashable {
        /// Each claim with its outcome.
        public var grievances: [Grievance]
        /// The letter's words.
        public var text: String
        /// Who signs, as printed.
        public var signatory: String
        /// Whether the person is a consumer; nil where it is not yet said.
        public var consumer: ConsumerStatus?
        /// Supporting documents.
        public var files: [FileSummary]

        public init(
            grievances: [Grievance],
            text: String,
            signatory: String,
            consumer: ConsumerStatus?,
            files: [FileSummary] = []
        ) {
            self.grievances = grievances
            self.text = text
            self.signatory = signatory
            self.consumer = consumer
            self.files = files
        }
    }
}

/// Grief: one thing claimed, and what is decided of it.
public struct Grievance: Sendable, Hashable, Codable {
    /// What is claimed.
    public var claim: String
    /// What is decided.
    public var outcome: Outcome
    /// Why: required unless wholly upheld.
    public var ground: String
    /// What is done for the person: refund, credit note, apology; may be empty.
    public var remedy: String

    public init(claim: String, outcome: Outcome, ground: String, remedy: String = "") {
        self.claim = claim
        self.outcome = outcome
        self.ground = ground
        self.remedy = remedy
    }

    private enum CodingKeys: String, CodingKey {
        case claim = "grief"
        case outcome = "decision"
        case ground = "motif"
        case remedy = "solution"
    }
}

/// Accueillie, partiellement accueillie, rejetée.
public enum Outcome: String, Sendable, Codable, CaseIterable {
    case upheld = "accueillie"
    case partiallyUpheld = "partiellement-accueillie"
    case rejected = "rejetee"

    /// The whole of several outcomes: all alike, or partial.
    public init(of outcomes: [Outcome]) {
        let distinct = Set(outcomes)
        self = distinct.count == 1 ? outcomes[0] : .partiallyUpheld
    }
}
