/// Mécontentement dit de vive voix: something was said, and whoever said it is invited to write it (procedure §3; R-03).
///
/// It is no complaint as long as it is not written: it has no mark, no number, no stage and no delay, and is counted among
/// no complaints (docs/decisions/0021). A value, folded from its entries; it changes by no other way.
public struct Discontent: Sendable, Hashable {
    /// Opaque, of the same kind as a case file's, since both own openings of the log.
    public typealias ID = CaseFile.ID

    /// Which one.
    public let id: ID
    /// What was said, by whom and to whom.
    public let hearing: Hearing
    /// Everything that happened, in order, the hearing first.
    public private(set) var entries: [DiscontentEntry]
    /// How the person was invited to write, oldest first.
    public private(set) var invitations: [Invitation] = []
    /// What came of it; nil while that is open.
    public private(set) var ending: DiscontentEnding?

    /// From its entries, oldest first. Nil when they do not begin with a hearing.
    public init?(id: ID, entries: [DiscontentEntry]) {
        guard let first = entries.first, case .heard(let hearing) = first.event else { return nil }
        self.id = id
        self.hearing = hearing
        self.entries = [first]
        invitations = hearing.invitation.map { [$0] } ?? []
        for entry in entries.dropFirst() { apply(entry) }
    }

    /// Lays one more event on it. Decides nothing: what the rules let through, happened.
    public mutating func apply(_ entry: DiscontentEntry) {
        entries.append(entry)
        switch entry.event {
        case .heard: break
        case .invited(let invitation): invitations.append(invitation)
        case .ended(let ending): self.ending = ending
        }
    }

    /// How often somebody has changed it: what a page shows is outdated once this has moved.
    public var version: Int { entries.count }

    /// The day of the latest sign of ours to the person: an invitation, or the hearing itself; nil once it has ended.
    public var waitsSince: CivilDate? {
        ending == nil ? invitations.map(\.on).reduce(hearing.on, max) : nil
    }

    /// Whether an act is the latest one over again, by the same hand: a form sent twice.
    ///
    /// - Parameter decide: the act; it is asked what it would have done before that.
    public func isRepeated(
        _ signature: Signature,
        _ decide: (Discontent, Signature) throws -> DiscontentEvent
    ) -> Bool {
        guard let last = entries.last, last.author == signature.author.mark,
            let before = Discontent(id: id, entries: entries.dropLast())
        else { return false }
        return (try? decide(before, signature)) == last.event
    }
}

/// What can happen to a discontent, once and for all.
public enum DiscontentEvent: Sendable, Hashable {
    case heard(Hearing)
    case invited(Invitation)
    case ended(DiscontentEnding)

    /// The kind of leaf that the log keeps for ever: never that of a reception, which it is not.
    public var leafKind: LeafKind {
        switch self {
        case .heard, .invited: .message
        case .ended: .decision
        }
    }
}
