import Complaints
import Hummingbird
import Pages
import Registry

/// The journal of accesses, for those who watch over who does and sees what (S-62). An administrator reads what became of
/// accounts, and nothing of cases.
struct AccessDesk: Sendable {
    let site: Site

    /// How many lines a page has.
    private static let pageLength = 50

    /// `GET /audit/acces`.
    func show(_ request: Request, _: Visit) async throws -> Response {
        let door = StaffDoor(site: site)
        let visitor = try await door.enter(request, .accesses)
        let query = Query(of: request)
        let people = try await visitor.accounts.all()
        let asked = AccessSearch(query.values, accounts: Set(people.map(\.id)))
        let before = query["avant"].flatMap { AccessCursor($0) }
        let filter = try await filter(asked, visitor)
        var (total, lines): (Tally, [AccessEntry]) = (.exactly(0), [])
        if var filter {
            total = try await visitor.register.countAccesses(filter)
            filter.before = before
            lines = try await visitor.register.accesses(filter)
        }
        let shown = Array(lines.prefix(Self.pageLength))
        let page = AccessesPage(
            lines: shown,
            total: total,
            search: asked,
            before: before?.description,
            next: lines.count > Self.pageLength ? shown.last.map { AccessCursor(after: $0).description } : nil,
            names: people.map { (id: $0.id, name: $0.name) },
            signedIn: door.reader(visitor),
            press: site.press
        )
        return site.page(page)
    }

    /// What the address asks for, as the database is asked; nil where it asks for a case file that there is not.
    private func filter(_ asked: AccessSearch, _ visitor: StaffVisitor) async throws -> AccessFilter? {
        var filter = AccessFilter()
        filter.isOfAccounts = !visitor.officer.readsAccessesToCases
        filter.kind = asked.kind
        filter.account = asked.hand
        filter.from = asked.from
        filter.through = asked.through
        filter.limit = Self.pageLength + 1
        guard visitor.officer.readsAccessesToCases, !asked.number.isEmpty else { return filter }
        guard let id = try await visitor.register.find(asked.number) else { return nil }
        filter.caseFile = id
        return filter
    }
}
