import Complaints
import Hummingbird
import Pages
import Registry

/// The lists: what to do today, the intake log, the register.
struct BooksDesk: Sendable {
    let site: Site

    private var door: StaffDoor { StaffDoor(site: site) }

    /// How many lines a page of a list has.
    private static let pageLength = 50

    /// `GET /tableau-de-bord`.
    func dashboard(_ request: Request, _: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        let today = site.world.now().civilDate
        let desk = WorkloadDesk(register: visitor.register, names: try await names(visitor), today: today)
        var workload = try await desk.workload(hasRelay: site.hasRelay)
        workload.guessesAt = site.guessAlarm.last(on: site.world.now())
        let page = DashboardPage(
            workload: workload,
            signedIn: door.reader(visitor),
            today: today,
            press: site.press
        )
        return site.page(page)
    }

    /// `GET /receptions`.
    func receptions(_ request: Request, _: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        let query = Query(of: request)
        let before = query["avant"].flatMap { ReceptionReference($0) }
        var filter = CaseFilter()
        let stage = query["etat"].flatMap(Stage.init(rawValue:))
        filter.stages = stage.map { [$0] } ?? []
        filter.limit = Self.pageLength + 1
        let total = try await visitor.register.countReceptions(filter)
        filter.before = before.map { ($0.year, $0.ordinal) }
        let lines = try await visitor.register.receptions(filter)
        let names = try await names(visitor)
        let page = ReceptionsPage(
            lines: lines.prefix(Self.pageLength).map { CaseSummary($0, names) },
            total: total,
            stage: stage,
            before: before?.description,
            next: lines.count > Self.pageLength ? lines[Self.pageLength - 1].reference.description : nil,
            signedIn: door.reader(visitor),
            today: site.world.now().civilDate,
            press: site.press
        )
        return site.page(page)
    }

    /// `GET /registre`.
    func register(_ request: Request, _: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        let query = Query(of: request)
        let before = query["avant"].flatMap { RegisterNumber($0) }
        let asked = RegisterFilter(query.values)
        let today = site.world.now().civilDate
        var filter = CaseFilter(asked, today: today)
        filter.limit = Self.pageLength + 1
        let total = try await visitor.register.countRegistered(filter)
        filter.before = before.map { ($0.year, $0.ordinal) }
        let lines = try await visitor.register.registered(filter)
        let names = try await names(visitor)
        let page = RegisterPage(
            lines: lines.prefix(Self.pageLength).map { CaseSummary($0, names) },
            total: total,
            filter: asked,
            before: before?.description,
            next: lines.count > Self.pageLength ? lines[Self.pageLength - 1].number?.description : nil,
            years: try await visitor.register.years(),
            signedIn: door.reader(visitor),
            today: today,
            press: site.press
        )
        return site.page(page)
    }

    private func names(_ visitor: StaffVisitor) async throws -> [String: String] {
        Dictionary(uniqueKeysWithValues: try await visitor.accounts.all().map { ($0.id, $0.name) })
    }
}

extension CaseFilter {
    /// What the address asks for, as the database is asked.
    fileprivate init(_ asked: RegisterFilter, today: CivilDate) {
        self.init()
        switch asked.standing {
        case .late?: overdueOn = today
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
}
