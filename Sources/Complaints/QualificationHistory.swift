/// How often a file was judged, judged no complaint, contested, and what came of it: what the annual report counts.
public struct QualificationHistory: Sendable, Hashable {
    /// Qualifications, requalifications included.
    public let judgements: Int
    /// Judgements that it is no complaint.
    public let requalifications: Int
    /// Contests of those.
    public let contests: Int
    /// Contests after which it stayed no complaint.
    public let maintained: Int
    /// Contests after which it was a complaint again.
    public let reinstated: Int
}

extension CaseFile {
    /// The counts of this file.
    public var qualificationHistory: QualificationHistory {
        let judged = entries.compactMap { if case .qualified(let judgement) = $0.event { judgement } else { nil } }
        let decided = entries.compactMap { if case .contestDecided(let decision) = $0.event { decision } else { nil } }
        return QualificationHistory(
            judgements: judged.count,
            requalifications: judged.count { $0.nature != .complaint },
            contests: entries.count { $0.event.kind == .contested },
            maintained: decided.count { $0.result == .maintained },
            reinstated: decided.count { $0.result == .reinstated }
        )
    }

    /// The account of whoever last judged that it is no complaint.
    public var requalifier: String? {
        entries.last { if case .qualified(let judgement) = $0.event { judgement.nature != .complaint } else { false } }?
            .officer
    }

    /// Those of `deciders` who may decide a contest of this file: neither whoever requalified it nor anybody named in it.
    public func impartial(among deciders: Set<String>) -> Set<String> {
        deciders.subtracting(conflicted).subtracting([requalifier].compactMap(\.self))
    }
}
