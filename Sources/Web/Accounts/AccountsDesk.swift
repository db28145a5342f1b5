import Complaints
import HTTPTypes
import Hummingbird
import Mail
import Pages
import Registry
import Storage

/// Where an administrator sees to the accounts of the provider's people, and to nothing else (S-55, S-56, R-67).
struct AccountsDesk: Sendable {
    let site: Site

    var door: StaffDoor { StaffDoor(site: site) }

    /// `GET /reglages/comptes`.
    func list(_ request: Request, _: Visit) async throws -> Response {
        try await page(try await door.administrator(request))
    }

    /// `POST /reglages/comptes`: invites somebody.
    func invite(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.administrator(request)
        return try await door.take(request, of: visitor) { unaccepted in
            try await page(visitor, isExpired: true, status: unaccepted.status)
        } does: { form in
            try await invite(form, visitor, request, visit)
        }
    }

    private func invite(
        _ form: FormData,
        _ visitor: StaffVisitor,
        _ request: Request,
        _ visit: Visit
    ) async throws -> Response {
        let typed = AccountForm(form)
        let mistakes = typed.mistakes(isNew: true)
        guard mistakes.isEmpty else {
            return try await page(visitor, typed.draft(mistakes), status: .unprocessableContent)
        }
        return try await door.confirmed(visitor, form, request, visit, back: Path.accounts) {
            try await add(typed, visitor)
        }
    }

    private func add(_ typed: AccountForm, _ visitor: StaffVisitor) async throws -> Response {
        let administration = try await visitor.administration(mails: site.hasRelay)
        do {
            let added = try await administration.add(typed.newcomer)
            let link = try await administration.invite(added.id)
            return handing(link, to: added, .added, visitor)
        } catch StorageError.duplicate {
            return try await page(visitor, typed.draft(["courriel": .taken]), status: .unprocessableContent)
        } catch let refusal as AccountRefusal {
            guard let mistakes = refusal.mistakes else { throw refusal }
            return try await page(visitor, typed.draft(mistakes), status: .unprocessableContent)
        }
    }

    /// After a link was made: it has left by mail, or is shown once.
    func handing(
        _ link: StaffToken,
        to account: Account,
        _ notice: AccountSheetPage.Notice,
        _ visitor: StaffVisitor
    ) -> Response {
        let back = Path.account(account.id)
        guard !site.hasRelay else { return .redirect(to: Path.done(notice.rawValue, at: back), type: .normal) }
        let address = site.publicAddress(of: visitor.register.organisation) + Path.invitation(link.text)
        let page = AccountLinkPage(
            name: account.name,
            link: address,
            hours: Accounts.invitationHours,
            next: back,
            signedIn: door.reader(visitor),
            press: site.press
        )
        return site.page(page)
    }

    private func page(
        _ visitor: StaffVisitor,
        _ draft: AccountDraft? = nil,
        isExpired: Bool = false,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let page = AccountsPage(
            lines: try await visitor.accounts.standings().map { $0.line(on: site.today) },
            draft: draft,
            isExpired: isExpired,
            mails: site.hasRelay,
            signedIn: door.reader(visitor),
            press: site.press
        )
        return site.page(page, status: status)
    }
}

extension StaffDoor {
    /// Whoever is signed in and administers accounts. - Throws: `Closed`; `Refused` for everybody else.
    func administrator(_ request: Request) async throws -> StaffVisitor {
        let visitor = try await visitor(request)
        guard visitor.officer.administersAccounts else { throw Refused() }
        return visitor
    }
}

extension StaffVisitor {
    /// The administration of accounts by their hand. - Parameter mails: whether links leave by mail.
    func administration(mails: Bool) async throws -> AccountAdministration {
        register.administration(
            of: accounts,
            isOnePerson: try await register.currentProcedure().isOnePerson,
            mails: mails
        )
    }
}

extension AccountStanding {
    /// As a page shows it.
    func line(on today: CivilDate) -> AccountLine {
        AccountLine(
            id: account.id,
            name: account.name,
            email: account.email,
            roles: Set(account.roles.compactMap(Role.init(rawValue:))),
            state: state(on: today),
            hasSecondFactor: hasSecondFactor,
            lastSignIn: lastSignIn,
            expiresOn: account.expiresOn
        )
    }

    private func state(on today: CivilDate) -> AccountLine.State {
        if account.disabledAt != nil { return .disabled }
        if !account.isOpen(on: today) { return .over }
        return account.hasPassword ? .open : isInvited ? .invited : .waiting
    }
}
