import Complaints
import HTTPTypes
import Hummingbird
import Logging
import OpenID
import Pages
import Registry

/// The way in by the provider of identities, beside the password (docs/decisions/0030). Browsers are sent there by a link,
/// never by a form: what a form is answered with may lead nowhere but here (S-03).
struct ProviderDesk: Sendable {
    let site: Site

    /// Somebody on their way there, or back.
    struct Traveller {
        let request: Request
        let visit: Visit
        let provider: IdentityProvider
        let register: Register
        let errand: ProviderErrand
    }

    /// `GET /connexion/identite`: sends the browser to the provider.
    func leave(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let provider = site.provider else { return .redirect(to: Path.signIn, type: .normal) }
        let register = try await site.register(for: request)
        let query = Query(of: request)
        let purpose = query["pour"].flatMap(ProviderErrand.Purpose.init) ?? .signIn
        var session: [UInt8] = []
        if purpose != .signIn {
            let visitor = try await StaffDoor(site: site).visitor(request)
            session = visitor.session.digest
            guard purpose == .confirm || mayLink(visitor, query["jeton"] ?? "") else {
                return .redirect(to: Path.account, type: .normal)
            }
        }
        let errand = ProviderErrand(purpose, then: query["suite"] ?? "", as: site.newForm())
        let traveller = Traveller(
            request: request,
            visit: visit,
            provider: provider,
            register: register,
            errand: errand
        )
        do {
            let address = try await provider.address(for: asked(by: traveller), at: site.seconds)
            var response = Response.redirect(to: address, type: .normal)
            let sealed = errand.sealed(for: register.organisation, session: session, with: site.formKey)
            site.cookies.set(ProviderErrand.cookie, to: sealed, for: ProviderErrand.lifetime, on: &response)
            return response
        } catch {
            return fail(error, traveller)
        }
    }

    /// Another way in is opened neither by whoever finds a session open (S-58), nor by the link of another site: that might
    /// have had the provider know the browser for somebody else before.
    private func mayLink(_ visitor: StaffVisitor, _ token: String) -> Bool {
        visitor.standing.isConfirmed(at: site.world.now())
            && site.formToken(token, for: ProviderErrand.cookie, binding: visitor.session.digest) != nil
    }

    /// `GET /connexion/identite/retour`: where the provider sends it back to. What comes of it does not come twice: the cookie
    /// is taken back.
    func comeBack(_ request: Request, _ visit: Visit) async throws -> Response {
        guard let provider = site.provider else { return .redirect(to: Path.signIn, type: .normal) }
        let register = try await site.register(for: request)
        let errand = site.cookies.value(ProviderErrand.cookie, of: request).flatMap { cookie in
            ProviderErrand(
                cookie,
                for: register.organisation,
                session: site.sessionToken(StaffDoor.cookie, of: request)?.digest ?? [],
                at: site.seconds,
                with: site.formKey
            )
        }
        let traveller = errand.map {
            Traveller(request: request, visit: visit, provider: provider, register: register, errand: $0)
        }
        // Where it is not the answer to what this browser asked, it may be one to somebody else.
        guard let traveller, Query(of: request)["state"] == asked(by: traveller).state else {
            let desk = SignInDesk(site: site)
            return site.page(desk.page(register, SignInAttempt(next: ""), .providerLate), status: .badRequest)
        }
        var response = try await answer(traveller)
        site.cookies.clear(ProviderErrand.cookie, on: &response)
        return response
    }

    private func answer(_ traveller: Traveller) async throws -> Response {
        let query = Query(of: traveller.request)
        guard let code = query["code"], query["error"] == nil else { return fail(.refused, traveller) }
        let accounts = site.accounts(traveller.register.organisation)
        let attempt = try await accounts.attemptByProvider(
            from: site.address(of: traveller.request, traveller.visit)
        )
        guard attempt.wait == 0 else {
            return show(.providerSilent, traveller, status: .tooManyRequests).retry(after: attempt.wait)
        }
        let identity: Identity
        do {
            identity = try await traveller.provider.identity(
                by: code,
                from: query["iss"],
                for: asked(by: traveller),
                at: site.seconds
            )
        } catch {
            return fail(error, traveller)
        }
        return switch traveller.errand.purpose {
        case .signIn: try await enter(identity, traveller, attempt)
        case .link: try await link(identity, traveller)
        case .confirm: try await confirm(identity, traveller)
        }
    }

