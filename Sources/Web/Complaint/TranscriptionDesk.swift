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
        let visitor = try await door.receiver(request)
        var entry = TranscriptionPage.Entry(submission: newToken(visitor))
        if let id = Query(of: request)["parole"].flatMap({ Discontent.ID($0) }) {
            let discontent = try await visitor.register.discontent(id)
            await visitor.note(.readDiscontent, of: id)
            if discontent.ending == nil { entry.values = values(of: discontent) }
        }
        return try await page(entry, visitor)
    }

    /// The form filled with what was noted; whether the person consents is still to be said.
    private func values(of discontent: Discontent) -> [String: [String]] {
        let hearing = discontent.hearing
        let isConfidential = hearing.restriction != nil
        return [
            "parole": [discontent.id.description], "canal": [hearing.channel.rawValue], "nom": [hearing.person],
            "reclamation": [hearing.said], "arrivee_le": [site.today.description],
            FormEntry.confidential: isConfidential ? ["oui"] : [],
        ]
    }

    /// `POST /receptions/saisir`: received once, however often it is sent; or the form again, nothing of it lost.
    func enter(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.receiver(request)
        return try await door.take(request, of: visitor) { unaccepted in
            try await again(unaccepted.form, unaccepted.trouble, visitor, status: unaccepted.status)
        } does: { form in
            try await take(form, visitor, visit.logger)
        }
    }

    /// The page of a form that was carried through a sign-in.
    func resume(_ form: FormData, _ visitor: StaffVisitor) async throws -> Response? {
        visitor.officer.mayReceive ? try await again(form, .expired, visitor, status: .ok) : nil
    }

    private func take(_ form: FormData, _ visitor: StaffVisitor, _ logger: Logger) async throws -> Response {
        guard let token = token(form.only("envoi"), visitor) else {
            return try await again(form, .expired, visitor, status: .unprocessableContent)
        }
        let submission = Submission(id: token.identifier)
        var entry = TranscriptionPage.Entry(submission: form.only("envoi"), values: form.typed)
        var documents: FormDocuments?
        let status: HTTPResponse.Status
        do {
            try site.room.demandRoomForWords()
            let brought = try await FormDocuments(form, submission, visitor.register)
            documents = brought
            return try await receive(form, brought, submission, visitor)
        } catch Register.Failure.differentSubmission {
            // What came with the form that was received is that file's own.
            documents?.leave()
            (entry.submission, entry.isOther, status) = (newToken(visitor), true, .conflict)
        } catch {
            guard let known = ActFailure(error, logger) else { throw error }
            (entry.trouble, status) = (known.trouble, known.status)
        }
        entry.filesWereLost = documents == nil && form.hasDocuments
        return try await page(entry, visitor, documents ?? FormDocuments(), status: status)
    }

    /// Receives what was typed, and shows the way to its file. - Throws: whatever `ActFailure` knows;
    /// `Register.Failure.differentSubmission`.
    private func receive(
        _ form: FormData,
        _ documents: FormDocuments,
        _ submission: Submission,
        _ visitor: StaffVisitor
    ) async throws -> Response {
        let receipt = try await Transcriber(site: site, hand: visitor).receive(form, documents, submission)
        let reference = receipt.reference.description
        // What came in confidence is seldom open to whoever entered it.
        guard try await visitor.register.isOpen(receipt.caseFile) else {
            return .redirect(to: Path.confided(Self.done, as: reference), type: .normal)
        }
        return .redirect(to: Path.done(Self.done, at: Path.caseFile(reference)), type: .normal)
    }

    /// The form again for one that was not looked at, with the documents that it kept before.
    private func again(
        _ form: FormData,
        _ trouble: ActDraft.Trouble,
        _ visitor: StaffVisitor,
        status: HTTPResponse.Status
    ) async throws -> Response {
        var entry = TranscriptionPage.Entry(submission: form.only("envoi"), values: form.typed, trouble: trouble)
        entry.filesWereLost = form.hasDocuments
        guard let token = token(entry.submission, visitor) else {
            entry.submission = newToken(visitor)
            return try await page(entry, visitor, FormDocuments(lostWith: form), status: status)
        }
        let kept = FormDocuments(kept: try await visitor.register.staged(for: Submission(id: token.identifier)))
        return try await page(entry, visitor, kept, status: status)
    }

    private func page(
        _ entry: TranscriptionPage.Entry,
        _ visitor: StaffVisitor,
        _ documents: FormDocuments = FormDocuments(),
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        var entry = entry
        (entry.received, entry.missing) = (documents.files, documents.missing)
        let page = TranscriptionPage(
            entry: entry,
            procedure: try await visitor.register.currentProcedure(),
            signedIn: door.reader(visitor),
            today: site.today,
            limits: .ours,
            hasRelay: site.hasRelay,
            press: site.press
        )
        return site.page(page, status: status)
    }

    private func newToken(_ visitor: StaffVisitor) -> String {
        site.seal(site.newForm(), for: Self.purpose, binding: visitor.session.digest)
    }

    private func token(_ envoi: String, _ visitor: StaffVisitor) -> FormToken? {
        site.formToken(envoi, for: Self.purpose, binding: visitor.session.digest)
    }
}
