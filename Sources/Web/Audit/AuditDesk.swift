import Complaints
import HTTPTypes
import Hummingbird
import Pages
import Registry

/// What an auditor is shown: the books without anybody's name, words or documents. Whoever prepares the audit sees
/// the same.
struct AuditDesk: Sendable {
    let site: Site

    private var door: StaffDoor { StaffDoor(site: site) }

    /// How many lines a page of a list has.
    private static let pageLength = 50

    /// `GET /audit`.
    func entry(_ request: Request, _: Visit) async throws -> Response {
        let visitor = try await door.enter(request, .pseudonymised, .accesses)
        return site.page(AuditPage(signedIn: door.reader(visitor), press: site.press))
    }

    /// `GET /audit/registre`.
    func register(_ request: Request, _: Visit) async throws -> Response {
        let visitor = try await door.enter(request, .pseudonymised)
        let query = Query(of: request)
        let before = query["avant"].flatMap { RegisterNumber($0) }
        var filter = filter(query)
        let total = try await visitor.register.countRegistered(filter)
        filter.before = before.map { ($0.year, $0.ordinal) }
        let lines = try await visitor.register.registered(filter)
        return try await page(.register, lines, total, query, before?.description, visitor)
    }

    /// `GET /audit/receptions`.
    func receptions(_ request: Request, _: Visit) async throws -> Response {
        let visitor = try await door.enter(request, .pseudonymised)
        let query = Query(of: request)
        let before = query["avant"].flatMap { ReceptionReference($0) }
        var filter = filter(query)
        let total = try await visitor.register.countReceptions(filter)
        filter.before = before.map { ($0.year, $0.ordinal) }
        let lines = try await visitor.register.receptions(filter)
        return try await page(.receptions, lines, total, query, before?.description, visitor)
    }

    /// `GET /audit/dossiers/{numero}`.
    func caseFile(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.enter(request, .pseudonymised)
        guard let id = try await visitor.register.find(visit.parameters.get("numero") ?? "") else {
            throw HTTPError(.notFound)
        }
        async let noted: Void = visitor.note(.opened, of: id, detail: SitePart.pseudonymised.rawValue)
        let file = try await visitor.register.caseFile(id)
        let stakeholders = try await visitor.register.currentProcedure().knownStakeholders
        let page = AuditCasePage(
            AuditedCase(of: file, stakeholders: stakeholders),
            signedIn: door.reader(visitor),
            press: site.press
        )
        await noted
        return site.page(page)
    }

    /// By year alone: a search in words would let somebody guess them.
    private func filter(_ query: Query) -> CaseFilter {
        var filter = CaseFilter()
        filter.year = query["annee"].flatMap { Int($0) }
        filter.limit = Self.pageLength + 1
        return filter
    }

    private func page(
        _ book: AuditListPage.Book,
        _ lines: [CaseLine],
        _ total: Tally,
        _ query: Query,
        _ before: String?,
        _ visitor: StaffVisitor
    ) async throws -> Response {
        let stakeholders = try await visitor.register.currentProcedure().knownStakeholders
        let shown = lines.prefix(Self.pageLength).map { AuditLine($0, stakeholders) }
        let page = AuditListPage(
            book,
            lines: shown,
            total: total,
            year: query["annee"].flatMap { Int($0) },
            before: before,
            next: lines.count > Self.pageLength ? shown.last?.mark(in: book) : nil,
            years: Set(try await visitor.register.years()).union([site.today.year]).sorted(by: >),
            signedIn: door.reader(visitor),
            press: site.press
        )
        return site.page(page)
    }
}

extension AuditLine {
    /// What of a line is for auditors; of the person only what they are to the provider.
    fileprivate init(_ line: CaseLine, _ stakeholders: [Stakeholder]) {
        self.init(
            reference: line.reference,
            number: line.number,
            receivedAt: line.receivedAt,
            stage: line.stage,
            channel: line.channel,
            stakeholder: line.stakeholder.flatMap { stakeholders.contains($0) ? $0 : nil },
            theme: line.theme,
            acknowledgedAt: line.acknowledgedAt,
            answerDue: line.answerDue,
            answeredAt: line.answerHasLeft ? line.answeredAt : nil,
            isHidden: line.isHidden
        )
    }
}
