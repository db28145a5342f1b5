public import Complaints

/// One case file as a list shows it: everything a line needs, so that a list never opens a file.
public struct CaseSummary: Sendable {
    /// Which file.
    public let id: CaseFile.ID
    /// Its mark in the intake log, `2026-R-0001`.
    public let reference: String
    /// Its number in the register, `REC-2026-0001`, once it has one.
    public let number: String?
    /// Where it stands.
    public let stage: Stage
    /// Name and first name, as they are read.
    public let person: String
    /// Objet.
    public let subject: String
    /// What the person is to the provider, as far as known.
    public let stakeholder: Stakeholder?
    /// How it reached us.
    public let channel: Channel
    /// What it is about, once judged.
    public let theme: Theme?
    /// When it reached us.
    public let receivedAt: Instant
    /// By when we mean to answer.
    public let answerTarget: CivilDate
    /// From the day after which the answer is late.
    public let answerDue: CivilDate
    /// From the day after which the acknowledgement is late; nil where that does not matter.
    public let acknowledgementDue: CivilDate?
    /// When its receipt was acknowledged; nil where it was not, or where the list does not say it.
    public var acknowledgedAt: Instant?
    /// When the latest answer was given.
    public let answeredAt: Instant?
    /// The name of whoever handles it.
    public let handlerName: String?
    /// What its mediation waits for, the most pressing first; nothing at any other stage.
    public let mediation: [MediationDue]
    /// Whether an answered file still lacks its actions, without which it is not closed; false where nobody looked.
    public var lacksMeasures = false
    /// Whether its reader may not open it: then nothing of its content is here, and nothing of it is shown.
    public var isHidden = false
    /// Whether it is open to few, its reader among them.
    public var isRestricted = false
    /// What makes it grave.
    public var severities: [Severity] = []
    /// Whether the letter of the latest answer has left our hands; says nothing where there is no answer.
    public var answerHasLeft = true
    /// Whether it has been judged to be a complaint or not; false in the register for what was taken over from an older one.
    public var isQualified = true
    /// Whether whoever handles it is away, and the list's reader stands in.
    public var isStandIn = false
    /// Through what kind of third party it came; nil where it came from its author.
    public var origin: ThirdParty.Origin?
    /// Whoever passed it on.
    public var thirdParty: ThirdParty?
    /// How far the wait for what it lacks has gone; nil where nothing is awaited, or nobody looked.
    public var completion: CompletionWait.Standing?
    /// Whether there is anybody to choose for it, as `CaseFile.hasHandlersToChoose` says.
    public var hasHandlersToChoose = true
    /// The name of whoever entered it; nil where it came by the form.
    public let enteredByName: String?

    public init(
        id: CaseFile.ID,
        reference: String,
        number: String?,
        stage: Stage,
        person: String,
        subject: String,
        stakeholder: Stakeholder?,
        channel: Channel,
        theme: Theme?,
        receivedAt: Instant,
        answerTarget: CivilDate,
        answerDue: CivilDate,
        acknowledgementDue: CivilDate? = nil,
        answeredAt: Instant?,
        handlerName: String?,
        mediation: [MediationDue] = [],
        enteredByName: String? = nil
    ) {
        self.id = id
        self.reference = reference
        self.number = number
        self.stage = stage
        self.person = person
        self.subject = subject
        self.stakeholder = stakeholder
        self.channel = channel
        self.theme = theme
        self.receivedAt = receivedAt
        self.answerTarget = answerTarget
        self.answerDue = answerDue
        self.acknowledgementDue = acknowledgementDue
        self.answeredAt = answeredAt
        self.handlerName = handlerName
        self.mediation = mediation
        self.enteredByName = enteredByName
    }

    /// What the file is called and addressed by: its number, or before it has one its reference.
    var identifier: String { number ?? reference }

    /// Whether nobody handles it, and there is somebody to choose for that.
    var awaitsHandler: Bool { handlerName == nil && hasHandlersToChoose }

    /// Whether it is in the register and nobody here has judged it: it was taken over from an older one.
    var awaitsJudgement: Bool { stage == .registered && !isQualified && !isHidden }
}
