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
    /// `origine`: through a third party.
    public var origin: OriginFilter?
    /// `annee`, of the register number.
    public var year: Int?
    /// `du`: received on this day or later.
    public var from: CivilDate?
    /// `au`: received on this day or before.
    public var through: CivilDate?
    /// `q`: the beginnings of words.
    public var query: String
    /// `tri`.
    public var order: LedgerOrder

    public init(
        standing: Standing? = nil,
        theme: Theme? = nil,
        stakeholder: Stakeholder? = nil,
        origin: OriginFilter? = nil,
        year: Int? = nil,
        from: CivilDate? = nil,
        through: CivilDate? = nil,
        query: String = "",
        order: LedgerOrder = .latestFirst
    ) {
        self.standing = standing
        self.theme = theme
        self.stakeholder = stakeholder
        self.origin = origin
        self.year = year
        self.from = from
        self.through = through
        self.query = query
        self.order = order
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
            origin: values["origine"].flatMap { OriginFilter($0) },
            year: values["annee"].flatMap { Int($0) },
            from: values["du"].flatMap { CivilDate($0) },
            through: values["au"].flatMap { CivilDate($0) },
            query: values["q"] ?? "",
            order: values["tri"].flatMap { LedgerOrder($0) } ?? .latestFirst
        )
    }

    /// Whether nothing is left out.
    var isEmpty: Bool {
        var filter = self
        filter.order = .latestFirst
        return filter == RegisterFilter()
    }

    /// The same without the words searched for, which are mostly a name: as a view keeps it.
    public var kept: RegisterFilter {
        var filter = self
        filter.query = ""
        return filter
    }

    /// Its names and values in the address.
    var items: [(String, String)] {
        [
            ("q", query), ("etat", standing?.word ?? ""), ("theme", theme?.rawValue ?? ""),
            ("vous_etes", stakeholder?.rawValue ?? ""), ("origine", origin?.word ?? ""),
            ("annee", year.map(String.init) ?? ""),
            ("du", from?.description ?? ""), ("au", through?.description ?? ""), ("tri", order.item),
        ]
    }

    /// What stands behind the question mark.
    public var asked: String { QueryString.text(items) }

    /// The address of the register so filtered, before a place in it.
    func address(before cursor: String = "") -> String {
        QueryString.address(Path.register, items + [("avant", cursor)])
    }

    /// The same in another order.
    func address(in order: LedgerOrder) -> String {
        var filter = self
        filter.order = order
        return filter.address()
    }
}
