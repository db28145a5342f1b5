/// Envoi du formulaire: the answer to a mail that asks for it (procedure §3; R-02). It is no letter of a case, and the log does
/// not know it.
public struct FormReply: Sendable, Hashable {
    /// Opaque, 128 bits of chance in hexadecimal; also the left part of its Message-ID.
    public let id: String
    /// Who asked.
    public let recipient: String
    /// The Message-ID of the mail that it answers; empty where that has none.
    public let answers: String
    /// When it was written.
    public let instant: Instant

    public init(id: String, recipient: String, answers: String, instant: Instant) {
        self.id = id
        self.recipient = recipient
        self.answers = answers
        self.instant = instant
    }
}
