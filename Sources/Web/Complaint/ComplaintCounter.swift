import Complaints
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Pages
import Registry
import Storage

/// The public counter: the form, its recap, and its sending.
struct ComplaintCounter: Sendable {
    let site: Site

    /// What a form token is for: no other form's token will do.
    static let purpose = "reclamation"

    /// `GET /reclamation`: an empty form with a fresh identifier.
    func form(_ request: Request, _: Visit) async throws -> Response {
        let register = try await site.register(for: request)
        let sheet = ComplaintSheet(envoi: sealed(site.newForm()), draft: ComplaintDraft(FormData()), isFresh: true)
        return site.page(try await page(sheet, of: register))
    }

    /// `POST /reclamation`: read again, go back, or send, as the button says.
    func post(_ request: Request, _ visit: Visit) async throws -> Response {
        let register = try await site.register(for: request)
        let form: FormData
        do {
            form = try await site.forms.read(request)
        } catch let rejection as FormRejection where !rejection.read.fields.isEmpty {
            return try await showAgain(rejection, register)
        }
        defer { form.discard() }
        var sheet = sheet(of: form)
        let known = token(sheet.envoi)
        let token = known ?? site.newForm()
        if known == nil {
            sheet.envoi = sealed(token)
            sheet.notice = form.values("envoi").allSatisfy(\.isEmpty) ? nil : .expired
        }
        sheet.documents = FormDocuments(refused: form.refused)
        sheet.network = site.network(of: request, visit)
        do {
            try site.room.demandRoomForWords()
            return try await take(form, Submission(id: token.identifier), isFirst: known == nil, &sheet, register)
        } catch let error as StorageError {
            visit.logger.error("complaint not taken", metadata: ["error": .kind(of: error)])
            return try await turnAway(sheet, register)
        }
    }

    /// Nothing can be written now: the words stay in the visitor's hands as long as the pages can still be read (S-40).
    private func turnAway(_ sheet: ComplaintSheet, _ register: Register) async throws -> Response {
        var sheet = sheet
        sheet.notice = .unavailable
        return site.page(try await page(sheet, of: register), status: .serviceUnavailable)
            .retry(after: 30)
    }

    private func take(
        _ form: FormData,
        _ submission: Submission,
        isFirst: Bool,
        _ sheet: inout ComplaintSheet,
        _ register: Register
    ) async throws -> Response {
        try await allowOwn(&sheet, register)
        let step = form.only("etape")
        // A robot fills every field it finds; nothing is lost, it only has to read its words again.
        let isRobot = form.values("site_web").contains { !$0.isEmpty }
        let isSent = step == "envoi" && !isFirst && !isRobot
        if isSent, !sheet.isToMend, !FormDocuments.areNamed(in: form) {
            // As most come. Where documents are kept with it all the same, they are looked for below.
            do {
                return try await send(sheet, submission, knowsUploads: false, register)
            } catch Register.Failure.uploadsForgotten {}
        }
        sheet.take(try await FormDocuments(form, submission, register))
        if step == "modification" { return site.page(try await page(sheet, of: register)) }
        if step == "recapitulatif", form.isOnlyTurned { return try await turn(sheet, form, register) }
        guard !sheet.isToMend else { return try await show(sheet, register) }
        guard isSent else { return site.page(try await recap(sheet, of: register)) }
        return try await send(sheet, submission, knowsUploads: true, register)
    }

    /// The form in the other language, with all that was typed; nothing is held against who has not finished.
    private func turn(_ sheet: ComplaintSheet, _ form: FormData, _ register: Register) async throws -> Response {
        var sheet = sheet
        sheet.isFresh = form.only("corrige") != "oui"
        return site.page(try await page(sheet, of: register))
    }

    /// The form again, with what is to be mended; where it is for us to mend, later.
    private func show(_ sheet: ComplaintSheet, _ register: Register) async throws -> Response {
        let isOurs = sheet.documents.hasUnkept
        let status: HTTPResponse.Status = isOurs ? .serviceUnavailable : .unprocessableContent
        return site.page(try await page(sheet, of: register), status: status).retry(after: isOurs ? 30 : nil)
    }

