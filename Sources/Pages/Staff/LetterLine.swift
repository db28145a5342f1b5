public import Complaints

/// Where a letter is on its way.
public enum LetterState: String, Sendable, CaseIterable {
    /// En attente: the server will send it.
    case waiting
    /// Retenue: it cannot be sent as things are, for want of mail settings.
    case held
    /// À imprimer et poster: the person has no e-mail address.
    case paper
    /// Partie: accepted by the relay, posted or handed over.
    case issued
    /// Échec: the relay refused it for good.
    case failed

    /// Whether somebody may carry it to the post instead of the server.
    var mayBeCarried: Bool { self != .issued }

    /// Whether the server may be told to try again.
    var mayBeSentAgain: Bool { self == .failed || self == .held }
}

/// One letter as lists show it.
public struct LetterLine: Sendable {
    /// Opaque, 128 bits of chance in hexadecimal.
    public let id: String
    /// Which letter.
    public let kind: LetterKind
    /// Where it is.
    public let state: LetterState
    /// When it was written.
    public let createdAt: Instant
    /// When it left our hands.
    public let issuedAt: Instant?
    /// Where to: an e-mail address, or a name for a printed letter.
    public let recipient: String
    /// The relay's reply, the registered-mail number, or why it is held; may be empty.
    public let result: String

    public init(
        id: String,
        kind: LetterKind,
        state: LetterState,
        createdAt: Instant,
        issuedAt: Instant?,
        recipient: String,
        result: String
    ) {
        self.id = id
        self.kind = kind
        self.state = state
        self.createdAt = createdAt
        self.issuedAt = issuedAt
        self.recipient = recipient
        self.result = result
    }
}
