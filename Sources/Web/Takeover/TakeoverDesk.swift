import Complaints
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Registry

/// Where the management brings an older register in: a file, what its columns hold, a trial, and then all of it or nothing
/// (docs/decisions/0028).
struct TakeoverDesk: Sendable {
    let site: Site

    private var door: StaffDoor { StaffDoor(site: site) }

    /// What `fait` says once it is taken over.
    private static let done = TakeoverPage.Step.all.rawValue
    /// What it says where the heads were read on another line instead of a trial.
    private static let reread = TakeoverPage.Step.heads.rawValue

    /// `GET /reglages/reprise`.
    func show(_ request: Request, _: Visit) async throws -> Response {
        let visitor = try await door.taker(request)
        let query = Query(of: request)
        let taken = query["fait"] == Self.done ? query["nombre"].flatMap { Int($0) } : nil
        return try await page(
            visitor,
            taken: taken.flatMap { (1...FormerSheet.mostRows).contains($0) ? $0 : nil },
            isReread: query["fait"] == Self.reread
        )
    }

    /// `POST /reglages/reprise/problemes`: all that is wrong, as a table; after the password (S-58), and on record.
    func problems(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.taker(request)
        let form = try await door.form(request, of: visitor)
        form.discard()
        return try await door.confirmed(visitor, form, request, visit, back: Path.takeover, isForFile: true) {
            let trial = try await TakeoverReading(try await draft(visitor), site, visitor.register)?.trial
            try await visitor.record(.exported, of: nil, detail: "reprise \(ExportFormat.table.rawValue)")
            return Response(
                status: .ok,
                headers: [
                    .contentType: "text/csv; charset=utf-8; header=present",
                    .contentDisposition: ContentDisposition.attachment(FileName("problemes.csv")),
                    .contentSecurityPolicy: SecurityHeaders<Visit>.sandbox,
                ],
                body: .init(byteBuffer: ByteBuffer(string: TakeoverProblems.table(of: trial, press: site.press)))
            )
        }
    }

    /// `POST /reglages/reprise`: the step that the form names.
    func act(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.taker(request)
        return try await door.take(request, of: visitor, by: site.forms.withTable) { unaccepted in
            let trouble: TakeoverPage.Trouble = unaccepted.trouble == .expired ? .expired : .cutShort
            let view = try await shownAgain(unaccepted.form, visitor)
            return try await page(visitor, trouble, view: view, status: unaccepted.status)
        } does: { form in
            try await step(form, visitor, request, visit)
        }
    }

    private func step(
        _ form: FormData,
        _ visitor: StaffVisitor,
        _ request: Request,
        _ visit: Visit
    ) async throws -> Response {
        switch TakeoverPage.Step(rawValue: form.only(TakeoverPage.step)) {
        case .file: return try await take(form, visitor)
        case .heads: return try await choose(form, visitor, isTrial: false)
        case .columns: return try await choose(form, visitor, isTrial: true)
        case .all: return try await takeOver(form, visitor, request, visit)
        case .leave:
            try await visitor.register.dropTakeoverDraft(of: visitor.account.id)
            return .redirect(to: Path.takeover, type: .normal)
        case nil: return try await page(visitor, .gone, status: .unprocessableContent)
        }
    }

    /// Keeps the file, if it is a table.
    private func take(_ form: FormData, _ visitor: StaffVisitor) async throws -> Response {
        try site.room.demandRoomForWords()
        guard let file = form.files.first else {
            let trouble = form.refused.first?.reason.trouble ?? .noFile
            return try await page(visitor, trouble, status: .unprocessableContent)
        }
        var content: [UInt8] = []
        content.reserveCapacity(file.size)
        for try await chunk in file.content.chunks(of: Register.chunkLength) { content += chunk }
        let sheet: FormerSheet
        do {
            sheet = try await TakeoverReading.sheet(content)
        } catch let mistake as FormerSheet.Mistake {
            return try await page(visitor, .sheet(mistake), status: .unprocessableContent)
        }
        let digest = hexadecimal(file.digest)
        let (name, account) = (file.name.display, visitor.account.id)
        let said = try await TakeoverReading.choices(of: try await draft(visitor), for: sheet)
        try await visitor.register.keepTakeoverDraft(content, named: name, digest: digest, of: account)
        if let said { _ = try await visitor.register.choose(said, ofFile: digest, of: account) }
        return .redirect(to: Path.takeover, type: .normal)
    }

