public import Complaints
import HTTPTypes
import Hummingbird
import Pages
public import Registry

/// Where whoever watches over the service sees how it stands: numbers and dates, and nothing of a case file.
struct UpkeepDesk: Sendable {
    let site: Site

    private var door: StaffDoor { StaffDoor(site: site) }

    /// `GET /etat`.
    func show(_ request: Request, _: Visit) async throws -> Response {
        let visitor = try await door.watcher(request)
        let facts = try await site.upkeep(of: visitor.register)
        let page = UpkeepPage(
            lines: facts.lines,
            at: facts.instant,
            hasRelay: site.hasRelay,
            signedIn: door.reader(visitor),
            press: site.press
        )
        return site.page(page)
    }

    /// `POST /etat/premiers-pas`: the list of first steps is shown no more, to anybody.
    func dismissSteps(_ request: Request, _: Visit) async throws -> Response {
        let visitor = try await door.watcher(request)
        let form = try await door.form(request, of: visitor)
        form.discard()
        try await visitor.register.note(.stepsDismissed)
        let next = visitor.officer.readsCaseFiles ? Path.dashboard : Path.upkeep
        return .redirect(to: next, type: .normal)
    }
}

extension Site {
    /// How the service of an organisation stands, all of its books counted, whoever may read what.
    public func upkeep(of register: Register) async throws -> UpkeepFacts {
        let organisation = register.organisation
        let all = register.asSeenByServer
        var facts = try await all.upkeepFacts(
            accounts: try await accounts(organisation).standings(),
            hasRelay: hasRelay,
            mailboxes: mailboxes
        )
        facts.isPublic = !isLocal(organisation)
        facts.bytesFree = room.bytesFree
        facts.certificateEnds = certificateEnds()
        return facts
    }

    /// What whoever begins has to see to, for those who watch over the service; nothing once that is put aside.
    func firstSteps(of visitor: StaffVisitor) async throws -> [UpkeepLine] {
        guard visitor.officer.watchesService,
            try await visitor.register.upkeepRecords()[.stepsDismissed] == nil
        else { return [] }
        return try await upkeep(of: visitor.register).firstSteps
    }
}
