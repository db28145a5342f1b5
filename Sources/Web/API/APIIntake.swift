import Complaints
import Crypto
import HTTPTypes
import Hummingbird
import Pages
import Registry

/// Where programs enter a complaint that did not come by the form, as staff do.
struct APIIntake: Sendable {
    let site: Site

    /// `POST /api/v1/receptions`: received once for each key, however often it is sent (S-40).
    func receive(_ request: Request, _ visit: Visit, _ program: Program) async throws -> Response {
        let submission = try submission(request, program)
        let form = try await APIForm(site: site).read(request, .object(ReceptionFields.schema))
        defer { form.discard() }
        let receipt: Register.Receipt
        do {
            try site.room.demandRoomForWords()
            let documents = try await FormDocuments(form, submission, program.register)
            receipt = try await Transcriber(site: site, hand: program).receive(form, documents, submission)
        } catch Register.Failure.restricted {
            throw Register.Failure.restricted
        } catch {
            throw Problem(error, visit.logger) { $0.problemsOfTranscription(site.press) } ?? error
        }
        let isOpen = try await program.register.isOpen(receipt.caseFile)
        let answer = APIReceipt(receipt: receipt, isOpen: isOpen)
        var response = site.json(APIReceipt.shape.json(answer), status: .created)
        if isOpen { response.headers[.location] = Path.apiCase(receipt.reference.description) }
        return response
    }

    /// What the key makes it: one of this account's alone.
    private func submission(_ request: Request, _ program: Program) throws -> Submission {
        let name = HTTPField.Name(APIParameter.idempotencyKey)
        let keys = name.map { request.headers[values: $0] } ?? []
        guard keys.count == 1, Schema.idempotencyKey.faults(in: .string(keys[0])).isEmpty else {
            throw Problem(.keyMissing)
        }
        let parts = ["api-reception/v1", program.register.organisation.id, program.account.id, keys[0]]
        let digest = SHA256.hash(data: Array(parts.joined(separator: "\n").utf8))
        return Submission(id: Array(digest.prefix(16)))
    }
}

/// That something was received.
struct APIReceipt: Sendable {
    let receipt: Register.Receipt
    /// Whether the owner of the token may open it: what came in confidence seldom is.
    let isOpen: Bool

    static let shape = Shape<APIReceipt>(
        "Recepisse",
        [
            .string("reference") { $0.receipt.reference.description }, .flag("ferme") { !$0.isOpen },
            .flag("deja_recue") { $0.receipt.isRepeat },
        ]
    )
}
