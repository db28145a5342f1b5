import Complaints
import HTTPTypes
import Hummingbird
import Logging
import Pages
import Registry

/// What people say and do not write: noted, and followed until it is written or known never to be.
struct DiscontentDesk: Sendable {
    let site: Site

    /// What the form's own token is for: it makes the form count once.
    static let purpose = "parole"
    /// What `fait` says of one that was just followed up.
    private static let followed = "suite"
    /// How many lines the list has: what is older is done with, or on the page of the day.
    private static let most = 200

    private var door: StaffDoor { StaffDoor(site: site) }

    /// `GET /oral`, with `fait` for what was just noted in confidence by somebody who may not open it.
    func list(_ request: Request, _: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        return try await list(visitor, nil, nil, isDone: Query(of: request)["fait"] == Self.purpose)
    }

    /// `POST /oral`: noted once, however often it is sent.
    func hear(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.receiver(request)
        return try await door.take(request, of: visitor) { unaccepted in
            try await list(visitor, unaccepted.form, unaccepted.trouble, status: unaccepted.status)
        } does: { form in
            try await hear(form, visitor, visit.logger)
        }
    }

    private func hear(_ form: FormData, _ visitor: StaffVisitor, _ logger: Logger) async throws -> Response {
        guard let token = token(form.only("envoi"), visitor) else {
            return try await list(visitor, form, .expired, status: .unprocessableContent)
        }
        do {
            try site.room.demandRoomForWords()
            let signature = Signature(by: visitor.author, at: site.world.now())
            let (hearing, inConfidence) = try ActForm(form: form, files: []).hearing(signature)
            let id = try await visitor.register.hear(
                hearing,
                inConfidence: inConfidence,
                as: Submission(id: token.identifier),
                by: visitor.author
            )
            // What was said in confidence is seldom open to whoever noted it.
            let isOpen = try await visitor.register.isOpen(id)
            let path = isOpen ? Path.discontent(id.description) : Path.discontents
            return .redirect(to: Path.done(Self.purpose, at: path), type: .normal)
        } catch Register.Failure.differentSubmission {
            return try await list(visitor, form, .overtaken, isOther: true, status: .conflict)
        } catch {
            guard let known = ActFailure(error, logger) else { throw error }
            return try await list(visitor, form, known.trouble, status: known.status)
        }
    }

    /// `GET /oral/{id}`, with `fait` for what was just done.
    func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        let isDone = [Self.purpose, Self.followed].contains(Query(of: request)["fait"])
        return try await page(try id(visit), visitor, nil, isDone: isDone)
    }

    /// `POST /oral/{id}/{suite}`: invited, written, or never written.
    func act(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.receiver(request)
        return try await door.givingBack(request, visitor, of: .discontent) { sent in
            try await act(request, visit, visitor, &sent)
        }
    }

    /// - Parameter sent: the form, as soon as it is read.
    private func act(
        _ request: Request,
        _ visit: Visit,
        _ visitor: StaffVisitor,
        _ sent: inout FormData?
    ) async throws -> Response {
        let (id, noun) = (try id(visit), visit.parameters.get("suite") ?? "")
        let failed: ActFailure
        do {
            let form = try await door.form(request, of: visitor)
            defer { form.discard() }
            sent = form
            try site.room.demandRoomForWords()
            let read = ActForm(form: form, files: [])
            let version = try read.version
            guard let decide = try await visitor.decision(noun, read) else { throw HTTPError(.notFound) }
            try await visitor.register.change(discontent: id, by: visitor.author, expecting: version, decide)
            return .redirect(to: Path.done(Self.followed, at: Path.discontent(id.description)), type: .normal)
        } catch let unaccepted as StaffDoor.Unaccepted {
            sent = unaccepted.form
            let draft = DiscontentDraft(noun: noun, values: unaccepted.form.typed, trouble: unaccepted.trouble)
            return try await page(id, visitor, draft, status: unaccepted.status)
        } catch {
            guard let known = ActFailure(error, visit.logger) else { throw error }
            failed = known
        }
        let draft = DiscontentDraft(noun: noun, values: sent?.typed ?? [:], trouble: failed.trouble)
        return try await page(id, visitor, draft, status: failed.status)
    }

    /// The page of a form that was carried through a sign-in.
    func resume(_ segments: [String], _ form: FormData, _ visitor: StaffVisitor) async throws -> Response? {
        guard visitor.officer.mayReceive else { return nil }
        if segments.count == 1 { return try await list(visitor, form, .expired) }
        // What is closed to them meanwhile keeps nobody from signing in.
        guard segments.count == 3, let id = Discontent.ID(segments[1]),
            (try? await visitor.register.discontent(id)) != nil
        else { return nil }
        return try await page(
            id,
            visitor,
            DiscontentDraft(noun: segments[2], values: form.typed, trouble: .expired)
        )
    }

    private func list(
        _ visitor: StaffVisitor,
        _ form: FormData?,
        _ trouble: ActDraft.Trouble?,
        isOther: Bool = false,
        isDone: Bool = false,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let sent = form?.only("envoi") ?? ""
        let isKept = !isOther && token(sent, visitor) != nil
        let page = DiscontentsPage(
            lines: try await visitor.register.discontents(limit: Self.most).map(DiscontentSummary.init),
            submission: isKept ? sent : newToken(visitor),
            signedIn: door.reader(visitor),
            today: site.today,
            procedure: try await visitor.register.currentProcedure(),
            isDone: isDone,
            draft: trouble.map {
                DiscontentDraft(noun: Self.purpose, values: form?.typed ?? [:], trouble: $0, isOther: isOther)
            },
            press: site.press
        )
        return site.page(page, status: status)
    }

    private func page(
        _ id: Discontent.ID,
        _ visitor: StaffVisitor,
        _ draft: DiscontentDraft?,
        isDone: Bool = false,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let register = visitor.register
        let discontent = try await register.discontent(id)
        await visitor.note(.readDiscontent, of: id)
        var complaint: String?
        if let file = discontent.ending?.caseFile { complaint = try await register.caseFile(file).identifier }
        let accounts = try await visitor.accounts.all()
        let page = DiscontentPage(
            discontent,
            complaint: complaint,
            signedIn: door.reader(visitor),
            names: Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, $0.name) }),
            today: site.today,
            draft: draft,
            isDone: isDone,
            press: site.press
        )
        return site.page(page, status: status)
    }

    private func id(_ visit: Visit) throws -> Discontent.ID {
        guard let id = Discontent.ID(visit.parameters.get("id") ?? "") else { throw HTTPError(.notFound) }
        return id
    }

    private func newToken(_ visitor: StaffVisitor) -> String {
        site.seal(site.newForm(), for: Self.purpose, binding: visitor.session.digest)
    }

    private func token(_ envoi: String, _ visitor: StaffVisitor) -> FormToken? {
        site.formToken(envoi, for: Self.purpose, binding: visitor.session.digest)
    }
}
