/// Who somebody is, as the provider says and has signed.
public struct Identity: Sendable, Hashable {
    /// Which provider.
    public let issuer: String
    /// What it calls them, for ever; no name and no address.
    public let subject: String
    /// When they last showed who they are there, in seconds since 1970; nil where it does not say.
    public let authenticatedAt: Int?
    /// By what, in the provider's words (`amr`, `acr`).
    public let methods: Set<String>

    public init(issuer: String, subject: String, authenticatedAt: Int? = nil, methods: Set<String> = []) {
        self.issuer = issuer
        self.subject = subject
        self.authenticatedAt = authenticatedAt
        self.methods = methods
    }
}

/// A token of identity as it comes (OpenID Connect Core 1.0 §3.1.3.7): nothing of it is believed before its signature.
struct IdentityToken: Sendable {
    /// What it must say.
    struct Rules: Sendable {
        let issuer: String
        let clientID: String
        let nonce: String
        /// Now, in seconds since 1970.
        let instant: Int
    }

    /// Seconds by which two clocks may differ.
    static let leeway = 60
    /// Seconds after which a token that was asked for a moment ago is an old one.
    static let oldest = 600
    private static let longest = 16_384

    /// The name of the key that signed it, as it says.
    let keyID: String?
    let algorithm: KeySet.Algorithm
    private let signed: [UInt8]
    private let signature: [UInt8]
    private let payload: [UInt8]

    /// Takes it apart.
    init(_ text: String) throws(TokenMistake) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= Self.longest, parts.count == 3, let head = Base64URL.decode(parts[0]),
            let header = JSONText.read(Header.self, head),
            let payload = Base64URL.decode(parts[1]), let signature = Base64URL.decode(parts[2])
        else { throw .malformed }
        // An extension that we must understand is one that we do not (RFC 7515 §4.1.11).
        guard let algorithm = KeySet.Algorithm(rawValue: header.alg), header.crit == nil else { throw .algorithm }
        self.algorithm = algorithm
        keyID = header.kid
        signed = Array("\(parts[0]).\(parts[1])".utf8)
        self.payload = payload
        self.signature = signature
    }

    /// Whom it is about, once everything in it is right.
    func identity(by keys: KeySet, _ rules: Rules) throws(TokenMistake) -> Identity {
        guard let isRight = keys.check(keyID, algorithm) else { throw .key }
        guard isRight(signed, signature) else { throw .signature }
        guard let claims = JSONText.read(Claims.self, payload) else { throw .malformed }
        try claims.meet(rules)
        return Identity(
            issuer: claims.iss,
            subject: claims.sub,
            authenticatedAt: claims.authTime?.seconds,
            methods: Set((claims.amr ?? []) + [claims.acr].compactMap(\.self))
        )
    }

    private struct Header: Decodable {
        let alg: String
        let kid: String?
        let crit: [String]?
    }
}

/// What a token says, by the names of its standard.
private struct Claims: Decodable {
    let iss: String
    let sub: String
    let aud: Audience
    let azp: String?
    let exp: Moment
    let iat: Moment
    let nbf: Moment?
    let nonce: String?
    let authTime: Moment?
    let amr: [String]?
    let acr: String?

    func meet(_ rules: IdentityToken.Rules) throws(TokenMistake) {
        let (now, leeway) = (rules.instant, IdentityToken.leeway)
        guard iss == rules.issuer else { throw .issuer }
        guard aud.names.contains(rules.clientID) else { throw .audience }
        // For several, it must say that it was made for us (§3.1.3.7, 3 to 5).
        guard azp.map({ $0 == rules.clientID }) ?? (aud.names.count == 1) else { throw .party }
        guard exp.seconds > now - leeway, iat.seconds > now - IdentityToken.oldest else { throw .late }
        guard iat.seconds <= now + leeway, nbf.map({ $0.seconds <= now + leeway }) ?? true else { throw .early }
        guard nonce == rules.nonce else { throw .nonce }
        guard (1...255).contains(sub.utf8.count) else { throw .subject }
    }
}

/// One name, or a list of them.
private struct Audience: Decodable {
    let names: [String]

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        names = try (try? value.decode(String.self)).map { [$0] } ?? value.decode([String].self)
    }
}

/// Seconds since 1970, whole or not.
private struct Moment: Decodable {
    let seconds: Int

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        let number = try value.decode(Double.self)
        guard number.magnitude < 1e12 else {
            throw DecodingError.dataCorruptedError(in: value, debugDescription: "no moment of ours")
        }
        seconds = Int(number)
    }
}
