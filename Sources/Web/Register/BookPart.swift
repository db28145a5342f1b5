import Complaints
import Pages
import Registry

/// A page of a book, as its reader may see it.
struct BookPart: Sendable {
    let lines: ArraySlice<CaseLine>
    let total: Tally
    /// The place that it begins after; nil for the first page.
    let before: String?
    /// What the next page begins after; nil on the last.
    let next: String?

    /// - Parameters:
    ///   - asked: what is asked for, of all pages.
    ///   - cursor: as the address has it; one of another order is none.
    init(_ book: LedgerBook, _ asked: CaseFilter, _ cursor: String?, _ hand: some StaffHand) async throws {
        var filter = asked
        let place = cursor.flatMap { LedgerPlace($0, in: book, asked.order) }
        let length = BooksDesk.pageLength
        total = try await hand.register.count(of: book, filter)
        filter.before = place
        filter.limit = length + 1
        let found = try await hand.register.lines(of: book, filter)
        lines = found.prefix(length)
        before = place?.description
        next = found.count > length ? lines.last.map { LedgerPlace(after: $0, in: book, asked.order).description } : nil
    }
}

extension RegisterFilter {
    /// What an address or a form asks for, where the provider may have kinds of person of its own, and one person alone.
    init(_ values: [String: String], under procedure: Procedure, handlers: Handlers) {
        self.init(values, stakeholders: procedure.knownStakeholders)
        if standing == .unassigned, !handlers.areSeveral { standing = nil }
    }
}
