/// What another program may be told of, of what happens to case files: a closed list (docs/decisions/0029). The word is kept,
/// and is what programs read.
public enum AnnouncedEvent: String, Sendable, CaseIterable {
    case received = "reception"
    case registered = "inscription"
    /// Judged to be no complaint.
    case requalified = "requalification"
    case answered = "reponse"
    case referred = "saisine-mediateur"
    case mediationEnded = "issue-mediation"
    case closed = "cloture"
    case withdrawn = "retrait"
    case abandoned = "abandon"
    case reopened = "reouverture"

    /// The one that an event is; nil for an event that nobody else is told of.
    public init?(_ event: Event) {
        switch event {
        case .received: self = .received
        case .registered: self = .registered
        case .qualified(let judgement) where judgement.nature != .complaint: self = .requalified
        case .answered: self = .answered
        case .referred: self = .referred
        case .mediationEnded: self = .mediationEnded
        case .closed: self = .closed
        case .withdrawn: self = .withdrawn
        case .abandoned: self = .abandoned
        case .reopened: self = .reopened
        default: return nil
        }
    }
}

/// What has become of an announcement.
public enum AnnouncementState: String, Sendable, CaseIterable {
    /// It leaves, or is tried again.
    case waiting = "attente"
    /// The other program answered that it has it.
    case delivered = "remis"
    /// It is tried no more, unless somebody asks.
    case failed = "echec"
}

/// Why an announcement did not arrive.
public enum AnnouncementTrouble: String, Sendable, CaseIterable {
    /// No such host, or nothing answers there.
    case unreachable = "injoignable"
    /// No TLS, or a certificate that is not the host's.
    case insecure = "non-sur"
    case timedOut = "trop-long"
    /// The connection was lost on the way.
    case interrupted = "interrompu"
    /// The address leads to a machine that announcements must not reach.
    case forbidden = "interdite"
    /// It answered, with a status other than that it has it.
    case refused = "refuse"
    /// The program was not to be told any more.
    case stopped = "arrete"
    /// The settings of the server make no sense to the library that carries it.
    case misconfigured = "mal-regle"
}
