/// The provider of identities that the house trusts, and what it knows us by.
public struct ProviderSettings: Sendable, Hashable {
    /// What is wrong with a setting.
    public enum Mistake: Error, Sendable, Hashable, CaseIterable {
        /// No address of a provider, or one without TLS that is not this machine's.
        case issuer
        /// Empty, or with what cannot be sent.
        case client
    }

    /// The provider's own name for itself, an address without a query: what its tokens say, to the letter.
    public let issuer: String
    /// What it calls us.
    public let clientID: String
    /// What we show it for a token; nil where it asks for none, for a code is bound to its browser by PKCE in any case.
    public let clientSecret: String?
    /// What the provider's people call it, for the button.
    public let label: String
    /// The words of `amr` or `acr` that say that it has asked for a second factor itself; empty where it never counts.
    public let factors: Set<String>

    /// - Parameter label: nil for the host of the issuer.
    public init(
        issuer: String,
        clientID: String,
        clientSecret: String? = nil,
        label: String? = nil,
        factors: Set<String> = []
    ) throws(Mistake) {
        guard let address = ProviderAddress(issuer), address.query == nil else { throw .issuer }
        guard Self.isSendable(clientID), clientSecret.map(Self.isSendable) ?? true else { throw .client }
        self.issuer = issuer
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.label = label ?? address.host
        self.factors = factors
    }

    private static func isSendable(_ text: String) -> Bool {
        (1...1_000).contains(text.utf8.count) && text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
    }
}

extension ProviderSettings: CustomStringConvertible, CustomDebugStringConvertible {
    /// The issuer alone: no print shows the secret (S-81).
    public var description: String { issuer }

    public var debugDescription: String { issuer }
}
