import Complaints
import HTTPTypes
import Hummingbird
import Pages
import Registry

/// Where somebody signed in makes and ends the tokens of their own programs (docs/decisions/0024).
struct TokensDesk: Sendable {
    let site: Site

    private var door: StaffDoor { StaffDoor(site: site) }

    /// What `fait` says once one is ended.
    private static let done = "fin"

    /// `GET /compte/jetons`.
    func show(_ request: Request, _: Visit) async throws -> Response {
        let visitor = try await door.visitor(request)
        return try await page(visitor, notice: Query(of: request)["fait"] == Self.done ? .ended : nil)
    }

    /// `POST /compte/jetons`: makes one, after the password (S-58), and shows it once.
    func make(_ request: Request, _ visit: Visit) async throws -> Response {
        try await take(request) { visitor, form in
            let typed = TokenForm(form)
            guard let order = typed.order else {
                return try await page(visitor, form, typed.mistakes, status: .unprocessableContent)
            }
            return try await door.confirmed(visitor, form, request, visit, back: Path.ownTokens) {
                try await make(order, form, visitor)
            }
        }
    }

    /// `POST /compte/jetons/fin`: ends one; what takes rights away does not wait.
    func end(_ request: Request, _: Visit) async throws -> Response {
        try await take(request) { visitor, form in
            try await visitor.accounts.endToken(form.only("identifiant"), of: visitor.account.id)
            return .redirect(to: Path.done(Self.done, at: Path.ownTokens), type: .normal)
        }
    }

    private func make(_ order: TokenOrder, _ form: FormData, _ visitor: StaffVisitor) async throws -> Response {
        do {
            let token = try await visitor.accounts.makeToken(order, for: visitor.account.id)
            let page = SecretMadePage.token(
                token.text,
                named: order.name,
                endsOn: order.endsOn,
                signedIn: door.reader(visitor),
                press: site.press
            )
            return site.page(page)
        } catch TokenRefusal.ownerIsOut {
            throw StaffDoor.Closed()
        } catch TokenRefusal.tooMany(let most) {
            return try await page(visitor, form, notice: .tooMany(most: most), status: .unprocessableContent)
        } catch TokenRefusal.endIsOver {
            return try await page(visitor, form, ["jusqu_au": .endIsOver], status: .unprocessableContent)
        } catch TokenRefusal.endTooFar(let latest) {
            let mistakes: [String: TokenMistake] = ["jusqu_au": .endTooFar(latest: latest)]
            return try await page(visitor, form, mistakes, status: .unprocessableContent)
        }
    }

    private func take(
        _ request: Request,
        _ act: (StaffVisitor, FormData) async throws -> Response
    ) async throws -> Response {
        let visitor = try await door.visitor(request)
        return try await door.take(request, of: visitor) { unaccepted in
            try await page(visitor, notice: .expired, status: unaccepted.status)
        } does: { form in
            try await act(visitor, form)
        }
    }

    /// - Parameter form: one that was not done; nil for a fresh one.
    private func page(
        _ visitor: StaffVisitor,
        _ form: FormData? = nil,
        _ mistakes: [String: TokenMistake] = [:],
        notice: TokensPage.Notice? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let today = site.today
        let page = TokensPage(
            lines: try await visitor.accounts.tokens(of: visitor.account.id).map { $0.line(today) },
            values: form?.typed,
            mistakes: mistakes,
            standardEnd: today.adding(days: TokenOrder.standardDays),
            notice: notice,
            signedIn: door.reader(visitor),
            press: site.press
        )
        return site.page(page, status: status)
    }
}

/// A token as somebody asks for it.
struct TokenForm: Sendable {
    private let name: String
    private let end: CivilDate?
    private let scope: TokenScope?

    init(_ form: FormData) {
        name = form.only("nom").trimmed
        end = CivilDate(form.only("jusqu_au").trimmed)
        scope = TokenScope(rawValue: form.only("portee"))
    }

    /// What is to be made; nil where something of it cannot be read.
    var order: TokenOrder? {
        guard mistakes.isEmpty, let end, let scope else { return nil }
        return TokenOrder(name: name, scope: scope, endsOn: end)
    }

    /// What can be seen to be wrong, all of it.
    var mistakes: [String: TokenMistake] {
        var mistakes: [String: TokenMistake] = [:]
        let longest = TokenOrder.longestName
        if !AccountText.isName(name) || name.count > longest { mistakes["nom"] = .name(longest: longest) }
        if end == nil { mistakes["jusqu_au"] = .date }
        if scope == nil { mistakes["portee"] = .scope }
        return mistakes
    }
}

extension TokenStanding {
    /// As its owner's page shows it.
    fileprivate func line(_ today: CivilDate) -> TokensPage.Line {
        TokensPage.Line(
            id: id,
            name: name,
            scope: scope,
            madeAt: madeAt,
            endsOn: endsOn,
            usedOn: usedOn,
            today: today
        )
    }
}
