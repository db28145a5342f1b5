import Complaints
import HTTPTypes
import Hummingbird
import Pages
import Registry

/// What the provider publishes, made from its settings: its procedure in all its versions, what becomes of personal
/// data, how accessible the site is, and how to hold the register to what it signed.
struct PublishedDesk: Sendable {
    let site: Site

    /// `GET /procedure`, and an earlier version of it by its number, `version`.
    func procedure(_ request: Request, _: Visit) async throws -> Response {
        let register = try await site.register(for: request)
        let asked = Query(of: request)["version"]
        let number = asked.flatMap(Int.init)
        guard asked == nil || number != nil, let published = try await register.publishedProcedure(number) else {
            throw HTTPError(.notFound)
        }
        return site.page(ProcedurePage(of: published, today: site.today, press: site.press))
    }

    /// `GET /procedure/versions`.
    func versions(_ request: Request, _: Visit) async throws -> Response {
        let published = try await site.register(for: request).publishedProcedures()
        guard let inForce = published.first else { throw HTTPError(.notFound) }
        let provider = inForce.procedure.provider
        return site.page(ProcedureVersionsPage(of: published, provider: provider, press: site.press))
    }

    /// `GET /depliant`.
    func leaflet(_ request: Request, _: Visit) async throws -> Response {
        let register = try await site.register(for: request)
        guard let published = try await register.publishedProcedure() else { throw HTTPError(.notFound) }
        let page = LeafletPage(
            of: published,
            publicAddress: site.publicAddress(of: register.organisation),
            isLocal: site.isLocal(register.organisation),
            today: site.today,
            press: site.press
        )
        return site.page(page)
    }

    /// `GET /confidentialite`.
    func privacy(_ request: Request, _: Visit) async throws -> Response {
        guard let published = try await site.register(for: request).publishedProcedure() else {
            throw HTTPError(.notFound)
        }
        let page = PrivacyPage(
            of: published,
            followUpHours: FollowUpSession.totalHours,
            staffHours: StaffSession.totalHours,
            hasRelay: site.hasRelay,
            press: site.press
        )
        return site.page(page)
    }

    /// `GET /accessibilite`.
    func accessibility(_ request: Request, _: Visit) async throws -> Response {
        let provider = try await site.register(for: request).currentProcedure().provider
        return site.page(AccessibilityPage(provider: provider, press: site.press))
    }

    /// `GET /registre/preuve`.
    func evidence(_ request: Request, _: Visit) async throws -> Response {
        let register = try await site.register(for: request)
        let page = EvidencePage(
            note: try await register.checkpoint().note,
            verifierKey: register.organisation.logKey,
            provider: try await register.currentProcedure().provider,
            press: site.press
        )
        return site.page(page)
    }

    /// `GET /.well-known/security.txt`.
    func securityText(_ request: Request, _: Visit) async throws -> Response {
        let register = try await site.register(for: request)
        let file = SecurityText(
            provider: try await register.currentProcedure().provider,
            address: site.publicAddress(of: register.organisation),
            path: Path.securityText,
            now: site.world.now()
        )
        guard let file else { throw HTTPError(.notFound) }
        return site.text(file.text)
    }
}
