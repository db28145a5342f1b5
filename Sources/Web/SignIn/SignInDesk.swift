import Complaints
import Foundation
import HTTPTypes
import Hummingbird
import OpenID
import Pages
import Registry

/// In and out.
struct SignInDesk: Sendable {
    let site: Site

    static let purpose = "connexion"

    /// `GET /connexion`.
    func form(_ request: Request, _: Visit) async throws -> Response {
        let register = try await site.register(for: request)
        let query = Query(of: request)
        let attempt = SignInAttempt(next: query["suite"] ?? "")
        return site.page(page(register, attempt, nil, done: query["fait"]))
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
        let attempt = SignInAttempt(next: Path.page(with: request.uri.path), carried: CarriedForm(sent: form))
        return site.page(page(register, attempt, nil), status: .unauthorized)
    }

    /// `POST /connexion`: the same words for every cause of refusal (S-44).
    func signIn(_ request: Request, _ visit: Visit) async throws -> Response {
        let register = try await site.register(for: request)
        let form = try await site.forms.withoutFiles.read(request)
        let attempt = SignInAttempt(form)
        guard form.only(CodeDesk.field).isEmpty else {
            return try await CodeDesk(site: site).answer(form, register, request)
        }
        guard isOurs(form.only("jeton")) else {
            return site.page(page(register, attempt, .refused), status: .forbidden)
        }
        let accounts = site.accounts(register.organisation)
        let (password, address) = (form.only("mot_de_passe"), site.address(of: request, visit))
        switch try await accounts.verify(email: attempt.email, password: password, from: address) {
        case .accepted(let account): return try await admit(account, accounts, register, request, attempt)
        case .refused: return site.page(page(register, attempt, .refused), status: .unauthorized)
        case .wait(let seconds):
            return site.page(page(register, attempt, .refused), status: .tooManyRequests)
                .retry(after: seconds)
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

    /// Asks for the second factor, where the organisation does; there is no session before.
    private func admit(
        _ account: Account,
        _ accounts: Accounts,
        _ register: Register,
        _ request: Request,
        _ attempt: SignInAttempt
    ) async throws -> Response {
        guard register.organisation.needsSecondFactor else {
            return try await open(account, register, request, attempt, after: .password)
        }
        let pending = try await register.secondFactors(of: accounts).ask(account)
        return CodeDesk(site: site).ask(pending, register, attempt)
    }

    /// Begins the session of somebody who has shown all that is asked for.
    ///
    /// - Parameters:
    ///   - start: what they have shown.
    ///   - recovery: codes to be shown before anything else.
    func open(
        _ account: Account,
        _ register: Register,
        _ request: Request,
        _ attempt: SignInAttempt,
        after start: SessionStart,
        showing recovery: [RecoveryCode] = []
    ) async throws -> Response {
        let accounts = site.accounts(register.organisation)
        let old = site.sessionToken(StaffDoor.cookie, of: request)
        // Changed or closed since it was checked, or since its session began: no session.
        guard let token = try await begun(account, accounts, start, replacing: old),
            let session = try await accounts.session(of: token)
        else { return site.page(page(register, attempt, .refused), status: .unauthorized) }
        let visitor = StaffVisitor(register, accounts, session, token, reads: true)
        var response =
            recovery.isEmpty
            ? try await shown(attempt, visitor, in: register)
                ?? .redirect(to: attempt.target(for: visitor.officer), type: .normal)
            : CodeDesk(site: site).show(recovery, attempt, visitor)
        site.cookies.set(StaffDoor.cookie, to: token.text, for: StaffSession.totalHours * 3600, on: &response)
        return response
    }

    /// A session's token; nil where the account is no longer as it was when it was checked.
    private func begun(
        _ account: Account,
        _ accounts: Accounts,
        _ start: SessionStart,
        replacing old: StaffToken?
    ) async throws -> StaffToken? {
        do {
            return try await accounts.begin(for: account, replacing: old, after: start)
        } catch is AccountChanged {
            return nil
        }
    }

    /// The page of the form that the sign-in carried, its words in it; nil where it carried none.
    ///
    /// - Parameter books: those of no reader.
    private func shown(
        _ attempt: SignInAttempt,
        _ visitor: StaffVisitor,
        in books: Register
    ) async throws -> Response? {
        let segments = attempt.next.split(separator: "/").map(String.init)
        guard !attempt.carried.fields.isEmpty, let first = segments.first else { return nil }
        let form = attempt.carried.form
        if attempt.next == Path.templates || attempt.next.hasPrefix(Path.template("")) {
            return try await TemplatesDesk(site: site).resume(segments.count == 3 ? segments[2] : nil, form, visitor)
        }
        if segments.count == 2, "/" + first == Path.settings {
            return try await SettingsDesk(site: site).resume(segments[1], form, visitor)
        }
        guard visitor.officer.mayEnter(.caseFiles) else { return nil }
        if attempt.next == Path.transcription {
            return try await TranscriptionDesk(site: site).resume(form, visitor)
        }
        if attempt.next == Path.letters { return try await PostingDesk(site: site).resume(form, visitor) }
        if "/" + first == Path.discontents {
            return try await DiscontentDesk(site: site).resume(segments, form, visitor)
        }
        if "/" + first == Path.mails { return try await MailDesk(site: site).resume(segments, form, visitor) }
        guard segments.count == 3 else { return nil }
        switch "/" + first {
        case Path.cases:
            return try await CaseDesk(site: site).resume(segments[1], segments[2], form, visitor)
        case Path.letters:
            return try await LetterDesk(site: site).resume(segments[1], segments[2], form, visitor, in: books)
        default: return nil
        }
    }

    func page(
        _ register: Register,
        _ attempt: SignInAttempt,
        _ trouble: SignInPage.Trouble?,
        done: String? = nil
    ) -> SignInPage {
        let token = site.seal(site.newForm(), for: Self.purpose)
        return SignInPage(
            providerName: register.organisation.name,
            token: token,
            next: attempt.next,
            email: attempt.email,
            trouble: trouble,
            isChosen: done == InvitationDesk.noun,
            isFounded: done == SetUpDesk.purpose,
            carried: attempt.carried.carried,
            provider: provider(attempt),
            press: site.press
        )
    }

    /// The way beside the password. A form that is carried would be lost on it: it is taken in another tab, and the form shown
    /// again from this one.
    private func provider(_ attempt: SignInAttempt) -> SignInProvider? {
        guard let provider = site.provider else { return nil }
        let carried = attempt.isLocal ? attempt.carried.fields : []
        return SignInProvider(
            label: provider.settings.label,
            address: Path.provider(then: carried.isEmpty ? attempt.next : ""),
            resumed: carried.isEmpty ? nil : attempt.next,
            fields: carried.map { SignInPage.Carried(name: $0.name, value: $0.value) }
        )
    }

    private func isOurs(_ token: String) -> Bool {
        site.formToken(token, for: Self.purpose) != nil
    }
}
