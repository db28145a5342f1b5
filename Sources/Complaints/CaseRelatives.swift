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

    /// What another one is called.
    public func identifier(of other: ReceptionReference) -> String { identifiers[other] ?? other.description }

    /// Whether the reader is told all that an event says: not so of why two case files are linked of which they may open
    /// one.
    public func tells(_ event: Event) -> Bool {
        switch event {
        case .linked(let link), .unlinked(let link): opens(link.other)
        default: true
        }
    }
}

extension CaseFile {
    /// Every other case file that its history names.
    public var relatives: Set<ReceptionReference> {
        let named = entries.compactMap { $0.event.other }
        return Set(named + [partOf].compactMap(\.self))
    }
}

extension Event {
    /// The other case file that it is about; nil for all that is about one.
    public var other: ReceptionReference? {
        switch self {
        case .split(let splitting): splitting.part
        case .misplaced(let misplacement): misplacement.other
        case .linked(let link), .unlinked(let link): link.other
        default: nil
        }
    }
}
