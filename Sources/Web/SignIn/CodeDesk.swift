import Complaints
import HTTPTypes
import Hummingbird
import Pages
import Registry

/// The second step of the way in: the code of an application, or its setting up. What it waits for travels in the form,
/// with whatever that carries; there is no session yet.
struct CodeDesk: Sendable {
    let site: Site

    /// The field that says what is waited for.
    static let field = "attente"
    /// What the form's token is for.
    static let purpose = "code"

    /// The page after a right password.
    func ask(
        _ pending: PendingSignIn,
        _ register: Register,
        _ attempt: SignInAttempt,
        _ mistake: CodeForm.Mistake? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let form = CodeForm(
            token: token(of: pending.token),
            pending: pending.token.text,
            next: attempt.next,
            carried: attempt.carried.carried,
            mistake: mistake,
            press: site.press
        )
        let name = register.organisation.name
        guard let seed = pending.offered else {
            return site.page(CodePage(providerName: name, form: form, press: site.press), status: status)
        }
        let page = EnrolmentPage(
            providerName: name,
            secret: seed.readable,
            address: seed.address(issuer: name, account: pending.account.email),
            form: form,
            press: site.press
        )
        return site.page(page, status: status)
    }

    /// `POST /connexion` with a code.
    func answer(_ form: FormData, _ register: Register, _ request: Request) async throws -> Response {
        let attempt = SignInAttempt(form)
        let door = SignInDesk(site: site)
        guard let token = StaffToken(form.only(Self.field)), isOurs(form.only("jeton"), token) else {
            return site.page(door.page(register, attempt, .late), status: .forbidden)
        }
        let factors = register.secondFactors(of: site.accounts(register.organisation))
        switch try await factors.answer(token, code: form.only("code")) {
        case .right(let account, let recovery, let start):
            return try await door.open(account, register, request, attempt, after: start, showing: recovery)
        case .wrong(let pending): return ask(pending, register, attempt, .wrong, status: .unauthorized)
        case .wait(let pending, let seconds):
            return ask(pending, register, attempt, .wait, status: .tooManyRequests)
                .retry(after: seconds)
        case .gone: return site.page(door.page(register, attempt, .late), status: .unauthorized)
        }
    }

    /// The recovery codes, once, before whatever was on its way: a form that was carried goes back under no token, so that
    /// its own page shows it again.
    func show(_ recovery: [RecoveryCode], _ attempt: SignInAttempt, _ visitor: StaffVisitor) -> Response {
        let fields = attempt.isLocal ? attempt.carried.fields : []
        let page = RecoveryCodesPage(
            codes: recovery.map(\.readable),
            next: fields.isEmpty ? attempt.target(for: visitor.officer) : attempt.next,
            carried: fields.map { SignInPage.Carried(name: $0.name, value: $0.value) },
            signedIn: StaffDoor(site: site).reader(visitor),
            press: site.press
        )
        return site.page(page)
    }

    private func token(of pending: StaffToken) -> String {
        site.seal(site.newForm(), for: Self.purpose, binding: pending.digest)
    }

    private func isOurs(_ token: String, _ pending: StaffToken) -> Bool {
        site.formToken(token, for: Self.purpose, binding: pending.digest) != nil
    }
}
