/// Whose hands something that is watched over is in.
public enum UpkeepHand: String, Sendable, Hashable, CaseIterable {
    /// Whoever handles complaints.
    case caseFiles = "dossiers"
    /// Whoever sets the organisation.
    case settings = "reglages"
    /// Whoever administers its accounts.
    case accounts = "comptes"
    /// Whoever runs the server: on the machine, and on no page.
    case server = "serveur"

    /// Whether a page of this person's sees to it.
    public func isOpen(to officer: Officer) -> Bool {
        switch self {
        case .caseFiles: officer.readsCaseFiles
        case .settings: officer.maySet
        case .accounts: officer.administersAccounts
        case .server: false
        }
    }
}

extension UpkeepLine {
    /// Who can see to it, those first who do more. The page, the weekly letter and the list of first steps all say and lead by
    /// this (docs/decisions/0032).
    public var hands: [UpkeepHand] {
        switch subject {
        case .receptions, .late, .soon, .undelivered, .posting, .mails: [.caseFiles]
        case .procedure, .mediator: [.settings]
        case .people: [.accounts, .settings]
        case .factors: finding == .missing ? [.settings] : [.accounts]
        case .relay, .mailbox, .address, .logCheck, .restoreCheck, .disk, .certificate: [.server]
        }
    }
}