    /// Keeps what the columns hold, and tries; where the heads are said to be on another line, they are read anew instead, and
    /// nothing is tried before their columns were looked at.
    private func choose(_ form: FormData, _ visitor: StaffVisitor, isTrial: Bool) async throws -> Response {
        guard let draft = try await draft(visitor), draft.digest == form.only(TakeoverPage.digest) else {
            return try await page(visitor, .gone, status: .conflict)
        }
        switch try await TakeoverSent.outcome(of: form, for: draft, isTrial: isTrial) {
        case .refused(let trouble, let view):
            return try await page(visitor, trouble, view: view, status: .unprocessableContent)
        case .kept(let choices, let isReread):
            guard try await visitor.register.choose(choices, ofFile: draft.digest, of: visitor.account.id) else {
                return try await page(visitor, .gone, status: .conflict)
            }
            let path = isReread ? Path.done(Self.reread, at: Path.takeover) : Path.takeover
            return .redirect(to: path, type: .normal)
        }
    }

    /// What was chosen in a form that was not taken; nil where it was no choice for this visitor's file.
    private func shownAgain(_ form: FormData, _ visitor: StaffVisitor) async throws -> TakeoverView? {
        let step = TakeoverPage.Step(rawValue: form.only(TakeoverPage.step))
        guard step == .heads || step == .columns, let draft = try await draft(visitor),
            draft.digest == form.only(TakeoverPage.digest)
        else { return nil }
        return try await TakeoverSent.view(of: form, for: draft)
    }

    /// Takes all of it over, after the password (S-58): nothing of it can be undone. What is taken over is the trial that
    /// was read over, of the same file and the same choices.
    private func takeOver(
        _ form: FormData,
        _ visitor: StaffVisitor,
        _ request: Request,
        _ visit: Visit
    ) async throws -> Response {
        guard let draft = try await draft(visitor), draft.trialDigest == form.only(TakeoverPage.trialDigest),
            let tried = try await TakeoverReading(draft, site, visitor.register)
        else { return try await page(visitor, .gone, status: .conflict) }
        guard tried.trial.isGood else {
            return try await page(visitor, .wrongLines, view: tried.view(), status: .unprocessableContent)
        }
        return try await door.confirmed(visitor, form, request, visit, back: Path.takeover) {
            do {
                let taken = try await visitor.register.takeOver(
                    tried.trial.complaints,
                    from: tried.draft.digest,
                    named: tried.draft.name,
                    by: visitor.author
                )
                try await visitor.register.dropTakeoverDraft(of: visitor.account.id)
                return .redirect(to: Path.tookOver(taken.caseFiles.count), type: .normal)
            } catch is Register.AlreadyTakenOver {
                // Somebody else was first: the trial now says so, line by line.
                return try await page(visitor, .wrongLines, status: .conflict)
            }
        }
    }

    /// The file of this visitor; nil where there is none.
    private func draft(_ visitor: StaffVisitor) async throws -> TakeoverDraft? {
        try await visitor.register.takeoverDraft(of: visitor.account.id)
    }

    /// The page as things stand. - Parameter view: what was sent and not kept, in their place.
    private func page(
        _ visitor: StaffVisitor,
        _ trouble: TakeoverPage.Trouble? = nil,
        view sent: TakeoverView? = nil,
        taken: Int? = nil,
        isReread: Bool = false,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        var view = sent
        if view == nil, let draft = try await draft(visitor) {
            view = try await TakeoverReading.view(of: draft, site, visitor.register)
        }
        let (shown, signedIn, press) = (view, door.reader(visitor), site.press)
        // Its menus look through the columns for the first cells.
        let page = try await TakeoverReading.inTurn {
            TakeoverPage(
                draft: shown,
                trouble: trouble,
                taken: taken,
                isReread: isReread,
                signedIn: signedIn,
                press: press
            )
        }
        return site.page(page, status: status)
    }
}

extension RefusedFile.Reason {
    fileprivate var trouble: TakeoverPage.Trouble {
        switch self {
        case .empty: .sheet(.empty)
        case .tooLarge: .tooLarge
        case .tooMany: .noFile
        case .unkept, .noRoom, .caseFull: .noRoom
        case .kind: .otherKind
        }
    }
}
