import Crypto

/// The public half of a log's key, as anyone holds it who wants to check a receipt: `name+id+base64` (C2SP signed-note,
/// Ed25519, type 0x01).
public struct VerifierKey: Sendable, Hashable, CustomStringConvertible {
    /// The log's name.
    public let name: String
    /// Ed25519 public key, 32 bytes (RFC 8032).
    public let publicKey: [UInt8]
    /// First 4 bytes of SHA-256(name ‖ LF ‖ 0x01 ‖ public key): tells keys apart, proves nothing.
    public let id: [UInt8]

    /// Nil unless the name can stand in a note and the key has 32 bytes.
    public init?(name: String, publicKey: [UInt8]) {
        guard isKeyName(name), publicKey.count == 32 else { return nil }
        self.name = name
        self.publicKey = publicKey
        id = Array(SHA256.hash(data: Array(name.utf8) + [0x0A, 0x01] + publicKey).prefix(4))
    }

    /// Reads `name+id+base64`; nil for anything else, and for an id that is not this key's.
    public init?(_ text: String) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let typed = base64Bytes(parts[2]), typed.first == 0x01 else { return nil }
        self.init(name: String(parts[0]), publicKey: Array(typed.dropFirst()))
        guard parts[1] == hexadecimalID else { return nil }
    }

    /// `reclamations.exemple.fr/registre+5fe996e9+AQOh…`.
    public var description: String { "\(name)+\(hexadecimalID)+\(base64([0x01] + publicKey))" }

    /// Whether these 64 bytes are this key's signature of the message.
    func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else { return false }
        return key.isValidSignature(signature, for: message)
    }

    private var hexadecimalID: String {
        id.map { byte in String(byte >> 4, radix: 16) + String(byte & 0xF, radix: 16) }.joined()
    }
}

/// Whether a text can name a key and a log: 1 to 200 printable ASCII characters, no space, `+`, `"` nor `\`.
///
/// C2SP allows more of Unicode; a host name and a path need no more than this.
func isKeyName(_ text: String) -> Bool {
    let excluded = Array("+\"\\".utf8)
    return (1...200).contains(text.utf8.count)
        && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !excluded.contains($0) }
}
