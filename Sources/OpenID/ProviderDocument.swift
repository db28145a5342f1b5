/// What a provider says of itself (OpenID Connect Discovery 1.0), as far as it is needed.
struct ProviderDocument: Sendable, Hashable {
    /// Where a browser is sent.
    let authorization: ProviderAddress
    /// Where a code is given for a token.
    let token: ProviderAddress
    /// Where its keys are.
    let keys: ProviderAddress
    /// Whether it takes our secret in the form alone, and not in a header.
    let takesSecretInForm: Bool
    /// Whether it says who it is as it sends a browser back (RFC 9207).
    let namesItself: Bool

    /// Nil where it is no such document, or speaks of another than the issuer.
    init?(_ bytes: [UInt8], of issuer: String) {
        guard let text = JSONText.read(Text.self, bytes), text.issuer == issuer,
            let home = ProviderAddress(issuer),
            let authorization = ProviderAddress(text.authorizationEndpoint, of: home),
            let token = ProviderAddress(text.tokenEndpoint, of: home),
            let keys = ProviderAddress(text.jwksUri, of: home)
        else { return nil }
        self.authorization = authorization
        self.token = token
        self.keys = keys
        let methods = text.tokenEndpointAuthMethodsSupported ?? ["client_secret_basic"]
        takesSecretInForm = !methods.contains("client_secret_basic") && methods.contains("client_secret_post")
        namesItself = text.authorizationResponseIssParameterSupported ?? false
    }

    /// Where it is, for an issuer.
    static func address(of issuer: String) -> String {
        (issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer) + "/.well-known/openid-configuration"
    }

    private struct Text: Decodable {
        let issuer: String
        let authorizationEndpoint: String
        let tokenEndpoint: String
        let jwksUri: String
        let tokenEndpointAuthMethodsSupported: [String]?
        let authorizationResponseIssParameterSupported: Bool?
    }
}
