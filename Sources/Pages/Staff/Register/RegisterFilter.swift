public import Complaints

/// What of the register is shown; it stands in the address, so that a view can be kept and sent.
public struct RegisterFilter: Sendable, Hashable {
    /// Where a case stands, as far as one asks for it.
    public enum Standing: Sendable, Hashable {
        /// Not answered, and its due date is past.
        case late
        /// Somebody still has something to do about it.
        case open
        /// To be answered, and assigned to nobody.
        case unassigned
        /// At one stage.
        case at(Stage)

        /// `en-retard`, `ouvertes`, `a-attribuer`, or a stage's own word.
        public init?(_ word: String) {
            switch word {
            case "en-retard": self = .late
            case "ouvertes": self = .open
            case "a-attribuer": self = .unassigned
            default:
                guard let stage = Stage(rawValue: word) else { return nil }
                self = .at(stage)
            }
        }

        /// The word in the address.
        public var word: String {
            switch self {
            case .late: "en-retard"
            case .open: "ouvertes"
            case .unassigned: "a-attribuer"
            case .at(let stage): stage.rawValue
            }
        }
    }

    /// `etat`.
    public var standing: Standing?
    /// `theme`.
    public var theme: Theme?
    /// `vous_etes`.
    public var stakeholder: Stakeholder?
    /// `annee`, of the register number.
    public var year: Int?
    /// `du`: received on this day or later.
    public var from: CivilDate?
    /// `au`: received on this day or before.
    public var through: CivilDate?
    /// `q`: the beginnings of words.
    public var query: String

    public init(
        standing: Standing? = nil,
        theme: Theme? = nil,
        stakeholder: Stakeholder? = nil,
        year: Int? = nil,
        from: CivilDate? = nil,
        through: CivilDate? = nil,
        query: String = ""
    ) {
        self.standing = standing
        self.theme = theme
        self.stakeholder = stakeholder
        self.year = year
        self.from = from
        self.through = through
        self.query = query
    }

    /// From the names and values of an address; what is not understood filters nothing.
    ///
    /// - Parameter stakeholders: what complaints may have.
    public init(_ values: [String: String], stakeholders: [Stakeholder] = Stakeholder.standard) {
        self.init(
            standing: values["etat"].flatMap(Standing.init),
            theme: values["theme"].flatMap(Theme.init(rawValue:)),
            stakeholder: values["vous_etes"].map(Stakeholder.init(rawValue:)).flatMap {
                stakeholders.contains($0) ? $0 : nil
            },
            year: values["annee"].flatMap { Int($0) },
            from: values["du"].flatMap { CivilDate($0) },
            through: values["au"].flatMap { CivilDate($0) },
            query: values["q"] ?? ""
        )
    }

    /// Whether anything is left out.
    var isEmpty: Bool { self == RegisterFilter() }

    /// The address of the register so filtered, before a number.
    func address(before cursor: String = "") -> String {
        QueryString.address(
            Path.register,
            [
                ("q", query), ("etat", standing?.word ?? ""), ("theme", theme?.rawValue ?? ""),
                ("vous_etes", stakeholder?.rawValue ?? ""), ("annee", year.map(String.init) ?? ""),
                ("du", from?.description ?? ""), ("au", through?.description ?? ""), ("avant", cursor),
            ]
        )
    }
}
