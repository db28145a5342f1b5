import Complaints
import HTTPTypes
import Hummingbird
import Logging
import Pages
import Registry

/// Where staff enter a complaint that did not come by the form.
struct TranscriptionDesk: Sendable {
    let site: Site

    /// What the form's own token is for: it makes the form count once.
    static let purpose = "saisie"
    /// What `fait` says of a file that was just made here.
    static let done = "saisie"

    private var door: StaffDoor { StaffDoor(site: site) }

    /// `GET /receptions/saisir`, with `parole` for what was said and is now written for the person.
    func form(_ request: Request, _: Visit) async throws -> Response {
        let visitor = try await enter(request)
        var entry = TranscriptionPage.Entry(submission: freshToken(visitor))
        if let id = Query(of: request)["parole"].flatMap({ Discontent.ID($0) }) {
            let discontent = try await visitor.register.discontent(id)
            if discontent.ending == nil { entry.values = values(of: discontent) }
        }
        return page(entry, visitor)
    }

    /// The form filled with what was noted; whether the person consents is still to be said.
    private func values(of discontent: Discontent) -> [String: [String]] {
        let hearing = discontent.hearing
        return [
            "parole": [discontent.id.description], "canal": [hearing.channel.rawValue], "nom": [hearing.person],
            "reclamation": [hearing.said], "arrivee_le": [site.world.now().civilDate.description],
        ]
    }

    /// `POST /receptions/saisir`: received once, however often it is sent; or the form again, nothing of it lost.
    func enter(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await enter(request)
        do {
            let form = try await door.form(request, of: visitor)
            defer { form.discard() }
            return try await take(form, visitor, visit.logger)
        } catch let unaccepted as StaffDoor.Unaccepted {
            return try await page(unaccepted.form, unaccepted.trouble, visitor, status: unaccepted.status)
        }
    }

    /// The page of a form that was carried through a sign-in.
    func resume(_ form: FormData, _ visitor: StaffVisitor) async throws -> Response? {
        guard visitor.officer.mayReceive else { return nil }
        return try await page(form, .expired, visitor, status: .ok)
    }

    private func take(_ form: FormData, _ visitor: StaffVisitor, _ logger: Logger) async throws -> Response {
        guard let token = token(form.only("envoi"), visitor) else {
            return try await page(form, .expired, visitor, status: .unprocessableContent)
        }
        let submission = Submission(id: token.identifier)
        var entry = TranscriptionPage.Entry(submission: form.only("envoi"), values: form.typed)
        do {
            let tray = try await DocumentTray(form, of: submission, in: visitor.register)
            (entry.received, entry.missing) = (tray.files, tray.missing)
            let draft = TranscriptionDraft(ActForm(form: form, files: tray.files))
            guard let intake = draft.intake(submission, by: visitor.author), tray.missing.isEmpty else {
                entry.trouble = .unreadable(draft.faults)
                return page(entry, visitor, status: tray.hasUnkept ? .serviceUnavailable : .unprocessableContent)
            }
            let said = intake.transcription?.discontent
            if let said { try await check(said, submission, visitor) }
            let receipt = try await visitor.register.receive(intake)
            if let said { try await visitor.writeUp(said, as: receipt.caseFile) }
            let path = Path.caseFile(receipt.reference.description)
            return .redirect(to: Path.done(Self.done, at: path), type: .normal)
        } catch Register.Failure.differentSubmission {
            // What came with the form that was received is that file's own.
            entry.missing = entry.received.map { RefusedDocument(name: FileName($0.name).display, reason: .gone) }
            (entry.submission, entry.received, entry.isOther) = (freshToken(visitor), [], true)
            return page(entry, visitor, status: .conflict)
        } catch {
            guard let known = ActFailure(error, logger) else { throw error }
            entry.trouble = known.trouble
            return page(entry, visitor, status: known.status)
        }
    }

    /// Refuses to write what was said a second time, but for the same form sent again.
    private func check(_ said: Discontent.ID, _ submission: Submission, _ visitor: StaffVisitor) async throws {
        guard try await visitor.register.discontent(said).ending != nil else { return }
        if try await visitor.register.receipt(of: submission) == nil { throw Refusal.discontentEnded }
    }

    /// The form again for one that was not looked at, with the documents that it kept before.
    private func page(
        _ form: FormData,
        _ trouble: ActDraft.Trouble,
        _ visitor: StaffVisitor,
        status: HTTPResponse.Status
    ) async throws -> Response {
        let sent = form.only("envoi")
        var entry = TranscriptionPage.Entry(submission: sent, values: form.typed, trouble: trouble)
        if let token = token(sent, visitor) {
            entry.received = try await visitor.register.staged(for: Submission(id: token.identifier))
        } else {
            entry.submission = freshToken(visitor)
            entry.missing = form.values("piece_gardee").map { value in
                let name = value.split(separator: " ", maxSplits: 1).last.map(String.init) ?? ""
                return RefusedDocument(name: FileName(name).display, reason: .gone)
            }
        }
        return page(entry, visitor, status: status)
    }

    private func page(
        _ entry: TranscriptionPage.Entry,
        _ visitor: StaffVisitor,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let page = TranscriptionPage(
            entry: entry,
            signedIn: door.reader(visitor),
            today: site.world.now().civilDate,
            limits: .ours,
            press: site.press
        )
        return site.page(page, status: status)
    }

    /// Whoever is signed in and enters what comes. - Throws: 403 for those who only read.
    private func enter(_ request: Request) async throws -> StaffVisitor {
        let visitor = try await door.enter(request)
        guard visitor.officer.mayReceive else { throw HTTPError(.forbidden) }
        return visitor
    }

    private func freshToken(_ visitor: StaffVisitor) -> String {
        FormToken(random: site.world.bytes(16), at: site.seconds)
            .sealed(for: Self.purpose, binding: visitor.session.digest, with: site.formKey)
    }

    private func token(_ envoi: String, _ visitor: StaffVisitor) -> FormToken? {
        try? FormToken.check(
            envoi,
            for: Self.purpose,
            binding: visitor.session.digest,
            at: site.seconds,
            with: site.formKey
        )
    }
}
