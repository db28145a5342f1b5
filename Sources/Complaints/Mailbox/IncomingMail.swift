/// Courriel reçu: what was read of a mail, as the rules judge it. Everything in it is what somebody wrote: nothing of it is
/// believed, save an identifier of ours that nobody can guess (S-73).
public struct IncomingMail: Sendable, Hashable, Codable {
    /// Who says to have written it.
    public struct Sender: Sendable, Hashable, Codable {
        /// The name shown; empty where there is none.
        public var name: String
        /// The address, in lower case.
        public var address: String

        public init(name: String = "", address: String) {
            self.name = name
            self.address = address.lowercased()
        }
    }

    /// A run of lines of its text.
    public struct Passage: Sendable, Hashable, Codable {
        /// The lines.
        public var text: String
        /// Whether they repeat an earlier message.
        public var isQuoted: Bool

        public init(_ text: String, isQuoted: Bool = false) {
            self.text = text
            self.isQuoted = isQuoted
        }
    }

    /// What a mail system says of a mail of ours that it could not deliver.
    public struct Report: Sendable, Hashable, Codable {
        /// Whether it will never deliver it; otherwise it only tries for long, or has delivered it.
        public var isFinal: Bool
        /// The enhanced status code and the other system's words; may be empty.
        public var words: String
        /// The identifier of the mail reported on.
        public var messageID: String?

        public init(isFinal: Bool, words: String, messageID: String?) {
            self.isFinal = isFinal
            self.words = words
            self.messageID = messageID
        }
    }

    /// Its identifier, without angle brackets.
    public var messageID: String?
    /// The mails that it answers, and those of its thread.
    public var thread: [String] = []
    /// When its sender's clock says that it was written.
    public var sentAt: Instant?
    /// Who says to have written it; nil where nobody does whose address can be written to.
    public var sender: Sender?
    /// The subject, on one line.
    public var subject = ""
    /// What the last relay noted as the envelope's sender: empty for the null sender, nil where it noted nothing.
    public var returnPath: String?
    /// Headers by which robots make themselves known, by their names in lower case.
    public var robotHeaders: [String: String] = [:]
    /// Its text, in order.
    public var passages: [Passage] = []
    /// How many files came with it that are no small picture in the text.
    public var files = 0
    /// What is reported of mails of ours.
    public var reports: [Report] = []
    /// What could not be read as it should, in the words of whoever read it.
    public var troubles: [String] = []

    /// A mail of which nothing was read.
    public init() {}
}

extension IncomingMail {
    /// What its author wrote, without what it repeats.
    public var ownText: String { passages.filter { !$0.isQuoted }.map(\.text).joined(separator: "\n").trimmed }

    /// All of its text.
    public var text: String { passages.map(\.text).joined(separator: "\n").trimmed }
}
