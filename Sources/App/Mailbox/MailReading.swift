import Mail

/// What came of reading a mail. Whatever it is, the raw mail is kept, so nothing is lost (S-77).
enum MailReading: Sendable, Equatable {
    case read(ReadMail)
    case unreadable(Reason)

    /// Why nothing was read: a person looks at the raw mail.
    enum Reason: String, Sendable, Equatable, CaseIterable {
        /// It is longer than is read of any (S-76).
        case tooBig = "too-big"
        /// It took longer than a mail may.
        case timeout
        /// Its reader came to a bad end over it.
        case crash
        /// Its reader said what makes no sense.
        case nonsense
        /// There was no reader: no fault of the mail's, which can be tried again later.
        case unavailable
    }
}
