/// What was read of a mail that came: values only, for the raw bytes are kept elsewhere and remain the truth.
///
/// It is made in a confined child (S-77) and crosses a pipe as JSON, so it can be coded. Every text is valid Unicode without
/// NUL and other controls than line breaks and tabs; nothing of it is trusted: a header is what somebody wrote.
public struct ReadMail: Sendable, Equatable, Codable {
    /// Somebody named in a header.
    public struct Party: Sendable, Equatable, Codable {
        /// The name shown, decoded (RFC 2047); nil where there is none.
        public var name: String?
        /// The address as written, such as `jean@exemple.fr`; it may be no valid one.
        public var address: String

        /// Somebody of this name and address.
        public init(name: String? = nil, address: String) {
            self.name = name
            self.address = address
        }
    }

    /// A run of lines of the text to read.
    public struct Passage: Sendable, Equatable, Codable {
        /// The lines, between line feeds.
        public var text: String
        /// Whether it repeats an earlier message, and is to be folded: never cut.
        public var isQuoted: Bool

        /// A run of lines.
        public init(_ text: String, isQuoted: Bool = false) {
            self.text = text
            self.isQuoted = isQuoted
        }
    }

    /// A part that is kept as a file: an attachment, a picture in the text, a message or an invitation inside.
    public struct File: Sendable, Equatable, Codable {
        /// The name given to it, decoded (RFC 2231, RFC 2047), or one made from its type.
        public var name: String
        /// The type it says it has, such as `application/pdf`, in lower case.
        public var type: String
        /// Its bytes, decoded from their transfer encoding, unchanged otherwise.
        public var bytes: [UInt8]
        /// Whether the text shows it, as a logo in a signature is.
        public var isInline: Bool

        /// A part kept as a file.
        public init(name: String, type: String, bytes: [UInt8], isInline: Bool = false) {
            self.name = name
            self.type = type
            self.bytes = bytes
            self.isInline = isInline
        }
    }

    /// What a mail system says of a mail of ours that it could not, or not yet, deliver (RFC 3464).
    public struct DeliveryReport: Sendable, Equatable, Codable {
        /// The address it was for; nil where the report does not say.
        public var recipient: String?
        /// `failed`, `delayed`, `delivered`, `relayed` or `expanded`, in lower case.
        public var action: String
        /// The enhanced status code, such as `5.1.1`; nil where none is given.
        public var status: String?
        /// What the other system said, in its words; at most a thousand characters.
        public var diagnostic: String?
        /// The Message-ID of the mail reported on, without its angle brackets.
        public var originalMessageID: String?

        /// A report on one recipient.
        public init(
            recipient: String?,
            action: String,
            status: String?,
            diagnostic: String?,
            originalMessageID: String?
        ) {
            self.recipient = recipient
            self.action = action
            self.status = status
            self.diagnostic = diagnostic
            self.originalMessageID = originalMessageID
        }
    }

    /// What could not be read as it should, so that a person looks at the raw mail (S-76).
    public enum Trouble: String, Sendable, Equatable, Codable, CaseIterable {
        case tooManyHeaders = "too-many-headers"
        case tooManyAddresses = "too-many-addresses"
        case tooDeep = "too-deep"
        case tooManyParts = "too-many-parts"
        case unknownCharset = "unknown-charset"
        case refusedCharset = "refused-charset"
        case damagedEncoding = "damaged-encoding"
        case encrypted
    }

    /// The Message-ID, without its angle brackets; nil where there is none.
    public var messageID: String?
    /// The Message-IDs it answers (In-Reply-To), without angle brackets.
    public var inReplyTo: [String] = []
    /// The Message-IDs of its thread (References), the oldest first, without angle brackets.
    public var references: [String] = []
    /// When its sender's clock says it was written, in seconds since 1970; nil where it says nothing readable.
    public var sentAt: Int?
    /// Who says to have written it.
    public var from: [Party] = []
    /// Who asks to be answered instead.
    public var replyTo: [Party] = []
    /// Whom it is for.
    public var to: [Party] = []
    /// Who has a copy.
    public var cc: [Party] = []
    /// The subject, decoded, on one line; empty where there is none.
    public var subject = ""
    /// What was noted at the last delivery as the envelope's sender, without angle brackets: empty for the null sender of
    /// reports, nil where nothing was noted.
    public var returnPath: String?
    /// Headers by which robots make themselves known (`auto-submitted`, `precedence`, `x-auto-response-suppress`, `x-autoreply`
    /// and its like, and every `list-…`), and by which filters mark what is unwanted (`x-spam-flag`, `x-spam-status`), by their
    /// names in lower case.
    public var robotHeaders: [String: String] = [:]
    /// The addresses that the last relays say it was delivered to (Delivered-To, X-Original-To, Envelope-To).
    public var deliveredTo: [String] = []
    /// The type of the whole, such as `multipart/report`, in lower case.
    public var type = "text/plain"
    /// The text to read, in order: the plain one, or what was taken from HTML, which is never shown.
    public var passages: [Passage] = []
    /// Whether the text was too long to be read whole; it is then among the files as well, or the mail is longer than is
    /// read of any.
    public var isTextCut = false
    /// Everything else.
    public var files: [File] = []
    /// What is reported of mails of ours.
    public var reports: [DeliveryReport] = []
    /// What could not be read as it should.
    public var troubles: [Trouble] = []

    /// A mail of which nothing was read yet.
    public init() {}

    /// The text that is not quoted.
    public var ownText: String { passages.filter { !$0.isQuoted }.map(\.text).joined(separator: "\n") }
}
