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
        sheet.tray.refused = form.refused
        do {
            return try await take(form, isFirst: token == nil, &sheet, register)
        } catch let error as StorageError {
            visit.logger.error("complaint not taken", metadata: ["error": .kind(of: error)])
            // The words stay in the visitor's hands as long as the pages can still be read (S-40).
            sheet.notice = .unavailable
            var response = site.page(try await page(sheet, of: register), status: .serviceUnavailable)
            response.headers[.retryAfter] = "30"
            return response
        }
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
        sheet.tray = try await DocumentTray(form, of: submission, in: register)
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
        let status: HTTPResponse.Status = sheet.tray.hasUnkept ? .serviceUnavailable : .unprocessableContent
        var response = site.page(try await page(sheet, of: register), status: status)
        if sheet.tray.hasUnkept { response.headers[.retryAfter] = "30" }
        return response
    }

    /// Receives the complaint and shows the way to its receipt.
    private func send(_ sheet: ComplaintSheet, _ submission: Submission, _ register: Register) async throws -> Response
    {
        let intake = Register.Intake(
            channel: .form,
            original: sheet.draft.original(files: sheet.tray.files),
            submission: submission,
            secret: TrackingSecret(random: site.world.bytes(17))
        )
        do {
            _ = try await register.receive(intake)
        } catch Register.Failure.differentSubmission {
            // What came with the form that was received is that complaint's own.
            var again = sheet
            again.envoi = freshToken()
            again.notice = .differentSubmission
            again.tray.gone = again.tray.files.map { FileName($0.name) }
            again.tray.files = []
            return site.page(try await page(again, of: register), status: .conflict)
        }
        return .redirect(to: try receipt(of: sheet), type: .normal)
    }

    /// Where the receipt is, with what it must say of documents that did not come along (S-33).
    private func receipt(of sheet: ComplaintSheet) throws -> String {
        let path = Path.receipt(sheet.envoi)
        guard let notice = try RefusalNotice(sheet.tray.refused.map(RefusedDocument.init)) else { return path }
        return "\(path)?\(RefusalNotice.parameter)=\(try notice.sealed(for: sheet.envoi, with: site.formKey))"
    }

    /// A form that could not be read to its end, with the words that were.
    private func showAgain(_ rejection: FormRejection, _ register: Register) async throws -> Response {
        defer { rejection.read.discard() }
        var sheet = ComplaintSheet(envoi: rejection.read.only("envoi"), draft: ComplaintDraft(rejection.read))
        if token(sheet.envoi) == nil { sheet.envoi = freshToken() }
        sheet.notice = rejection.status == .contentTooLarge ? .tooLarge : .cutShort
        sheet.tray.files = try await register.staged(for: Submission(id: identifier(sheet.envoi)))
        return site.page(try await page(sheet, of: register), status: rejection.status)
    }

    private func page(_ sheet: ComplaintSheet, of register: Register) async throws -> ComplaintFormPage {
        sheet.form(try await register.currentProcedure(), site.press)
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
