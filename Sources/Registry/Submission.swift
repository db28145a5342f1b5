import Complaints
import Crypto
import Foundation
import Storage

/// A form that counts once, however often it is sent (S-40). Its identifier is known to the browser alone: here only
/// its digest is kept, and the tracking secret sealed under it for half an hour (docs/decisions/0004).
public struct Submission: Sendable, Hashable {
    /// How long a form may wait to be sent, in seconds: a week, so that one left open over days still sends. What was
    /// uploaded with it waits as long.
    public static let lifetime = 7 * 86_400
    /// How long the receipt can be shown again, in seconds.
    public static let receiptLifetime = 30 * 60

    /// 128 bits issued with the form.
    let id: [UInt8]

    public init(id: [UInt8]) { self.id = id }

    /// What the database knows it by.
    var digest: [UInt8] { Array(SHA256.hash(data: Data("envoi/v1".utf8) + Data(id))) }

    /// Seals the secret so that only whoever sent the form can read it again.
    func seal(_ secret: TrackingSecret) throws -> [UInt8] {
        let box = try AES.GCM.seal(Data(secret.readable.utf8), using: key)
        return Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
    }

    /// Opens what `seal` closed; nil where it is not this form's.
    func open(_ sealed: [UInt8]) -> TrackingSecret? {
        guard let box = try? AES.GCM.SealedBox(combined: Data(sealed)), let plain = try? AES.GCM.open(box, using: key)
        else { return nil }
        return TrackingSecret(typed: String(decoding: plain, as: UTF8.self))
    }

    private var key: SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Data(id)),
            info: Data("recepisse/v1".utf8),
            outputByteCount: 32
        )
    }
}

extension Register.Intake {
    /// What must be the same for two sendings to be one: everything typed, and the files by their bytes.
    var bodyDigest: [UInt8] {
        var fields = [
            channel.rawValue, original.lastName, original.firstName, original.stakeholder?.rawValue ?? "",
            original.email ?? "", original.postalAddress, original.telephone, original.subject, original.text,
            original.trainingAction, original.expectation,
        ]
        if let transcription {
            fields += [
                sentOn?.description ?? "", transcription.arrivedOn.description, transcription.proof,
                transcription.trace, String(transcription.isAgreed), transcription.discontent?.description ?? "",
            ]
        }
        // What is not said adds nothing: a form that is sent again after an update is still the same one.
        fields += [
            ("quand", original.when), ("paye_par", original.payer?.rawValue),
            ("mineur", original.minor.map { _ in "oui" }), ("representant_nom", original.minor?.representative),
            ("representant_contact", original.minor?.contact),
            ("representant_adresse", original.minor?.postalAddress),
        ].flatMap { name, said in said.map { [name, $0] } ?? [] }
        if let third = transcription?.thirdParty {
            fields += ["tiers", third.name, third.reference, third.due?.description ?? ""]
        }
        if isConfidential { fields.append("mise_en_cause") }
        // Sent twice at once, the same files may be kept twice, in any order: they are the same complaint.
        fields += Set(original.files.map { "\($0.name)\u{0}\($0.digest)" }).sorted()
        var hash = SHA256()
        for field in fields {
            hash.update(data: Data("\(field.utf8.count):".utf8))
            hash.update(data: Data(field.utf8))
        }
        return Array(hash.finalize())
    }
}

extension Register {
    /// Makes a form count once. - Returns: the receipt of the same form sent before, if it was; then nothing is written.
    func take(_ arrival: Arrival, seq: Int, in connection: any Connection) throws -> Receipt? {
        guard let form = arrival.form else { return nil }
        let taken = try connection.run(
            """
            INSERT INTO submission (organisation, id_digest, body_digest, case_file, seq, sealed_secret, created_at)
            VALUES (\(organisation.id), \(form.digest), \(form.body), \(arrival.id.description), \(seq),
                \(form.sealedSecret), \(arrival.receivedAt.description))
            ON CONFLICT (organisation, id_digest) DO NOTHING RETURNING seq
            """
        )
        return taken.isEmpty ? try receipt(of: form, in: connection) : nil
    }

    /// The receipt of a form received before.
    private func receipt(of form: Arrival.Form, in connection: any Connection) throws -> Receipt {
        let rows = try connection.run(
            """
            SELECT s.body_digest, s.case_file, s.seq, c.reference_year, c.reference_ordinal
            FROM submission s JOIN case_file c ON c.organisation = s.organisation AND c.id = s.case_file
            WHERE s.organisation = \(organisation.id) AND s.id_digest = \(form.digest)
            """
        )
        guard let row = rows.first, let id = CaseFile.ID(try row.text(1)) else { throw Failure.unknown }
        guard try row.blob(0) == form.body else { throw Failure.differentSubmission }
        return Receipt(
            caseFile: id,
            reference: ReceptionReference(year: try row.integer(3), ordinal: try row.integer(4)),
            seq: try row.integer(2),
            isRepeat: true
        )
    }
}
