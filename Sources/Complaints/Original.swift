/// The written complaint as it was received: never edited, only amended.
public struct Original: Sendable, Hashable, Codable {
    /// Nom.
    public var lastName: String
    /// Prénom.
    public var firstName: String
    /// « Vous êtes ? »; nil where a letter does not say.
    public var stakeholder: Stakeholder?
    /// E-mail address; nil for a person who has none.
    public var email: String?
    /// Postal address, or empty.
    public var postalAddress: String
    /// Telephone, or empty.
    public var telephone: String
    /// Objet.
    public var subject: String
    /// Votre réclamation, exactly as typed; line ends are line feeds.
    public var text: String
    /// Which training action it is about, in the person's words, or empty.
    public var trainingAction: String
    /// When it happened, in the person's words; nil where they do not say. No delay counts from it.
    public var when: String?
    /// What the person asks for, or empty.
    public var expectation: String
    /// Who paid for the training, where the person says.
    public var payer: Payer?
    /// Whom and how to reach for a person under eighteen; nil for everybody who does not say to be one.
    public var minor: Minor?
    /// What was attached.
    public var files: [FileSummary]

    public init(
        lastName: String,
        firstName: String,
        stakeholder: Stakeholder?,
        email: String?,
        postalAddress: String = "",
        telephone: String = "",
        subject: String,
        text: String,
        trainingAction: String = "",
        when: String? = nil,
        expectation: String = "",
        payer: Payer? = nil,
        minor: Minor? = nil,
        files: [FileSummary] = []
    ) {
        self.lastName = lastName
        self.firstName = firstName
        self.stakeholder = stakeholder
        self.email = email
        self.postalAddress = postalAddress
        self.telephone = telephone
        self.subject = subject
        self.text = text
        self.trainingAction = trainingAction
        self.when = when
        self.expectation = expectation
        self.payer = payer
        self.minor = minor
        self.files = files
    }

    private enum CodingKeys: String, CodingKey {
        case lastName = "nom"
        case firstName = "prenom"
        case stakeholder = "vous_etes"
        case email = "courriel"
        case postalAddress = "adresse"
        case telephone = "telephone"
        case subject = "objet"
        case text = "reclamation"
        case trainingAction = "action_formation"
        case when = "quand"
        case expectation = "demande"
        case payer = "paye_par"
        case minor = "mineur"
        case files = "pieces"
    }
}

extension Original {
    /// `Prénom Nom`, as far as known; empty where neither is.
    public var fullName: String { [firstName, lastName].filter { !$0.isBlank }.joined(separator: " ") }

    /// Where a letter on paper goes: to whoever represents a minor, where their address was given, else to the person.
    public var paperAddress: String { minor?.postalAddress ?? postalAddress }

    /// Through whose hands such a letter goes; nil where it goes to the person's own address.
    public var inCareOf: String? { minor?.postalAddress == nil ? nil : minor?.representative }
}

/// One attachment as the log knows it. The bytes are kept beside, whole.
public struct FileSummary: Sendable, Hashable, Codable {
    /// Opaque, 128 bits of chance in hexadecimal.
    public let id: String
    /// The name the person gave, untouched.
    public let name: String
    /// What its content shows it to be, such as `application/pdf`.
    public let type: String
    /// Bytes.
    public let length: Int
    /// SHA-256, lower case hexadecimal.
    public let digest: String

    public init(id: String, name: String, type: String, length: Int, digest: String) {
        self.id = id
        self.name = name
        self.type = type
        self.length = length
        self.digest = digest
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case name = "nom"
        case type
        case length = "longueur"
        case digest = "sha256"
    }
}
