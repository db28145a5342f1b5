import Complaints
import HTTPTypes
import Hummingbird
import Logging
import Pages
import Registry
import Storage

/// What a complainant does with a followed case: answers a request, adds something, contests, takes the complaint back.
struct FollowUpActDesk: Sendable {
    let site: Site

    private var door: FollowUpDoor { FollowUpDoor(site: site) }

    /// `GET /suivi/dossier/{acte}`: the form; it changes nothing. What is not offered leads back to the case.
    func form(_ request: Request, _ visit: Visit) async throws -> Response {
        let option = try option(visit)
        guard let visitor = try await door.visitor(request) else {
            return .redirect(to: site.press.link(Path.followUp), type: .normal)
        }
        guard visitor.followUp.options.contains(option) else {
            return .redirect(to: site.press.link(Path.followedCase), type: .normal)
        }
        return try await page(FollowUpSheet(option), visitor)
    }

    /// `POST /suivi/dossier/{acte}`: done, and back to the case; or the form again, with everything that was typed.
    func act(_ request: Request, _ visit: Visit) async throws -> Response {
        let option = try option(visit)
        guard let visitor = try await door.visitor(request) else { return try await ended(option, request) }
        let form: FormData
        do {
            form = try await site.forms.read(request)
        } catch let rejection as FormRejection where !rejection.read.fields.isEmpty {
            defer { rejection.read.discard() }
            let trouble: FollowUpForm.Trouble = rejection.status == .contentTooLarge ? .tooLarge : .cutShort
            let sheet = FollowUpSheet(option, rejection.read, asked: visitor.followUp.missing, trouble: trouble)
            return try await page(sheet, visitor, status: rejection.status)
        }
        defer { form.discard() }
        var sheet = FollowUpSheet(option, form, asked: visitor.followUp.missing)
        guard let submission = door.submission(visitor, form.only("jeton")) else {
            sheet.trouble = .expired
            return try await page(sheet, visitor, status: .forbidden)
        }
        do {
            try site.room.demandRoomForWords()
            if option.takesDocuments {
                sheet.take(
                    try await FormDocuments(form, submission, for: visitor.followUp.id, visitor.register)
                )
            }
            // The same page in the other language does nothing yet.
            if sheet.trouble == nil, !form.isOnlyTurned {
                return try await send(sheet, site.network(of: request, visit), visitor)
            }
        } catch {
            guard let trouble = FollowUpForm.Trouble(error) else { throw error }
            if trouble == .unavailable { visit.logger.error("act not done", metadata: ["error": .kind(of: error)]) }
            sheet.trouble = trouble
            sheet.wait = (error as? FormPace.Wait)?.seconds
        }
        return try await again(sheet, form.only("jeton"), submission, visitor)
    }

    /// Their session is over: the words go on through the page that asks for the secret, and are shown again behind it,
    /// never done: they are sent under the token of the new session (S-13).
    private func ended(_ option: FollowUp.Option, _ request: Request) async throws -> Response {
        let form: FormData
        do {
            form = try await site.forms.withoutFiles.read(request)
        } catch let rejection as FormRejection where !rejection.read.fields.isEmpty {
            form = rejection.read
        }
        let words = form.fields.filter { $0.name != Self.act && $0.name != "code_de_suivi" }
        let carried = FormData([(Self.act, option.rawValue)] + words.map { ($0.name, $0.value) })
        let register = try await site.register(for: request)
        return try await FollowUpDesk(site: site)
            .entry(register, .ended, carrying: CarriedForm(sent: carried), status: .unauthorized)
    }

    /// The form that was carried through the page of the secret; nil where there was none, or where it cannot be done.
    func resume(_ carried: CarriedForm, in session: StaffToken, of register: Register) async throws -> Response? {
        let form = carried.form
        guard let option = FollowUp.Option(rawValue: form.only(Self.act)),
            let visitor = try await door.visitor(session, register), visitor.followUp.options.contains(option)
        else { return nil }
        let isCurrent = form.only("version") == String(visitor.followUp.version)
        let sheet = FollowUpSheet(
            option,
            form,
            asked: visitor.followUp.missing,
            trouble: isCurrent ? .expired : .overtaken
        )
        return try await page(sheet, visitor)
    }

