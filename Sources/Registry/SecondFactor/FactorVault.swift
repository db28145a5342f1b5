import Crypto
import FoundationEssentials

/// Seals seeds for the database, under a key that is not in it: whoever copies the database makes no code.
struct FactorVault: Sendable {
    private let key: SymmetricKey

    /// - Parameter seed: the organisation's key file.
    init(seed: [UInt8]) {
        key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Data(seed)),
            info: Data("second-facteur/v1".utf8),
            outputByteCount: 32
        )
    }

    /// A seed as it is kept. - Parameter account: whose; moved to another's row, it does not open.
    func seal(_ seed: OneTimeSeed, of account: String) throws -> [UInt8] {
        let box = try AES.GCM.seal(Data(seed.bytes), using: key, authenticating: Data(account.utf8))
        return Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
    }

    /// Opens what `seal` closed. - Throws: where it was not sealed here for this account.
    func open(_ sealed: [UInt8], of account: String) throws -> OneTimeSeed {
        let box = try AES.GCM.SealedBox(combined: Data(sealed))
        return OneTimeSeed(random: Array(try AES.GCM.open(box, using: key, authenticating: Data(account.utf8))))
    }
}
