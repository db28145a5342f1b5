public import Complaints

/// The other case files that one names: what each is called by now, and whether the reader may open it. Of one that is closed
/// to them nothing is told but its number.
public struct CaseRelatives: Sendable {
    private var identifiers: [ReceptionReference: String]
    private var open: Set<ReceptionReference>

    /// - Parameters:
    ///   - identifiers: the number of each, or the reference of one that has none.
    ///   - open: those that the reader may open.
    public init(identifiers: [ReceptionReference: String] = [:], open: Set<ReceptionReference> = []) {
        self.identifiers = identifiers
        self.open = open
    }

    /// Whether the reader may open it.
    public func opens(_ other: ReceptionReference) -> Bool { open.contains(other) }

    func identifier(of other: ReceptionReference) -> String { identifiers[other] ?? other.description }

    /// Whether the reader is told all that an event says: not so of why two case files are linked of which they may open
    /// one.
    public func tells(_ event: Event) -> Bool {
        switch event {
        case .linked(let link), .unlinked(let link): opens(link.other)
        default: true
        }
    }
}
