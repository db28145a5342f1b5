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

    /// `GET /audit`.
    func entry(_ request: Request, _: Visit) async throws -> Response {
        let visitor = try await door.enter(request, .pseudonymised, .accesses)
        return site.page(AuditPage(signedIn: door.reader(visitor), press: site.press))
    }

    /// `GET /audit/registre`.
    func register(_ request: Request, _: Visit) async throws -> Response { try await page(.register, request) }

    /// `GET /audit/receptions`.
    func receptions(_ request: Request, _: Visit) async throws -> Response { try await page(.receptions, request) }

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

    private func page(_ book: LedgerBook, _ request: Request) async throws -> Response {
        let visitor = try await door.enter(request, .pseudonymised)
        let query = Query(of: request)
        let asked = AuditFilter(query.values)
        let part = try await BookPart(book, CaseFilter(asked), query["avant"], visitor)
        let stakeholders = try await visitor.register.currentProcedure().knownStakeholders
        let page = AuditListPage(
            book,
            lines: part.lines.map { AuditLine($0, stakeholders) },
            total: part.total,
            filter: asked,
            before: part.before,
            next: part.next,
            years: Set(try await visitor.register.years()).union([site.today.year]).sorted(by: >),
            signedIn: door.reader(visitor),
            press: site.press
        )
        return site.page(page)
    }
}

extension AuditLine {
    /// What of a line is for auditors; of the person only what they are to the provider.
    init(_ line: CaseLine, _ stakeholders: [Stakeholder]) {
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