    /// Receives the complaint and shows the way to its receipt.
    private func send(
        _ sheet: ComplaintSheet,
        _ submission: Submission,
        knowsUploads: Bool,
        _ register: Register
    ) async throws -> Response {
        let wait = site.formPace.take(from: sheet.network, issued: token(sheet.envoi)?.issued, at: site.seconds)
        // What was received is never held back: its answer was lost, or somebody pressed twice (S-40).
        if let wait, try await !register.hasReceived(submission) { return try await hold(sheet, wait, register) }
        let giveBack = { if wait == nil { site.formPace.giveBack(to: sheet.network) } }
        let intake = Register.Intake(
            channel: .form,
            original: sheet.draft.original(files: sheet.documents.files),
            isConfidential: sheet.draft.isConfidential,
            language: site.press.language.remembered,
            submission: submission,
            knowsUploads: knowsUploads,
            secret: TrackingSecret(random: site.world.bytes(17))
        )
        do {
            if try await register.receive(intake).isRepeat { giveBack() }
        } catch {
            giveBack()
            guard case Register.Failure.differentSubmission = error else { throw error }
            // What came with the form that was received is that complaint's own.
            var again = sheet
            again.envoi = sealed(site.newForm())
            again.notice = .differentSubmission
            again.documents.leave()
            return site.page(try await page(again, of: register), status: .conflict)
        }
        return .redirect(to: try receipt(of: sheet), type: .normal)
    }

    /// Everything as typed, to be sent again after a while: nothing is received, and nothing is lost (S-42).
    private func hold(_ sheet: ComplaintSheet, _ wait: FormPace.Wait, _ register: Register) async throws -> Response {
        let shown: RecapPage.Wait =
            switch wait {
            case .tooSoon: .tooSoon
            case .tooMany(let seconds): .tooMany(until: site.world.now().adding(seconds: seconds))
            }
        return site.page(try await recap(sheet, of: register, wait: shown), status: .tooManyRequests)
            .retry(after: wait.seconds)
    }

    /// Where the receipt is, with what it must say of documents that did not come along (S-33).
    private func receipt(of sheet: ComplaintSheet) throws -> String {
        let path = Path.receipt(sheet.envoi)
        guard let refusal = try refusal(of: sheet) else { return site.press.link(path) }
        return site.press.link("\(path)?\(RefusalNotice.parameter)=\(refusal)")
    }

    /// What did not come along, sealed for the next page; nil where everything did.
    private func refusal(of sheet: ComplaintSheet) throws -> String? {
        let notice = try RefusalNotice(sheet.unjoined, others: sheet.othersUnmended)
        return try notice?.sealed(for: sheet.envoi, with: site.formKey)
    }

    /// What a round of the form brought, with what the rounds before it could not take.
    private func sheet(of form: FormData) -> ComplaintSheet {
        var sheet = ComplaintSheet(envoi: form.only("envoi"), draft: ComplaintDraft(form))
        let notice = RefusalNotice(form.only(RefusalNotice.parameter), for: sheet.envoi, with: site.formKey)
        sheet.unmended = notice?.refused ?? []
        sheet.othersUnmended = notice?.others ?? 0
        return sheet
    }

    /// A form that could not be read to its end, with the words that were.
    private func showAgain(_ rejection: FormRejection, _ register: Register) async throws -> Response {
        defer { rejection.read.discard() }
        var sheet = sheet(of: rejection.read)
        let known = token(sheet.envoi)
        let token = known ?? site.newForm()
        if known == nil { sheet.envoi = sealed(token) }
        sheet.notice = rejection.status == .contentTooLarge ? .tooLarge : .cutShort
        try await allowOwn(&sheet, register)
        sheet.documents = FormDocuments(kept: try await register.staged(for: Submission(id: token.identifier)))
        return site.page(try await page(sheet, of: register), status: rejection.status)
    }

    /// What is not of the standard list may be of the provider's own: only then is that looked up.
    private func allowOwn(_ sheet: inout ComplaintSheet, _ register: Register) async throws {
        guard sheet.draft.isOfNoStandardKind else { return }
        sheet.draft.allow(try await register.currentProcedure().knownStakeholders)
    }

    private func page(_ sheet: ComplaintSheet, of register: Register) async throws -> ComplaintFormPage {
        var sheet = sheet
        if !site.room.takesDocuments { sheet.notice = sheet.notice ?? .noDocuments }
        let (procedure, refusal) = (try await register.currentProcedure(), try refusal(of: sheet))
        return sheet.form(procedure, refusal, hasRelay: site.hasRelay, site.press)
    }

    private func recap(
        _ sheet: ComplaintSheet,
        of register: Register,
        wait: RecapPage.Wait? = nil
    ) async throws -> RecapPage {
        let (procedure, refusal) = (try await register.currentProcedure(), try refusal(of: sheet))
        return sheet.recap(procedure, refusal, hasRelay: site.hasRelay, site.press, wait: wait)
    }

    private func sealed(_ token: FormToken) -> String { site.seal(token, for: Self.purpose) }

    private func token(_ envoi: String) -> FormToken? {
        site.formToken(envoi, for: Self.purpose)
    }
}
