import Complaints
import HTTPTypes
import Hummingbird
import Pages
import Registry

/// Where an administrator sees to one account. What gives rights asks for the password again (S-58); what takes them away
/// does not wait.
struct AccountSheetDesk: Sendable {
    let site: Site

    /// What may be done, by the last part of the address.
    enum Act: String, CaseIterable {
        case change = "reglage"
        case invite = "invitation"
        case reset = "remise"
        case disable = "desactivation"
        case enable = "reactivation"
        case sessions
        case absence

        /// Whether it gives somebody rights, or a way in.
        var givesRights: Bool { ![.disable, .sessions, .absence].contains(self) }
    }

    private var door: StaffDoor { StaffDoor(site: site) }

    /// `GET /reglages/comptes/{id}`.
    func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.administrator(request)
        let notice = Query(of: request)["fait"].flatMap(AccountSheetPage.Notice.init)
        return try await page(try await standing(visit, visitor), visitor, notice)
    }

    /// `GET /reglages/comptes/{id}/{acte}`: leads to the account, where its forms are.
    func lead(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.administrator(request)
        let standing = try await standing(visit, visitor)
        return .redirect(to: Path.account(standing.account.id), type: .normal)
    }

    /// `POST /reglages/comptes/{id}/{acte}`.
    func act(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.administrator(request)
        let standing = try await standing(visit, visitor)
        guard let act = visit.parameters.get("acte").flatMap(Act.init) else { throw HTTPError(.notFound) }
        return try await door.take(request, of: visitor) { unaccepted in
            try await page(standing, visitor, refused: .expired, status: unaccepted.status)
        } does: { form in
            try await consider(act, form, standing, visitor, request, visit)
        }
    }

    /// Judges what was typed, and asks for the password where rights are given.
    private func consider(
        _ act: Act,
        _ form: FormData,
        _ standing: AccountStanding,
        _ visitor: StaffVisitor,
        _ request: Request,
        _ visit: Visit
    ) async throws -> Response {
        let typed = AccountForm(form)
        guard act != .change || typed.shown == standing.account.shown else {
            return try await overtaken(typed, standing, visitor)
        }
        let mistakes = act == .change ? typed.mistakes(isNew: false) : [:]
        guard mistakes.isEmpty else {
            return try await page(standing, visitor, draft: typed.draft(mistakes), status: .unprocessableContent)
        }
        let back = Path.account(standing.account.id)
        guard act.givesRights else { return try await answer(act, form, standing, visitor) }
        return try await door.confirmed(visitor, form, request, visit, back: back) {
            try await answer(act, form, standing, visitor)
        }
    }

    /// What came of an act, or why nothing was done.
    private func answer(
        _ act: Act,
        _ form: FormData,
        _ standing: AccountStanding,
        _ visitor: StaffVisitor
    ) async throws -> Response {
        do {
            return try await perform(act, form, standing.account, visitor)
        } catch AccountRefusal.unknown {
            throw Register.Failure.unknown
        } catch AccountRefusal.changedMeanwhile {
            let now = try await self.standing(standing.account.id, visitor)
            return try await overtaken(AccountForm(form), now, visitor)
        } catch let refusal as AccountRefusal {
            let draft = refusal.mistakes.map { AccountForm(form).draft($0) }
            return try await page(
                standing,
                visitor,
                refused: refusal.refused,
                draft: draft,
                status: .unprocessableContent
            )
        }
    }

    /// The form again, with all that was typed, and what somebody else has set since it was opened.
    private func overtaken(
        _ typed: AccountForm,
        _ standing: AccountStanding,
        _ visitor: StaffVisitor
    ) async throws -> Response {
        try await page(
            standing,
            visitor,
            refused: .overtaken,
            outdated: typed.shown,
            draft: typed.draft(typed.mistakes(isNew: false)),
            status: .conflict
        )
    }

    private func perform(
        _ act: Act,
        _ form: FormData,
        _ account: Account,
        _ visitor: StaffVisitor
    ) async throws -> Response {
        let administration = try await visitor.administration(mails: site.hasRelay)
        let desk = AccountsDesk(site: site)
        switch act {
        case .change:
            if let change = AccountForm(form).change(of: account) {
                try await administration.change(account.id, change, from: account)
            }
            return done(.changed, account)
        case .invite: return desk.handing(try await administration.invite(account.id), to: account, .invited, visitor)
        case .reset: return desk.handing(try await administration.reset(account.id), to: account, .reset, visitor)
        case .disable:
            try await administration.disable(account.id)
            return done(.disabled, account)
        case .enable:
            try await administration.change(account.id, AccountChange(enables: true))
            return done(.enabled, account)
        case .sessions:
            let session = form.only("session")
            guard !session.isEmpty else { throw HTTPError(.badRequest) }
            try await administration.endSessions(of: account.id, only: session == "toutes" ? nil : session)
            return done(.sessions, account)
        case .absence:
            let absence = AbsenceForm(form)
            if let wrong = try await absence.note(of: account, by: visitor) {
                return try await page(
                    try await self.standing(account.id, visitor),
                    visitor,
                    absence: wrong,
                    status: .unprocessableContent
                )
            }
            return done(absence.ends ? .absenceEnded : .absence, account)
        }
    }

    private func done(_ notice: AccountSheetPage.Notice, _ account: Account) -> Response {
        .redirect(to: Path.done(notice.rawValue, at: Path.account(account.id)), type: .normal)
    }

    private func standing(_ visit: Visit, _ visitor: StaffVisitor) async throws -> AccountStanding {
        try await standing(visit.parameters.get("id") ?? "", visitor)
    }

    private func standing(_ id: String, _ visitor: StaffVisitor) async throws -> AccountStanding {
        guard let standing = try await visitor.accounts.standing(of: id) else { throw Register.Failure.unknown }
        return standing
    }

    private func page(
        _ standing: AccountStanding,
        _ visitor: StaffVisitor,
        _ notice: AccountSheetPage.Notice? = nil,
        refused: AccountSheetPage.Refused? = nil,
        outdated: AccountShown? = nil,
        draft: AccountDraft? = nil,
        absence: AbsenceForm? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let sessions = try await visitor.accounts.sessions(of: standing.account.id).map { session in
            AccountSheetPage.Session(id: session.id, since: session.startedAt, seen: session.seenAt)
        }
        let page = AccountSheetPage(
            of: standing.line(on: site.today),
            sessions: sessions,
            isOwn: standing.account.id == visitor.account.id,
            mails: site.hasRelay,
            absence: try await visitor.absenceDraft(of: standing.account, absence, today: site.today),
            notice: notice,
            refused: refused,
            outdated: outdated,
            draft: draft,
            signedIn: door.reader(visitor),
            press: site.press
        )
        return site.page(page, status: status)
    }
}

extension Account {
    /// As its page's form is made from it.
    fileprivate var shown: AccountShown {
        AccountShown(name: name, roles: officer.roles, expiresOn: expiresOn)
    }
}
