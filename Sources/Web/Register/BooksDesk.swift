import Complaints
import Hummingbird
import Pages
import Registry

/// The lists: what to do today, the intake log, the register.
struct BooksDesk: Sendable {
    let site: Site

    private var door: StaffDoor { StaffDoor(site: site) }

    /// How many lines a page of a list has.
    static let pageLength = 50

    /// `GET /tableau-de-bord`.
    func dashboard(_ request: Request, _: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        let today = site.today
        let accounts = try await visitor.accounts.all()
        let procedure = try await visitor.register.currentProcedure()
        let absent = try await visitor.register.absences(coveredBy: visitor.account.id, on: today)
        let desk = WorkloadDesk(
            register: visitor.register,
            accounts: accounts,
            procedure: procedure,
            today: today,
            absent: Set(absent.map(\.account))
        )
        var workload = try await desk.workload(hasRelay: site.hasRelay)
        workload.guessesAt = site.guessAlarm.last(of: visitor.register.organisation.id, on: site.world.now())
        workload.untold = try await untold(visitor)
        workload.troubledMailboxes = try await troubledMailboxes(visitor)
        workload.standIns = absent.map { absence in
            let name = accounts.first { $0.id == absence.account }?.name ?? absence.account
            return Workload.StandIn(name: name, through: absence.through)
        }
        let page = DashboardPage(
            workload: workload,
            steps: try await site.firstSteps(of: visitor),
            signedIn: door.reader(visitor),
            today: today,
            press: site.press
        )
        return site.page(page)
    }

    /// The mailboxes with which something is wrong now; one that the settings do not name any more is nobody's trouble.
    private func troubledMailboxes(_ visitor: StaffVisitor) async throws -> [Workload.TroubledMailbox] {
        try await visitor.register.mailboxes().filter { site.mailboxes.contains($0.name) }.compactMap { mailbox in
            guard let trouble = mailbox.trouble, let since = mailbox.troubleSince else { return nil }
            return Workload.TroubledMailbox(mailbox.account, since: since, trouble: trouble)
        }
    }

    /// Programs that the server has stopped telling, or that nothing has reached for a day.
    private func untold(_ visitor: StaffVisitor) async throws -> [Workload.Untold] {
        let yesterday = site.world.now().adding(seconds: -24 * 3600)
        return try await visitor.register.subscribers().compactMap { subscriber in
            let name = subscriber.subscription.name
            if subscriber.state == .failing { return Workload.Untold(name: name, since: nil) }
            guard let since = subscriber.failingSince, since <= yesterday else { return nil }
            return Workload.Untold(name: name, since: since)
        }
    }

    /// `GET /receptions`, with `fait` and `reference` for what was just entered by somebody who may not open it.
    func receptions(_ request: Request, _: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        let query = Query(of: request)
        let asked = ReceptionFilter(query.values)
        let today = site.today
        let procedure = try await visitor.register.currentProcedure()
        let part = try await BookPart(.receptions, CaseFilter(asked, today: today), query["avant"], visitor)
        let page = ReceptionsPage(
            lines: try await summaries(visitor, under: procedure).of(part.lines),
            total: part.total,
            standing: asked.standing,
            order: asked.order,
            before: part.before,
            next: part.next,
            views: try await visitor.viewLines(),
            isKept: query["fait"] == ViewsDesk.kept,
            abandoned: try await abandoned(asked.standing, visitor),
            confided: try await confided(query, visitor, under: procedure),
            signedIn: door.reader(visitor),
            today: today,
            press: site.press
        )
        return site.page(page)
    }

    /// How many were given up waiting for this year, where that is what is looked at.
    private func abandoned(
        _ standing: ReceptionStanding?,
        _ visitor: StaffVisitor
    ) async throws -> ReceptionsPage.Abandoned? {
        guard [.at(.incomplete), .at(.abandoned)].contains(standing) else { return nil }
        let year = site.today.year
        let (abandoned, received) = try await visitor.register.countAbandoned(in: year)
        return ReceptionsPage.Abandoned(year: year, abandoned: abandoned, received: received)
    }

