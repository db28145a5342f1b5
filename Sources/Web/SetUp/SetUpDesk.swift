import Complaints
import HTTPTypes
import Hummingbird
import Pages
import Registry

/// The first start: whoever reads the link where the server was started opens the organisation and their own account
/// (S-55). What is typed is judged where commands have it judged.
struct SetUpDesk: Sendable {
    let site: Site

    /// What the form's token is for, and what the sign-in page is told afterwards.
    static let purpose = "premier-demarrage"

    /// `GET /premier-demarrage/{jeton}`: looking does not use the link.
    func form(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let link = try await link(visit) else { return gone() }
        return page(link)
    }

    /// `POST /premier-demarrage/{jeton}`: all of it, or nothing.
    func found(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let link = try await link(visit) else { return gone() }
        let form = try await site.forms.withoutFiles.read(request)
        let entry = SetUpEntry(form, today: site.today)
        guard site.formToken(form.only("jeton"), for: Self.purpose, binding: link.digest) != nil else {
            return page(link, entry, isExpired: true, status: .forbidden)
        }
        guard entry.wrong.isNothing, let founding = entry.founding else {
            return page(link, entry, status: .unprocessableContent)
        }
        guard try await site.firstStart.found(founding, by: entry.founder, with: link) != nil else { return gone() }
        // The sign-in that follows finds it.
        await site.registers.refresh()
        return .redirect(to: Path.signIn(done: Self.purpose, then: Path.setUp), type: .normal)
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
            token: site.seal(site.newForm(), for: Self.purpose, binding: link.digest),
            typed: entry?.typed,
            wrong: isExpired ? SetUpPage.Wrong() : entry?.wrong ?? SetUpPage.Wrong(),
            isExpired: isExpired,
            press: site.press
        )
        return site.page(page, status: status)
    }

    private func gone() -> Response { site.page(SetUpGonePage(press: site.press), status: .gone) }
}
