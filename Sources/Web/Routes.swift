import Complaints
import Foundation
import HTTPTypes
public import Hummingbird
import Pages
import Registry
import Storage

/// The whole site on one page.
public enum Routes {
    /// The router: what protects every response, then what each address does.
    public static func router(for site: Site) -> Router<Visit> {
        let router = Router(context: Visit.self, options: .autoGenerateHeadEndpoints)
        let table = RouteTable()
        protect(router, site, table)
        publicPages(router, site)
        publishedPages(router, site)
        followUpPages(router, site)
        staffPages(router, site)
        auditPages(router, site)
        table.fill(from: router)
        return router
    }

    /// From the outside in: every answer is logged, refusals too, and bears the security headers; every refusal has its
    /// page; then who is asked, by which method, and from where.
    private static func protect(_ router: Router<Visit>, _ site: Site, _ table: RouteTable) {
        let faults = FaultPages(site: site)
        router.addMiddleware {
            HeadAnswers()
            RequestLog()
            SecurityHeaders(isSecure: site.origin.isSecure)
            ErrorPages(random: site.world.bytes, translate: faults.translate, render: faults.render)
            PlainAddress()
            HostGuard(isOurs: site.isOurs)
            MethodsAllowed(table)
            CrossSiteGuard(
                origin: site.origin,
                isOurs: site.isOurs,
                acceptsOpaque: { !site.origin.isSecure || $0 == Path.complaint }
            )
        }
    }

    private static func publicPages(_ router: Router<Visit>, _ site: Site) {
        let complaint = ComplaintCounter(site: site)
        let receipt = ReceiptCounter(site: site)
        let lobby = Lobby(site: site)
        router.get(.init(Path.home), use: lobby.home)
        router.get(.init(Path.health), use: lobby.health)
        router.get(.init(Path.checkpoint), use: lobby.checkpoint)
        router.get(.init(Path.assets + "/{nom}"), use: lobby.asset)
        router.get(.init(Path.complaint), use: complaint.form)
        router.post(.init(Path.complaint), use: complaint.post)
        router.get(.init(Path.receipt + "/{envoi}"), use: receipt.receipt)
        router.get(.init(Path.proof + "/{envoi}"), use: receipt.proof)
    }

    private static func publishedPages(_ router: Router<Visit>, _ site: Site) {
        let desk = PublishedDesk(site: site)
        router.get(.init(Path.procedure), use: desk.procedure)
        router.get(.init(Path.procedureVersions), use: desk.versions)
        router.get(.init(Path.privacy), use: desk.privacy)
        router.get(.init(Path.accessibility), use: desk.accessibility)
        router.get(.init(Path.evidence), use: desk.evidence)
        router.get(.init(Path.securityText), use: desk.securityText)
    }

    private static func followUpPages(_ router: Router<Visit>, _ site: Site) {
        let desk = FollowUpDesk(site: site)
        router.get(.init(Path.followUp), use: desk.form)
        router.post(.init(Path.followUp), use: desk.enter)
        let acts = FollowUpActDesk(site: site)
        router.get(.init(Path.followedCase), use: desk.show)
        router.get(.init(Path.followedCase + "/{acte}"), use: acts.form)
        router.post(.init(Path.followedCase + "/{acte}"), use: acts.act)
        router.post(.init(Path.endFollowUp), use: desk.leave)
        let lost = LostSecretDesk(site: site)
        router.get(.init(Path.lostSecret), use: lost.form)
        router.post(.init(Path.lostSecret), use: lost.ask)
        router.get(.init(Path.lostSecret + "/{lien}"), use: lost.follow)
        router.post(.init(Path.lostSecret + "/{lien}"), use: lost.replace)
    }

    private static func staffPages(_ router: Router<Visit>, _ site: Site) {
        let signIn = SignInDesk(site: site)
        let invitation = InvitationDesk(site: site)
        let books = BooksDesk(site: site)
        let cases = CaseDesk(site: site)
        let letters = LetterDesk(site: site)
        router.get(.init(Path.signIn), use: signIn.form)
        router.post(.init(Path.signIn), use: signIn.signIn)
        router.post(.init(Path.signOut), use: signIn.signOut)
        router.get(.init(Path.invitation + "/{jeton}"), use: invitation.form)
        router.post(.init(Path.invitation + "/{jeton}"), use: invitation.choose)
        accountPages(router, site)
        router.get(.init(Path.dashboard), use: books.dashboard)
        router.get(.init(Path.receptions), use: books.receptions)
        router.get(.init(Path.register), use: books.register)
        router.get(.init(Path.cases + "/{numero}"), use: cases.show)
        router.get(.init(Path.cases + "/{numero}/{acte}"), use: cases.lead)
        router.post(.init(Path.cases + "/{numero}/{acte}"), use: cases.act)
        router.get(.init(Path.attachments + "/{id}"), use: AttachmentDesk(site: site).download)
        router.get(.init(Path.letters + "/{id}"), use: letters.show)
        router.get(.init(Path.letters + "/{id}/remise"), use: letters.leadToIssue)
        router.post(.init(Path.letters + "/{id}/remise"), use: letters.issue)
        router.get(.init(Path.letters + "/{id}/relance"), use: letters.leadToResend)
        router.post(.init(Path.letters + "/{id}/relance"), use: letters.resend)
    }

    private static func auditPages(_ router: Router<Visit>, _ site: Site) {
        let desk = AuditDesk(site: site)
        router.get(.init(Path.audit), use: desk.entry)
        router.get(.init(Path.auditedRegister), use: desk.register)
        router.get(.init(Path.auditedReceptions), use: desk.receptions)
        router.get(.init(Path.auditedCases + "/{numero}"), use: desk.caseFile)
        router.get(.init(Path.accesses), use: AccessDesk(site: site).show)
    }

    private static func accountPages(_ router: Router<Visit>, _ site: Site) {
        let desk = AccountDesk(site: site)
        router.get(.init(Path.account), use: desk.show)
        router.post(.init(Path.ownSessions), use: desk.endSessions)
        router.post(.init(Path.ownPassword), use: desk.changePassword)
        router.post(.init(Path.ownFactor), use: desk.renewFactor)
        router.post(.init(Path.ownRecoveryCodes), use: desk.renewRecoveryCodes)
    }
}
