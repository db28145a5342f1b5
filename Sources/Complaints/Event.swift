/// What happened to a case file, once and for all: a past participle each. The file is the fold of its events.
public enum Event: Sendable, Hashable {
    case received(Reception)
    /// It was handled elsewhere, and an older register is gone on from here.
    case takenOver(Reception)
    case qualified(Qualification)
    case completionRequested(CompletionRequest)
    case completed(Completion)
    case registered(Registration)
    case assigned(Assignment)
    case recused(Recusal)
    case restricted(Restriction)
    case restrictionLifted(Reason)
    case measureRecorded(Measure)
    case measuresDispensed(Reason)
    case extended(Extension)
    case answered(Answer)
    case referred(Referral)
    case mediatorWrote(MediatorNotice)
    case mediatorAnswered(MediationReply)
    case mediationProlonged(MediationProlongation)
    case mediationEnded(MediationOutcome)
    case contested(Contest)
    case contestDecided(ContestDecision)
    case closed(Reason)
    case satisfactionRecorded(Satisfaction)
    case reopened(Reason)
    case withdrawn(Reason)
    case abandoned(Reason)
    case amended(Amendment)
    case noted(Reason)
    /// Another complaint that it holds was received by itself.
    case split(Splitting)
    /// A mail that was laid on it belongs to another case file.
    case misplaced(Misplacement)
    case linked(CaseLink)
    case unlinked(CaseLink)
    case letterIssued(LetterIssue)
    /// A mail system says that a letter which had left did not arrive.
    case letterReturned(LetterReturn)

    /// The name of the event in the log's payload.
    public var kind: EventKind {
        switch self {
        case .received: .received
        case .takenOver: .takenOver
        case .qualified: .qualified
        case .completionRequested: .completionRequested
        case .completed: .completed
        case .registered: .registered
        case .assigned: .assigned
        case .recused: .recused
        case .restricted: .restricted
        case .restrictionLifted: .restrictionLifted
        case .measureRecorded: .measureRecorded
        case .measuresDispensed: .measuresDispensed
        case .extended: .extended
        case .answered: .answered
        case .referred: .referred
        case .mediatorWrote: .mediatorWrote
        case .mediatorAnswered: .mediatorAnswered
        case .mediationProlonged: .mediationProlonged
        case .mediationEnded: .mediationEnded
        case .contested: .contested
        case .contestDecided: .contestDecided
        case .closed: .closed
        case .satisfactionRecorded: .satisfactionRecorded
        case .reopened: .reopened
        case .withdrawn: .withdrawn
        case .abandoned: .abandoned
        case .amended: .amended
        case .noted: .noted
        case .split: .split
        case .misplaced: .misplaced
        case .linked: .linked
        case .unlinked: .unlinked
        case .letterIssued: .letterIssued
        case .letterReturned: .letterReturned
        }
    }

    /// The kind of leaf that the log keeps for ever.
    public var leafKind: LeafKind {
        switch self {
        case .received: .reception
        case .registered, .takenOver: .registration
        case .closed, .withdrawn, .abandoned: .closing
        case .reopened: .reopening
        case .letterIssued(let issue): issue.kind == .acknowledgement ? .acknowledgement : .message
        case .completionRequested, .completed, .extended, .amended, .noted, .letterReturned, .misplaced: .message
        case .mediatorWrote, .mediatorAnswered, .mediationProlonged, .contested, .satisfactionRecorded: .message
        case .qualified, .assigned, .recused, .measureRecorded, .measuresDispensed, .answered, .referred,
            .mediationEnded, .contestDecided, .restricted, .restrictionLifted, .split, .linked, .unlinked:
            .decision
        }
    }
}

/// The word for an event in the log's payload: French, since the complainant's receipt shows it.
public enum EventKind: String, Sendable, Codable, CaseIterable {
    case received = "reception"
    case takenOver = "reprise-registre"
    case qualified = "qualification"
    case completionRequested = "demande-complements"
    case completed = "complements"
    case registered = "inscription"
    case assigned = "attribution"
    case recused = "recusation"
    case restricted = "restriction"
    case restrictionLifted = "levee-restriction"
    case measureRecorded = "action"
    case measuresDispensed = "sans-action"
    case extended = "prorogation"
    case answered = "reponse"
    case referred = "saisine-mediateur"
    case mediatorWrote = "avis-mediateur"
    case mediatorAnswered = "reponse-mediateur"
    case mediationProlonged = "prolongation-mediation"
    case mediationEnded = "issue-mediation"
    case contested = "contestation"
    case contestDecided = "decision-contestation"
    case closed = "cloture"
    case satisfactionRecorded = "satisfaction"
    case reopened = "reouverture"
    case withdrawn = "retrait"
    case abandoned = "abandon"
    case amended = "rectification"
    case noted = "note"
    case split = "scission"
    case misplaced = "courriel-deplace"
    case linked = "rapprochement"
    case unlinked = "fin-rapprochement"
    case letterIssued = "lettre-remise"
    case letterReturned = "lettre-revenue"
}
