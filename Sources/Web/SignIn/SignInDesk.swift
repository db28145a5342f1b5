import Complaints
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Registry

/// In and out.
struct SignInDesk: Sendable {
    let site: Site

    static let purpose = "connexion"

    /// `GET /connexion`.
    func form(_ request: Request, _: Visit) async throws -> Response {
        let register = try await site.register(for: request)
        let next = request.uri.queryParameters["suite"].map(String.init) ?? ""
        return site.page(page(register, email: "", next: next, failed: false))
    }

    /// `POST /connexion`: the same words for every cause of refusal (S-44).
    func signIn(_ request: Request, _ visit: Visit) async throws -> Response {
        let register = try await site.register(for: request)
        let form = try await site.forms.read(request)
        let (email, next) = (form.shown("courriel"), form.shown("suite"))
        guard isOurs(form.shown("jeton")) else {
            return site.page(page(register, email: email, next: next, failed: true), status: .forbidden)
        }
        let accounts = site.accounts(register.organisation)
        let password = form.shown("mot_de_passe")
        switch try await accounts.verify(email: email, password: password, from: visit.peer ?? "") {
        case .accepted(let account): return try await open(account, accounts, request, next)
        case .refused:
            return site.page(page(register, email: email, next: next, failed: true), status: .unauthorized)
        case .wait(let seconds):
            var response = site.page(
                page(register, email: email, next: next, failed: true),
                status: .tooManyRequests
            )
            response.headers[.retryAfter] = String(seconds)
            return response
        }
    }

    /// `POST /deconnexion`.
    func signOut(_ request: Request, _: Visit) async throws -> Response {
        let door = StaffDoor(site: site)
        let visitor = try await door.enter(request)
        _ = try await door.form(request, of: visitor)
        try await visitor.accounts.end(visitor.session)
        var response = Response.redirect(to: Path.signIn, type: .normal)
        site.cookies.clear(StaffDoor.cookie, on: &response)
        if let name = HTTPField.Name("Clear-Site-Data") { response.headers[name] = "\"cache\", \"storage\"" }
        return response
    }

    private func open(
        _ account: Account,
        _ accounts: Accounts,
        _ request: Request,
        _ next: String
    ) async throws -> Response {
        let old = site.cookies.value(StaffDoor.cookie, of: request).flatMap { StaffToken($0) }
        let token = try await accounts.begin(for: account, replacing: old)
        // Only to a page of ours: never to another host, however it is written.
        let isLocal = next.hasPrefix("/") && !next.hasPrefix("//") && !next.contains("\\")
        let isClean = next.unicodeScalars.allSatisfy { $0.value > 32 && $0.value < 127 }
        var response = Response.redirect(to: isLocal && isClean ? next : Path.dashboard, type: .normal)
        site.cookies.set(StaffDoor.cookie, to: token.text, for: StaffSession.totalHours * 3600, on: &response)
        return response
    }

    private func page(_ register: Register, email: String, next: String, failed: Bool) -> SignInPage {
        let token = FormToken(random: site.world.bytes(16), at: site.seconds)
            .sealed(for: Self.purpose, with: site.formKey)
        return SignInPage(
            providerName: register.organisation.name,
            token: token,
            next: next,
            email: email,
            failed: failed,
            press: site.press
        )
    }

    private func isOurs(_ token: String) -> Bool {
        (try? FormToken.check(token, for: Self.purpose, at: site.seconds, with: site.formKey)) != nil
    }
}
