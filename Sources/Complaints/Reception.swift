/// The first event of every case file: something reached us.
public struct Reception: Sendable, Hashable, Codable {
    /// Its mark in the intake log, given at once: `2026-R-0001`.
    public var reference: ReceptionReference
    /// By which way.
    public var channel: Channel
    /// The day the person sent it, where it is proven: a postmark, a mail's date. Nil where it is the reception day.
    public var sentOn: CivilDate?
    /// How it had reached us, where staff entered it; nil for what came by the form.
    public var transcription: Transcription?
    /// What they wrote.
    public var original: Original
    /// The version of the procedure in force.
    public var procedure: Int
    /// SHA-256 of that version as it is kept, lower case hexadecimal, so that nobody can change afterwards what the case
    /// was promised; nil where nothing was kept.
    public var procedureDigest: String?
    /// When it must be acknowledged and answered.
    public var due: DueDates
    /// To whom alone it was open from the first, where its author asked for that.
    public var restriction: Restriction?
    /// What an older register said of it, where it was taken over from there; nil for everything that was received here.
    public var takeover: Takeover?
    /// The language that its author chose on the public pages; nil for French, and for what staff entered.
    public var language: Language?

    public init(
        reference: ReceptionReference,
        channel: Channel,
        sentOn: CivilDate? = nil,
        transcription: Transcription? = nil,
        original: Original,
        procedure: Int,
        procedureDigest: String? = nil,
        due: DueDates,
        restriction: Restriction? = nil,
        takeover: Takeover? = nil,
        language: Language? = nil
    ) {
        self.reference = reference
        self.channel = channel
        self.sentOn = sentOn
        self.transcription = transcription
        self.original = original
        self.procedure = procedure
        self.procedureDigest = procedureDigest
        self.due = due
        self.restriction = restriction
        self.takeover = takeover
        self.language = language
    }

    private enum CodingKeys: String, CodingKey {
        case reference
        case channel = "canal"
        case sentOn = "envoyee_le"
        case transcription = "saisie"
        case original = "original"
        case procedure = "procedure"
        case procedureDigest = "procedure_sha256"
        case due = "echeances"
        case restriction = "acces_restreint"
        case takeover = "reprise"
        case language = "langue"
    }
}

/// How something reached us (domain: default channels).
public enum Channel: String, Sendable, Codable, CaseIterable {
    case form = "formulaire"
    case email = "courriel"
    case letter = "courrier"
    case registeredLetter = "lrar"
    case byHand = "main-propre"
    case paperForm = "formulaire-papier"
    case telephone
    case spoken = "oral"
    case messaging = "messagerie"
    case survey = "questionnaire"
    case funder = "financeur"
    case certifier = "certificateur"
    case mediator = "mediateur"
    case publicReview = "avis-en-ligne"
    case other = "autre"

    /// Whether nothing was written: then it is no complaint yet (RNQ V9 glossary; R-03).
    public var isSpoken: Bool { self == .telephone || self == .spoken }

    /// The ways by which staff may have received what they enter, in the order of the page.
    public static let entered = allCases.filter { $0 != .form }
}
