import Crypto

/// What a browser is sent to the provider with, and what comes back is held to.
public struct AuthorizationRequest: Sendable {
    /// Where it is sent back to, to the letter as the provider knows it.
    public let redirect: String
    /// What comes back in the address.
    public let state: String
    /// What comes back in the token.
    public let nonce: String
    /// What only we can show for the code (RFC 7636): 43 to 128 symbols.
    public let verifier: String
    /// Whether the person must show who they are even where the provider knows them still.
    public let isFresh: Bool

    public init(redirect: String, state: String, nonce: String, verifier: String, isFresh: Bool = false) {
        self.redirect = redirect
        self.state = state
        self.nonce = nonce
        self.verifier = verifier
        self.isFresh = isFresh
    }

    /// What stands for the verifier in the address.
    var challenge: String { Base64URL.encode(SHA256.hash(data: Array(verifier.utf8))) }

    /// The address that the browser is sent to.
    func address(at document: ProviderDocument, for clientID: String) -> String {
        let asked = document.authorization.adding([
            "response_type": "code", "client_id": clientID, "redirect_uri": redirect, "scope": "openid", "state": state,
            "nonce": nonce, "code_challenge": challenge, "code_challenge_method": "S256",
        ])
        // `max_age` has the provider say when they showed it. Not 0, which some never find satisfied; what counts is the
        // moment that it then states.
        return isFresh ? asked + "&prompt=login&max_age=60" : asked
    }
}
