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
        let desk = WorkloadDesk(register: visitor.register, accounts: accounts, procedure: procedure, today: today)
        var workload = try await desk.workload(hasRelay: site.hasRelay)
        workload.guessesAt = site.guessAlarm.last(of: visitor.register.organisation.id, on: site.world.now())
        let page = DashboardPage(
            workload: workload,
            steps: try await site.firstSteps(of: visitor),
            signedIn: door.reader(visitor),
            today: today,
            press: site.press
        )
        return site.page(page)
    }

    /// `GET /receptions`, with `fait` and `reference` for what was just entered by somebody who may not open it.
    func receptions(_ request: Request, _: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        let query = Query(of: request)
        let before = query["avant"].flatMap { ReceptionReference($0) }
        let today = site.today
        let standing = query["etat"].flatMap { ReceptionStanding($0) }
        var filter = CaseFilter(standing, today: today)
        filter.limit = Self.pageLength + 1
        let total = try await visitor.register.countReceptions(filter)
        filter.before = before.map { ($0.year, $0.ordinal) }
        let lines = try await visitor.register.receptions(filter)
        let procedure = try await visitor.register.currentProcedure()
        let page = ReceptionsPage(
            lines: try await summaries(visitor, under: procedure).of(lines.prefix(Self.pageLength)),
            total: total,
            standing: standing,
            before: before?.description,
            next: lines.count > Self.pageLength ? lines[Self.pageLength - 1].reference.description : nil,
            confided: try await confided(query, visitor, under: procedure),
            signedIn: door.reader(visitor),
            today: today,
            press: site.press
        )
        return site.page(page)
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
        let before = query["avant"].flatMap { RegisterNumber($0) }
        let procedure = try await visitor.register.currentProcedure()
        let summaries = try await summaries(visitor, under: procedure)
        var asked = RegisterFilter(query.values, stakeholders: procedure.knownStakeholders)
        if asked.standing == .unassigned, !summaries.handlers.areSeveral { asked.standing = nil }
        let today = site.today
        var filter = CaseFilter(asked, today: today)
        filter.limit = Self.pageLength + 1
        let total = try await visitor.register.countRegistered(filter)
        filter.before = before.map { ($0.year, $0.ordinal) }
        let lines = try await visitor.register.registered(filter)
        let page = RegisterPage(
            lines: summaries.listing(lines.prefix(Self.pageLength)),
            total: total,
            unregistered: before == nil ? summaries.listing(try await unregistered(asked.query, visitor)) : [],
            filter: asked,
            before: before?.description,
            next: lines.count > Self.pageLength ? lines[Self.pageLength - 1].number?.description : nil,
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
        year = asked.year
        receivedFrom = asked.from
        receivedThrough = asked.through
        search = asked.query
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
