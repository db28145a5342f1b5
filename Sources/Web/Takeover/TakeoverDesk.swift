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

    /// `GET /reglages/reprise`.
    func show(_ request: Request, _: Visit) async throws -> Response {
        let visitor = try await door.taker(request)
        let query = Query(of: request)
        let taken = query["fait"] == Self.done ? query["nombre"].flatMap { Int($0) } : nil
        return try await page(visitor, taken: taken.flatMap { (1...FormerSheet.mostRows).contains($0) ? $0 : nil })
    }

    /// `GET /reglages/reprise/problemes`: all that is wrong, as a table.
    func problems(_ request: Request, _: Visit) async throws -> Response {
        let visitor = try await door.taker(request)
        let trial = try await tried(visitor)?.trial
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: ContentDisposition.attachment(FileName("problemes.csv")),
            ],
            body: .init(byteBuffer: ByteBuffer(string: TakeoverProblems.table(of: trial, press: site.press)))
        )
    }

    /// `POST /reglages/reprise`: the step that the form names.
    func act(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.taker(request)
        let form: FormData
        do {
            form = try await door.form(request, of: visitor, by: site.forms.withTable)
        } catch let unaccepted as StaffDoor.Unaccepted {
            let trouble: TakeoverPage.Trouble = unaccepted.trouble == .expired ? .expired : .cutShort
            return try await page(visitor, trouble, status: unaccepted.status)
        }
        defer { form.discard() }
        switch TakeoverPage.Step(rawValue: form.only(TakeoverPage.step)) {
        case .file: return try await take(form, visitor)
        case .columns: return try await choose(form, visitor)
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
        do throws(FormerSheet.Mistake) {
            _ = try FormerSheet(content)
        } catch {
            return try await page(visitor, .sheet(error), status: .unprocessableContent)
        }
        let digest = hexadecimal(file.digest)
        let name = file.name.display
        try await visitor.register.keepTakeoverDraft(content, named: name, digest: digest, of: visitor.account.id)
        return .redirect(to: Path.takeover, type: .normal)
    }

    /// Keeps what the columns hold, and tries.
    private func choose(_ form: FormData, _ visitor: StaffVisitor) async throws -> Response {
        guard let draft = try await draft(of: form, visitor) else {
            return try await page(visitor, .gone, status: .conflict)
        }
        let sheet = try FormerSheet(draft.content)
        let choices = TakeoverChoices(form).choices(for: sheet)
        guard choices.missing.isEmpty, choices.doubled.isEmpty else {
            let view = TakeoverView(
                name: draft.name,
                digest: draft.digest,
                sheet: sheet,
                choices: choices,
                isRefused: true,
                trial: nil
            )
            return try await page(visitor, .unsaid, view: view, status: .unprocessableContent)
        }
        try await visitor.register.choose(choices, of: visitor.account.id)
        return .redirect(to: Path.takeover, type: .normal)
    }

    /// Takes all of it over, after the password (S-58): nothing of it can be undone.
    private func takeOver(
        _ form: FormData,
        _ visitor: StaffVisitor,
        _ request: Request,
        _ visit: Visit
    ) async throws -> Response {
        guard try await draft(of: form, visitor) != nil, let tried = try await tried(visitor) else {
            return try await page(visitor, .gone, status: .conflict)
        }
        guard tried.trial.isGood else { return try await page(visitor, .wrongLines, status: .unprocessableContent) }
        return try await door.confirmed(visitor, form, request, visit, back: Path.takeover) {
            do {
                let taken = try await visitor.register.takeOver(
                    tried.trial.complaints,
                    from: tried.draft.digest,
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

    /// The file of this visitor, if it is the one that a form was made from.
    private func draft(of form: FormData, _ visitor: StaffVisitor) async throws -> TakeoverDraft? {
        let draft = try await visitor.register.takeoverDraft(of: visitor.account.id)
        return draft?.digest == form.only(TakeoverPage.digest) ? draft : nil
    }

    /// The file of this visitor as it is tried; nil where there is none, or where nobody has said what its columns hold.
    private func tried(
        _ visitor: StaffVisitor
    ) async throws -> (draft: TakeoverDraft, sheet: FormerSheet, trial: TakeoverTrial)? {
        guard let draft = try await visitor.register.takeoverDraft(of: visitor.account.id), let choices = draft.choices
        else { return nil }
        let sheet = try FormerSheet(draft.content)
        var trial = TakeoverTrial(sheet, choices, today: site.today)
        trial.putAside(known: try await visitor.register.takenOver(among: trial.complaints.map(\.mark)))
        return (draft, sheet, trial)
    }

    /// The page as things stand. - Parameter view: what was sent and not kept, in their place.
    private func page(
        _ visitor: StaffVisitor,
        _ trouble: TakeoverPage.Trouble? = nil,
        view sent: TakeoverView? = nil,
        taken: Int? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        var view = sent
        if view == nil, let draft = try await visitor.register.takeoverDraft(of: visitor.account.id) {
            let tried = try await tried(visitor)
            let sheet = try tried?.sheet ?? FormerSheet(draft.content)
            view = TakeoverView(
                name: draft.name,
                digest: draft.digest,
                sheet: sheet,
                choices: draft.choices ?? sheet.guesses,
                trial: tried?.trial
            )
        }
        let page = TakeoverPage(
            draft: view,
            trouble: trouble,
            taken: taken,
            signedIn: door.reader(visitor),
            press: site.press
        )
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
