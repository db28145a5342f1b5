public import Complaints
import Storage

/// What a provider of identities calls somebody, for ever: no name, and no address (docs/decisions/0030).
public struct ProviderIdentity: Sendable, Hashable {
    /// Which provider, as its tokens name it.
    public let issuer: String
    /// Whom.
    public let subject: String

    public init(issuer: String, subject: String) {
        self.issuer = issuer
        self.subject = subject
    }
}

/// The identity that an account is linked with.
public struct LinkedIdentity: Sendable, Hashable {
    public let identity: ProviderIdentity
    /// Since when.
    public let since: Instant
}

/// Why an identity was not linked.
public enum LinkRefusal: Error, Sendable, Hashable {
    /// It is that of another account.
    case taken
    /// The account is not open any more.
    case ownerIsOut
}

/// An attempt to sign in by a provider, counted as a failure until it is known to be none.
public struct ProviderAttempt: Sendable, Hashable {
    /// Seconds to wait before another; zero where this one may go on.
    public let wait: Int
    let network: String
    let at: Instant
}
