/// What an item is judged to be, by whom, and why (procedure §1; R-06).
public struct Qualification: Sendable, Hashable, Codable {
    /// Complaint or something else.
    public var nature: Nature
    /// Why. At least ten characters when it is judged not to be a complaint.
    public var reason: String
    /// What it is about.
    public var theme: Theme?
    /// What must alert the management at once.
    public var severities: [Severity]
    /// Whether the person is a consumer; nil until known.
    public var consumer: ConsumerStatus?
    /// Accounts of the officers who are named in the complaint and so may not handle it.
    public var implicated: [String]
    /// When it was sent, where this is proven now.
    public var sending: Sending?

    public init(
        nature: Nature,
        reason: String = "",
        theme: Theme? = nil,
        severities: [Severity] = [],
        consumer: ConsumerStatus? = nil,
        implicated: [String] = [],
        sending: Sending? = nil
    ) {
        self.nature = nature
        self.reason = reason
        self.theme = theme
        self.severities = severities
        self.consumer = consumer
        self.implicated = implicated
        self.sending = sending
    }

    private enum CodingKeys: String, CodingKey {
        case nature
        case reason = "motif"
        case theme
        case severities = "gravites"
        case consumer = "consommateur"
        case implicated = "mis_en_cause"
        case sending = "envoi"
    }
}

/// Réclamation, or one of the things that are not (procedure §1; RNQ V9 glossary; domain §2.4).
public enum Nature: String, Sendable, Codable, CaseIterable {
    case complaint = "reclamation"
    case informationRequest = "demande-information"
    case serviceRequest = "demande-service"
    case clarificationRequest = "demande-clarification"
    case opinionRequest = "demande-avis"
    case feedback = "appreciation"
    case difficulty = "difficulte"
    case unforeseenEvent = "alea"
}

/// What a complaint is about (domain: default themes).
public enum Theme: String, Sendable, Codable, CaseIterable {
    case information
    case enrolment = "inscription"
    case content = "contenu"
    case trainer = "formateur"
    case means = "moyens"
    case platform = "plateforme"
    case assessment = "evaluation"
    case accessibility = "accessibilite"
    case planning
    case billing = "facturation"
    case conduct = "comportement"
    case personalData = "donnees-personnelles"
    case apprenticeshipContract = "contrat-apprentissage"
    case subcontracting = "sous-traitance"
    /// A decision of the Caisse des Dépôts on a training paid by the CPF (domain §3.5).
    case cpfDecision = "decision-cpf"
    case other = "autre"
}

/// What makes a complaint grave (ISO 10002; R-24).
public enum Severity: String, Sendable, Codable, CaseIterable {
    case safety = "securite"
    case discrimination
    case harassment = "harcelement"
    case manyTrainees = "plusieurs-stagiaires"
}
