public import Mail

/// Where letters leave the house: a relay, or a box that a test opens.
public protocol PostOffice: Sendable {
    /// Tries once to hand `message` (RFC 5322 bytes, lines ended by CRLF) to the next host, and tells what came of it.
    ///
    /// It never throws: whatever goes wrong is a `Delivery`, for the outbox to keep and to act on (S-80).
    func deliver(_ message: [UInt8], envelope: Envelope) async -> Delivery
}

/// What is written on the outside of a letter (RFC 5321 §2.3.1).
public struct Envelope: Sendable, Hashable {
    /// Where a failure is reported; nil is the null sender `<>`, which no robot may answer (RFC 3834 §3.3, S-43).
    public let sender: EmailAddress?
    /// Who gets it; one letter has one reader.
    public let recipient: EmailAddress

    /// An envelope from `sender`, or from nobody, to `recipient`.
    public init(sender: EmailAddress?, recipient: EmailAddress) {
        self.sender = sender
        self.recipient = recipient
    }
}
