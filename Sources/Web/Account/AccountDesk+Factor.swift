import HTTPTypes
import Hummingbird
import Pages
import Registry

extension AccountDesk {
    /// `POST /compte/second-facteur`: another application, set up before it takes the place of the one on record.
    func renewFactor(_ request: Request, _ visit: Visit) async throws -> Response {
        try await take(request) { visitor, form in
            guard try await factor(of: visitor) != nil else { return .redirect(to: Path.account, type: .normal) }
            let factors = visitor.register.secondFactors(of: visitor.accounts)
            guard let token = StaffToken(form.only(CodeDesk.field)) else {
                return try await door.confirmed(visitor, form, request, visit, back: Path.account) {
                    enrolment(try await factors.renew(visitor.account), visitor)
                }
            }
            let answer = try await factors.answer(token, code: form.only("code"), replacingThatOf: visitor.account)
            switch answer {
            case .right(_, let recovery, _):
                try await visitor.accounts.endOthers(of: visitor.account.id, than: visitor.session)
                return show(recovery, .factor, visitor)
            case .wrong(let pending): return enrolment(pending, visitor, .wrong, status: .unauthorized)
            case .wait(let pending, let seconds):
                return enrolment(pending, visitor, .wait, status: .tooManyRequests)
                    .retry(after: seconds)
            case .gone: return try await page(visitor, .late, status: .unauthorized)
            }
        }
    }

    /// `POST /compte/codes-de-secours`: ten new ones in place of those that are left.
    func renewRecoveryCodes(_ request: Request, _ visit: Visit) async throws -> Response {
        try await take(request) { visitor, form in
            guard try await factor(of: visitor) != nil else { return .redirect(to: Path.account, type: .normal) }
            return try await door.confirmed(visitor, form, request, visit, back: Path.account) {
                let factors = visitor.register.secondFactors(of: visitor.accounts)
                return show(try await factors.renewRecoveryCodes(of: visitor.account.id), nil, visitor)
            }
        }
    }

    private func enrolment(
        _ pending: PendingSignIn,
        _ visitor: StaffVisitor,
        _ mistake: CodeForm.Mistake? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let reader = door.reader(visitor)
        let form = CodeForm(
            path: Path.ownFactor,
            token: reader.token,
            pending: pending.token.text,
            mistake: mistake,
            press: site.press
        )
        let name = visitor.register.organisation.name
        let page = EnrolmentPage(
            providerName: name,
            secret: pending.offered?.readable ?? "",
            address: pending.offered?.address(issuer: name, account: visitor.account.email) ?? "",
            form: form,
            signedIn: reader,
            press: site.press
        )
        return site.page(page, status: status)
    }

    private func show(
        _ recovery: [RecoveryCode],
        _ notice: AccountPage.Notice?,
        _ visitor: StaffVisitor
    ) -> Response {
        let page = RecoveryCodesPage(
            codes: recovery.map(\.readable),
            next: notice.map { Path.done($0.rawValue, at: Path.account) } ?? Path.account,
            signedIn: door.reader(visitor),
            press: site.press
        )
        return site.page(page)
    }
}
