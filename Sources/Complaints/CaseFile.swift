/// Dossier: one complaint, and everything done about it. A value, folded from its events; it changes by no other way.
public struct CaseFile: Sendable, Hashable {
    /// Opaque: 128 bits of chance in lower case hexadecimal, derived from nothing.
    public struct ID: Sendable, Hashable, CustomStringConvertible {
        /// The 32 digits.
        public let description: String

        /// Reads 32 lower case hexadecimal digits; nil for anything else.
        public init?(_ text: String) {
            let isDigit = { (byte: UInt8) in (48...57).contains(byte) || (97...102).contains(byte) }
            guard text.utf8.count == 32, text.utf8.allSatisfy(isDigit) else { return nil }
            description = text
        }
    }

    /// Which file.
    public let id: ID
    /// How it began; its `original` is what the person wrote.
    public let reception: Reception
    /// When it reached us; the beginning of that day where only the day is known.
    public let receivedAt: Instant
    /// Everything that happened, in order, the reception first.
    public internal(set) var entries: [Entry]

    /// Where it stands.
    public internal(set) var stage: Stage = .received
    /// The latest judgement on what it is.
    public internal(set) var qualification: Qualification?
    /// Fields that a completion or an amendment has supplied, by their name on the form; the latest counts.
    public internal(set) var supplied: [String: String] = [:]
    /// Documents that came after the original.
    public internal(set) var laterFiles: [FileSummary] = []
    /// The number in the register, once given.
    public internal(set) var number: RegisterNumber?
    /// The account of whoever handles it.
    public internal(set) var handler: String?
    /// Whether the management gave it to the handler in spite of a conflict of interest.
    public internal(set) var isHandledByOverride = false
    /// Accounts of those who stepped aside.
    public internal(set) var recused: Set<String> = []
    /// To whom alone it is open, where it is not open to all.
    public internal(set) var restriction: Restriction?
    /// Actions and solutions.
    public internal(set) var measures: [Measure] = []
    /// Why no action was needed, where that was said; whether it still holds, `reasonForNoMeasure` tells.
    public internal(set) var measuresDispensed: String?
    /// When it was sent, where that was proven after the reception.
    public internal(set) var sending: Sending?
    /// When it must be acknowledged and answered, extensions included.
    public internal(set) var due: DueDates
    /// Holding replies given.
    public internal(set) var extensions: [Extension] = []
    /// The latest answer.
    public internal(set) var answer: Answer?
    /// The latest referral to a mediator.
    public internal(set) var referral: Referral?
    /// Whether an answer was awaited when that mediator was seized, be there an earlier one or not: the mediation only
    /// puts it off.
    public internal(set) var isAnswerPutOff = false
    /// What has happened in that mediation since.
    public internal(set) var mediation = MediationCourse()
    /// How that ended.
    public internal(set) var mediationOutcome: MediationOutcome?
    /// The contest of the latest judgement that it is no complaint, if there was one.
    public internal(set) var contest: Contest?
    /// What was decided of that contest.
    public internal(set) var contestDecision: ContestDecision?
    /// Where it stood before it was judged to be no complaint.
    public internal(set) var requalifiedFrom: Stage?
    /// Letters composed, oldest first.
    public internal(set) var letters: [LetterSummary] = []
    /// Letters that left our hands, by their identifier.
    public internal(set) var issued: [String: LetterIssue] = [:]
    /// Registered letters whose slip came back signed, by their identifier.
    public internal(set) var delivered: [String: LetterDelivery] = [:]
    /// When the first acknowledgement left our hands, by the day that somebody says where it was not the server.
    public internal(set) var acknowledgedAt: Instant?
    /// When the latest answer was written; whether the person has it, `answerLeftAt` tells.
    public internal(set) var answeredAt: Instant?
    /// When the letter of the latest answer left our hands, by the day that somebody says where it was not the server; nil
    /// while it is still here. Only then is an answer given (procedure §5).
    public internal(set) var answerLeftAt: Instant?
    /// What the person answered to the satisfaction question, as it was last recorded.
    public internal(set) var satisfaction: Satisfaction?
    /// When it was closed, withdrawn or abandoned, if it is.
    public internal(set) var endedAt: Instant?

    /// A file begins with its reception.
    public init(id: ID, reception: Reception, entry: Entry) {
        self.id = id
        self.reception = reception
        receivedAt = reception.transcription?.arrival(enteredAt: entry.at) ?? entry.at
        due = reception.due
        restriction = reception.restriction
        entries = [entry]
        letters = entry.letters
        if let takeover = reception.takeover { adopt(takeover) }
    }

    /// The day the delays are counted from: the earliest proven date.
    public var startedOn: CivilDate { min(sentOn ?? receivedAt.civilDate, receivedAt.civilDate) }

    /// The day it was sent, where that is proven.
    public var sentOn: CivilDate? { sending?.on ?? reception.sentOn }

    /// What the file is called and addressed by: its number, or before it has one its reference.
    public var identifier: String { number?.description ?? reception.reference.description }

    /// How often somebody has changed the file: what a page shows is outdated once this has moved. What the server does by
    /// itself, such as delivering a letter, does not count: nobody's form is refused for it.
    public var version: Int { entries.count { !$0.isBySystem } }

    /// Where to write to by e-mail, if anywhere.
    public var email: String? { supplied["courriel"] ?? reception.original.email }

    /// What the person is to the provider, as far as known.
    public var stakeholder: Stakeholder? {
        supplied["vous_etes"].map(Stakeholder.init(rawValue:)) ?? reception.original.stakeholder
    }

    /// The original with what was supplied since: what completeness is judged on. The original itself stays as it was.
    public var completed: Original {
        var original = reception.original
        original.lastName = supplied["nom"] ?? original.lastName
        original.firstName = supplied["prenom"] ?? original.firstName
        original.stakeholder = stakeholder
        original.email = email
        original.postalAddress = supplied["adresse"] ?? original.postalAddress
        original.subject = supplied["objet"] ?? original.subject
        original.text = supplied["reclamation"] ?? original.text
        original.telephone = supplied["telephone"] ?? original.telephone
        original.trainingAction = supplied["action_formation"] ?? original.trainingAction
        original.minor = Minor(supplied, after: original.minor)
        original.files += laterFiles
        return original
    }

    /// Every document of the file, whoever laid it there.
    public var files: [FileSummary] {
        reception.original.files + laterFiles + measures.flatMap(\.files) + (answer?.files ?? []) + mediationFiles
            + contestFiles + letterFiles
    }

    /// The latest answer, once its letter has left our hands: what is decided counts from then on (procedure §5).
    public var givenAnswer: Answer? { answerLeftAt == nil ? nil : answer }

    /// Why no action was needed, where that was said and none was taken.
    public var reasonForNoMeasure: String? { measures.isEmpty ? measuresDispensed : nil }

    /// What the dossier still lacks before it may be closed (procedure §5; R-17).
    public var missingPieces: [MissingPiece] {
        var missing: [MissingPiece] = []
        if measures.isEmpty, measuresDispensed == nil, !isSaidElsewhere(.measures) { missing.append(.measures) }
        if answer == nil, !isSaidElsewhere(.answer) { missing.append(.answer) }
        return missing
    }
}
