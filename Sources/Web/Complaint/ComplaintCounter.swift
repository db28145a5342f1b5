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
        let sheet = ComplaintSheet(envoi: freshToken(), draft: ComplaintDraft(FormData()), isFresh: true)
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
        var sheet = ComplaintSheet(envoi: form.only("envoi"), draft: ComplaintDraft(form))
        let token = token(sheet.envoi)
        if token == nil {
            sheet.envoi = freshToken()
            sheet.notice = form.values("envoi").allSatisfy(\.isEmpty) ? nil : .expired
        }
        sheet.refused = form.refused
        sheet.network = site.network(of: request, visit)
        guard site.room.takesWords else {
            visit.logger.error("complaint not taken", metadata: ["error": "the disk is almost full"])
            return try await turnAway(sheet, register)
        }
        do {
            return try await take(form, isFirst: token == nil, &sheet, register)
        } catch let error as StorageError {
            visit.logger.error("complaint not taken", metadata: ["error": .kind(of: error)])
            return try await turnAway(sheet, register)
        }
    }

    /// Nothing can be written now: the words stay in the visitor's hands as long as the pages can still be read (S-40).
    private func turnAway(_ sheet: ComplaintSheet, _ register: Register) async throws -> Response {
        var sheet = sheet
        sheet.notice = .unavailable
        var response = site.page(try await page(sheet, of: register), status: .serviceUnavailable)
        response.headers[.retryAfter] = "30"
        return response
    }

    private func take(
        _ form: FormData,
        isFirst: Bool,
        _ sheet: inout ComplaintSheet,
        _ register: Register
    ) async throws
        -> Response
    {
        let submission = Submission(id: try identifier(sheet.envoi))
        try await gather(form, submission, &sheet, register)
        // A robot fills every field it finds; nothing is lost, it only has to read its words again.
        let isRobot = form.values("site_web").contains { !$0.isEmpty }
        return try await answer(form.only("etape"), isFirst || isRobot, sheet, submission, register)
    }

    private func answer(
        _ step: String,
        _ mustReadAgain: Bool,
        _ sheet: ComplaintSheet,
        _ submission: Submission,
        _ register: Register
    ) async throws -> Response {
        if step == "modification" { return site.page(try await page(sheet, of: register)) }
        guard !sheet.isToMend else { return try await show(sheet, register) }
        guard step == "envoi", !mustReadAgain else { return site.page(try await recap(sheet, of: register)) }
        return try await send(sheet, submission, register)
    }

    /// The form again, with what is to be mended; where it is for us to mend, later.
    private func show(_ sheet: ComplaintSheet, _ register: Register) async throws -> Response {
        let status: HTTPResponse.Status = sheet.hasUnkept ? .serviceUnavailable : .unprocessableContent
        var response = site.page(try await page(sheet, of: register), status: status)
        if sheet.hasUnkept { response.headers[.retryAfter] = "30" }
        return response
    }

    /// Receives the complaint and shows the way to its receipt.
    private func send(_ sheet: ComplaintSheet, _ submission: Submission, _ register: Register) async throws -> Response
    {
        let issued = token(sheet.envoi)?.issued ?? site.seconds
        let wait = site.formPace.take(from: sheet.network, issued: issued, at: site.seconds)
        // What was received is never held back: its answer was lost, or somebody pressed twice (S-40).
        if let wait, try await register.receipt(of: submission) == nil { return try await hold(sheet, wait, register) }
        let intake = Register.Intake(
            channel: .form,
            original: sheet.draft.original(files: sheet.files),
            submission: submission,
            secret: TrackingSecret(random: site.world.bytes(17))
        )
        do {
            let receipt = try await register.receive(intake)
            if receipt.isRepeat, wait == nil { site.formPace.giveBack(to: sheet.network) }
        } catch Register.Failure.differentSubmission {
            // What came with the form that was received is that complaint's own.
            var again = sheet
            again.envoi = freshToken()
            again.notice = .differentSubmission
            again.gone = again.files.map { FileName($0.name) }
            again.files = []
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
        let page = sheet.recap(try await register.currentProcedure(), site.press, wait: shown)
        var response = site.page(page, status: .tooManyRequests)
        response.headers[.retryAfter] = String(wait.seconds)
        return response
    }

    /// Where the receipt is, with what it must say of documents that did not come along (S-33).
    private func receipt(of sheet: ComplaintSheet) throws -> String {
        let path = Path.receipt(sheet.envoi)
        guard let notice = try RefusalNotice(sheet.refused.map(RefusedDocument.init)) else { return path }
        return "\(path)?\(RefusalNotice.parameter)=\(try notice.sealed(for: sheet.envoi, with: site.formKey))"
    }

    /// A form that could not be read to its end, with the words that were.
    private func showAgain(_ rejection: FormRejection, _ register: Register) async throws -> Response {
        defer { rejection.read.discard() }
        var sheet = ComplaintSheet(envoi: rejection.read.only("envoi"), draft: ComplaintDraft(rejection.read))
        if token(sheet.envoi) == nil { sheet.envoi = freshToken() }
        sheet.notice = rejection.status == .contentTooLarge ? .tooLarge : .cutShort
        sheet.files = try await register.staged(for: Submission(id: identifier(sheet.envoi)))
        return site.page(try await page(sheet, of: register), status: rejection.status)
    }

    private func page(_ sheet: ComplaintSheet, of register: Register) async throws -> ComplaintFormPage {
        var sheet = sheet
        if !site.room.takesDocuments { sheet.notice = sheet.notice ?? .noDocuments }
        return sheet.form(try await register.currentProcedure(), site.press)
    }

    private func recap(_ sheet: ComplaintSheet, of register: Register) async throws -> RecapPage {
        sheet.recap(try await register.currentProcedure(), site.press)
    }

    private func freshToken() -> String {
        FormToken(random: site.world.bytes(16), at: site.seconds).sealed(for: Self.purpose, with: site.formKey)
    }

    private func token(_ envoi: String) -> FormToken? {
        try? FormToken.check(envoi, for: Self.purpose, at: site.seconds, with: site.formKey)
    }

    private func identifier(_ envoi: String) throws -> [UInt8] {
        try FormToken.check(envoi, for: Self.purpose, at: site.seconds, with: site.formKey).identifier
    }
}
