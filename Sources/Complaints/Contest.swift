/// Contestation: a person who was told that their message is no complaint says that it is one. Once for each
/// requalification.
public struct Contest: Sendable, Hashable, Codable {
    /// Who contests, by name: the person, or somebody for them.
    public var by: String
    /// The day it reached us.
    public var on: CivilDate
    /// In what words.
    public var text: String
    /// Documents that came with it.
    public var files: [FileSummary]

    public init(by: String, on: CivilDate, text: String, files: [FileSummary] = []) {
        self.by = by
        self.on = on
        self.text = text
        self.files = files
    }

    private enum CodingKeys: String, CodingKey {
        case by = "par"
        case on = "le"
        case text = "texte"
        case files = "pieces"
    }
}

/// What is decided of a contest, by somebody who has no hand in the requalification.
public struct ContestDecision: Sendable, Hashable, Codable {
    /// What it comes to.
    public enum Result: String, Sendable, Codable, CaseIterable {
        /// It stays no complaint.
        case maintained = "maintien"
        /// It is a complaint again, and the case is where it was before.
        case reinstated = "reclamation"
    }

    /// What it comes to.
    public var result: Result
    /// Why, in words for the person.
    public var reason: String
    /// Whether it was decided by whoever had requalified or is named in the complaint, since the provider has nobody
    /// else, or is one person. The rules say so, not whoever decides; the letter declares it.
    public internal(set) var isAlone = false
    /// Where a person who may be a consumer can turn when it stays no complaint: a dispute is left that the provider has
    /// not settled (C. conso. L616-2). The rules choose it; nil where no mediator is in force that day.
    public internal(set) var recourse: Recourse?

    public init(result: Result, reason: String) {
        self.result = result
        self.reason = reason
    }

    private enum CodingKeys: String, CodingKey {
        case result = "decision"
        case reason = "motif"
        case isAlone = "sans_autre_personne"
        case recourse = "recours"
    }
}

extension CaseFile {
    mutating func applyContest(_ event: Event) {
        switch event {
        case .contested(let contest): self.contest = contest
        case .contestDecided(let decision):
            contestDecision = decision
            guard decision.result == .reinstated else { return }
            qualification?.nature = .complaint
            qualification?.reason = decision.reason
        default: break
        }
    }

    /// Documents that came with contests, the present one's and any before it.
    var contestFiles: [FileSummary] {
        entries.flatMap { if case .contested(let contest) = $0.event { contest.files } else { [] as [FileSummary] } }
    }
}