    /// What a carried form calls the act that it was for.
    private static let act = "acte"

    private func option(_ visit: Visit) throws -> FollowUp.Option {
        guard let option = FollowUp.Option(rawValue: visit.parameters.get("acte") ?? "") else {
            throw HTTPError(.notFound)
        }
        return option
    }

    /// Does it, unless too much comes from the same network. What writes nothing, since it was done before or the case has
    /// moved on, is neither counted nor held back (S-40, S-42).
    private func send(
        _ sheet: FollowUpSheet,
        _ network: VisitorNetwork?,
        _ visitor: FollowUpVisitor
    ) async throws -> Response {
        guard sheet.version == visitor.followUp.version else { return try await perform(sheet, visitor) }
        if let wait = site.formPace.take(from: network, issued: nil, at: site.seconds) { throw wait }
        do {
            return try await perform(sheet, visitor)
        } catch {
            site.formPace.giveBack(to: network)
            throw error
        }
    }

    private func perform(_ sheet: FollowUpSheet, _ visitor: FollowUpVisitor) async throws -> Response {
        guard let version = sheet.version else { throw Register.Failure.changedMeanwhile }
        // The log is French, whoever writes in it.
        let itself = site.press.speaking(.french).words("staff.hand.complainant")
        try await visitor.register.change(
            visitor.followUp.id,
            by: .complainant,
            expecting: version,
            attaching: sheet.files
        ) { try sheet.event(of: $0, calling: itself, $1) }
        var path = Path.done(sheet.option.rawValue, at: Path.followedCase)
        if let notice = try RefusalNotice(sheet.refused) {
            let sealed = try notice.sealed(for: visitor.noticeKey, with: site.formKey)
            path += "&\(RefusalNotice.parameter)=\(sealed)"
        }
        return .redirect(to: site.press.link(path), type: .normal)
    }

    /// The form as it was sent, under a token of its own that keeps its documents; under the same one where nothing can be
    /// written now, which leaves them where they are.
    ///
    /// - Parameter sent: the token that it came with.
    private func again(
        _ sheet: FollowUpSheet,
        _ sent: String,
        _ submission: Submission,
        _ visitor: FollowUpVisitor
    ) async throws -> Response {
        var (sheet, token) = (sheet, sent)
        if sheet.trouble == .unavailable {
            // The database may not answer at all: then they are found again with the form.
            sheet.files = (try? await visitor.register.staged(for: submission)) ?? sheet.files
        } else {
            token = door.token(visitor)
            let fresh = door.submission(visitor, token) ?? submission
            try await visitor.register.restage(from: submission, to: fresh)
            sheet.files = try await visitor.register.staged(for: fresh)
        }
        // What was wrong may be that the case has moved on: the page is made from it as it stands.
        let standing = try await door.again(visitor)
        return try await page(sheet, standing, token: token, status: sheet.status)
    }

    private func page(
        _ sheet: FollowUpSheet,
        _ visitor: FollowUpVisitor,
        token: String? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let form = FollowUpForm(
            sheet.option,
            missing: visitor.followUp.missing,
            entry: sheet.entry,
            trouble: sheet.trouble,
            takenFrom: sheet.wait.map { site.world.now().adding(seconds: $0) },
            takesDocuments: site.room.takesDocuments,
            limits: .ours,
            token: token ?? door.token(visitor),
            version: visitor.followUp.version,
            hasRelay: site.hasRelay,
            press: site.press
        )
        let page = FollowUpActPage(
            sheet.option,
            of: visitor.followUp,
            form: form,
            procedure: try await visitor.register.procedure(of: visitor.followUp.id),
            press: site.press
        )
        let wait = sheet.wait ?? (status == .serviceUnavailable ? 30 : nil)
        return site.page(page, status: status).retry(after: wait)
    }
}

extension FollowUpForm.Trouble {
    /// Nil for an error that is none of an act's own.
    fileprivate init?(_ error: any Error) {
        switch error {
        case Refusal.textMissing: self = .empty
        case Refusal.tooManyDocuments: self = .full
        case is Refusal: self = .refused
        case Register.Failure.changedMeanwhile: self = .overtaken
        case is FormPace.Wait: self = .tooMany
        case is StorageError: self = .unavailable
        default: return nil
        }
    }
}
