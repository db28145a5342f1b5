/// Avis: a short message about the way into a case file, to the e-mail address that the file has; or an alert to whoever
/// handles it, which says nothing of what it is about. It is no letter of the case: nothing is decided by it, and the log
/// does not know it.
public struct Notice: Sendable, Hashable {
    /// Which one.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A link to a new tracking secret, for whoever asked (S-49).
        case secretLink = "lien"
        /// The tracking secret was replaced.
        case secretReplaced = "code-remplace"
        /// To somebody of the provider: a case calls for them at once.
        case alert = "alerte"
        /// To somebody of the provider: what somebody said calls for them at once.
        case spokenAlert = "alerte-parole"
    }

    /// Opaque, 128 bits of chance in hexadecimal; also the left part of its Message-ID.
    public let id: String
    /// Which one.
    public let kind: Kind
    /// The address on file, or the account’s.
    public let recipient: String
    /// The mark of the case file in the intake log; nil for what was only said, which has none.
    public let reference: ReceptionReference?
    /// What the address of the link ends with: of what was said its identifier; empty where there is none.
    public let link: String
    /// When it was written.
    public let instant: Instant

    public init(
        id: String,
        kind: Kind,
        recipient: String,
        reference: ReceptionReference?,
        link: String,
        instant: Instant
    ) {
        self.id = id
        self.kind = kind
        self.recipient = recipient
        self.reference = reference
        self.link = link
        self.instant = instant
    }
}
