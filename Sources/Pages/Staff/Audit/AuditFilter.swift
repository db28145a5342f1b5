public import Complaints

/// What of a book an auditor is shown; it stands in the address. By year alone: a search in words would let somebody guess
/// them.
public struct AuditFilter: Sendable, Hashable {
    /// `annee`, of the number or the reference.
    public var year: Int?
    /// `tri`.
    public var order: LedgerOrder

    public init(year: Int? = nil, order: LedgerOrder = .latestFirst) {
        self.year = year
        self.order = order
    }

    /// From the names and values of an address; what is not understood filters nothing.
    public init(_ values: [String: String]) {
        self.init(
            year: values["annee"].flatMap { Int($0) },
            order: values["tri"].flatMap { LedgerOrder($0) } ?? .latestFirst
        )
    }

    /// Its names and values in the address.
    var items: [(String, String)] { [("annee", year.map(String.init) ?? ""), ("tri", order.item)] }

    /// The address of a book so filtered, before a place in it.
    func address(of book: LedgerBook, before cursor: String = "") -> String {
        QueryString.address(book.auditedPath, items + [("avant", cursor)])
    }

    /// The same in another order.
    func address(of book: LedgerBook, in order: LedgerOrder) -> String {
        AuditFilter(year: year, order: order).address(of: book)
    }
}
