/// A part of the staff's site, and whom it opens to (R-67, S-60).
///
/// A page says at the door which one it is of. One that says nothing is of the case files, and so closed to auditors and
/// to administrators.
public enum SitePart: String, Sendable, CaseIterable {
    /// Lists, case files, letters and documents, with the persons in them.
    case caseFiles = "dossiers"
    /// What an auditor reads: the same books without anybody's name, words or documents.
    case pseudonymised = "audit"
    /// Who did and saw what: of accounts and of cases, or of accounts alone (`Officer.readsAccessesToCases`).
    case accesses = "acces"

    /// The roles that it opens to.
    public var roles: Set<Role> {
        switch self {
        case .caseFiles: [.receptionDesk, .complaintsManager, .management, .internalControl, .dataProtection]
        case .pseudonymised: [.complaintsManager, .management, .internalControl, .dataProtection, .auditor]
        case .accesses: [.management, .internalControl, .dataProtection, .administrator]
        }
    }
}

extension Officer {
    /// Whether any of their roles opens a part of the site.
    public func mayEnter(_ part: SitePart) -> Bool { !roles.isDisjoint(with: part.roles) }

    /// Whether any of their roles opens the content of case files, with the persons in it; neither the administrator's nor
    /// the auditor's does. Nobody else is named to get what comes in confidence: they could not read it.
    public var readsCaseFiles: Bool { mayEnter(.caseFiles) }

    /// Whether the journal of accesses shows them who looked at case files, too; to an administrator it shows what became
    /// of accounts, and nothing of cases.
    public var readsAccessesToCases: Bool {
        !roles.isDisjoint(with: SitePart.accesses.roles.subtracting([.administrator]))
    }
}
