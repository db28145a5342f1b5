/// What the journal of accesses records (S-62). The word is kept in it, and is the catalogue's key.
public enum AccessKind: String, Sendable, CaseIterable {
    /// A case file was shown, or its copy without persons.
    case opened = "consultation"
    case readLetter = "lettre"
    case downloaded = "telechargement"
    /// Something left as a file: a list, a case, figures.
    case exported = "export"
    /// The complainant was given another tracking secret (S-49).
    case newSecret = "nouveau-code"
    /// Somebody signed in was refused a page, or an act that their roles do not allow.
    case refused = "refus"
    case signedIn = "connexion"
    /// The code that is given after the password.
    case secondFactor = "second-facteur"
    /// The password, given once more within a session (S-58).
    case confirmed = "confirmation"
    case signedOut = "deconnexion"
    /// A session ended otherwise: by hand, by a change of its account, or of old age.
    case sessionEnded = "fin-de-session"
    case accountChanged = "compte"

    /// Whether it is about accounts, and says nothing of any case.
    public var isOfAccounts: Bool { Self.ofAccounts.contains(self) }

    /// Those that are about accounts.
    public static let ofAccounts: [AccessKind] = [
        .signedIn, .secondFactor, .confirmed, .signedOut, .sessionEnded, .accountChanged,
    ]
}

/// What came of it.
public enum AccessOutcome: String, Sendable, CaseIterable {
    case done = "fait"
    case refused = "refuse"
    /// The password was right, and a code is asked for.
    case pending = "attente"
}

/// What became of an account.
public enum AccountEvent: String, Sendable, CaseIterable {
    case added = "creation"
    case renamed = "nom"
    case roles
    case disabled = "fermeture"
    case enabled = "reouverture"
    case invited = "invitation"
    case password = "mot-de-passe"
    case secondFactor = "second-facteur"
    case recoveryCodes = "codes-de-secours"
    /// Password and second factor were taken back, since one of them was lost.
    case credentialsForgotten = "oubli"
}
