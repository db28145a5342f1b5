/// A kind of person that a provider adds to « Vous êtes ? ».
///
/// Its code is its name: a complaint keeps what the person chose in the words that they chose, whatever becomes of the
/// setting, and nothing has to be looked up to read it.
public struct OwnStakeholder: Sendable, Hashable, Codable {
    /// As the form shows it, and as the complaint keeps it.
    public var name: String
    /// The kind of the standard list that the rules take it for: the recourses of an answer depend on it (R-34, R-47,
    ///
    public var kind: Stakeholder
    /// Whether it can be chosen. One that could be once is never forgotten: a complaint may have it.
    public internal(set) var isOffered = true

    public init(name: String, kind: Stakeholder) {
        self.name = name
        self.kind = kind
    }

    /// As a complaint keeps it.
    public var stakeholder: Stakeholder { Stakeholder(rawValue: name) }

    private enum CodingKeys: String, CodingKey {
        case name = "nom"
        case kind = "comme"
        case isOffered = "propose"
    }
}

extension Procedure {
    /// What can be chosen: the standard list, and the provider's own before its last, « autre ».
    public var offeredStakeholders: [Stakeholder] {
        Stakeholder.standard.dropLast() + ownStakeholders.filter(\.isOffered).map(\.stakeholder)
            + Stakeholder.standard.suffix(1)
    }

    /// What complaints may have: the provider's own that are offered no more, too.
    public var knownStakeholders: [Stakeholder] {
        offeredStakeholders + ownStakeholders.filter { !$0.isOffered }.map(\.stakeholder)
    }

    /// What the rules take somebody for.
    public func kind(of person: Stakeholder?) -> Stakeholder? {
        ownStakeholders.first { $0.stakeholder == person }?.kind ?? person
    }

    /// Offers these of the provider's own and no others. Those that are no longer among them stay known.
    public mutating func offer(_ list: [OwnStakeholder]) {
        let names = Set(list.map(\.name))
        let retired = ownStakeholders.filter { !names.contains($0.name) }.map { own in
            var own = own
            own.isOffered = false
            return own
        }
        ownStakeholders = list + retired
    }
}
