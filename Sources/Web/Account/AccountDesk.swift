import Complaints
import HTTPTypes
import Hummingbird
import Pages
import Registry

/// Where somebody signed in sees to their own account, whatever their roles (S-56).
struct AccountDesk: Sendable {
    let site: Site

    var door: StaffDoor { StaffDoor(site: site) }

    /// `GET /compte`.
    func show(_ request: Request, _: Visit) async throws -> Response {
        let visitor = try await door.visitor(request)
        return try await page(visitor, Query(of: request)["fait"].flatMap(AccountPage.Notice.init))
    }

    /// `POST /compte/sessions`: ends one, or all but this one.
    func endSessions(_ request: Request, _: Visit) async throws -> Response {
        try await take(request) { visitor, form in
            switch form.only("session") {
            case "autres": try await visitor.accounts.endOthers(of: visitor.account.id, than: visitor.session)
            case let id: try await visitor.accounts.end(session: id, of: visitor.account.id)
            }
            return done(.sessions)
        }
    }

    /// `POST /compte/mot-de-passe`: the old one is asked for, and every other session ends.
    func changePassword(_ request: Request, _ visit: Visit) async throws -> Response {
        try await take(request) { visitor, form in
            let (accounts, account) = (visitor.accounts, visitor.account)
            let chosen = ChosenPassword(form)
            let mistakes = chosen.mistakes(for: account, of: visitor.register.organisation)
            let (old, address) = (form.only("ancien"), site.address(of: request, visit))
            switch try await accounts.verify(email: account.email, password: old, from: address, for: .confirmed) {
            case .refused:
                return try await page(visitor, mistakes: mistakes, old: .wrong, status: .unprocessableContent)
            case .wait: return try await page(visitor, mistakes: mistakes, old: .wait, status: .tooManyRequests)
            case .accepted: break
            }
            guard mistakes.isEmpty else {
                return try await page(visitor, mistakes: mistakes, status: .unprocessableContent)
            }
            guard let changed = try await accounts.change(account.id, AccountChange(password: chosen.text)) else {
                throw StaffDoor.Closed()
            }
            var response = done(.password)
            let token = try await accounts.begin(for: changed, after: .sameSession)
            site.cookies.set(StaffDoor.cookie, to: token.text, for: StaffSession.totalHours * 3600, on: &response)
            return response
        }
    }

    /// `POST /compte/lettre-du-jour` and `POST /compte/lettre`: has a regular letter come, or not any more.
    func change(_ letter: RegularLetter) -> @Sendable (Request, Visit) async throws -> Response {
        { request, _ in
            try await take(request) { visitor, form in
                try await visitor.accounts.want(letter, form.only("lettre") != "non", of: visitor.account.id)
                return done(.letter)
            }
        }
    }

    /// None for those whom the regular letters are not for.
    private func letters(_ visitor: StaffVisitor) async throws -> [RegularLetter: Bool] {
        guard !visitor.officer.roles.isDisjoint(with: RegularLetter.readers) else { return [:] }
        return try await visitor.accounts.wantedLetters(visitor.account.id)
    }

    /// What a form of this page does; one of an earlier session does nothing, and the page says so.
    func take(
        _ request: Request,
        _ act: (StaffVisitor, FormData) async throws -> Response
    ) async throws -> Response {
        let visitor = try await door.visitor(request)
        return try await door.take(request, of: visitor) { unaccepted in
            try await page(visitor, .expired, status: unaccepted.status)
        } does: { form in
            try await act(visitor, form)
        }
    }

    func done(_ notice: AccountPage.Notice) -> Response {
        .redirect(to: Path.done(notice.rawValue, at: Path.account), type: .normal)
    }

    func page(
        _ visitor: StaffVisitor,
        _ notice: AccountPage.Notice? = nil,
        mistakes: [NewPassword.Mistake] = [],
        old: PasswordTrouble? = nil,
        absence: AbsenceForm? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let sessions = try await visitor.accounts.sessions(of: visitor.account.id).map { session in
            AccountPage.Session(
                id: session.id,
                since: session.startedAt,
                seen: session.seenAt,
                isThis: session.id == visitor.standing.id
            )
        }
        let page = AccountPage(
            email: visitor.account.email,
            sessions: sessions,
            asksFactor: visitor.register.organisation.needsSecondFactor,
            factor: try await factor(of: visitor).map { ($0.since, $0.recoveryCodes) },
            identity: try await identity(of: visitor),
            letters: try await letters(visitor),
            hasRelay: site.hasRelay,
            absence: try await visitor.absenceDraft(of: visitor.account, absence, today: site.today),
            calendar: try await calendar(of: visitor),
            notice: notice,
            mistakes: mistakes,
            oldPassword: old,
            signedIn: door.reader(visitor),
            press: site.press
        )
        return site.page(page, status: status)
    }

    /// Nil where the organisation does without, or began to ask for one within this session.
    func factor(of visitor: StaffVisitor) async throws -> SecondFactorStanding? {
        guard visitor.register.organisation.needsSecondFactor else { return nil }
        return try await visitor.register.secondFactors(of: visitor.accounts).standing(of: visitor.account.id)
    }
}
