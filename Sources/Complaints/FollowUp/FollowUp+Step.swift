extension FollowUp {
    /// One thing that happened, as the complainant is told.
    public struct Step: Sendable, Hashable {
        /// What it was. The word is the catalogue's key.
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            case received = "reception"
            case acknowledged = "accuse"
            case requalified = "requalification"
            case reinstated = "reclamation"
            case completionRequested = "demande-complements"
            case completed = "complements"
            /// They laid words or documents beside what they had written.
            case added = "ajouts"
            case registered = "inscription"
            case extended = "prorogation"
            case answered = "reponse"
            case referred = "saisine-mediateur"
            case mediationEnded = "issue-mediation"
            case contested = "contestation"
            case maintained = "maintien"
            case closed = "cloture"
            case rated = "satisfaction"
            case reopened = "reouverture"
            case withdrawn = "retrait"
            case abandoned = "abandon"
        }

        public let kind: Kind
        /// When; of what staff entered, the day on which it had arrived.
        public let at: Instant
        /// The new date, where the delay was extended.
        public let until: CivilDate?
        /// Letters to the person that were composed with it.
        public let letters: [String]

        /// Nil for what is not the person's to know.
        init?(_ entry: Entry) {
            guard let kind = Kind(of: entry) else { return nil }
            self.kind = kind
            at =
                if let reception = entry.event.beginning {
                    reception.transcription?.arrival(enteredAt: entry.at) ?? entry.at
                } else { entry.at }
            until = if case .extended(let holding) = entry.event { holding.due } else { nil }
            letters = entry.letters.map(\.id)
        }
    }
}

extension FollowUp.Step.Kind {
    /// Closed by default: a new event is not shown until somebody decides that it may be.
    fileprivate init?(of entry: Entry) {
        switch entry.event {
        case .amended where entry.isByComplainant: self = .added
        case .received, .takenOver: self = .received
        case .qualified(let qualification) where qualification.nature != .complaint: self = .requalified
        case .completionRequested: self = .completionRequested
        case .completed: self = .completed
        case .registered: self = .registered
        case .extended: self = .extended
        case .answered: self = .answered
        case .referred: self = .referred
        case .mediationEnded: self = .mediationEnded
        case .contested: self = .contested
        case .contestDecided(let decision): self = decision.result == .maintained ? .maintained : .reinstated
        case .closed: self = .closed
        case .satisfactionRecorded where entry.isByComplainant: self = .rated
        case .reopened: self = .reopened
        case .withdrawn: self = .withdrawn
        case .abandoned: self = .abandoned
        case .letterIssued(let issue) where issue.kind == .acknowledgement: self = .acknowledged
        default: return nil
        }
    }
}
