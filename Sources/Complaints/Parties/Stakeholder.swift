/// Partie prenante: what the complainant is to the provider (« Vous êtes ? »; RNQ indicators 30 and 31; R-11).
///
/// A code rather than an enumeration: a provider may add its own (`OwnStakeholder`), and one once used is never deleted.
public struct Stakeholder: Sendable, Hashable, Codable, RawRepresentable {
    /// What is kept with the complaint: of the standard list a code, lower case ASCII and hyphens; of a provider's own its
    /// name.
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public static let trainee = Stakeholder(rawValue: "stagiaire")
    public static let apprentice = Stakeholder(rawValue: "apprenti")
    public static let legalRepresentative = Stakeholder(rawValue: "representant-legal")
    public static let employer = Stakeholder(rawValue: "entreprise")
    public static let apprenticeMaster = Stakeholder(rawValue: "tuteur")
    public static let cpfOperator = Stakeholder(rawValue: "caisse-des-depots")
    public static let trainer = Stakeholder(rawValue: "formateur")
    public static let employee = Stakeholder(rawValue: "salarie")

    /// The list offered on the form, in the order of the page.
    public static let standard: [Stakeholder] = [
        "stagiaire", "apprenti", "bilan-competences", "candidat-vae", "representant-legal", "entreprise", "tuteur",
        "financeur", "caisse-des-depots", "formateur", "intervenant-externe", "donneur-ordre", "prescripteur",
        "prospect", "certificateur", "partenaire", "salarie", "autre",
    ].map(Stakeholder.init(rawValue:))

    /// Whether somebody may have a contract of employment with the provider, whose disputes this procedure is not for
    /// (ISO 10002; R-85).
    public var mayBeEmployed: Bool { self == .employee || self == .trainer }

    /// Whether this is ordinarily a body rather than a person, and so never a consumer
    /// (Code de la consommation, article liminaire).
    public var isOrganisation: Bool {
        [
            "entreprise", "financeur", "caisse-des-depots", "intervenant-externe", "donneur-ordre", "prescripteur",
            "certificateur", "partenaire",
        ].contains(rawValue)
    }
}

/// Qualité de consommateur: drives the recourse block of the answer.
public enum ConsumerStatus: String, Sendable, Codable, CaseIterable {
    /// A natural person acting outside any professional activity.
    case consumer = "oui"
    /// A company, a funder, a self-employed person in their trade.
    case professional = "non"
    /// Not established: gets the consumer's block, which is never wrong to give.
    case undetermined = "a-determiner"
}
