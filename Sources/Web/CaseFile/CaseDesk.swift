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

    /// `GET /dossiers/{numero}`, with `fait` for what was just done.
    func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        let id = try await find(visit.parameters.get("numero"), visitor)
        let done = Query(of: request)["fait"]
        let isEntered = done == TranscriptionDesk.done
        return try await page(id, visitor, done: done.flatMap { Act(noun: $0) }, isEntered: isEntered)
    }

    /// `POST /dossiers/{numero}/{acte}`.
    func act(_ request: Request, _ visit: Visit) async throws -> Response {
        let visitor = try await door.enter(request)
        let id = try await find(visit.parameters.get("numero"), visitor)
        guard let act = Act(noun: visit.parameters.get("acte") ?? "") else { throw HTTPError(.notFound) }
        do {
            let form = try await door.form(request, of: visitor)
            defer { form.discard() }
            return try await perform(act, on: id, form, visitor, visit.logger)
        } catch let unaccepted as StaffDoor.Unaccepted {
            let draft = ActDraft(act: act, values: unaccepted.form.typed, trouble: unaccepted.trouble)
            return try await page(id, visitor, draft: draft, status: unaccepted.status)
        }
    }

    /// The page of a form that was carried through a sign-in. Where somebody else has written meanwhile, it says so.
    func resume(_ number: String, _ noun: String, _ form: FormData, _ visitor: StaffVisitor) async throws -> Response? {
        guard let act = Act(noun: noun), let id = try await visitor.register.find(number) else { return nil }
        let version = try await visitor.register.caseFile(id).version
        let isCurrent = form.values("version").allSatisfy { $0 == String(version) }
        let draft = ActDraft(act: act, values: form.typed, trouble: isCurrent ? .expired : .overtaken)
        return try await page(id, visitor, draft: draft)
    }

    /// Does an act and shows the way to the file; or the page again, with everything that was typed and what is wrong
    /// beside its cause.
    private func perform(
        _ act: Act,
        on id: CaseFile.ID,
        _ form: FormData,
        _ visitor: StaffVisitor,
        _ logger: Logger
    ) async throws -> Response {
        let failed: ActFailure
        do {
            guard form.values("ajouter").isEmpty else {
                let draft = ActDraft(act: act, values: form.typed, trouble: .unfinished, dropped: form.documents)
                return try await page(id, visitor, draft: draft)
            }
            let noun = act.noun ?? ""
            let changed = try await ActTable(visitor: visitor).perform(noun, on: id, form)
            let name = changed.number?.description ?? changed.reception.reference.description
            return .redirect(to: Path.done(noun, at: Path.caseFile(name)), type: .normal)
        } catch {
            guard let known = ActFailure(error, logger) else { throw error }
            failed = known
        }
        let draft = ActDraft(act: act, values: form.typed, trouble: failed.trouble)
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
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let register = visitor.register
        // Every showing of the file is a reading of it, whatever led there. A failing disk must not hide a draft.
        do {
            try await visitor.record(.opened, of: id)
        } catch  where draft?.trouble == .unavailable {}
        let accounts = try await visitor.accounts.all()
        let file = try await register.caseFile(id)
        let issuedAt = file.issuedAt
        let circumstances = try await visitor.circumstances(of: id)
        let page = CasePage(
            caseFile: file,
            signedIn: door.reader(visitor),
            names: Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, $0.name) }),
            staff: circumstances.staff,
            letters: try await register.letters(of: id).map { LetterLine($0, issuedAt: issuedAt[$0.id]) },
            mailIsSet: site.hasRelay,
            today: site.world.now().civilDate,
            procedure: circumstances.procedure,
            inForce: circumstances.inForce,
            limits: .ours,
            draft: draft,
            done: done,
            isEntered: isEntered,
            press: site.press
        )
        return site.page(page, status: status)
    }
}
