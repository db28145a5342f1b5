import Complaints
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Registry
import Storage

/// The whole site on one page: what each address does, and for whom.
public enum Routes {
    /// The router: what protects every response, then what each address does and who may use it.
    public static func router(for site: Site) -> PolicyRouter {
        var router = PolicyRouter()
        let table = RouteTable()
        protect(router, site, table)
        publicPages(&router, site)
        publishedPages(&router, site)
        followUpPages(&router, site)
        staffPages(&router, site)
        auditPages(&router, site)
        programs(&router, site)
        table.fill(from: router.routes)
        return router
    }

    /// From the outside in: every answer is logged, refusals too, and bears the security headers; every refusal has its
    /// page; then who is asked, by which method, and from where.
    private static func protect(_ router: PolicyRouter, _ site: Site, _ table: RouteTable) {
        let faults = FaultPages(site: site)
        router.protect {
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

    private static func publicPages(_ router: inout PolicyRouter, _ site: Site) {
        let (lobby, complaint, receipt) = (Lobby.init(site:), ComplaintCounter.init(site:), ReceiptCounter.init(site:))
        router.get(.init(Path.home), .anybody, use: site.spoken { try await lobby($0).home($1, $2) })
        router.get(.init(Path.calendar + "/{agenda}"), .holder, use: CalendarDesk(site: site).show)
        router.get(.init(Path.health), .anybody, use: lobby(site).health)
        router.get(.init(Path.checkpoint), .anybody, use: lobby(site).checkpoint)
        router.get(.init(Path.assets + "/{nom}"), .anybody, use: lobby(site).asset)
        router.get(.init(Path.complaint), .anybody, use: site.spoken { try await complaint($0).form($1, $2) })
        router.post(.init(Path.complaint), .anybody, use: site.spoken { try await complaint($0).post($1, $2) })
        router.get(
            .init(Path.receipt + "/{envoi}"),
            .holder,
            use: site.spoken { try await receipt($0).receipt($1, $2) }
        )
        router.get(.init(Path.proof + "/{envoi}"), .holder, use: receipt(site).proof)
    }

    private static func publishedPages(_ router: inout PolicyRouter, _ site: Site) {
        let desk = PublishedDesk.init(site:)
        router.get(.init(Path.procedure), .anybody, use: site.spoken { try await desk($0).procedure($1, $2) })
        router.get(.init(Path.procedureVersions), .anybody, use: site.spoken { try await desk($0).versions($1, $2) })
        router.get(.init(Path.leaflet), .anybody, use: site.spoken { try await desk($0).leaflet($1, $2) })
        router.get(.init(Path.privacy), .anybody, use: site.spoken { try await desk($0).privacy($1, $2) })
        router.get(.init(Path.accessibility), .anybody, use: site.spoken { try await desk($0).accessibility($1, $2) })
        router.get(.init(Path.evidence), .anybody, use: site.spoken { try await desk($0).evidence($1, $2) })
        router.get(.init(Path.securityText), .anybody, use: desk(site).securityText)
    }

    private static func followUpPages(_ router: inout PolicyRouter, _ site: Site) {
        let (desk, acts, lost) = (FollowUpDesk.init(site:), FollowUpActDesk.init(site:), LostSecretDesk.init(site:))
        router.get(.init(Path.followUp), .anybody, use: site.spoken { try await desk($0).form($1, $2) })
        router.post(.init(Path.followUp), .holder, use: site.spoken { try await desk($0).enter($1, $2) })
        router.get(.init(Path.followedCase), .complainant, use: site.spoken { try await desk($0).show($1, $2) })
        router.get(
            .init(Path.followedCase + "/{acte}"),
            .complainant,
            use: site.spoken { try await acts($0).form($1, $2) }
        )
        router.post(
            .init(Path.followedCase + "/{acte}"),
            .complainant,
            use: site.spoken { try await acts($0).act($1, $2) }
        )
        router.post(.init(Path.endFollowUp), .anybody, use: site.spoken { try await desk($0).leave($1, $2) })
        router.get(.init(Path.lostSecret), .anybody, use: site.spoken { try await lost($0).form($1, $2) })
        router.post(.init(Path.lostSecret), .anybody, use: site.spoken { try await lost($0).ask($1, $2) })
        router.get(.init(Path.lostSecret + "/{lien}"), .holder, use: site.spoken { try await lost($0).follow($1, $2) })
        router.post(
            .init(Path.lostSecret + "/{lien}"),
            .holder,
            use: site.spoken { try await lost($0).replace($1, $2) }
        )
    }

    private static func staffPages(_ router: inout PolicyRouter, _ site: Site) {
        let signIn = SignInDesk(site: site)
        let invitation = InvitationDesk(site: site)
        let setUp = SetUpDesk(site: site)
        let books = BooksDesk(site: site)
        let transcription = TranscriptionDesk(site: site)
        let discontents = DiscontentDesk(site: site)
        let cases = CaseDesk(site: site)
        router.get(.init(Path.signIn), .anybody, use: signIn.form)
        router.post(.init(Path.signIn), .anybody, use: signIn.signIn)
        router.post(.init(Path.signOut), .anybody, use: signIn.signOut)
        let provider = ProviderDesk(site: site)
        router.get(.init(Path.provider), .anybody, use: provider.leave)
        router.get(.init(Path.providerReturn), .anybody, use: provider.comeBack)
        router.get(.init(Path.invitation + "/{jeton}"), .holder, use: invitation.form)
        router.post(.init(Path.invitation + "/{jeton}"), .holder, use: invitation.choose)
        router.get(.init(Path.setUp), .setters, use: setUp.last)
        router.get(.init(Path.setUp + "/{jeton}"), .founder, use: setUp.form)
        router.post(.init(Path.setUp + "/{jeton}"), .founder, use: setUp.found)
        accountPages(&router, site)
        settingsPages(&router, site)
        administrationPages(&router, site)
        upkeepPages(&router, site)
        router.get(.init(Path.dashboard), .readers, use: books.dashboard)
        router.get(.init(Path.receptions), .readers, use: books.receptions)
        router.get(.init(Path.transcription), .receivers, use: transcription.form)
        router.post(.init(Path.transcription), .receivers, use: transcription.enter)
        router.get(.init(Path.discontents), .readers, use: discontents.list)
        router.post(.init(Path.discontents), .receivers, use: discontents.hear)
        router.get(.init(Path.discontents + "/{id}"), .readers, use: discontents.show)
        router.post(.init(Path.discontents + "/{id}/{suite}"), .receivers, use: discontents.act)
        mailPages(&router, site)
        router.get(.init(Path.register), .readers, use: books.register)
        exports(&router, site)
        views(&router, site)
        router.get(.init(Path.cases + "/{numero}"), .readers, use: cases.show)
        router.get(.init(Path.cases + "/{numero}/{acte}"), .readers, use: cases.lead)
        router.post(.init(Path.cases + "/{numero}/{acte}"), .namedAct, use: cases.act)
        router.get(.init(Path.attachments + "/{id}"), .readers, use: AttachmentDesk(site: site).download)
        letterPages(&router, site)
    }

    private static func letterPages(_ router: inout PolicyRouter, _ site: Site) {
        let (letters, posting) = (LetterDesk(site: site), PostingDesk(site: site))
        router.get(.init(Path.letters), .readers, use: posting.show)
        router.post(.init(Path.letters), .act(.issueLetter), use: posting.post)
        router.get(.init(Path.letters + "/{id}"), .readers, use: letters.show)
        router.get(.init(Path.letters + "/{id}/remise"), .readers, use: letters.leadToIssue)
        router.post(.init(Path.letters + "/{id}/remise"), .act(.issueLetter), use: letters.issue)
        router.get(.init(Path.letters + "/{id}/retour"), .readers, use: letters.leadToReturn)
        router.post(.init(Path.letters + "/{id}/retour"), .act(.issueLetter), use: letters.bringBack)
        router.get(.init(Path.letters + "/{id}/relance"), .readers, use: letters.leadToResend)
        router.post(.init(Path.letters + "/{id}/relance"), .act(.issueLetter), use: letters.resend)
    }

    private static func mailPages(_ router: inout PolicyRouter, _ site: Site) {
        let desk = MailDesk(site: site)
        router.get(.init(Path.mails), .readers, use: desk.list)
        router.get(.init(Path.mails + "/{id}"), .readers, use: desk.show)
        router.get(.init(Path.mails + "/{id}/original"), .readers, use: desk.original)
        router.get(.init(Path.mails + "/{id}/fichiers/{rang}"), .readers, use: desk.file)
        router.post(.init(Path.mails + "/{id}/tri"), .receivers, use: desk.sort)
    }

    private static func exports(_ router: inout PolicyRouter, _ site: Site) {
        let desk = ExportDesk(site: site)
        router.post(.init(Path.register + "/export.csv"), .readers, use: desk.hand(.register, .table))
        router.post(.init(Path.register + "/export.json"), .readers, use: desk.hand(.register, .data))
        router.post(.init(Path.receptions + "/export.csv"), .readers, use: desk.hand(.receptions, .table))
        router.post(.init(Path.receptions + "/export.json"), .readers, use: desk.hand(.receptions, .data))
        let auditors = RoutePolicy.parts([.pseudonymised])
        router.post(.init(Path.auditedRegister + "/export.csv"), auditors, use: desk.audited(.register, .table))
        router.post(.init(Path.auditedRegister + "/export.json"), auditors, use: desk.audited(.register, .data))
        router.post(.init(Path.auditedReceptions + "/export.csv"), auditors, use: desk.audited(.receptions, .table))
        router.post(.init(Path.auditedReceptions + "/export.json"), auditors, use: desk.audited(.receptions, .data))
    }

    private static func views(_ router: inout PolicyRouter, _ site: Site) {
        let views = ViewsDesk(site: site)
        router.get(.init(Path.views), .readers, use: views.show)
        router.post(.init(Path.views), .readers, use: views.keep)
        router.post(.init(Path.changeView), .readers, use: views.change)
        router.post(.init(Path.forgetView), .readers, use: views.forget)
    }

    private static func programs(_ router: inout PolicyRouter, _ site: Site) {
        let desk = APIDesk(site: site)
        router.get(.init(Path.problems), .anybody, use: desk.problems)
        for operation in APIOperation.allCases { router.add(operation, use: desk.handler(of: operation)) }
    }

    private static func auditPages(_ router: inout PolicyRouter, _ site: Site) {
        let desk = AuditDesk(site: site)
        router.get(.init(Path.audit), .parts([.pseudonymised, .accesses]), use: desk.entry)
        router.get(.init(Path.auditedRegister), .parts([.pseudonymised]), use: desk.register)
        router.get(.init(Path.auditedReceptions), .parts([.pseudonymised]), use: desk.receptions)
        router.get(.init(Path.auditedCases + "/{numero}"), .parts([.pseudonymised]), use: desk.caseFile)
        router.get(.init(Path.accesses), .parts([.accesses]), use: AccessDesk(site: site).show)
    }

    private static func settingsPages(_ router: inout PolicyRouter, _ site: Site) {
        let desk = SettingsDesk(site: site)
        router.get(.init(Path.settings), .setters, use: desk.show)
        router.get(.init(Path.settingsHistory), .setters, use: SettingsHistoryDesk(site: site).show)
        let templates = TemplatesDesk(site: site)
        router.get(.init(Path.templates), .setters, use: templates.list)
        router.post(.init(Path.templates), .setters, use: templates.make)
        router.get(.init(Path.templates + "/{modele}"), .setters, use: templates.show)
        router.post(.init(Path.templates + "/{modele}"), .setters, use: templates.change)
        let (subscribers, subscriber) = (SubscribersDesk(site: site), SubscriberDesk(site: site))
        router.get(.init(Path.subscribers), .setters, use: subscribers.show)
        router.post(.init(Path.subscribers), .setters, use: subscribers.add)
        router.get(.init(Path.subscribers + "/{id}"), .setters, use: subscriber.show)
        router.get(.init(Path.subscribers + "/{id}/{acte}"), .setters, use: subscriber.lead)
        router.post(.init(Path.subscribers + "/{id}/{acte}"), .setters, use: subscriber.act)
        let takeover = TakeoverDesk(site: site)
        router.get(.init(Path.takeover), .takers, use: takeover.show)
        router.post(.init(Path.takeover), .takers, use: takeover.act)
        router.post(.init(Path.takeoverProblems), .takers, use: takeover.problems)
        router.get(.init(Path.settings + "/{groupe}"), .setters, use: desk.form)
        router.post(.init(Path.settings + "/{groupe}"), .setters, use: desk.change)
    }

    private static func upkeepPages(_ router: inout PolicyRouter, _ site: Site) {
        let desk = UpkeepDesk(site: site)
        router.get(.init(Path.upkeep), .watchers, use: desk.show)
        router.post(.init(Path.dismissSteps), .watchers, use: desk.dismissSteps)
    }

    private static func accountPages(_ router: inout PolicyRouter, _ site: Site) {
        let desk = AccountDesk(site: site)
        router.get(.init(Path.account), .signedIn, use: desk.show)
        router.get(.init(Path.shortcuts), .signedIn, use: ShortcutsDesk(site: site).show)
        router.post(.init(Path.ownSessions), .signedIn, use: desk.endSessions)
        router.post(.init(Path.ownPassword), .signedIn, use: desk.changePassword)
        router.post(.init(Path.ownDailyLetter), .signedIn, use: desk.change(.daily))
        router.post(.init(Path.ownWeeklyLetter), .signedIn, use: desk.change(.weekly))
        router.post(.init(Path.ownAbsence), .signedIn, use: desk.changeAbsence)
        router.post(.init(Path.ownCalendar), .signedIn, use: desk.makeCalendar)
        router.post(.init(Path.endOwnCalendar), .signedIn, use: desk.endCalendar)
        router.post(.init(Path.ownFactor), .signedIn, use: desk.renewFactor)
        router.post(.init(Path.ownRecoveryCodes), .signedIn, use: desk.renewRecoveryCodes)
        router.post(.init(Path.ownIdentity), .signedIn, use: desk.linkIdentity)
        router.post(.init(Path.endOwnIdentity), .signedIn, use: desk.unlinkIdentity)
        let tokens = TokensDesk(site: site)
        router.get(.init(Path.ownTokens), .signedIn, use: tokens.show)
        router.post(.init(Path.ownTokens), .signedIn, use: tokens.make)
        router.post(.init(Path.endOwnToken), .signedIn, use: tokens.end)
    }

    private static func administrationPages(_ router: inout PolicyRouter, _ site: Site) {
        let desk = AccountsDesk(site: site)
        let sheet = AccountSheetDesk(site: site)
        router.get(.init(Path.accounts), .administrators, use: desk.list)
        router.post(.init(Path.accounts), .administrators, use: desk.invite)
        router.get(.init(Path.accounts + "/{id}"), .administrators, use: sheet.show)
        router.get(.init(Path.accounts + "/{id}/{acte}"), .administrators, use: sheet.lead)
        router.post(.init(Path.accounts + "/{id}/{acte}"), .administrators, use: sheet.act)
    }
}
