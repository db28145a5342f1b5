import Complaints

extension StaffSamples {
    /// The state of the service: quiet, with one thing to see to, and with everything that may be.
    static func upkeep(_ press: Press) -> [(name: String, page: any Page)] {
        let page = { (facts: UpkeepFacts, officer: Officer) in
            UpkeepPage(
                lines: facts.lines,
                at: facts.instant,
                hasRelay: facts.hasRelay,
                signedIn: desk(officer),
                press: press
            )
        }
        let administrator = Officer(id: "ana", roles: [.administrator])
        var one = quiet
        one.late = 1
        return [
            ("etat-calme", page(quiet, StaffStory.manager)), ("etat-un", page(one, StaffStory.director)),
            ("etat", page(busy, StaffStory.director)), ("etat-bientot", page(nearly, StaffStory.director)),
            ("etat-autre", page(other, administrator)),
            ("etat-sans-fin", page(openEnded, StaffStory.manager)),
            ("etat-administrateur", page(busy, administrator)), ("etat-responsable", page(busy, StaffStory.manager)),
        ]
    }

    /// « Aujourd’hui » of whoever begins.
    static func firstSteps(_ press: Press) -> [(name: String, page: any Page)] {
        [("aujourdhui-premiers-pas", busy), ("aujourdhui-dernier-pas", lastStep)].map { name, facts in
            let page = DashboardPage(
                workload: Workload(mailIsSet: true, mediator: .inForce),
                steps: facts.firstSteps,
                signedIn: desk(StaffStory.director),
                today: StaffStory.today,
                press: press
            )
            return (name: name, page: page as any Page)
        }
    }

    private static let now = StaffStory.instant("2026-11-23T08:00:00Z")

    /// Nothing calls for anybody.
    static let quiet: UpkeepFacts = {
        var facts = UpkeepFacts(
            at: now,
            procedure: PublicSamples.procedure,
            publishedAt: StaffStory.instant("2026-11-02T08:00:00Z")
        )
        facts.mediator = .inForce
        facts.agreementEnds = StaffStory.day("2028-12-31")
        facts.handlers = 2
        facts.isOnePerson = false
        facts.logCheckedAt = StaffStory.instant("2026-11-20T08:00:00Z")
        facts.restoreCheckedAt = StaffStory.instant("2026-11-06T08:00:00Z")
        facts.bytesFree = 52_400_000_000
        facts.certificateEnds = StaffStory.instant("2027-02-11T08:00:00Z")
        facts.mailboxes = [UpkeepFacts.Mailbox(readAt: now.adding(seconds: -40))]
        return facts
    }()

    /// Only a backup has still to be checked.
    private static let lastStep: UpkeepFacts = {
        var facts = quiet
        facts.restoreCheckedAt = nil
        return facts
    }()

    /// Everything calls for somebody, more than once where that can be.
    static let busy: UpkeepFacts = {
        let since = StaffStory.instant("2026-11-12T08:00:00Z")
        var procedure = PublicSamples.bareProcedure
        procedure.version = 3
        var facts = UpkeepFacts(at: now, procedure: procedure, publishedAt: since)
        facts.receptions = .init(3, since: since)
        facts.late = 2
        facts.soon = 4
        facts.nextDue = StaffStory.day("2026-11-25")
        facts.undelivered = .init(2, since: since)
        facts.posting = .init(5, since: since)
        facts.outage = UpkeepFacts.Waiting(7, since: since)
        facts.isPublic = false
        facts.asksFactor = false
        facts.bytesFree = 812_000_000
        facts.certificateEnds = StaffStory.instant("2026-11-22T08:00:00Z")
        facts.mailboxes = [
            UpkeepFacts.Mailbox(readAt: nil, trouble: .unauthenticated, troubleSince: since),
            UpkeepFacts.Mailbox(readAt: now),
        ]
        facts.mails = .init(4, since: since)
        return facts
    }()

    /// One of each, and what is near.
    private static let nearly: UpkeepFacts = {
        let since = StaffStory.instant("2026-11-21T08:00:00Z")
        var facts = quiet
        facts.receptions = .init(1, since: since)
        facts.late = 1
        facts.soon = 1
        facts.nextDue = StaffStory.day("2026-11-30")
        facts.undelivered = .init(1, since: since)
        facts.posting = .init(1, since: since)
        facts.outage = UpkeepFacts.Waiting(1, since: since)
        facts.mediator = .ending(StaffStory.day("2026-12-31"))
        facts.handlers = 1
        facts.factorless = 1
        facts.logCheckedAt = StaffStory.instant("2026-09-01T08:00:00Z")
        facts.restoreCheckedAt = StaffStory.instant("2026-05-04T08:00:00Z")
        facts.bytesFree = 3_250_000_000
        facts.certificateEnds = StaffStory.instant("2026-12-04T08:00:00Z")
        facts.mailboxes = [UpkeepFacts.Mailbox(readAt: since)]
        facts.mails = .init(1, since: since)
        return facts
    }()

    /// What the others do not have.
    private static let other: UpkeepFacts = {
        var facts = nearly
        facts.hasRelay = false
        facts.mediator = .expired(StaffStory.day("2026-10-31"))
        facts.isOnePerson = true
        facts.factorless = 2
        return facts
    }()

    /// The other ways in which a mediator is right.
    static let openEnded: UpkeepFacts = {
        var facts = quiet
        facts.agreementEnds = nil
        return facts
    }()
}
