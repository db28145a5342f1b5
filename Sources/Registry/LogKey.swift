import Complaints
import Crypto
import Foundation

/// What one organisation's log is signed and sealed with, and what its secrets are sealed with in the database. All of it
/// comes from the one key file, outside the database.
struct LogKey: Sendable {
    /// Signs checkpoints.
    let signing: SigningKey
    /// The file where the last signed head is noted; nil where none is kept.
    let witness: String?
    /// Seals the seeds of its officers' second factors.
    let vault: AccountVault
    /// Seals the links of invitations that wait to leave.
    let links: AccountVault
    /// Seals the secrets that announcements to other programs are signed with.
    let announcements: AccountVault
    private let sealing: SymmetricKey

    init?(seed: [UInt8], origin: String, witness: String?) {
        guard let signing = SigningKey(seed: seed, origin: origin) else { return nil }
        self.signing = signing
        self.witness = witness
        vault = AccountVault(seed: seed)
        links = AccountVault(seed: seed, for: .link)
        announcements = AccountVault(seed: seed, for: .announcements)
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

    /// Whether what this key signs is what the public key accepts: tried on the empty log, which every log goes on from.
    func signs(for verifier: String) -> Bool {
        guard let verifier = VerifierKey(verifier),
            let note = try? signing.sign(size: 0, root: MerkleHash.empty, after: nil)
        else { return false }
        return note.isSigned(by: verifier)
    }

    /// The head noted as signed last; nil where none was. Read it before the log: another server may sign meanwhile. Who
    /// goes by it looks at its signature.
    ///
    /// - Throws: `SigningKeys.Failure.illegible` where the file is there and holds no head of this log.
    func lastSigned() throws(SigningKeys.Failure) -> Witness? {
        guard let witness, FileManager.default.fileExists(atPath: witness) else { return nil }
        guard let bytes = FileManager.default.contents(atPath: witness), let noted = Witness(Array(bytes)),
            noted.checkpoint.origin == signing.origin
        else { throw .illegible(path: witness) }
        return noted
    }

    /// Notes a head as signed, in the place of the one that it was held against; not where another server has noted a
    /// later one meanwhile.
    func note(_ signed: SignedNote, after earlier: Witness?) throws(SigningKeys.Failure) {
        guard let witness, let size = signed.checkpoint?.size else { return }
        let noted = try lastSigned()
        guard noted == earlier || noted.map({ $0.checkpoint.size < size }) ?? true else { return }
        try DurableFile.replace(Array(signed.note.utf8), at: witness)
    }
}
