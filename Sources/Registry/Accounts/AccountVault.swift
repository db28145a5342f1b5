import Crypto
import FoundationEssentials

/// Seals for the database what an account could be entered with, and what announcements are signed with, under a key that is
/// not in it: whoever copies the database makes no code, follows no link, and speaks to no other program in our name.
struct AccountVault: Sendable {
    /// What is sealed: neither opens as the other.
    enum Purpose: String {
        case secondFactor = "second-facteur/v1"
        case link = "lien-de-compte/v1"
        case announcements = "avertissement/v1"
    }

    private let key: SymmetricKey

    /// - Parameter seed: the organisation's key file.
    init(seed: [UInt8], for purpose: Purpose = .secondFactor) {
        key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Data(seed)),
            info: Data(purpose.rawValue.utf8),
            outputByteCount: 32
        )
    }

    /// A seed as it is kept. - Parameter account: whose; moved to another's row, it does not open.
    func seal(_ seed: OneTimeSeed, of account: String) throws -> [UInt8] { try seal(seed.bytes, of: account) }

    /// A link as it waits to leave, likewise.
    func seal(_ link: StaffToken, of account: String) throws -> [UInt8] { try seal(Array(link.text.utf8), of: account) }

    /// What another program's announcements are signed with. - Parameter subscriber: which program's.
    func seal(_ secret: SigningSecret, of subscriber: String) throws -> [UInt8] {
        try seal(secret.bytes, of: subscriber)
    }

    /// Opens what `seal` closed. - Throws: where it was not sealed here for this account.
    func open(_ sealed: [UInt8], of account: String) throws -> OneTimeSeed {
        OneTimeSeed(random: try bytes(sealed, of: account))
    }

    /// The same of a link: what its address ends with.
    func link(_ sealed: [UInt8], of account: String) throws -> String {
        String(decoding: try bytes(sealed, of: account), as: UTF8.self)
    }

    /// The same of what announcements are signed with.
    func secret(_ sealed: [UInt8], of subscriber: String) throws -> SigningSecret {
        SigningSecret(random: try bytes(sealed, of: subscriber))
    }

    private func seal(_ bytes: [UInt8], of account: String) throws -> [UInt8] {
        let box = try AES.GCM.seal(Data(bytes), using: key, authenticating: Data(account.utf8))
        return Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
    }

    private func bytes(_ sealed: [UInt8], of account: String) throws -> [UInt8] {
        let box = try AES.GCM.SealedBox(combined: Data(sealed))
        return Array(try AES.GCM.open(box, using: key, authenticating: Data(account.utf8)))
    }
}
