/// Demande d'informations complémentaires: what is asked for before registration (procedure §5; R-08).
public struct CompletionRequest: Sendable, Hashable, Codable {
    /// What the completeness rule finds missing.
    public var missing: [Completeness.Item]
    /// What else is asked, in words for the complainant.
    public var message: String

    public init(missing: [Completeness.Item], message: String) {
        self.missing = missing
        self.message = message
    }

    private enum CodingKeys: String, CodingKey {
        case missing = "manquants"
        case message
    }
}

/// What came in answer to a completion request. The original stays as it was; this is laid beside it.
public struct Completion: Sendable, Hashable, Codable {
    /// What the person wrote, or what was noted of their call.
    public var text: String
    /// Documents added.
    public var files: [FileSummary]
    /// Fields now known, by their name on the form.
    public var fields: [String: String]

    public init(text: String, files: [FileSummary] = [], fields: [String: String] = [:]) {
        self.text = text
        self.files = files
        self.fields = fields
    }

    private enum CodingKeys: String, CodingKey {
        case text = "texte"
        case files = "pieces"
        case fields = "champs"
    }
}

/// Inscription au Registre des Réclamations (procedure §5; R-15).
public struct Registration: Sendable, Hashable, Codable {
    /// The gapless number.
    public var number: RegisterNumber
    /// Why it was registered although something is missing; empty when nothing is.
    public var asItIs: String

    public init(number: RegisterNumber, asItIs: String = "") {
        self.number = number
        self.asItIs = asItIs
    }

    private enum CodingKeys: String, CodingKey {
        case number = "numero"
        case asItIs = "en_l_etat"
    }
}

/// Who handles the case from now on.
public struct Assignment: Sendable, Hashable, Codable {
    /// The handler's account.
    public var handler: String
    /// Why a conflict of interest was overridden by the management; empty when there is none.
    public var override: String
    /// Who may open the case from then on, where it is restricted and the handler could not; nil where nothing changes.
    public var readers: [String]?

    public init(handler: String, override: String = "", readers: [String]? = nil) {
        self.handler = handler
        self.override = override
        self.readers = readers
    }

    private enum CodingKeys: String, CodingKey {
        case handler = "gestionnaire"
        case override = "derogation"
        case readers = "lecteurs"
    }
}

/// Somebody steps aside, or is found to be named in the complaint.
public struct Recusal: Sendable, Hashable, Codable {
    /// The account that may no longer handle the case.
    public var officer: String
    /// Why.
    public var reason: String

    public init(officer: String, reason: String) {
        self.officer = officer
        self.reason = reason
    }

    private enum CodingKeys: String, CodingKey {
        case officer = "agent"
        case reason = "motif"
    }
}

/// An action taken or a solution given, with its documents (procedure §5; R-16 b).
public struct Measure: Sendable, Hashable, Codable {
    /// What was done.
    public var text: String
    /// The day it was done.
    public var doneOn: CivilDate
    /// Supporting documents.
    public var files: [FileSummary]

    public init(text: String, doneOn: CivilDate, files: [FileSummary] = []) {
        self.text = text
        self.doneOn = doneOn
        self.files = files
    }

    private enum CodingKeys: String, CodingKey {
        case text = "texte"
        case doneOn = "fait_le"
        case files = "pieces"
    }
}

/// A reason in words, for the acts that are nothing but their reason.
public struct Reason: Sendable, Hashable, Codable {
    /// The words.
    public var text: String

    public init(_ text: String) { self.text = text }

    private enum CodingKeys: String, CodingKey {
        case text = "motif"
    }
}

/// Prorogation: a holding reply with its reason and the new date.
public struct Extension: Sendable, Hashable, Codable {
    /// Why more time is needed, in words for the complainant.
    public var reason: String
    /// The new date that is aimed at, as it was typed.
    public var until: CivilDate
    /// The same, moved past Saturday, Sunday and public holidays: the date that the person is given.
    public var due: CivilDate

    public init(reason: String, until: CivilDate, due: CivilDate? = nil) {
        self.reason = reason
        self.until = until
        self.due = due ?? until
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        reason = try values.decode(String.self, forKey: .reason)
        until = try values.decode(CivilDate.self, forKey: .until)
        due = try values.decodeIfPresent(CivilDate.self, forKey: .due) ?? until
    }

    private enum CodingKeys: String, CodingKey {
        case reason = "motif"
        case until = "nouvelle_date"
        case due = "echeance"
    }
}

/// A correction or addition laid beside the original, which is never edited.
public struct Amendment: Sendable, Hashable, Codable {
    /// What is corrected or added, and on whose word.
    public var text: String
    /// Documents added.
    public var files: [FileSummary]
    /// The address to write to from now on; nil leaves it as it is.
    public var email: String?
    /// The postal address from now on; nil leaves it as it is.
    public var postalAddress: String?
    /// The telephone number from now on; nil leaves it as it is.
    public var telephone: String?
    /// Whether the person is a minor from now on, and who represents them; nil leaves that as it is.
    public var age: Age?
    /// When the complaint was sent, where this is proven now.
    public var sending: Sending?

    public init(
        text: String,
        files: [FileSummary] = [],
        email: String? = nil,
        postalAddress: String? = nil,
        telephone: String? = nil,
        age: Age? = nil,
        sending: Sending? = nil
    ) {
        self.text = text
        self.files = files
        self.email = email
        self.postalAddress = postalAddress
        self.telephone = telephone
        self.age = age
        self.sending = sending
    }

    /// Whether it changes what is known of the person or of the delays, and does not only lay something beside it.
    public var isCorrection: Bool {
        email != nil || postalAddress != nil || telephone != nil || age != nil || sending != nil
    }

    private enum CodingKeys: String, CodingKey {
        case text = "texte"
        case files = "pieces"
        case email = "courriel"
        case postalAddress = "adresse"
        case telephone = "telephone"
        case age
        case sending = "envoi"
    }
}
