public import Complaints

/// What of the journal of accesses is shown; it stands in the address.
public struct AccessSearch: Sendable, Hashable {
    /// `du`: on this day of Paris or later.
    public var from: CivilDate?
    /// `au`: on this day of Paris or before.
    public var through: CivilDate?
    /// `personne`: an account, or one of the words of `AccessEntry` for whoever has none.
    public var hand: String?
    /// `genre`.
    public var kind: AccessKind?
    /// `dossier`: a number or a reference.
    public var number: String

    /// What the address calls those who have no account.
    static let others: [(word: String, hand: String)] = [
        ("reclamant", AccessEntry.complainant), ("serveur", AccessEntry.server), ("inconnu", AccessEntry.nobody),
    ]

    public init(
        from: CivilDate? = nil,
        through: CivilDate? = nil,
        hand: String? = nil,
        kind: AccessKind? = nil,
        number: String = ""
    ) {
        self.from = from
        self.through = through
        self.hand = hand
        self.kind = kind
        self.number = number
    }

    /// From the names and values of an address; what is not understood filters nothing.
    ///
    /// - Parameter accounts: those that there are.
    public init(_ values: [String: String], accounts: Set<String>) {
        let person = values["personne"] ?? ""
        self.init(
            from: values["du"].flatMap { CivilDate($0) },
            through: values["au"].flatMap { CivilDate($0) },
            hand: Self.others.first { $0.word == person }?.hand ?? (accounts.contains(person) ? person : nil),
            kind: values["genre"].flatMap { AccessKind(rawValue: $0) },
            number: String((values["dossier"] ?? "").filter { !$0.isWhitespace }.uppercased())
        )
    }

    /// Whether anything is left out.
    var isEmpty: Bool { self == AccessSearch() }

    /// The word of the address for the hand.
    var person: String { hand.map { hand in Self.others.first { $0.hand == hand }?.word ?? hand } ?? "" }

    /// The address of the journal so filtered, before a line.
    func address(before cursor: String = "") -> String {
        QueryString.address(
            Path.accesses,
            [
                ("du", from?.description ?? ""), ("au", through?.description ?? ""), ("personne", person),
                ("genre", kind?.rawValue ?? ""), ("dossier", number), ("avant", cursor),
            ]
        )
    }
}
