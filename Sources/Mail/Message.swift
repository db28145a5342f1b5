/// A letter in French, in plain text and in HTML, ready to be written as bytes.
///
/// Nothing here reads a clock or draws lots: the same letter always makes the same bytes, so the register can keep what
/// will be sent, and what is sent twice is recognised as one (S-80).
public struct Message: Sendable, Hashable {
    /// Why a letter leaves without a person pressing a button (RFC 3834); it keeps other robots from answering.
    public enum Automation: String, Sendable, Hashable {
        /// Written by a rule or a date: a reminder, a survey.
        case generated = "auto-generated"
        /// Written because something was received: an acknowledgement.
        case replied = "auto-replied"
    }

    /// Who writes.
    public var from: Mailbox
    /// Who is written to; one letter has one reader.
    public var to: Mailbox
    /// Where an answer should go, if not to `from`.
    public var replyTo: Mailbox?
    /// The subject, any text.
    public var subject: String
    /// When it was written, in seconds since 1 January 1970 UTC.
    public var secondsSince1970: Int
    /// Its identifier, fixed before the first attempt to send it.
    public var id: MessageID
    /// The letter it answers, if any.
    public var inReplyTo: MessageID?
    /// What made it, if no person did.
    public var automation: Automation?
    /// The body for those who read plain text: complete by itself.
    public var text: String
    /// The same body in HTML.
    public var html: String

    /// A letter from `from` to `to`.
    public init(
        from: Mailbox,
        to: Mailbox,
        replyTo: Mailbox? = nil,
        subject: String,
        secondsSince1970: Int,
        id: MessageID,
        inReplyTo: MessageID? = nil,
        automation: Automation? = nil,
        text: String,
        html: String
    ) {
        self.from = from
        self.to = to
        self.replyTo = replyTo
        self.subject = subject
        self.secondsSince1970 = secondsSince1970
        self.id = id
        self.inReplyTo = inReplyTo
        self.automation = automation
        self.text = text
        self.html = html
    }
}
