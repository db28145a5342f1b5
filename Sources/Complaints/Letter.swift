/// The letters that the procedure sends by itself.
public enum LetterKind: String, Sendable, Codable, CaseIterable {
    /// Accusé de réception.
    case acknowledgement = "accuse"
    /// Demande d'informations complémentaires (procedure §5).
    case completionRequest = "demande-complements"
    /// Notice that the complaint is not one, with the reason.
    case requalification = "requalification"
    /// A contest of that was examined: it stays no complaint.
    case contestMaintained = "contestation-maintien"
    /// A contest of that was examined: it is a complaint again.
    case contestReinstated = "contestation-reclamation"
    /// Notice of entry in the register.
    case registration = "inscription"
    /// Lettre d'attente.
    case holdingReply = "attente"
    /// Réponse.
    case answer = "reponse"
    /// Notice of closing, with the one satisfaction question.
    case closing = "cloture"
}

extension Event {
    /// Which letter this event calls for.
    public var letter: LetterKind? {
        switch self {
        case .received: .acknowledgement
        case .completionRequested: .completionRequest
        case .qualified(let qualification): qualification.nature == .complaint ? nil : .requalification
        case .contestDecided(let decision):
            decision.result == .maintained ? .contestMaintained : .contestReinstated
        case .registered: .registration
        case .extended: .holdingReply
        case .answered: .answer
        case .closed: .closing
        default: nil
        }
    }
}

extension Act {
    /// Whether its event may call for a letter, which can then be read over before it goes.
    public var mayCallForLetter: Bool {
        switch self {
        case .qualify, .decideContest, .requestCompletion, .register, .extend, .answer, .close: true
        case .contest, .complete, .assign, .recuse, .restrict, .liftRestriction, .recordMeasure, .dispenseWithMeasures,
            .refer, .recordNotice,
            .replyToMediator, .prolongMediation, .recordMediation, .reopen, .withdraw, .abandon, .amend, .note,
            .issueLetter, .recordSatisfaction, .split, .link, .unlink:
            false
        }
    }
}

/// What a letter is composed from: nothing else is at hand, so the same request gives the same bytes.
public struct LetterRequest: Sendable {
    /// Opaque, 128 bits of chance in hexadecimal; also the left part of its Message-ID.
    public let id: String
    /// Which letter.
    public let kind: LetterKind
    /// The case file as it stands after the event.
    public let caseFile: CaseFile
    /// The provider and its mediators, as of the case's version of the procedure.
    public let procedure: Procedure
    /// When it is written.
    public let instant: Instant

    public init(id: String, kind: LetterKind, caseFile: CaseFile, procedure: Procedure, instant: Instant) {
        self.id = id
        self.kind = kind
        self.caseFile = caseFile
        self.procedure = procedure
        self.instant = instant
    }
}

/// A letter as it is kept and sent, to the byte.
public struct ComposedLetter: Sendable, Hashable {
    /// Where to; nil for a person without e-mail: then it is printed.
    public let recipient: String?
    /// The subject line.
    public let subject: String
    /// What a person reads, for the case file and for printing.
    public let text: String
    /// The message, RFC 5322.
    public let message: [UInt8]

    public init(recipient: String?, subject: String, text: String, message: [UInt8]) {
        self.recipient = recipient
        self.subject = subject
        self.text = text
        self.message = message
    }
}

/// A letter as the log knows it: which one, and the digest of its bytes.
public struct LetterSummary: Sendable, Hashable, Codable {
    /// The letter.
    public let id: String
    /// Which one.
    public let kind: LetterKind
    /// SHA-256 of the message, lower case hexadecimal.
    public let digest: String

    public init(id: String, kind: LetterKind, digest: String) {
        self.id = id
        self.kind = kind
        self.digest = digest
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case kind = "genre"
        case digest = "sha256"
    }
}
