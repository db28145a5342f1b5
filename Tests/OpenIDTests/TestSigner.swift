import Crypto
import CryptoExtras
import Foundation

@testable import OpenID

/// A provider's pen: keys of both kinds, and tokens that say whatever a test has them say.
struct TestSigner: Sendable {
    static let issuer = "https://connexion.exemple.fr"
    static let clientID = "doleances"
    static let nonce = "n-0S6_WzA2Mj"
    /// Now.
    static let instant = 1_795_427_521

    let rsa: _RSA.Signing.PrivateKey
    let p256: P256.Signing.PrivateKey

    /// The same for all tests of a run: RSA keys take long to find.
    static let own = try? TestSigner()
    static let stranger = try? TestSigner()

    private init() throws {
        rsa = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        p256 = P256.Signing.PrivateKey()
    }

    static var rules: IdentityToken.Rules {
        IdentityToken.Rules(issuer: issuer, clientID: clientID, nonce: nonce, instant: instant)
    }

    /// Right in everything.
    static let claims: [String: any Sendable] = [
        "iss": issuer, "sub": "ines", "aud": clientID, "exp": instant + 300, "iat": instant - 2, "nonce": nonce,
        "auth_time": Double(instant) - 3.5, "amr": ["pwd", "mfa"], "acr": "loa-2",
    ]

    /// The keys as the provider publishes them.
    func published(rsaName: String? = "r1", p256Name: String? = "e1") throws -> [[String: String]] {
        let primitives = try rsa.publicKey.getKeyPrimitives()
        let point = Array(p256.publicKey.rawRepresentation)
        var keys = [
            [
                "kty": "RSA", "use": "sig", "n": Base64URL.encode(primitives.modulus),
                "e": Base64URL.encode(primitives.publicExponent),
            ],
            [
                "kty": "EC", "crv": "P-256", "x": Base64URL.encode(point.prefix(32)),
                "y": Base64URL.encode(point.suffix(32)),
            ],
        ]
        keys[0]["kid"] = rsaName
        keys[1]["kid"] = p256Name
        return keys
    }

    func keySet(_ keys: [[String: String]]? = nil) throws -> KeySet? {
        KeySet(Array(try JSONSerialization.data(withJSONObject: ["keys": keys ?? published()])))
    }

    /// A token that says these claims, under this header.
    func token(
        _ claims: [String: any Sendable] = Self.claims,
        algorithm: String = "RS256",
        keyID: String? = nil,
        header: [String: any Sendable] = [:]
    ) throws -> String {
        var head = header
        head["alg"] = algorithm
        head["kid"] = keyID ?? (algorithm == "ES256" ? "e1" : "r1")
        let parts = try [head, claims].map {
            Base64URL.encode(
                try JSONSerialization.data(withJSONObject: $0.mapValues { $0 as Any }, options: .sortedKeys)
            )
        }
        let signed = parts.joined(separator: ".")
        return signed + "." + Base64URL.encode(try signature(Array(signed.utf8), algorithm))
    }

    private func signature(_ bytes: [UInt8], _ algorithm: String) throws -> Data {
        switch algorithm {
        case "ES256": try p256.signature(for: SHA256.hash(data: bytes)).rawRepresentation
        case "PS256": try rsa.signature(for: SHA256.hash(data: bytes), padding: .PSS).rawRepresentation
        case "none": Data()
        // What an attacker who has only read our keys can make: a MAC under the public one.
        case "HS256":
            Data(
                HMAC<SHA256>.authenticationCode(
                    for: bytes,
                    using: SymmetricKey(data: Data(rsa.publicKey.pemRepresentation.utf8))
                )
            )
        default: try rsa.signature(for: SHA256.hash(data: bytes), padding: .insecurePKCS1v1_5).rawRepresentation
        }
    }
}
