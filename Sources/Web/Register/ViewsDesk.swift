import Complaints
import HTTPTypes
import Hummingbird
import Pages
import Registry

/// Where the provider's people keep how they read the books (docs/decisions/0026).
struct ViewsDesk: Sendable {
    let site: Site

    private var door: StaffDoor { StaffDoor(site: site) }

    /// What `fait` says above the list that a view was made of.
    static let kept = "vue"

    /// What `fait` says.
    private static let done: [String: ViewsPage.Notice] = ["nom": .changed, "fin": .forgotten]

    /// `GET /vues`.
    func show(_ request: Request, _: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        return try await page(visitor, notice: Query(of: request)["fait"].flatMap { Self.done[$0] })
    }

    /// `POST /vues`: keeps filters and order under a name, and leads to what it shows.
    func keep(_ request: Request, _: Visit) async throws -> Response {
        try await take(request) { visitor, form in
            guard let book = LedgerBook(rawValue: form.only("livre")) else { throw HTTPError(.notFound) }
            let (filters, items) = try await asked(of: book, form, visitor)
            let name = form.only("nom").trimmed
            var draft = ViewDraft(of: book, items: items, values: form.typed, mistake: nil)
            guard Self.isName(name) else {
                let mistake = ViewMistake.name(longest: SavedView.longestName)
                draft = ViewDraft(of: book, items: items, values: form.typed, mistake: mistake)
                return try await page(visitor, draft, status: .unprocessableContent)
            }
            do {
                try await visitor.register.keepView(
                    of: book,
                    named: name,
                    filters: filters,
                    isShared: Self.isShared(form),
                    by: visitor.account.id
                )
            } catch ViewRefusal.tooMany(let most) {
                return try await page(visitor, draft, notice: .tooMany(most: most), status: .unprocessableContent)
            }
            let address = Path.done(Self.kept, at: book.path)
            return .redirect(to: filters.isEmpty ? address : "\(address)&\(filters)", type: .normal)
        }
    }

    /// `POST /vues/nom`: another name, or shared from now on or no more.
    func change(_ request: Request, _: Visit) async throws -> Response {
        try await take(request) { visitor, form in
            let name = form.only("nom").trimmed
            guard Self.isName(name) else {
                let notice = ViewsPage.Notice.unnamed(longest: SavedView.longestName)
                return try await page(visitor, notice: notice, status: .unprocessableContent)
            }
            try await visitor.register.changeView(
                form.only("identifiant"),
                of: visitor.account.id,
                name: name,
                isShared: Self.isShared(form)
            )
            return .redirect(to: Path.done("nom", at: Path.views), type: .normal)
        }
    }

    /// `POST /vues/fin`.
    func forget(_ request: Request, _: Visit) async throws -> Response {
        try await take(request) { visitor, form in
            try await visitor.register.forgetView(form.only("identifiant"), of: visitor.account.id)
            return .redirect(to: Path.done("fin", at: Path.views), type: .normal)
        }
    }

    /// What a form says to be shown, as an address has it: understood first, so that nothing else is ever kept.
    private func asked(
        of book: LedgerBook,
        _ form: FormData,
        _ visitor: StaffVisitor
    ) async throws -> (filters: String, items: [(name: String, value: String)]) {
        switch book {
        case .register:
            let known = try await visitor.register.currentProcedure().knownStakeholders
            let filter = RegisterFilter(form.asked, stakeholders: known).kept
            return (filter.asked, ExportScope(filter).items)
        case .receptions:
            let filter = ReceptionFilter(form.asked)
            return (filter.asked, ExportScope(filter).items)
        }
    }

    private static func isName(_ text: String) -> Bool {
        AccountText.isName(text) && text.count <= SavedView.longestName
    }

    private static func isShared(_ form: FormData) -> Bool { form.only("partagee") == "oui" }

    private func take(
        _ request: Request,
        _ act: (StaffVisitor, FormData) async throws -> Response
    ) async throws -> Response {
        let visitor = try await door.enter(request)
        return try await door.take(request, of: visitor) { unaccepted in
            try await page(visitor, notice: .expired, status: unaccepted.status)
        } does: { form in
            try await act(visitor, form)
        }
    }

    private func page(
        _ visitor: StaffVisitor,
        _ draft: ViewDraft? = nil,
        notice: ViewsPage.Notice? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let page = ViewsPage(
            views: try await visitor.viewLines(),
            draft: draft,
            notice: notice,
            signedIn: door.reader(visitor),
            press: site.press
        )
        return site.page(page, status: status)
    }
}

extension FormData {
    /// The values that stand there once, by name, as those of an address are read (`Query`).
    var asked: [String: String] {
        Dictionary(grouping: fields, by: \.name).filter { $0.value.count == 1 }.mapValues { $0[0].value }
    }
}

extension StaffHand {
    /// The views in their list.
    func viewLines() async throws -> [ViewLine] {
        let views = try await register.views(of: account.id)
        let isAlone = views.allSatisfy { $0.account == account.id }
        let people = isAlone ? [] : try await accounts.all()
        let names = Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0.name) })
        return views.map { view in
            ViewLine(
                id: view.id,
                book: view.book,
                name: view.name,
                filters: view.filters,
                isShared: view.isShared,
                owner: view.account == account.id ? nil : names[view.account] ?? view.account
            )
        }
    }
}
