import Complaints
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Pages
import Registry

/// Where what a list shows leaves the house as a file: the same lines in the same order, all pages of them, for whoever may
/// read the list (docs/exports.md).
struct ExportDesk: Sendable {
    let site: Site

    private var door: StaffDoor { StaffDoor(site: site) }

    /// `POST` of a list's `export.csv` or `export.json`, with the filters of its address: after the password (S-58).
    func hand(
        _ book: LedgerBook,
        _ format: ExportFormat
    ) -> @Sendable (Request, Visit) async throws -> Response {
        { request, visit in
            let visitor = try await door.enter(request)
            return try await take(request, visit, visitor, back: book.path) { form in
                try await answer(try await listed(book, form, visitor), format, visitor, visit.logger)
            }
        }
    }

    /// The same of what auditors read.
    func audited(
        _ book: LedgerBook,
        _ format: ExportFormat
    ) -> @Sendable (Request, Visit) async throws -> Response {
        { request, visit in
            let visitor = try await door.enter(request, .pseudonymised)
            return try await take(request, visit, visitor, back: book.auditedPath) { form in
                let asked = AuditFilter(form.asked)
                let stakeholders = try await visitor.register.currentProcedure().knownStakeholders
                let list = ExportedList(
                    scope: ExportScope(asked, of: book),
                    filter: CaseFilter(asked),
                    summarised: .withoutPersons(stakeholders)
                )
                return try await answer(list, format, visitor, visit.logger)
            }
        }
    }

    private func take(
        _ request: Request,
        _ visit: Visit,
        _ visitor: StaffVisitor,
        back: String,
        _ act: (FormData) async throws -> Response
    ) async throws -> Response {
        let form = try await door.form(request, of: visitor)
        form.discard()
        let list = Path.list(back, asking: CarriedForm(sent: form).form.asked)
        return try await door.confirmed(visitor, form, request, visit, back: list, isForFile: true) {
            try await act(form)
        }
    }

    private func listed(_ book: LedgerBook, _ form: FormData, _ visitor: StaffVisitor) async throws -> ExportedList {
        let procedure = try await visitor.register.currentProcedure()
        let accounts = try await visitor.accounts.all()
        let today = site.today
        let summaries = Summaries(register: visitor.register, accounts: accounts, procedure: procedure, today: today)
        switch book {
        case .register:
            let asked = RegisterFilter(form.asked, under: procedure, handlers: summaries.handlers)
            let filter = CaseFilter(asked, today: today)
            return ExportedList(scope: ExportScope(asked), filter: filter, summarised: .whole(summaries))
        case .receptions:
            let asked = ReceptionFilter(form.asked)
            let filter = CaseFilter(asked, today: today)
            return ExportedList(scope: ExportScope(asked), filter: filter, summarised: .whole(summaries))
        }
    }

    /// Its bytes. Nothing leaves the house that is not on record.
    private func answer(
        _ list: ExportedList,
        _ format: ExportFormat,
        _ visitor: StaffVisitor,
        _ logger: Logger
    ) async throws -> Response {
        let copy = list.scope.isPseudonymised ? " \(SitePart.pseudonymised.rawValue)" : ""
        try await visitor.record(.exported, of: nil, detail: "\(list.scope.book.rawValue) \(format.rawValue)\(copy)")
        let now = site.world.now()
        let pieces = ExportWriter(list, as: format, for: visitor, press: site.press, now: now, logger)
        let name = list.scope.fileName(format, on: now.civilDate, site.press)
        let body = ResponseBody { output in
            var pieces = pieces
            while let piece = try await pieces.next() { try await output.write(ByteBuffer(bytes: piece)) }
            try await output.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: format == .table ? "text/csv; charset=utf-8; header=present" : "application/json",
                .contentDisposition: ContentDisposition.attachment(FileName(name)),
                .contentSecurityPolicy: SecurityHeaders<Visit>.sandbox,
            ],
            body: body
        )
    }
}
