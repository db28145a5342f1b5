/// Tiers: whoever passed a complaint on to the provider, a funder, a certifier or a mediator, with the mark that it has there
/// and the day by which they want to hear of it.
public struct ThirdParty: Sendable, Hashable, Codable {
    /// What kind of third party.
    public enum Origin: String, Sendable, CaseIterable {
        /// Financeur: an OPCO, the Caisse des Dépôts, a region.
        case funder = "financeur"
        /// Certificateur: its signalement.
        case certifier = "certificateur"
        /// Médiateur: a letter before any referral of ours.
        case mediator = "mediateur"
        /// Anybody else, by whichever way.
        case other = "autre"
    }

    /// What it is called: « OPCO Atlas ».
    public var name: String
    /// Its own mark for the complaint; empty where there is none.
    public var reference: String
    /// By when it wants an answer; nil where it gave no day.
    public var due: CivilDate?

    /// Characters of a name, or of a reference, at most.
    public static let longestName = 200

    public init(name: String, reference: String = "", due: CivilDate? = nil) {
        self.name = name.trimmed
        self.reference = reference.trimmed
        self.due = due
    }

    private enum CodingKeys: String, CodingKey {
        case name = "nom"
        case reference
        case due = "echeance"
    }
}

/// Which complaints that came through a third party are wanted.
public enum OriginFilter: Sendable, Hashable {
    /// All of them.
    case any
    /// Those of one kind.
    case of(ThirdParty.Origin)

    /// `tous`, or a kind's own word.
    public init?(_ word: String) {
        if word == "tous" {
            self = .any
        } else {
            guard let origin = ThirdParty.Origin(rawValue: word) else { return nil }
            self = .of(origin)
        }
    }

    /// The word in an address.
    public var word: String {
        switch self {
        case .any: "tous"
        case .of(let origin): origin.rawValue
        }
    }

    /// Every filter, the widest first.
    public static let all: [OriginFilter] = [.any] + ThirdParty.Origin.allCases.map { .of($0) }
}

extension CaseFile {
    /// Whoever passed it on; nil where nobody did, or nobody said who.
    public var thirdParty: ThirdParty? { reception.transcription?.thirdParty }

    /// Through what kind of third party it came; nil where it came from its author.
    public var origin: ThirdParty.Origin? {
        reception.channel.origin ?? (thirdParty == nil ? nil : .other)
    }
}

extension Channel {
    /// The kind of third party that comes by this way; nil for ways that anybody may take.
    public var origin: ThirdParty.Origin? {
        switch self {
        case .funder: .funder
        case .certifier: .certifier
        case .mediator: .mediator
        default: nil
        }
    }
}
