/// What the journal of accesses records (S-62). The word is kept in it, and is the catalogue's key.
public enum AccessKind: String, Sendable, CaseIterable {
    /// A case file was shown, or its copy without persons.
    case opened = "consultation"
    case readLetter = "lettre"
    case downloaded = "telechargement"
    /// A list left the house as a file.
    case exported = "export"
    /// What somebody said, and has not written, was shown.
    case readDiscontent = "parole"
    /// A mail that came was shown, or a file of it downloaded.
    case readMail = "courriel"
    /// Mails that are part of no case were erased, by the server.
    case mailsErased = "effacement"
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
    /// A program showed a token that opens nothing: none of ours, or one that has ended.
    case token = "jeton"

    /// Whether it is about accounts, and says nothing of any case.
    public var isOfAccounts: Bool { Self.ofAccounts.contains(self) }

    /// Those that are about accounts.
    public static let ofAccounts: [AccessKind] = [
        .signedIn, .secondFactor, .confirmed, .signedOut, .sessionEnded, .accountChanged,
        .token,
    ]
}

/// What came of it.
public enum AccessOutcome: String, Sendable, CaseIterable {
    case done = "fait"
    /// The same by one person of what takes two, since there is nobody else (S-59).
    case doneAlone = "fait-seul"
    case refused = "refuse"
    /// The password was right, and a code is asked for.
    case pending = "attente"
}
