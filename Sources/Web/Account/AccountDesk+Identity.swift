import Hummingbird
import OpenID
import Pages
import Registry

extension AccountDesk {
    /// `POST /compte/identite`: leads to the provider, after the password: the identity shown there is this account's from
    /// then on.
    func linkIdentity(_ request: Request, _ visit: Visit) async throws -> Response {
        try await take(request) { visitor, form in
            guard let provider = site.provider else { return .redirect(to: Path.account, type: .normal) }
            return try await door.confirmed(visitor, form, request, visit, back: Path.account) {
                let binding = visitor.session.digest
                let token = site.seal(site.newForm(), for: ProviderErrand.cookie, binding: binding)
                let page = IdentityDeparturePage(
                    label: provider.settings.label,
                    address: Path.provider(for: ProviderErrand.Purpose.link.rawValue, with: token),
                    signedIn: door.reader(visitor),
                    press: site.press
                )
                return site.page(page)
            }
        }
    }

    /// `POST /compte/identite/fin`: what takes a way in away does not wait.
    func unlinkIdentity(_ request: Request, _: Visit) async throws -> Response {
        try await take(request) { visitor, _ in
            try await visitor.accounts.unlink(visitor.account.id)
            return done(.identityEnded)
        }
    }

    /// The provider of the house, and since when its identity is linked; nil where there is no such provider.
    func identity(of visitor: StaffVisitor) async throws -> AccountPage.Identity? {
        guard let provider = site.provider else { return nil }
        let linked = try await visitor.accounts.identity(of: visitor.account.id)
        let isTheirs = linked?.identity.issuer == provider.settings.issuer
        return AccountPage.Identity(label: provider.settings.label, since: isTheirs ? linked?.since : nil)
    }
}
