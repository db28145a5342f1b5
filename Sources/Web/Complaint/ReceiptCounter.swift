import Complaints
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Registry

/// The receipt of a complaint, for half an hour, to whoever holds the form's identifier.
struct ReceiptCounter: Sendable {
    let site: Site

    /// `GET /reclamation/recepisse/{envoi}`.
    func receipt(_ request: Request, _ visit: Visit) async throws -> Response {
        let register = try await site.register(for: request)
        guard let envoi = visit.parameters.get("envoi"), let receipt = try await find(envoi, register) else {
            return site.page(
                ReceiptGonePage(
                    hasRelay: site.hasRelay,
                    procedure: try await register.currentProcedure(),
                    press: site.press
                ),
                status: .gone
            )
        }
        let sealed = Query(of: request)[RefusalNotice.parameter] ?? ""
        let notice = RefusalNotice(sealed, for: envoi, with: site.formKey)
        let path = Path.receipt(envoi) + (notice == nil ? "" : "?\(RefusalNotice.parameter)=\(sealed)")
        let page = ReceiptPage(
            of: receipt.caseFile,
            secret: receipt.secret?.readable,
            submission: envoi,
            at: path,
            proof: ReceiptPage.Proof(position: receipt.seq, verifierKey: register.organisation.logKey),
            refused: notice?.refused ?? [],
            othersRefused: notice?.others ?? 0,
            limits: .ours,
            address: site.publicAddress(of: register.organisation),
            hasRelay: site.hasRelay,
            procedure: try await register.procedure(of: receipt.caseFile.id),
            press: site.press
        )
        return site.page(page)
    }

    /// `GET /reclamation/preuve/{envoi}`: the proof file, to keep and to verify without us.
    func proof(_ request: Request, _ visit: Visit) async throws -> Response {
        let register = try await site.register(for: request)
        guard let envoi = visit.parameters.get("envoi"), let receipt = try await find(envoi, register) else {
            throw HTTPError(.gone)
        }
        let text = try await register.proof(of: receipt.seq).text
        let name = FileName("preuve-\(receipt.caseFile.reception.reference).tlog-proof")
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/plain; charset=utf-8",
                .contentDisposition: ContentDisposition.attachment(name),
            ],
            body: .init(byteBuffer: ByteBuffer(string: text))
        )
    }

    private func find(_ envoi: String, _ register: Register) async throws -> SubmissionReceipt? {
        guard let token = site.formToken(envoi, for: ComplaintCounter.purpose) else { return nil }
        return try await register.receipt(of: Submission(id: token.identifier))
    }
}