    /// Nil where nothing such was received: anybody may write an address.
    private func confided(
        _ query: Query,
        _ visitor: StaffVisitor,
        under procedure: Procedure
    ) async throws -> ReceptionsPage.Confided? {
        guard query["fait"] == TranscriptionDesk.done,
            let reference = query["reference"].flatMap({ ReceptionReference($0) })?.description,
            let id = try await visitor.register.find(reference), try await !visitor.register.isOpen(id)
        else { return nil }
        return ReceptionsPage.Confided(reference, under: procedure)
    }

    /// `GET /registre`.
    func register(_ request: Request, _: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        let query = Query(of: request)
        let procedure = try await visitor.register.currentProcedure()
        let summaries = try await summaries(visitor, under: procedure)
        let asked = RegisterFilter(query.values, under: procedure, handlers: summaries.handlers)
        let today = site.today
        let part = try await BookPart(.register, CaseFilter(asked, today: today), query["avant"], visitor)
        let page = RegisterPage(
            lines: summaries.listing(part.lines),
            total: part.total,
            unregistered: part.before == nil ? summaries.listing(try await unregistered(asked.query, visitor)) : [],
            filter: asked,
            before: part.before,
            next: part.next,
            views: try await visitor.viewLines(),
            isKept: query["fait"] == ViewsDesk.kept,
            stakeholders: procedure.knownStakeholders,
            years: try await visitor.register.years(),
            isShared: summaries.handlers.areSeveral,
            signedIn: door.reader(visitor),
            today: today,
            press: site.press
        )
        return site.page(page)
    }

    /// The first few receptions without a number that a search of the register means; none where nothing is searched for.
    private func unregistered(_ search: String, _ visitor: StaffVisitor) async throws -> [CaseLine] {
        guard search.contains(where: { $0.isLetter || $0.isNumber }) else { return [] }
        var filter = CaseFilter()
        filter.search = search
        // Of those that still may get a number, unless one is asked for by its reference.
        if try await visitor.register.find(search.trimmed.uppercased()) == nil {
            filter.stages = [.received, .incomplete, .contested]
        }
        filter.limit = Self.mostUnregistered
        return try await visitor.register.receptions(filter).filter { $0.number == nil }
    }

    private static let mostUnregistered = 5

    /// - Parameter procedure: the one in force.
    private func summaries(_ visitor: StaffVisitor, under procedure: Procedure) async throws -> Summaries {
        let accounts = try await visitor.accounts.all()
        return Summaries(register: visitor.register, accounts: accounts, procedure: procedure, today: site.today)
    }
}

extension CaseFilter {
    /// What the address asks for, as the database is asked.
    init(_ asked: RegisterFilter, today: CivilDate) {
        self.init()
        switch asked.standing {
        case .late?: work = .toAnswer(from: nil, through: today.adding(days: -1))
        case .unassigned?: work = .toAssign
        case .open?: stages = Stage.allCases.filter(\.isOpen)
        case .at(let stage)?: stages = [stage]
        case nil: break
        }
        theme = asked.theme
        stakeholder = asked.stakeholder
        origin = asked.origin
        year = asked.year
        receivedFrom = asked.from
        receivedThrough = asked.through
        search = asked.query
        order = asked.order
    }

    init(_ asked: ReceptionFilter, today: CivilDate) {
        self.init(asked.standing, today: today)
        order = asked.order
    }

    /// By year alone.
    init(_ asked: AuditFilter) {
        self.init()
        year = asked.year
        order = asked.order
    }

    init(_ asked: ReceptionStanding?, today: CivilDate) {
        self.init()
        switch asked {
        case .late?: work = .toAnswer(from: nil, through: today.adding(days: -1))
        case .unacknowledged?: work = .unacknowledged(on: today)
        case .toQualify?: work = .toQualify
        case .toRegister?: work = .toRegister
        case .at(let stage)?: stages = [stage]
        case nil: break
        }
    }
}