    /// A session for whoever the identity is linked with, after a code of ours where one is asked for and the provider does
    /// not say that it asked for one itself.
    private func enter(
        _ identity: Identity,
        _ traveller: Traveller,
        _ attempt: ProviderAttempt
    ) async throws -> Response {
        let register = traveller.register
        let accounts = site.accounts(register.organisation)
        guard case .accepted(let account) = try await accounts.signIn(by: ProviderIdentity(identity), attempt) else {
            return show(.providerUnknown, traveller)
        }
        let signIn = SignInAttempt(next: traveller.errand.next)
        let hasShownFactor = !identity.methods.isDisjoint(with: traveller.provider.settings.factors)
        guard register.organisation.needsSecondFactor, !hasShownFactor else {
            return try await SignInDesk(site: site).open(account, register, traveller.request, signIn, after: .provider)
        }
        let pending = try await register.secondFactors(of: accounts).ask(account, after: .provider)
        return CodeDesk(site: site).ask(pending, register, signIn)
    }

    private func link(_ identity: Identity, _ traveller: Traveller) async throws -> Response {
        let visitor = try await StaffDoor(site: site).visitor(traveller.request)
        do {
            try await visitor.accounts.link(ProviderIdentity(identity), to: visitor.account.id)
            return AccountDesk(site: site).done(.identity)
        } catch LinkRefusal.taken {
            return AccountDesk(site: site).done(.identityTaken)
        } catch LinkRefusal.ownerIsOut {
            throw StaffDoor.Closed()
        }
    }

    /// The identity of the account signed in, shown again since it was asked for: a provider that remembers somebody and does
    /// not ask them confirms nothing.
    private func confirm(_ identity: Identity, _ traveller: Traveller) async throws -> Response {
        let door = StaffDoor(site: site)
        let visitor = try await door.visitor(traveller.request)
        let linked = try await visitor.accounts.identity(of: visitor.account.id)
        let oldest = traveller.errand.begun - Self.clockDifference
        guard linked?.identity == ProviderIdentity(identity), let shown = identity.authenticatedAt, shown >= oldest
        else { return AccountDesk(site: site).done(.identityMissed) }
        try await visitor.accounts.confirm(visitor.session, by: .provider)
        return site.page(IdentityConfirmedPage(signedIn: door.reader(visitor), press: site.press))
    }

    /// Seconds by which the provider's clock may be behind ours.
    private static let clockDifference = 60

    private func asked(by traveller: Traveller) -> AuthorizationRequest {
        let address = site.publicAddress(of: traveller.register.organisation) + Path.providerReturn
        return traveller.errand.request(backTo: address, with: site.formKey)
    }

    /// Says that nobody was identified, and why to the operator: a code, why nothing is answered, and nothing of anybody.
    private func fail(_ trouble: ProviderTrouble, _ traveller: Traveller) -> Response {
        var metadata: Logger.Metadata = ["reason": "\(trouble.word)"]
        if let detail = trouble.detail { metadata["detail"] = "\(detail)" }
        traveller.visit.logger.warning("no identity", metadata: metadata)
        let isSilent = trouble.detail != nil || trouble == .strange
        return show(
            isSilent ? .providerSilent : .providerRefused,
            traveller,
            status: isSilent ? .serviceUnavailable : .unauthorized
        )
    }

    /// The sign-in with what went wrong; whoever is signed in already is told on their account's page.
    private func show(
        _ trouble: SignInPage.Trouble,
        _ traveller: Traveller,
        status: HTTPResponse.Status = .unauthorized
    ) -> Response {
        guard traveller.errand.purpose == .signIn else { return AccountDesk(site: site).done(.identityMissed) }
        let page = SignInDesk(site: site)
            .page(traveller.register, SignInAttempt(next: traveller.errand.next), trouble)
        return site.page(page, status: status)
    }
}

extension ProviderIdentity {
    /// What is kept of what the provider says.
    fileprivate init(_ identity: Identity) { self.init(issuer: identity.issuer, subject: identity.subject) }
}
