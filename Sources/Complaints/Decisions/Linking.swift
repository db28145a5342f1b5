/// Rapprochement: this complaint and another are about one matter (peers §2 row 9). Each keeps its number, its dates and its
/// history, and the same stands in both case files (docs/decisions/0038).
public struct CaseLink: Sendable, Hashable, Codable {
    /// The other case file, by the mark that it has had from the first.
    public var other: ReceptionReference
    /// Why they are linked, or no longer are.
    public var reason: String

    public init(with other: ReceptionReference, reason: String) {
        self.other = other
        self.reason = reason
    }

    private enum CodingKeys: String, CodingKey {
        case other = "avec"
        case reason = "motif"
    }
}

extension CaseFile {
    /// The case files that it is linked with, in the order in which they were.
    public var linked: [ReceptionReference] {
        entries.reduce(into: []) { linked, entry in
            switch entry.event {
            case .linked(let link): linked.append(link.other)
            case .unlinked(let link): linked.removeAll { $0 == link.other }
            default: break
            }
        }
    }

    /// Says that this complaint and another are about one matter. The same is decided for both case files, or for neither.
    public func link(
        with other: ReceptionReference,
        _ reason: String,
        _ signature: Signature
    ) throws(Refusal) -> Event {
        try permit(.link, signature)
        let isKnown = other == reception.reference || linked.contains(other)
        try refuse([isKnown ? .alreadyLinked : nil, shortness(of: reason)])
        return .linked(CaseLink(with: other, reason: reason.trimmed))
    }

    /// Says that they are not, or no longer: of both case files, or of neither.
    public func unlink(
        from other: ReceptionReference,
        _ reason: String,
        _ signature: Signature
    ) throws(Refusal) -> Event {
        try permit(.unlink, signature)
        try refuse([linked.contains(other) ? nil : .notLinked, shortness(of: reason)])
        return .unlinked(CaseLink(with: other, reason: reason.trimmed))
    }
}
