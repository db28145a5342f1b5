/// Avis (de compte): a short message to somebody of the provider, with the link by which they choose the password of their
/// account (S-55). It is no letter of a case, and the log does not know it.
public struct AccountNotice: Sendable, Hashable {
    /// Which one.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The account has no password yet.
        case invitation
        /// It had one, which is forgotten, or good until another is chosen.
        case newLink = "nouveau-lien"
    }

    /// Opaque, 128 bits of chance in hexadecimal; also the left part of its Message-ID.
    public let id: String
    /// Which one.
    public let kind: Kind
    /// The address of the account.
    public let recipient: String
    /// What the address of the link ends with.
    public let link: String
    /// When it was written.
    public let instant: Instant
    /// When the link ends.
    public let expiry: Instant

    public init(id: String, kind: Kind, recipient: String, link: String, instant: Instant, expiry: Instant) {
        self.id = id
        self.kind = kind
        self.recipient = recipient
        self.link = link
        self.instant = instant
        self.expiry = expiry
    }
}
