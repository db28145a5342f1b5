public import Complaints

/// What of the journal de réception is shown; it stands in the address.
public struct ReceptionFilter: Sendable, Hashable {
    /// `etat`.
    public var standing: ReceptionStanding?
    /// `tri`.
    public var order: LedgerOrder

    public init(standing: ReceptionStanding? = nil, order: LedgerOrder = .latestFirst) {
        self.standing = standing
        self.order = order
    }

    /// From the names and values of an address; what is not understood filters nothing.
    public init(_ values: [String: String]) {
        self.init(
            standing: values["etat"].flatMap { ReceptionStanding($0) },
            order: values["tri"].flatMap { LedgerOrder($0) } ?? .latestFirst
        )
    }

    /// Its names and values in the address.
    var items: [(String, String)] { [("etat", standing?.word ?? ""), ("tri", order.item)] }

    /// What stands behind the question mark.
    public var asked: String { QueryString.text(items) }

    /// The address of the journal so filtered, before a line.
    func address(before cursor: String = "") -> String {
        QueryString.address(Path.receptions, items + [("avant", cursor)])
    }

    /// The same in another order.
    func address(in order: LedgerOrder) -> String { ReceptionFilter(standing: standing, order: order).address() }
}

extension LedgerOrder {
    /// What stands in an address; nothing for the usual one.
    var item: String { self == .latestFirst ? "" : word }
}
