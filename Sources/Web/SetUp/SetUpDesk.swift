import Complaints
import HTTPTypes
import Hummingbird
import Pages
import Registry

/// The first start: whoever reads the link where the server was started opens the organisation and their own account
/// (S-55). What is typed is judged where commands have it judged.
struct SetUpDesk: Sendable {
    let site: Site

    /// What the form’s token is for.
    static let purpose = "premier-demarrage"

    /// `GET /premier-demarrage/{jeton}`: looking does not use the link.
    func form(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let link = try await link(visit) else { return gone() }
        return page(link)
    }

    /// `POST /premier-demarrage/{jeton}`: what the public will read, or the first page again, as the button says; otherwise
    /// all of it is opened, or nothing.
    func post(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let link = try await link(visit) else { return gone() }
        let form = try await site.forms.withoutFiles.read(request)
        let entry = SetUpEntry(form, today: site.today)
        guard site.formToken(form.only("jeton"), for: Self.purpose, binding: link.digest) != nil else {
            return page(link, entry, isExpired: true, status: .forbidden)
        }
        guard let founding = entry.founding else { return page(link, entry, status: .unprocessableContent) }
        switch form.only("etape") {
        case "apercu": return preview(founding, link, entry)
        case "modification": return page(link, entry)
        default: return try await found(founding, link, entry, request)
        }
    }

    /// Opens the organisation, and signs in whoever has: the link of the server and the password are shown, and the second
    /// factor is asked for from the next time on.
    private func found(
        _ founding: OrganisationFounding,
        _ link: StaffToken,
        _ entry: SetUpEntry,
        _ request: Request
    ) async throws -> Response {
        guard entry.wrong.isNothing else {
            return preview(founding, link, entry, entry.wrong, status: .unprocessableContent)
        }
        guard try await site.firstStart.found(founding, by: entry.founder, with: link) != nil else { return gone() }
        await site.registers.refresh()
        let register = try await site.register(for: request)
        guard let account = try await site.accounts(register.organisation).find(email: entry.founder.email) else {
            return .redirect(to: Path.signIn(then: Path.setUp), type: .normal)
        }
        let attempt = SignInAttempt(next: Path.setUp)
        return try await SignInDesk(site: site).open(account, register, request, attempt, after: .firstStart)
    }

    /// `GET /premier-demarrage`: its last page, for whoever may set the organisation.
    func last(_ request: Request, _: Visit) async throws -> Response {
        let door = StaffDoor(site: site)
        let visitor = try await door.setter(request)
        let organisation = visitor.register.organisation
        return site.page(
            SetUpDonePage(
                publicAddress: site.publicAddress(of: organisation),
                isLocal: site.isLocal(organisation),
                lines: try await site.upkeep(of: visitor.register).firstSteps,
                signedIn: door.reader(visitor),
                press: site.press
            )
        )
    }

    /// The link that was followed, while it is good.
    private func link(_ visit: Visit) async throws -> StaffToken? {
        guard let link = visit.parameters.get("jeton").flatMap({ StaffToken($0) }),
            try await site.firstStart.isOpen(to: link)
        else { return nil }
        return link
    }

    private func page(
        _ link: StaffToken,
        _ entry: SetUpEntry? = nil,
        isExpired: Bool = false,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let page = SetUpPage(
            path: Path.setUp(link.text),
            token: token(of: link),
            typed: entry?.typed,
            wrong: isExpired ? [] : entry?.mistakes ?? [],
            isExpired: isExpired,
            press: site.press
        )
        return site.page(page, status: status)
    }

    private func preview(
        _ founding: OrganisationFounding,
        _ link: StaffToken,
        _ entry: SetUpEntry,
        _ wrong: SetUpPreviewPage.Wrong = SetUpPreviewPage.Wrong(),
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let page = SetUpPreviewPage(
            of: founding.procedure,
            at: site.world.now(),
            limits: .ours,
            hasRelay: site.hasRelay,
            path: Path.setUp(link.text),
            token: token(of: link),
            typed: entry.typed,
            wrong: wrong,
            press: site.press
        )
        return site.page(page, status: status)
    }

    private func token(of link: StaffToken) -> String {
        site.seal(site.newForm(), for: Self.purpose, binding: link.digest)
    }

    private func gone() -> Response { site.page(SetUpGonePage(press: site.press), status: .gone) }
}
