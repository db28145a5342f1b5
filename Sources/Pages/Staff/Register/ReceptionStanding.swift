public import Complaints

/// Where a reception stands, as far as one asks for it in the address of the journal de réception.
public enum ReceptionStanding: Sendable, Hashable {
    /// Not answered, and its due date is past, in the register or not yet.
    case late
    /// Not acknowledged, though the acknowledgement was due.
    case unacknowledged
    /// Not yet judged to be a complaint or not.
    case toQualify
    /// Judged to be a complaint, and not yet in the register.
    case toRegister
    /// At one stage.
    case at(Stage)

    /// Those that are no stage, as the page offers them.
    public static let works: [ReceptionStanding] = [.late, .unacknowledged, .toQualify, .toRegister]

    /// A word of the address, or a stage's own; nil for anything else.
    public init?(_ word: String) {
        if let known = Self.works.first(where: { $0.word == word }) {
            self = known
        } else {
            guard let stage = Stage(rawValue: word) else { return nil }
            self = .at(stage)
        }
    }

    /// The word in the address.
    public var word: String {
        switch self {
        case .late: "en-retard"
        case .unacknowledged: "sans-accuse"
        case .toQualify: "a-qualifier"
        case .toRegister: "a-inscrire"
        case .at(let stage): stage.rawValue
        }
    }

    /// The address of the journal so filtered.
    func address() -> String { QueryString.address(Path.receptions, [("etat", word)]) }
}
