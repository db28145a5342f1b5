import Mail

/// Where a mail is read: it was written by strangers, and what reads it is confined (S-77).
protocol MailReadingRoom: Sendable {
    /// What can be read of it; nil where it cannot be read at all, were it since the reader died over it.
    ///
    /// - Throws: `ReadingUnavailable`.
    func read(_ raw: [UInt8]) async throws -> ReadMail?
}

/// There is no reader to be had now, by no fault of the mail: it is read later.
struct ReadingUnavailable: Error {}
