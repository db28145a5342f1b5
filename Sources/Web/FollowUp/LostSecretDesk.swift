import Complaints
import HTTPTypes
import Hummingbird
import Pages
import Registry

/// Where somebody who lost a tracking secret gets another, through the e-mail address that the case file has (S-49).
struct LostSecretDesk: Sendable {
    let site: Site

    /// The cookie that tells the browser that asked.
    static let cookie = "suivi-acces"
    /// What the token of the form that asks is for.
    static let purpose = "code-perdu"
    /// What the token of the button behind the link is for.
    static let linkPurpose = "code-nouveau"

    /// `GET /suivi/acces`.
    func form(_ request: Request, _: Visit) async throws -> Response {
        try await page(.asking(nil), try await site.register(for: request))
    }

    /// `POST /suivi/acces`: the same page whatever is known of what was typed (S-44).
    func ask(_ request: Request, _ visit: Visit) async throws -> Response {
        let register = try await site.register(for: request)
        let form = try await site.forms.withoutFiles.read(request)
        guard isOurs(form, Self.purpose) else { return try await page(.asking(.expired), register, .forbidden) }
        guard site.hasRelay else { return try await page(.asking(nil), register) }
        try site.room.demandRoomForWords()
        let asked = try await register.requestSecret(
            reference: form.only("reference"),
            email: form.only("courriel"),
            from: site.address(of: request, visit),
            in: site.sessionToken(Self.cookie, of: request)
        )
        switch asked {
        case .taken(let browser):
            var response = try await page(.asked, register)
            site.cookies.set(Self.cookie, to: browser.text, for: SecretRequest.lifetime, on: &response)
            return response
        case .wait(let seconds):
            return try await page(.asking(.tooMany), register, .tooManyRequests)
                .retry(after: seconds)
        }
    }

    /// `GET /suivi/acces/{lien}`: the button; it changes nothing, whatever reads mail before people do.
    func follow(_ request: Request, _ visit: Visit) async throws -> Response {
        let register = try await site.register(for: request)
        guard let (link, browser) = tokens(request, visit), try await register.isGood(link, in: browser) else {
            return try await page(.gone, register, .gone)
        }
        return try await page(.confirming(link: link.text), register)
    }

    /// `POST /suivi/acces/{lien}`: the new secret, shown once.
    func replace(_ request: Request, _ visit: Visit) async throws -> Response {
        let register = try await site.register(for: request)
        let form = try await site.forms.withoutFiles.read(request)
        guard isOurs(form, Self.linkPurpose) else { return try await page(.gone, register, .forbidden) }
        guard let (link, browser) = tokens(request, visit),
            let secret = try await register.replaceSecret(by: link, in: browser)
        else { return try await page(.gone, register, .gone) }
        var response = try await page(.given(secret.readable), register)
        site.cookies.clear(FollowUpDoor.cookie, on: &response)
        return response
    }

    /// The link's token and the browser's; nil where either is none.
    private func tokens(_ request: Request, _ visit: Visit) -> (link: StaffToken, browser: StaffToken)? {
        guard let link = visit.parameters.get("lien").flatMap({ StaffToken($0) }),
            let browser = site.sessionToken(Self.cookie, of: request)
        else { return nil }
        return (link, browser)
    }

    private func page(
        _ step: LostSecretPage.Step,
        _ register: Register,
        _ status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let purpose = if case .confirming = step { Self.linkPurpose } else { Self.purpose }
        let page = LostSecretPage(
            step,
            token: site.seal(site.newForm(), for: purpose),
            hasRelay: site.hasRelay,
            procedure: try await register.currentProcedure(),
            press: site.press
        )
        return site.page(page, status: status)
    }

    private func isOurs(_ form: FormData, _ purpose: String) -> Bool {
        site.formToken(form.only("jeton"), for: purpose) != nil
    }
}
