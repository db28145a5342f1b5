import HTTPTypes
import Hummingbird
import Pages
import Registry

/// Where a link lets somebody choose their password, once (S-55): for a new account, or for a password forgotten. Whoever
/// gave the link never knows the password.
struct InvitationDesk: Sendable {
    let site: Site

    /// What the form's token is for.
    static let purpose = "invitation"
    /// What the sign-in page is told afterwards.
    static let noun = "mot-de-passe"

    /// A link that is still good, and whose it is.
    private struct Invitation {
        let link: StaffToken
        let account: Account
        let accounts: Accounts
        let organisation: Organisation
    }

    /// `GET /invitation/{jeton}`: looking does not use the link.
    func form(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let invitation = try await find(request, visit) else { return try await gone(request) }
        return page(invitation)
    }

    /// `POST /invitation/{jeton}`.
    func choose(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let invitation = try await find(request, visit) else { return try await gone(request) }
        let form = try await site.forms.withoutFiles.read(request)
        guard isOurs(form.only("jeton"), invitation.link) else {
            return page(invitation, isExpired: true, status: .forbidden)
        }
        let password = ChosenPassword(form)
        let mistakes = password.mistakes(for: invitation.account, of: invitation.organisation)
        guard mistakes.isEmpty else { return page(invitation, mistakes, status: .unprocessableContent) }
        guard try await invitation.accounts.choose(password: password.text, with: invitation.link) != nil else {
            return try await gone(request)
        }
        return .redirect(to: Path.done(Self.noun, at: Path.signIn), type: .normal)
    }

    private func find(_ request: Request, _ visit: Visit) async throws -> Invitation? {
        let organisation = try await site.register(for: request).organisation
        let accounts = site.accounts(organisation)
        guard let link = visit.parameters.get("jeton").flatMap({ StaffToken($0) }),
            let account = try await accounts.account(invitedBy: link)
        else { return nil }
        return Invitation(link: link, account: account, accounts: accounts, organisation: organisation)
    }

    private func page(
        _ invitation: Invitation,
        _ mistakes: [NewPassword.Mistake] = [],
        isExpired: Bool = false,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let token = site.seal(site.newForm(), for: Self.purpose, binding: invitation.link.digest)
        let page = InvitationPage(
            providerName: invitation.organisation.name,
            path: Path.invitation(invitation.link.text),
            token: token,
            name: invitation.account.name,
            email: invitation.account.email,
            mistakes: mistakes,
            isExpired: isExpired,
            press: site.press
        )
        return site.page(page, status: status)
    }

    private func gone(_ request: Request) async throws -> Response {
        let name = try await site.register(for: request).organisation.name
        return site.page(InvitationGonePage(providerName: name, press: site.press), status: .gone)
    }

    private func isOurs(_ token: String, _ link: StaffToken) -> Bool {
        site.formToken(token, for: Self.purpose, binding: link.digest) != nil
    }
}
