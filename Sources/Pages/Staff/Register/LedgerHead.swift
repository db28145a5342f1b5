import Complaints

/// The head of a column by which a list can be put in order: a link to the same list in that order.
struct LedgerHead: Sendable {
    let path: String
    /// How the list stands by it, as `aria-sort` has it; nil where it is in another order.
    let sort: String?

    /// - Parameters:
    ///   - order: the one that the list is in.
    ///   - address: the list's in another.
    init(_ column: LedgerOrder.Column, in order: LedgerOrder, address: (LedgerOrder) -> String) {
        let isIn = order.column == column
        // What is due first is looked for first; of what came, the latest.
        let isDescending = isIn ? !order.isDescending : column != .due
        path = address(LedgerOrder(column, isDescending: isDescending))
        sort = isIn ? (order.isDescending ? "descending" : "ascending") : nil
    }
}

/// Those of a list.
struct LedgerHeads: Sendable {
    let mark: LedgerHead
    let received: LedgerHead
    let due: LedgerHead

    init(in order: LedgerOrder, address: (LedgerOrder) -> String) {
        mark = LedgerHead(.mark, in: order, address: address)
        received = LedgerHead(.received, in: order, address: address)
        due = LedgerHead(.due, in: order, address: address)
    }
}

extension FormPen {
    /// The orders of a list, as a field of its filters: for narrow screens, which show no heads.
    func orders(_ order: LedgerOrder) -> Field {
        let orders = LedgerOrder.all.filter { $0 != .latestFirst }.map {
            (value: $0.word, label: press.words("staff.order.\($0.word)"))
        }
        return menu("tri", orders, value: order == .latestFirst ? "" : order.word)
    }
}
