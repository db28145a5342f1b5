import Crypto
import Foundation
import Pages

/// What the form's next page, and at last the receipt, must say of documents that were refused with the form (S-33): on
/// its way there in a hidden field, and in the receipt's address. Sealed, so that nobody else can write such a notice and
/// no log shows the names.
struct RefusalNotice: Codable, Equatable {
    /// The documents, as many as an address has room for.
    let refused: [RefusedDocument]
    /// How many more there were.
    let others: Int

    /// What the field and the address call it.
    static let parameter = "avis"

    /// The bytes of its content that there is room for: proxies hold the whole head of an answer in 4 KiB, our own headers
    /// among it, and answer 502 where it is longer, although the complaint was received.
    private static let room = 1200

    /// Nil where nothing was refused. - Parameter others: how many more an earlier notice had no room for.
    init?(_ all: [RefusedDocument], others uncounted: Int = 0) throws {
        guard !all.isEmpty || uncounted > 0 else { return nil }
        let encoder = JSONEncoder()
        var bytes = 0
        refused = Array(
            try all.prefix { document in
                bytes += try encoder.encode(document).count + 1
                return bytes <= Self.room
            }
        )
        others = all.count - refused.count + uncounted
    }

    /// Opens what `sealed` closed; nil where it is not of this form, or not ours.
    init?(_ text: String, for envoi: String, with key: SymmetricKey) {
        guard text.utf8.count <= 4 * Self.room else { return nil }
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        let padded = plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        guard let bytes = Data(base64Encoded: padded), let box = try? AES.GCM.SealedBox(combined: bytes),
            let opened = try? AES.GCM.open(box, using: Self.key(key), authenticating: Data(envoi.utf8)),
            let notice = try? JSONDecoder().decode(RefusalNotice.self, from: opened)
        else { return nil }
        self = notice
    }

    /// Sealed for the receipt of one form: letters, digits, `-` and `_`.
    func sealed(for envoi: String, with key: SymmetricKey) throws -> String {
        let plain = try JSONEncoder().encode(self)
        let box = try AES.GCM.seal(plain, using: Self.key(key), authenticating: Data(envoi.utf8))
        let bytes = Data(Array(box.nonce)) + box.ciphertext + box.tag
        return bytes.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private static func key(_ key: SymmetricKey) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Data("avis/v1".utf8), outputByteCount: 32)
    }
}
