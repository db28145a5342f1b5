import Complaints
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Pages
import Registry

/// A case file, and every act on it.
struct CaseDesk: Sendable {
    let site: Site

    private var door: StaffDoor { StaffDoor(site: site) }

    /// `GET /dossiers/{numero}`, with `fait` for what was just done, and `piece` for a picture to be shown beside.
    func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        let id = try await find(visit.parameters.get("numero"), visitor)
        let query = Query(of: request)
        let done = query["fait"]
        let isEntered = done == TranscriptionDesk.done
        let beside = query[Path.besideParameter]
        return try await page(
            id,
            visitor,
            done: done.flatMap { Act(noun: $0) },
            isEntered: isEntered,
            beside: beside
        )
    }

    /// `GET /dossiers/{numero}/{acte}`: an act is no page. Whoever reloads one that was refused, or follows its address,
    /// is led to its form on the file's page.
    func lead(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        let id = try await find(visit.parameters.get("numero"), visitor)
        guard let noun = Act(noun: visit.parameters.get("acte") ?? "")?.noun else { throw HTTPError(.notFound) }
        let file = try await visitor.register.caseFile(id)
        return .redirect(to: Path.form(noun, at: Path.caseFile(file.identifier)), type: .normal)
    }

    /// `POST /dossiers/{numero}/{acte}`.
    func act(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        let id = try await find(visit.parameters.get("numero"), visitor)
        guard let act = Act(noun: visit.parameters.get("acte") ?? "") else { throw HTTPError(.notFound) }
        return try await door.givingBack(request, visitor) { sent in
            do {
                let form = try await door.form(request, of: visitor)
                sent = form
                defer { form.discard() }
                return try await perform(act, on: id, form, visitor, visit.logger)
            } catch let unaccepted as StaffDoor.Unaccepted {
                sent = unaccepted.form
                let draft = ActDraft(act: act, values: unaccepted.form.typed, trouble: unaccepted.trouble)
                return try await page(id, visitor, draft: draft, status: unaccepted.status)
            }
        }
    }

    /// The page of a form that was carried through a sign-in. Where somebody else has written meanwhile, it says so.
    func resume(_ number: String, _ noun: String, _ form: FormData, _ visitor: StaffVisitor) async throws -> Response? {
        guard let act = Act(noun: noun), let id = try await visitor.register.find(number) else { return nil }
        do {
            let version = try await visitor.register.caseFile(id).version
            let isCurrent = form.values("version").allSatisfy { $0 == String(version) }
            let draft = ActDraft(act: act, values: form.typed, trouble: isCurrent ? .expired : .overtaken)
            return try await page(id, visitor, draft: draft)
        } catch Register.Failure.restricted {
            // Closed to them meanwhile: it keeps nobody from signing in, nor from their own words.
            await visitor.note(.refused, .refused, of: id, detail: noun)
            return door.closed(form, visitor)
        }
    }

    /// Does an act and shows the way to the file; or the page again, with everything that was typed and what is wrong
    /// beside its cause, or the letter that the act would send.
    private func perform(
        _ act: Act,
        on id: CaseFile.ID,
        _ form: FormData,
        _ visitor: StaffVisitor,
        _ logger: Logger
    ) async throws -> Response {
        var documents: ActDocuments?
        let failed: ActFailure
        do {
            try site.room.demandRoomForWords()
            guard form.values("ajouter").isEmpty, form.values("commencer").isEmpty else {
                var brought = try await ActDocuments(form, of: id, visitor.register)
                defer { documents = brought }
                if let fault = try await brought.keep() {
                    throw ActForm.Unreadable(faults: [FormEntry.documents: fault])
                }
                let draft = ActDraft(act, form, brought, .unfinished)
                let begun = try await TemplateUse(visitor: visitor, today: site.today).begin(draft, form, on: id)
                return try await page(id, visitor, draft: begun)
            }
            let (noun, table) = (act.noun ?? "", ActTable(visitor: visitor, now: site.world.now()))
            let asked = try await table.read(noun, on: id, form, &documents)
            guard form.values("relire").isEmpty else {
                let letter = try await table.preview(asked, on: id)
                return try await page(id, visitor, draft: ActDraft(act, form, documents, .previewed(letter)))
            }
            let changed = try await table.perform(asked, on: id, havingRead: form.letterRead)
            return .redirect(to: Path.done(noun, at: Path.caseFile(changed.identifier)), type: .normal)
        } catch {
            guard let known = ActFailure(error, logger) else { throw error }
            await visitor.noteRefusal(error, of: act.noun ?? "", on: id)
            failed = known
        }
        let draft = ActDraft(act, form, documents, failed.trouble)
        return try await page(id, visitor, draft: draft, status: failed.status)
    }

    private func find(_ number: String?, _ visitor: StaffVisitor) async throws -> CaseFile.ID {
        guard let number, let id = try await visitor.register.find(number) else { throw HTTPError(.notFound) }
        return id
    }

    private func page(
        _ id: CaseFile.ID,
        _ visitor: StaffVisitor,
        draft: ActDraft? = nil,
        done: Act? = nil,
        isEntered: Bool = false,
        beside: String? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let register = visitor.register
        // Every showing of the file is a reading of it, whatever led there; it is written down while the file is read.
        async let noted: Void = visitor.note(.opened, of: id)
        let accounts = try await visitor.accounts.all()
        let file = try await register.caseFile(id)
        let kept = try await register.uploads(draft?.keptIdentifiers ?? [])
        let circumstances = try await visitor.circumstances(of: id)
        let names = Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, $0.name) })
        var page = CasePage(
            caseFile: file,
            signedIn: door.reader(visitor),
            names: names,
            staff: circumstances.staff,
            nameable: circumstances.nameable,
            letters: try await register.letters(of: id).map { LetterLine($0, of: file) },
            mailIsSet: site.hasRelay,
            today: site.today,
            procedure: circumstances.procedure,
            inForce: circumstances.inForce,
            limits: .ours,
            relatives: try await register.relatives(of: file),
            templates: try await TemplateUse(visitor: visitor, today: site.today).proposed(),
            draft: draft?.keeping(kept),
            done: done,
            isEntered: isEntered,
            press: site.press
        )
        if let entries = try await accesses(to: id, visitor) {
            page = page.showing(accesses: entries, names: names, press: site.press)
        }
        let scans = try await register.scans(of: id)
        await noted
        let picture = beside ?? draft?.picture
        page = page.showing(scans, press: site.press).showing(beside: picture, press: site.press)
        return site.page(page, status: status)
    }

    /// Who looked at it last, for those who watch over that; nil for the others.
    private func accesses(to id: CaseFile.ID, _ visitor: StaffVisitor) async throws -> [AccessEntry]? {
        guard visitor.officer.readsAccessesToCases else { return nil }
        var filter = AccessFilter()
        filter.caseFile = id
        filter.limit = Self.accessesShown
        return try await visitor.register.accesses(filter)
    }

    private static let accessesShown = 10
}

extension FormData {
    /// The digest of the letter that was read over before the form was sent; nil where none was.
    var letterRead: String? { values("relue").isEmpty ? nil : only("relue") }
}

extension ActDraft {
    /// The form of an act that comes back, with the documents that it has brought so far.
    fileprivate init(_ act: Act, _ form: FormData, _ documents: ActDocuments?, _ trouble: Trouble) {
        self.init(act: act, values: documents?.typed ?? form.typed, trouble: trouble)
        filesAreKept = documents?.areAllKept ?? !form.hasDocuments
    }

    /// The same with its documents that wait still. One that the case file has got meanwhile, by another act, must be
    /// chosen again for this one.
    fileprivate func keeping(_ files: [FileSummary]) -> ActDraft {
        var draft = self
        draft.kept = files
        draft.filesAreKept = filesAreKept && files.count == keptIdentifiers.count
        return draft
    }

    /// The picture that was shown beside the form.
    fileprivate var picture: String? { values[Path.besideParameter]?.first }

    /// The documents that the form has kept so far.
    fileprivate var keptIdentifiers: [String] { (values[FormEntry.kept] ?? []).map { NamedDocument($0).id } }
}
