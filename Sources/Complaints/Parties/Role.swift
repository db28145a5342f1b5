/// What an officer may be for a provider. One person may hold several.
public enum Role: String, Sendable, Codable, CaseIterable, Comparable {
    /// Accueil: receives, completes, passes on.
    case receptionDesk = "accueil"
    /// Responsable des réclamations: runs the whole procedure.
    case complaintsManager = "responsable"
    /// Direction: as the manager, and may override a conflict of interest.
    case management = "direction"
    /// Contrôle interne: reads everything, changes nothing but notes.
    case internalControl = "controle"
    /// Référent RGPD: corrects personal data by amendment.
    case dataProtection = "rgpd"
    /// Auditeur: reads pseudonymised files for a limited time.
    case auditor = "auditeur"
    /// Administrateur: accounts and settings, never the content of a case.
    case administrator = "administrateur"

    public static func < (one: Role, other: Role) -> Bool { one.rawValue < other.rawValue }
}
