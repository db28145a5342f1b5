import Crypto
import CryptoExtras

/// The public keys of a provider (RFC 7517), those that we can use: RSA of 2048 bits or more, and P-256.
struct KeySet: Sendable {
    /// How a token is signed; there is no other way, least of all none.
    enum Algorithm: String, Sendable, CaseIterable {
        case rs256 = "RS256"
        case es256 = "ES256"
    }

    private enum Material: Sendable {
        case rsa(modulus: [UInt8], exponent: [UInt8])
        case p256([UInt8])
    }

    private struct Key: Sendable {
        let id: String?
        let algorithm: Algorithm
        let material: Material
    }

    /// Keys beyond this many are not looked at.
    private static let most = 64

    private let keys: [Key]

    init() { keys = [] }

    /// Nil where it is no set of keys at all; keys of another kind in it are passed over.
    init?(_ bytes: [UInt8]) {
        guard let set = JSONText.read(Text.self, bytes) else { return nil }
        keys = set.keys.prefix(Self.most).compactMap(Self.key)
    }

    /// The way to check what was signed by the key of that name; nil where there is none. A token without a name is only
    /// looked at where one key alone can have signed it.
    func check(
        _ id: String?,
        _ algorithm: Algorithm
    ) -> (@Sendable (_ signed: [UInt8], _ signature: [UInt8]) -> Bool)? {
        let fitting = keys.filter { $0.algorithm == algorithm && (id == nil || $0.id == id) }
        guard fitting.count == 1, let key = fitting.first else { return nil }
        return { Self.isRight($0, $1, key.material) }
    }

    private static func isRight(_ signed: [UInt8], _ signature: [UInt8], _ material: Material) -> Bool {
        switch material {
        case .rsa(let modulus, let exponent):
            guard let key = try? _RSA.Signing.PublicKey(n: modulus, e: exponent) else { return false }
            let signature = _RSA.Signing.RSASignature(rawRepresentation: signature)
            // RS256 is this padding and no other; it is weak for encryption, not for signatures.
            return key.isValidSignature(signature, for: SHA256.hash(data: signed), padding: .insecurePKCS1v1_5)
        case .p256(let point):
            guard let key = try? P256.Signing.PublicKey(rawRepresentation: point),
                let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
            else { return false }
            return key.isValidSignature(signature, for: SHA256.hash(data: signed))
        }
    }

    private static func key(_ text: KeyText) -> Key? {
        guard text.use ?? "sig" == "sig" else { return nil }
        switch (text.kty, text.alg) {
        case ("RSA", nil), ("RSA", Algorithm.rs256.rawValue):
            guard let modulus = number(text.n), (256...1_024).contains(modulus.count),
                let exponent = number(text.e), (1...4).contains(exponent.count)
            else { return nil }
            return Key(id: text.kid, algorithm: .rs256, material: .rsa(modulus: modulus, exponent: exponent))
        case ("EC", nil), ("EC", Algorithm.es256.rawValue):
            guard text.crv == "P-256", let x = text.x.flatMap({ Base64URL.decode($0) }), x.count == 32,
                let y = text.y.flatMap({ Base64URL.decode($0) }), y.count == 32
            else { return nil }
            return Key(id: text.kid, algorithm: .es256, material: .p256(x + y))
        default: return nil
        }
    }

    private static func number(_ text: String?) -> [UInt8]? {
        text.flatMap { Base64URL.decode($0) }.map { Array($0.drop { $0 == 0 }) }
    }

    private struct Text: Decodable {
        let keys: [KeyText]
    }

    private struct KeyText: Decodable {
        let kty: String
        let kid: String?
        let use: String?
        let alg: String?
        let n: String?
        let e: String?
        let crv: String?
        let x: String?
        let y: String?
    }
}
