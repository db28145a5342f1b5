import Complaints
import Crypto
import Foundation

/// What one organisation's log is signed and sealed with. Both come from the one key file, outside the database.
struct LogKey: Sendable {
    /// Signs checkpoints.
    let signing: SigningKey
    /// The file where the last signed head is noted; nil where none is kept.
    let witness: String?
    private let sealing: SymmetricKey

    init?(seed: [UInt8], origin: String, witness: String?) {
        guard let signing = SigningKey(seed: seed, origin: origin) else { return nil }
        self.signing = signing
        self.witness = witness
        sealing = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Data(seed)),
            info: Data("tete/v1".utf8),
            outputByteCount: 32
        )
    }

    /// Authenticates the head of the log in the very transaction that moves it, so that the leaves which no checkpoint
    /// covers yet cannot be forged by somebody who has the database alone. A signature follows once per second.
    func seal(_ frontier: MerkleFrontier) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Data(frontier.bytes), using: sealing))
    }

    /// Whether a head was written by a holder of the key.
    func isSealed(_ frontier: MerkleFrontier, by seal: [UInt8]) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(seal, authenticating: Data(frontier.bytes), using: sealing)
    }

    /// The head noted as signed last, if any.
    var lastSigned: SignedNote? {
        guard let witness, let bytes = FileManager.default.contents(atPath: witness) else { return nil }
        return SignedNote(String(decoding: bytes, as: UTF8.self))
    }

    /// Notes a head as signed. A failure costs only this second witness, so it stops nothing.
    func note(_ signed: SignedNote) {
        guard let witness else { return }
        try? Data(signed.note.utf8).write(to: URL(fileURLWithPath: witness), options: .atomic)
    }
}
