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
        let next = Query(of: request)["suite"] ?? ""
        return site.page(page(register, Attempt(next: next), failed: false))
    }

    /// The sign-in for somebody whose session was over when they sent a form: it carries their words.
    func resume(_ request: Request) async throws -> Response {
        let register = try await site.register(for: request)
        let form: FormData
        do {
            form = try await site.forms.withoutFiles.read(request)
        } catch let rejection as FormRejection {
            form = rejection.read
        }
        let attempt = Attempt(next: request.uri.path, carried: CarriedForm(sent: form))
        return site.page(page(register, attempt, failed: false), status: .unauthorized)
    }

    /// `POST /connexion`: the same words for every cause of refusal (S-44).
    func signIn(_ request: Request, _ visit: Visit) async throws -> Response {
        let register = try await site.register(for: request)
        let form = try await site.forms.withoutFiles.read(request)
        let attempt = Attempt(form)
        guard isOurs(form.only("jeton")) else {
            return site.page(page(register, attempt, failed: true), status: .forbidden)
        }
        let accounts = site.accounts(register.organisation)
        let (password, address) = (form.only("mot_de_passe"), site.address(of: request, visit))
        switch try await accounts.verify(email: attempt.email, password: password, from: address) {
        case .accepted(let account): return try await open(account, accounts, register, request, attempt)
        case .refused: return site.page(page(register, attempt, failed: true), status: .unauthorized)
        case .wait(let seconds):
            var response = site.page(page(register, attempt, failed: true), status: .tooManyRequests)
            response.headers[.retryAfter] = String(seconds)
            return response
        }
    }

    /// `POST /deconnexion`. Somebody whose session is over already is out.
    func signOut(_ request: Request, _: Visit) async throws -> Response {
        let door = StaffDoor(site: site)
        do {
            let visitor = try await door.visitor(request)
            _ = try await door.form(request, of: visitor)
            try await visitor.accounts.end(visitor.session)
        } catch is StaffDoor.Closed {}
        var response = Response.redirect(to: Path.signIn, type: .normal)
        site.cookies.clear(StaffDoor.cookie, on: &response)
        if let name = HTTPField.Name("Clear-Site-Data") { response.headers[name] = "\"cache\", \"storage\"" }
        return response
    }

    private func open(
        _ account: Account,
        _ accounts: Accounts,
        _ register: Register,
        _ request: Request,
        _ attempt: Attempt
    ) async throws -> Response {
        let old = site.cookies.value(StaffDoor.cookie, of: request).flatMap { StaffToken($0) }
        let token = try await accounts.begin(for: account, replacing: old)
        let visitor = StaffVisitor(
            register: register,
            accounts: accounts,
            account: account,
            session: token,
            reads: true
        )
        var response =
            try await shown(attempt, visitor)
            ?? .redirect(to: attempt.isOfOurs ? attempt.next : Path.dashboard, type: .normal)
        site.cookies.set(StaffDoor.cookie, to: token.text, for: StaffSession.totalHours * 3600, on: &response)
        return response
    }

    /// The page of the form that the sign-in carried, its words in it; nil where it carried none.
    private func shown(_ attempt: Attempt, _ visitor: StaffVisitor) async throws -> Response? {
        let segments = attempt.next.split(separator: "/").map(String.init)
        guard !attempt.carried.fields.isEmpty, StaffDoor(site: site).mayEnter(visitor) else { return nil }
        let form = attempt.carried.form
        if attempt.next == Path.transcription {
            return try await TranscriptionDesk(site: site).resume(form, visitor)
        }
        if "/\(segments[0])" == Path.discontents {
            return try await DiscontentDesk(site: site).resume(segments, form, visitor)
        }
        guard segments.count == 3 else { return nil }
        switch "/" + segments[0] {
        case Path.cases:
            return try await CaseDesk(site: site).resume(segments[1], segments[2], form, visitor)
        case Path.letters: return try await LetterDesk(site: site).resume(segments[1], form, visitor)
        default: return nil
        }
    }

    /// What somebody who signs in has sent, but for the password.
    private struct Attempt {
        var email = ""
        let next: String
        let carried: CarriedForm

        init(next: String, carried: CarriedForm = CarriedForm(sent: FormData())) {
            self.next = next
            self.carried = carried
        }

        init(_ form: FormData) {
            email = form.only("courriel")
            next = form.only("suite")
            carried = CarriedForm(in: form)
        }

        /// Whether `next` is a page of ours: never another host's, however it is written; and one to be asked for, not
        /// the address that a form is sent to.
        var isOfOurs: Bool {
            let isLocal = next.hasPrefix("/") && !next.hasPrefix("//") && !next.contains("\\")
            return isLocal && carried.fields.isEmpty
                && next.unicodeScalars.allSatisfy { $0.value > 32 && $0.value < 127 }
        }
    }

    private func page(_ register: Register, _ attempt: Attempt, failed: Bool) -> SignInPage {
        let token = FormToken(random: site.world.bytes(16), at: site.seconds)
            .sealed(for: Self.purpose, with: site.formKey)
        return SignInPage(
            providerName: register.organisation.name,
            token: token,
            next: attempt.next,
            email: attempt.email,
            failed: failed,
            carried: attempt.carried.carried,
            press: site.press
        )
    }

    private func isOurs(_ token: String) -> Bool {
        (try? FormToken.check(token, for: Self.purpose, at: site.seconds, with: site.formKey)) != nil
    }
}
