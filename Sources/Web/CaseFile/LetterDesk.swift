import Complaints
import HTTPTypes
import Hummingbird
import Pages
import Registry

/// Letters: to read, to print, to mark as posted or come back, to send again.
struct LetterDesk: Sendable {
    let site: Site

    private var door: StaffDoor { StaffDoor(site: site) }

    /// `GET /lettres/{id}`, with `fait` for what was just done.
    func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        let letter = try await visitor.register.letter(visit.parameters.get("id") ?? "")
        let done = Query(of: request)["fait"].flatMap { LetterDone(rawValue: $0) }
        return try await page(letter, visitor, done: done)
    }

    /// `GET /lettres/{id}/remise`: the way to the form, as for the acts on a case file.
    func leadToIssue(_ request: Request, _ visit: Visit) async throws -> Response {
        try await lead(to: LetterDone.handedOver, request, visit)
    }

    /// `GET /lettres/{id}/relance`.
    func leadToResend(_ request: Request, _ visit: Visit) async throws -> Response {
        try await lead(to: LetterDone.sentAgain, request, visit)
    }

    private func lead(to act: LetterDone, _ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        let letter = try await visitor.register.letter(visit.parameters.get("id") ?? "")
        return .redirect(to: Path.form(act.rawValue, at: Path.letter(letter.id)), type: .normal)
    }

    /// `GET /lettres/{id}/retour`.
    func leadToReturn(_ request: Request, _ visit: Visit) async throws -> Response {
        try await lead(to: LetterDone.broughtBack, request, visit)
    }

    /// `POST /lettres/{id}/remise`: posted, registered or handed over.
    func issue(_ request: Request, _ visit: Visit) async throws -> Response {
        try await take(.handedOver, request, visit) { letter, form, visitor in
            let issue = try form.issue(of: letter)
            return { try await visitor.register.issue(issue, of: letter.caseFile, by: visitor.author) }
        }
    }

    /// `POST /lettres/{id}/retour`: what the post brought back of it.
    func bringBack(_ request: Request, _ visit: Visit) async throws -> Response {
        try await take(.broughtBack, request, visit) { letter, form, visitor in
            let (decide, files) = (try form.sequel(of: letter), form.files)
            return {
                let register = visitor.register
                let version = try await register.caseFile(letter.caseFile).version
                _ = try await register.change(
                    letter.caseFile,
                    by: visitor.author,
                    expecting: version,
                    attaching: files,
                    decide
                )
            }
        }
    }

    /// Reads a form of a letter into what it does.
    private typealias Reading = (LetterRecord, ActForm, StaffVisitor) throws -> () async throws -> Void

    private func take(
        _ act: LetterDone,
        _ request: Request,
        _ visit: Visit,
        _ read: Reading
    ) async throws -> Response {
        let visitor = try await door.enter(request)
        return try await door.givingBack(request, visitor) { try await take(act, request, visit, visitor, &$0, read) }
    }

    /// - Parameter sent: the form, as soon as it is read.
    private func take(
        _ act: LetterDone,
        _ request: Request,
        _ visit: Visit,
        _ visitor: StaffVisitor,
        _ sent: inout FormData?,
        _ read: Reading
    ) async throws -> Response {
        let books = try await site.register(for: request)
        let letter = try await letter(visit.parameters.get("id") ?? "", of: visitor, in: books)
        let form: FormData
        do {
            form = try await door.form(request, of: visitor)
            sent = form
        } catch let unaccepted as StaffDoor.Unaccepted {
            sent = unaccepted.form
            let draft = LetterDraft(act, values: unaccepted.form.typed, trouble: unaccepted.trouble)
            return try await page(letter, visitor, draft: draft, status: unaccepted.status)
        }
        defer { form.discard() }
        var documents: ActDocuments?
        do {
            try await perform(letter, form, visitor, &documents, read)
            return .redirect(to: Path.done(act.rawValue, at: Path.letter(letter.id)), type: .normal)
        } catch {
            guard let known = ActFailure(error, visit.logger) else { throw error }
            await visitor.noteRefusal(error, of: act.rawValue, on: letter.caseFile)
            let current = try await self.letter(letter.id, of: visitor, in: books)
            let draft = LetterDraft(act, ActDraft(.issueLetter, form, documents, known.trouble))
            return try await page(current, visitor, draft: draft, status: known.status)
        }
    }

    /// - Parameter documents: those of the form, as soon as they are known, also where nothing is done.
    private func perform(
        _ letter: LetterRecord,
        _ form: FormData,
        _ visitor: StaffVisitor,
        _ documents: inout ActDocuments?,
        _ read: Reading
    ) async throws {
        try site.room.demandRoomForWords()
        var brought = try await ActDocuments(form, of: letter.caseFile, visitor.register)
        defer { documents = brought }
        // Read once before the documents have their identifiers, so that everything that is wrong is told at once.
        let sent = ActForm(form: form, files: brought.asSent)
        var faults = try sent.reading { try read(letter, $0, visitor) }.faults
        faults[FormEntry.documents] = try await brought.keep()
        guard faults.isEmpty else { throw ActForm.Unreadable(faults: faults) }
        try await read(letter, ActForm(form: form, files: brought.files), visitor)()
    }

    /// `POST /lettres/{id}/relance`: into the outbox again. A letter that waits, or has left meanwhile, is shown as it is.
    func resend(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        return try await door.givingBack(request, visitor) { sent in
            sent = try await door.form(request, of: visitor)
            return try await resend(visit, visitor, in: try await site.register(for: request))
        }
    }

    private func resend(_ visit: Visit, _ visitor: StaffVisitor, in books: Register) async throws -> Response {
        let letter = try await letter(visit.parameters.get("id") ?? "", of: visitor, in: books)
        do {
            try site.room.demandRoomForWords()
            let path = Path.letter(letter.id)
            let isDone = try await visitor.register.resend(letter.id, by: visitor.author)
            return .redirect(
                to: isDone ? Path.done(LetterDone.sentAgain.rawValue, at: path) : path,
                type: .normal
            )
        } catch {
            guard let known = ActFailure(error, visit.logger) else { throw error }
            await visitor.noteRefusal(error, of: LetterDone.sentAgain.rawValue, on: letter.caseFile)
            let draft = LetterDraft(.sentAgain, values: [:], trouble: known.trouble)
            return try await page(letter, visitor, draft: draft, status: known.status)
        }
    }

    /// The page of a form that was carried through a sign-in.
    ///
    /// - Parameter books: those of no reader.
    func resume(
        _ id: String,
        _ noun: String,
        _ form: FormData,
        _ visitor: StaffVisitor,
        in books: Register
    ) async throws -> Response? {
        do {
            let letter = try await letter(id, of: visitor, in: books)
            let act = LetterDone(rawValue: noun) ?? .handedOver
            return try await page(letter, visitor, draft: LetterDraft(act, values: form.typed, trouble: .expired))
        } catch Register.Failure.unknown {
            return nil
        } catch Register.Failure.restricted {
            await visitor.noteRefusal(Register.Failure.restricted, at: Path.letter(id), in: books)
            return door.closed(form, visitor)
        }
    }

    /// The letter that somebody has sent something about.
    ///
    /// - Parameter books: those of no reader, asked only whether there is such a letter: nothing of it is shown from them.
    /// - Throws: `Failure.restricted` where its case is closed to them, so that they get their words back. Whoever only
    ///   looks is answered as if there were none.
    private func letter(_ id: String, of visitor: StaffVisitor, in books: Register) async throws -> LetterRecord {
        do {
            return try await visitor.register.letter(id)
        } catch Register.Failure.unknown {
            _ = try await books.letter(id)
            throw Register.Failure.restricted
        }
    }

    private func page(
        _ letter: LetterRecord,
        _ visitor: StaffVisitor,
        draft: LetterDraft? = nil,
        done: LetterDone? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let register = visitor.register
        async let noted: Void = visitor.note(.readLetter, of: letter.caseFile)
        let file = try await register.caseFile(letter.caseFile)
        let kept = try await register.uploads(draft?.act.keptIdentifiers ?? [])
        let page = LetterPage(
            letter: LetterLine(letter, of: file),
            subject: letter.subject,
            text: letter.text,
            caseFile: file,
            procedure: try await register.procedure(of: letter.caseFile),
            signedIn: door.reader(visitor),
            mailIsSet: site.hasRelay,
            today: site.today,
            limits: .ours,
            draft: draft.map { LetterDraft($0.form, $0.act.keeping(kept)) },
            done: done,
            press: site.press
        )
        let scans = try await register.scans(of: letter.caseFile)
        await noted
        return site.page(page.showing(scans, press: site.press), status: status)
    }
}
